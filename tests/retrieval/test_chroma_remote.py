"""Generations on a real Chroma server: built once, switched, read by many, removed, and what happens to the dead."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from corpus.errors import IndexBroken, ModelError, StoreUnreachable
from corpus.structure.sentences import split_sentences
from retrieval import chroma_remote, chroma_server
from retrieval.chroma_address import Server
from retrieval.chroma_remote import RemoteStore, collect
from retrieval.chroma_server import ChromaServer, Stored
from retrieval.generations import Identity
from retrieval.index import Index
from retrieval.ports import Entry, Progress, Vectors
from retrieval.retriever import Retriever
from tests.conftest import ROOT
from tests.retrieval.conftest import HashEmbedder, MakeShelf, OpenIndex, ShelfOfTexts
from tests.retrieval.serving import ChromaProcess, Proxy

TEXTS = (
    "李強首相は10月9日に平壌を訪問した。閲兵式を観覧した。会見では発言した。",
    "大豆油の輸出額は92,607,155ドルだった。",
    "習近平総書記は北京で握手した。首脳会談は9月4日だった。",
)
IDENTITY = Identity(shelf="s", contents="c", model="m", dimension=8, tokenizer="t")

Machine = Callable[..., Index]


@pytest.fixture
def machine(opened: OpenIndex, tmp_path: Path, database: Server) -> Machine:
    """Return a function that opens a shelf's index as a machine of a name does, with a directory of its own."""

    def open_(
        name: str,
        shelf: ShelfOfTexts,
        embedder: HashEmbedder | None = None,
        server: Server = database,
        progress: Progress | None = None,
    ) -> Index:
        place = tmp_path / name / "shelf"
        store = RemoteStore(server, "key", place)
        return opened(shelf, place, embedder or HashEmbedder(), progress, store)

    return open_


def listed(server: Server) -> list[Stored]:
    with ChromaServer(server) as talk:
        return talk.listed()


def generations(server: Server) -> list[str]:
    return [stored.name for stored in listed(server)]


def remove(server: Server, name: str) -> None:
    with ChromaServer(server) as talk:
        talk.delete(next(stored for stored in talk.listed() if stored.name == name))


def _vectors(count: int) -> Vectors:
    rows = np.random.default_rng(7).standard_normal((count, 8)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def _entries(count: int) -> list[Entry]:
    return [Entry(f"p{number}", f"p{number}", "d", "prose", 0, 3, f"本文{number}") for number in range(count)]


def _write(server: Server, place: Path, identity: Identity = IDENTITY, count: int = 5) -> RemoteStore:
    store = RemoteStore(server, "key", place)
    store.write(identity, _entries(count), lambda told: _vectors(count), None)
    return store


# --- asking ---------------------------------------------------------------------------------------------


def test_a_server_gives_the_evidence_that_the_embedded_store_gives(
    machine: Machine, opened: OpenIndex, make_shelf: MakeShelf, tmp_path: Path
) -> None:
    shelf = make_shelf(*TEXTS)
    embedded = Retriever(opened(shelf, tmp_path / "embedded" / "shelf", HashEmbedder()))
    remote = Retriever(machine("a", shelf))
    for question in ("首相が平壌を訪問したのはいつか", "大豆油", "xyzzy", ""):
        ours, theirs = remote.retrieve(question), embedded.retrieve(question)
        assert [hit.passage.id for hit in ours.hits] == [hit.passage.id for hit in theirs.hits]
        assert [hit.similarity for hit in ours.hits] == pytest.approx([hit.similarity for hit in theirs.hits], abs=1e-5)
        assert ours.generation == theirs.generation
    assert not list((tmp_path / "a").rglob("chroma*")), "the vectors are on the server alone"


def test_another_machine_with_the_same_files_embeds_no_passage(machine: Machine, make_shelf: MakeShelf) -> None:
    shelf, first, second = make_shelf(*TEXTS), HashEmbedder(), HashEmbedder()
    a, b = machine("a", shelf, first), machine("b", shelf, second)
    assert a.generation == b.generation
    stored = {text[span.start : span.end] for text in TEXTS for span in split_sentences(text)}
    assert stored <= set(first.embedded)
    assert stored.isdisjoint(second.embedded)
    assert Retriever(a).retrieve("首相") == Retriever(b).retrieve("首相")


def test_a_server_that_has_the_index_is_not_written_to_again(
    machine: Machine, make_shelf: MakeShelf, database: Server, proxy: Proxy
) -> None:
    machine("a", make_shelf(*TEXTS)).close()
    again = machine("a", make_shelf(*TEXTS), server=replace(database, url=proxy.url))
    Retriever(again).retrieve("首相")
    written = {path.rsplit("/", 1)[-1] for method, path, _ in proxy.seen if path.endswith(("/add", "/upsert"))}
    assert written == {"upsert"}, "but for the lease"


def test_many_threads_read_alike(machine: Machine, make_shelf: MakeShelf) -> None:
    retriever = Retriever(machine("a", make_shelf(*TEXTS)))
    questions = ["首相の訪問", "大豆油の輸出額", "首脳会談はいつ"] * 8
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(retriever.retrieve, questions)) == [retriever.retrieve(text) for text in questions]


def test_ids_and_texts_beyond_the_quotas_of_chroma_cloud_are_kept(database: Server, tmp_path: Path) -> None:
    long = "長" * 50 + ":0"
    entries = [Entry(long, long, long, "prose", 0, 3, "本" * 9_000), *_entries(310)]
    store = RemoteStore(database, "key", tmp_path)
    vectors = _vectors(len(entries))
    store.write(IDENTITY, entries, lambda told: vectors, None)
    index = store.open(IDENTITY, [entry.node for entry in entries])
    assert next(iter(index.nearest(vectors[0], 1))) == long
    assert index.similarities(vectors[0], [long])[long] == pytest.approx(1.0, abs=1e-5)
    assert len(index.similarities(vectors[0], [entry.node for entry in entries])) == len(entries)
    assert set(index.nearest(vectors[0], 3, kinds={"row"})) == set()
    assert len(index.nearest(vectors[0], 400, documents={"d"})) == 310
    assert set(index.nearest(vectors[0], 3, kinds={"prose"}, documents={long})) == {long}
    index.close()


# --- what the index records -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "other",
    [
        {"shelf": "other"}, {"contents": "other"}, {"model": "other"}, {"dimension": 9}, {"tokenizer": "other"},
        {"schema": IDENTITY.schema + 1},
    ],
    ids=str,
)  # fmt: skip
def test_a_generation_of_another_identity_is_never_opened(
    database: Server, tmp_path: Path, other: dict[str, Any]
) -> None:
    store = _write(database, tmp_path)
    nodes = [entry.node for entry in _entries(5)]
    store.open(IDENTITY, nodes).close()
    with pytest.raises(IndexBroken, match="tenkyo index"):
        store.open(replace(IDENTITY, **other), nodes)


def test_the_server_records_model_dimension_tokenizer_and_schema(database: Server, tmp_path: Path) -> None:
    _write(database, tmp_path)
    (stored,) = listed(database)
    assert stored.ready
    assert stored.holds(IDENTITY)
    assert {name: stored.metadata[name] for name in ("model", "dimension", "tokenizer", "schema")} == {
        "model": "m", "dimension": 8, "tokenizer": "t", "schema": IDENTITY.schema,
    }  # fmt: skip


def test_another_model_is_built_for_and_never_answers_from_the_old_space(
    machine: Machine, make_shelf: MakeShelf
) -> None:
    shelf = make_shelf(*TEXTS)
    old = machine("a", shelf)
    other = machine("a", shelf, HashEmbedder(name="other", dimension=8))
    assert other.generation != old.generation
    assert Retriever(other).retrieve("首相が平壌を訪問").hits[0].passage.id == "d0:0"
    assert Retriever(old).retrieve("首相が平壌を訪問").hits[0].passage.id == "d0:0"


def test_a_collection_that_lost_records_is_built_again(
    machine: Machine, make_shelf: MakeShelf, database: Server
) -> None:
    shelf = make_shelf(*TEXTS)
    machine("a", shelf).close()
    (name,) = generations(database)
    with ChromaServer(database) as talk:
        talk.collection(name).delete(ids=["d1:0"])
    again = machine("a", shelf)
    assert generations(database) != [name]
    assert len(Retriever(again).retrieve("大豆油").hits) == 3


# --- building and switching -----------------------------------------------------------------------------


def test_nothing_is_read_before_the_switch(database: Server, tmp_path: Path) -> None:
    reader = RemoteStore(database, "key", tmp_path / "reader")
    nodes = [entry.node for entry in _entries(5)]
    seen: list[str] = []

    def look(done: int, total: int, what: str) -> None:
        with pytest.raises(IndexBroken):
            reader.open(IDENTITY, nodes)
        seen.append(what)

    RemoteStore(database, "key", tmp_path).write(IDENTITY, _entries(5), lambda told: _vectors(5), look)
    assert seen == ["storing"]
    reader.open(IDENTITY, nodes).close()


def test_a_build_that_fails_leaves_the_old_generation_and_nothing_of_the_new(
    machine: Machine, make_shelf: MakeShelf, database: Server
) -> None:
    class Failing(HashEmbedder):
        def passages(self, texts: object) -> Vectors:
            raise ModelError("out of memory")

    old = machine("a", make_shelf(*TEXTS))
    before = generations(database)
    with pytest.raises(ModelError, match="out of memory"):
        machine("a", make_shelf("別の文書。"), Failing())
    assert generations(database) == before
    assert len(Retriever(old).retrieve("首相").hits) == 3


def test_several_machines_at_once_build_once_and_the_others_wait(machine: Machine, make_shelf: MakeShelf) -> None:
    embedders = [HashEmbedder() for _ in range(4)]
    told: list[str] = []
    shelf = make_shelf(*TEXTS)

    def open_(number: int) -> str:
        progress = lambda done, total, what: told.append(what)  # noqa: E731
        return machine(f"m{number}", shelf, embedders[number], progress=progress).generation

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(open_, range(4)))) == 1
    assert sum(any(text in embedder.embedded for text in TEXTS) for embedder in embedders) == 1
    assert "waiting" in told


def test_who_reads_keeps_its_generation_from_removal_until_its_lease_is_over(
    machine: Machine, make_shelf: MakeShelf, database: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = machine("reader", make_shelf(*TEXTS))
    (first,) = generations(database)
    machine("builder", make_shelf("新しい文書。"))
    assert first in generations(database)
    assert len(Retriever(old).retrieve("首相").hits) == 3, "the old generation still answers"
    monkeypatch.setattr(chroma_server, "LEASE_SECONDS", -1.0)  # the reader is not heard of for longer than a lease
    with ChromaServer(database) as talk:
        talk.lease(first, RemoteStore(database, "key", _place(old))._holder)
    monkeypatch.undo()
    machine("builder", make_shelf("もっと新しい文書。"))
    assert first not in generations(database)


def _place(index: Index) -> Path:
    return index._held.path.parent.parent


def test_a_generation_of_another_shelf_is_let_be(database: Server, tmp_path: Path) -> None:
    _write(database, tmp_path / "a")
    other = replace(IDENTITY, shelf="other")
    RemoteStore(database, "another key", tmp_path / "b").write(other, _entries(2), lambda told: _vectors(2), None)
    assert len(generations(database)) == 2
    newer = replace(IDENTITY, shelf="newer")
    _write(database, tmp_path / "a", newer)
    names = generations(database)
    assert [name.split("-")[1] for name in names] == sorted([other.digest(), newer.digest()])


def test_what_nobody_read_for_a_month_goes_even_when_it_is_the_newest_of_its_shelf(
    database: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(database, tmp_path)
    with ChromaServer(database) as talk:
        assert collect(talk) == []
        clock = ChromaServer.now
        monkeypatch.setattr(ChromaServer, "now", lambda self: clock(self) + 31 * 86_400)
        assert len(collect(talk)) == 1
    assert generations(database) == []


def test_files_that_come_back_find_their_generation_which_is_the_newest_again(database: Server, tmp_path: Path) -> None:
    _write(database, tmp_path)
    (first,) = generations(database)
    with ChromaServer(database) as talk:
        talk.lease(first, "reader")
    _write(database, tmp_path, replace(IDENTITY, shelf="newer"))
    RemoteStore(database, "key", tmp_path).write(IDENTITY, _entries(5), lambda told: pytest.fail("built again"), None)
    with ChromaServer(database) as talk:
        assert [stored.name for stored in collect(talk)] == [f"tenkyo-{replace(IDENTITY, shelf='newer').digest()}-1"]
    assert generations(database) == [first]


# --- the dead -------------------------------------------------------------------------------------------


def _die_building(server: Server, place: Path, started: Any) -> None:  # noqa: ANN401
    def hang(told: object) -> Vectors:
        started.set()
        time.sleep(600)
        return _vectors(5)

    RemoteStore(server, "key", place).write(IDENTITY, _entries(5), hang, None)


@pytest.fixture
def dead_builder(database: Server, tmp_path: Path) -> Path:
    """Kill a process in the middle of a build; return its place."""
    context = multiprocessing.get_context("spawn")
    started = context.Event()
    process = context.Process(target=_die_building, args=(database, tmp_path / "dead", started))
    process.start()
    assert started.wait(60)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    return tmp_path / "dead"


def test_what_a_killed_builder_left_is_collected_by_the_next_one_at_its_place_at_once(
    database: Server, dead_builder: Path
) -> None:
    (left,) = generations(database)
    _write(database, dead_builder)
    assert generations(database) == [left.replace("-1", "-2")]
    (stored,) = listed(database)
    assert stored.ready


def test_others_wait_for_it_until_it_was_not_heard_of_for_a_while(
    database: Server, dead_builder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chroma_remote, "_POLL_SECONDS", 0.05)
    told: list[str] = []
    clock = ChromaServer.now
    waited = time.monotonic()

    def later(self: ChromaServer) -> float:  # after a second of waiting five minutes have passed
        return clock(self) + (1_000 if time.monotonic() > waited + 1 else 0)

    monkeypatch.setattr(ChromaServer, "now", later)
    RemoteStore(database, "key", tmp_path / "other").write(
        IDENTITY, _entries(5), lambda _: _vectors(5), lambda done, total, what: told.append(what)
    )
    assert told[0] == "waiting"
    assert len(generations(database)) == 1


def test_a_builder_of_another_shelf_collects_what_is_long_dead(
    database: Server, dead_builder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = ChromaServer.now
    monkeypatch.setattr(ChromaServer, "now", lambda self: clock(self) + 1_000)
    other = replace(IDENTITY, shelf="other")
    _write(database, tmp_path / "other", other)
    assert generations(database) == [f"tenkyo-{other.digest()}-1"]


def test_a_builder_that_slept_too_long_does_not_spoil_what_another_built(database: Server, tmp_path: Path) -> None:
    def sleep(told: object) -> Vectors:
        (ours,) = generations(database)
        remove(database, ours)  # as another builder does after five minutes
        _write(database, tmp_path / "other")
        return _vectors(5)

    with pytest.raises(IndexBroken, match="another process took over"):
        RemoteStore(database, "key", tmp_path / "a").write(IDENTITY, _entries(5), sleep, None)
    (stored,) = listed(database)
    assert stored.ready


def test_a_collection_removed_under_a_reader_is_found_again_under_another_number(
    machine: Machine, make_shelf: MakeShelf, database: Server
) -> None:
    shelf = make_shelf(*TEXTS)
    reader = Retriever(machine("a", shelf))
    before = reader.retrieve("首相")
    (name,) = generations(database)
    remove(database, name)
    with pytest.raises(IndexBroken, match="tenkyo index"):
        reader.retrieve("大豆油")
    machine("b", shelf)
    assert len(reader.retrieve("大豆油").hits) == 3
    assert reader.retrieve("首相") == before


# --- a server that goes away ----------------------------------------------------------------------------


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[ChromaProcess]:
    """Return a server of the test's own, which it may kill."""
    server = ChromaProcess(tmp_path).start()
    yield server
    server.kill()


def test_asking_fails_in_time_while_the_server_is_dead_and_works_when_it_is_back(
    mortal: ChromaProcess, machine: Machine, make_shelf: MakeShelf
) -> None:
    server = replace(mortal.database("shelf"), seconds=4.0)
    shelf = make_shelf(*TEXTS)
    reader = Retriever(machine("a", shelf, server=server))
    before = reader.retrieve("首相")
    mortal.kill()
    for question in ("大豆油", "首脳会談"):
        started = time.monotonic()
        with pytest.raises(StoreUnreachable, match=rf"{mortal.url} .*TENKYO_CHROMA"):
            reader.retrieve(question)
        assert time.monotonic() - started < 5
    embedder = HashEmbedder()
    with pytest.raises(StoreUnreachable):
        machine("a", shelf, embedder, server=server)
    assert embedder.embedded == [], "an index whose server is away is not built again"
    mortal.start()
    assert len(reader.retrieve("大豆油").hits) == 3
    assert reader.retrieve("首相") == before
    assert machine("a", shelf, server=server).generation == before.generation


def test_a_restart_within_the_time_is_not_noticed(
    mortal: ChromaProcess, machine: Machine, make_shelf: MakeShelf
) -> None:
    reader = Retriever(machine("a", make_shelf(*TEXTS), server=replace(mortal.database("shelf"), seconds=120.0)))
    mortal.kill()
    threading.Timer(0.5, mortal.start).start()
    assert len(reader.retrieve("大豆油").hits) == 3


def test_a_server_killed_while_it_is_written_leaves_no_half_index(
    mortal: ChromaProcess, machine: Machine, make_shelf: MakeShelf, tmp_path: Path
) -> None:
    server = replace(mortal.database("shelf"), seconds=0.5)
    place = tmp_path / "a" / "shelf"
    store = RemoteStore(server, "key", place)
    entries = _entries(900)
    vectors = _vectors(900)

    def kill(done: int, total: int, what: str) -> None:
        if what == "storing" and done == 300:
            mortal.kill()

    with pytest.raises(StoreUnreachable):
        store.write(IDENTITY, entries, lambda told: vectors, kill)
    mortal.start()
    nodes = [entry.node for entry in entries]
    with pytest.raises(IndexBroken, match="no whole index"):
        store.open(IDENTITY, nodes)
    store.write(IDENTITY, entries, lambda told: vectors, None)
    store.open(IDENTITY, nodes).close()
    assert len(generations(server)) == 1


# --- two readers in processes of their own, while the shelf changes ---------------------------------------


READER = """
import json, sys
from pathlib import Path
from corpus.shelf import load_shelf
from retrieval.chroma_address import parse_address
from retrieval.chroma_remote import RemoteStore
from retrieval.index import open_index
from retrieval.retriever import Retriever
from tests.retrieval.conftest import HashEmbedder

shelf, place, address = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
embedder = HashEmbedder()
while not (shelf.parent / "over").exists():
    index = open_index(load_shelf([shelf]), place, embedder, None, RemoteStore(parse_address(address), "key", place))
    retriever = Retriever(index)
    for number in range(3):
        evidence = retriever.retrieve(f"港の積み荷は何か {number}")
        said = sorted({hit.passage.text.split("は")[0] for hit in evidence.hits if "版" in hit.passage.text})
        print(json.dumps([evidence.generation, said]), flush=True)
    index.close()
passages = [text for text in embedder.embedded if "積み荷" in text and "版" in text and "。" in text]
print(json.dumps(["embedded", passages]), flush=True)
"""


def test_two_readers_in_processes_of_their_own_never_see_a_mixture_while_another_process_indexes(
    machine: Machine, database: Server, tmp_path: Path
) -> None:
    from corpus.shelf import load_shelf  # noqa: PLC0415

    shelf = tmp_path / "shelf"
    shelf.mkdir()

    def publish(version: int) -> str:
        """Index the next version before the readers' copy of the shelf has it, as one process does for many."""
        aside = tmp_path / "aside"
        aside.mkdir(exist_ok=True)
        text = "\n\n".join(f"第{version}版は港の積み荷{number}を述べる。りんごである。" for number in range(4))
        (aside / "port.md").write_text(f"# 港\n\n{text}\n", "utf-8")
        built = machine("builder", load_shelf([aside]))
        (aside / "port.md").replace(shelf / "port.md")
        return built.generation

    made = {publish(0): "第0版"}
    address = f"{database.url}?database={database.database}"
    logs = [tmp_path / "one.log", tmp_path / "two.log"]
    readers = []
    for log in logs:
        command = [sys.executable, "-c", READER, str(shelf), str(tmp_path / log.stem / "x"), address]
        with log.open("wb") as out:
            readers.append(subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT))
    for version in range(1, 5):
        _wait_until_read(list(made)[-1], logs, readers)
        made[publish(version)] = f"第{version}版"
    _wait_until_read(list(made)[-1], logs, readers)
    (tmp_path / "over").touch()
    for reader, log in zip(readers, logs, strict=True):
        assert reader.wait(60) == 0, log.read_text("utf-8")
        *lines, (word, passages) = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
        assert (word, passages) == ("embedded", []), "who only reads embeds no passage"
        assert all(said == [made[generation.split("-")[0]]] for generation, said in lines)
        assert len({generation for generation, _ in lines}) == 5


def _wait_until_read(generation: str, logs: list[Path], readers: list[subprocess.Popen[bytes]]) -> None:
    for _ in range(1_200):
        if all(generation in log.read_text("utf-8") for log in logs):
            return
        assert all(reader.poll() is None for reader in readers), [log.read_text("utf-8") for log in logs]
        time.sleep(0.05)
    raise AssertionError(f"{generation} is not read")

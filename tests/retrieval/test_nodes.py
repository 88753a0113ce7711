"""The vectors of a generation on the disk: every node compared, or Chroma's graph where they are many."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import Passage, PassageKind
from corpus.errors import IndexBroken
from retrieval.chroma import ChromaIndex
from retrieval.generations import Generation
from retrieval.nodes import Nodes, write_nodes
from retrieval.ports import Entry, Vectors

COUNT = 200
LONGEST = 12  # nodes of a shelf that are compared, where one is grown


def _vectors(count: int = COUNT) -> Vectors:
    rows = np.random.default_rng(7).standard_normal((count, 16)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def _passage(number: int) -> Passage:
    kind: PassageKind = "row" if number % 2 else "prose"
    return Passage(f"p{number}", f"d{number % 3}", kind, 0, 2, "本文")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    passages = [_passage(number) for number in range(COUNT)]
    entries = [Entry(p.id, p.id, p.doc, p.kind, p.start, p.end, p.text) for p in passages]
    write_nodes(tmp_path, entries, _vectors(), entries, "model")
    return tmp_path


def _opened(path: Path, compared: int = COUNT) -> Nodes:
    return Nodes(path, {f"p{number}": _passage(number) for number in range(COUNT)}, compared)


def test_every_node_is_compared(path: Path) -> None:
    vectors, nodes = _vectors(), _opened(path)
    for asked in range(0, COUNT, 20):
        cosines = vectors @ vectors[asked]
        best = np.argsort(-cosines, kind="stable")[:30]
        assert nodes.nearest(vectors[asked], 30) == pytest.approx({f"p{row}": float(cosines[row]) for row in best})
        assert next(iter(nodes.nearest(vectors[asked], 30))) == f"p{asked}"


def test_a_cosine_is_the_same_number_however_many_are_compared(path: Path) -> None:
    vectors, nodes = _vectors(), _opened(path)
    near = nodes.nearest(vectors[3], 50)
    assert nodes.similarities(vectors[3], [*list(near)[:7], "gone", "p3", "p3"]) == dict(list(near.items())[:7])
    assert nodes.similarities(vectors[3], []) == {}


@pytest.mark.parametrize(("kinds", "documents"), [({"row"}, None), (None, {"d1"}), ({"prose"}, {"d0", "d2"})])
def test_the_graph_of_a_large_shelf_and_the_comparing_of_a_small_one_find_alike(
    path: Path, kinds: set[str] | None, documents: set[str] | None
) -> None:
    vectors, small, large = _vectors(), _opened(path), _opened(path, COUNT - 1)
    for asked in (0, 77):
        found = small.nearest(vectors[asked], COUNT, kinds, documents)
        allowed = {
            passage.id
            for passage in map(_passage, range(COUNT))
            if (kinds is None or passage.kind in kinds) and (documents is None or passage.doc in documents)
        }
        assert found.keys() == allowed
        assert large.nearest(vectors[asked], COUNT, kinds, documents) == pytest.approx(found, abs=1e-5)
    assert small.nearest(vectors[0], 10, {"note"}) == {}
    large.close()


def test_a_small_shelf_is_opened_without_chroma(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "retrieval.chroma", None)
    assert len(_opened(path).nearest(_vectors()[0], 5)) == 5
    with pytest.raises(ImportError):
        _opened(path, COUNT - 1)


def test_vectors_that_are_missing_or_of_other_nodes_are_reported(path: Path) -> None:
    with pytest.raises(IndexBroken, match="has 200 vectors, not 1; run `tenkyo index`"):
        Nodes(path, {"p0": _passage(0)})
    (path / "vectors.npy").unlink()
    with pytest.raises(IndexBroken, match="run `tenkyo index`"):
        _opened(path)


def _node(number: int, version: int, sentence: int | None = None) -> Entry:
    node = f"n{number}" if sentence is None else f"n{number}@{sentence}"
    start = sentence or 0
    return Entry(node, f"n{number}", f"d{number % 3}", "prose", start, start + 2, f"本文{number}第{version}版")


def _shelf(versions: Mapping[int, int]) -> tuple[list[Entry], Vectors]:
    """Return the nodes of passages, three sentences each, and vectors that depend on number and version alone."""
    entries = [_node(number, version, sentence) for number, version in versions.items() for sentence in range(3)]
    rows = [
        np.random.default_rng([number, version, sentence]).standard_normal(8)
        for number, version in versions.items()
        for sentence in range(3)
    ]
    vectors = np.asarray(rows, dtype=np.float32).reshape(len(entries), 8)
    return entries, np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


def _grown(path: Path, versions: Mapping[int, int], before: Path | None) -> set[str]:
    """Write a shelf from the one before; return what its Chroma holds, as read from the disk."""
    path.mkdir(parents=True)
    (path / "reader").touch()
    entries, vectors = _shelf(versions)
    with (path / "reader").open("rb") as reader:
        held = Generation("before", before, {}, reader) if before is not None else None
        passages = [_node(number, version) for number, version in versions.items()]
        write_nodes(path, entries, vectors, passages, "model", before=held, compared=LONGEST)
    index = ChromaIndex(path / "chroma")
    found = index.nearest(vectors[0], 1_000)
    assert len(found) == len(index)
    means = vectors.reshape(-1, 3, 8).sum(axis=1)
    kept = np.concatenate([vectors, means / np.linalg.norm(means, axis=1, keepdims=True)])
    names = [*(entry.node for entry in entries), *(f"n{number}" for number in versions)]
    cosines = dict(zip(names, (kept @ vectors[0]).tolist(), strict=True))
    assert found == pytest.approx({node: cosines[node] for node in found}, abs=1e-5)
    index.close()
    return set(found)


def test_chroma_has_the_passages_of_a_small_shelf_and_every_node_of_a_large_one(tmp_path: Path) -> None:
    few, many, fewer = dict.fromkeys(range(4), 0), dict.fromkeys(range(5), 0), dict.fromkeys(range(3), 0)
    assert _grown(tmp_path / "1", few, None) == {f"n{number}" for number in few}
    whole = _grown(tmp_path / "2", many, tmp_path / "1")
    assert whole == {entry.node for entry in _shelf(many)[0]}, "15 nodes are too many to be compared"
    assert _grown(tmp_path / "3", few, tmp_path / "2") == {entry.node for entry in _shelf(few)[0]}, "it may grow again"
    assert _grown(tmp_path / "4", fewer, tmp_path / "3") == {f"n{number}" for number in fewer}


@pytest.mark.parametrize(
    "changed",
    [dict.fromkeys(range(4), 0), {0: 0, 1: 0, 2: 0}, {0: 0, 1: 1, 2: 0, 3: 0}, {3: 0, 1: 0, 0: 0, 2: 0}],
    ids=["nothing", "one gone", "one changed", "another order"],
)
def test_a_single_change_reaches_the_disk(tmp_path: Path, changed: Mapping[int, int]) -> None:
    _grown(tmp_path / "1", dict.fromkeys(range(4), 0), None)
    assert _grown(tmp_path / "2", changed, tmp_path / "1") == {f"n{number}" for number in changed}


def test_a_single_node_more_reaches_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retrieval.nodes._MOST_CHANGED", 1.0)
    _grown(tmp_path / "1", dict.fromkeys(range(3), 0), None)
    assert _grown(tmp_path / "2", dict.fromkeys(range(4), 0), tmp_path / "1") == {f"n{number}" for number in range(4)}


@settings(max_examples=6, deadline=None)
@given(st.lists(st.dictionaries(st.integers(0, 7), st.integers(0, 2), min_size=1), min_size=2, max_size=4))
def test_whatever_came_before_a_shelf_is_as_a_fresh_one(shelves: list[dict[int, int]]) -> None:
    with TemporaryDirectory() as directory, pytest.MonkeyPatch.context() as patch:
        patch.setattr("retrieval.nodes._MOST_CHANGED", 2.0)  # as little as possible is written anew
        for turn, versions in enumerate(shelves):
            path = Path(directory) / str(turn)
            held = _grown(path, versions, Path(directory) / str(turn - 1) if turn else None)
            entries, vectors = _shelf(versions)
            every = {entry.node for entry in entries}
            passages = {entry.passage for entry in entries}
            assert held in (every, passages)
            assert held == every or len(every) <= LONGEST
            fresh = Path(directory) / f"fresh {turn}"
            _grown(fresh, versions, None)
            owners = {entry.node: _passage(0) for entry in entries}
            for asked in vectors[:3]:
                assert Nodes(path, owners).nearest(asked, 50) == Nodes(fresh, owners).nearest(asked, 50)

"""The user's shelf: whatever is added, replaced, withdrawn and removed, it holds what it should and loses nothing."""

from __future__ import annotations

import os
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.library import Library
from corpus.errors import ShelfError, UsageError
from corpus.record import Record, read_record, write_record
from corpus.shelf import read_shelf


def text(words: str, doc_id: str = "") -> str:
    return f"---\nid: {doc_id}\n---\n{words}\n" if doc_id else f"{words}\n"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "shelf")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    return folder


def put(folder: Path, name: str, words: str, doc_id: str = "") -> Path:
    (folder / name).write_text(text(words, doc_id), "utf-8")
    return folder / name


def held(tmp_path: Path) -> dict[str, str]:
    """Return the quoted documents of the shelf by id, with their last words."""
    return {d.id: d.text.strip().splitlines()[-1] for d in read_shelf([tmp_path / "shelf"]).documents}


def changes(library: Library, *paths: Path) -> list[str]:
    return [arrival.change for arrival in library.add(paths).arrivals]


def test_a_document_is_added_replaced_and_left_alone_when_it_is_the_same(
    tmp_path: Path, library: Library, source: Path
) -> None:
    path = put(source, "a.md", "古い。")
    assert changes(library, path) == ["added"]
    assert changes(library, path) == ["unchanged"]
    put(source, "a.md", "新しい。")
    assert changes(library, source) == ["replaced"]
    assert held(tmp_path) == {"a": "新しい。"}
    assert path.exists(), "the source is copied, not moved"


@pytest.mark.parametrize("name", ["other.md", "a.txt", "a.markdown"])
def test_a_document_is_replaced_also_under_another_name(
    tmp_path: Path, library: Library, source: Path, name: str
) -> None:
    library.add([put(source, "a.md", "古い。", "x")])
    (source / "a.md").unlink()
    assert changes(library, put(source, name, "新しい。", "x")) == ["replaced"]
    assert held(tmp_path) == {"x": "新しい。"}
    assert [path.name for path in (tmp_path / "shelf").glob("*.*") if path.is_file()] == [name]
    assert read_record(tmp_path / "shelf") == Record()


def test_documents_of_one_name_and_two_ids_live_side_by_side(tmp_path: Path, library: Library, source: Path) -> None:
    library.add([put(source, "a.md", "一。", "one")])
    library.add([put(source, "a.md", "二。", "two")])
    library.add([put(source, "a.md", "三。")])
    library.add([put(source, "a.md", "二の二。", "two")])
    assert held(tmp_path) == {"one": "一。", "two": "二の二。", "a": "三。"}
    library.remove(["two", "a"])
    assert held(tmp_path) == {"one": "一。"}
    assert {path.name for path in (tmp_path / "shelf").iterdir()} == {"a.md", ".tenkyo"}


def test_a_dry_run_writes_nothing(tmp_path: Path, library: Library, source: Path) -> None:
    path = put(source, "a.md", "本文。")
    assert [a.change for a in library.add([path], dry_run=True).arrivals] == ["added"]
    assert not (tmp_path / "shelf").exists()
    library.add([path])
    put(source, "a.md", "別の本文。")
    assert [a.change for a in library.add([path], dry_run=True).arrivals] == ["replaced"]
    assert held(tmp_path) == {"a": "本文。"}


def test_of_two_sources_of_one_id_neither_is_added_and_the_rest_is(
    tmp_path: Path, library: Library, source: Path
) -> None:
    put(source, "a.md", "一。", "same")
    put(source, "b.md", "二。", "same")
    put(source, "c.md", "三。")
    added = library.add([source])
    assert [skipped.path.name for skipped in added.left_out] == ["a.md", "b.md"]
    assert held(tmp_path) == {"c": "三。"}


def test_withdrawn_stays_withdrawn_through_a_replacement_until_restored(
    tmp_path: Path, library: Library, source: Path
) -> None:
    library.add([put(source, "a.md", "一。"), put(source, "b.md", "二。")])
    assert [document.id for document in library.withdraw(["a"])] == ["a"]
    library.withdraw(["a"])
    assert held(tmp_path) == {"b": "二。"}
    (arrival,) = library.add([put(source, "a.md", "一の二。")]).arrivals
    assert (arrival.change, arrival.withdrawn) == ("replaced", True)
    assert held(tmp_path) == {"b": "二。"}
    library.restore(["a"])
    assert held(tmp_path) == {"a": "一の二。", "b": "二。"}
    with pytest.raises(UsageError, match="not withdrawn"):
        library.restore(["a"])


def test_a_removed_document_that_comes_again_is_not_withdrawn(tmp_path: Path, library: Library, source: Path) -> None:
    path = put(source, "a.md", "一。")
    library.add([path])
    library.withdraw(["a"])
    library.remove(["a"])
    assert changes(library, path) == ["added"]
    assert held(tmp_path) == {"a": "一。"}


@pytest.mark.parametrize("act", ["remove", "withdraw", "restore"])
def test_an_unknown_id_names_the_nearest_and_changes_nothing(
    tmp_path: Path, library: Library, source: Path, act: str
) -> None:
    library.add([put(source, "aomori.md", "一。"), put(source, "zz.md", "二。")])
    with pytest.raises(UsageError, match=r"'aomorri'.*the nearest: aomori"):
        getattr(library, act)(["zz", "aomorri"])
    assert held(tmp_path) == {"aomori": "一。", "zz": "二。"}


def test_who_dies_between_recording_and_replacing_leaves_the_old_and_after_it_the_new(
    tmp_path: Path, library: Library, source: Path
) -> None:
    """The steps of a replacement under another name, cut after each of them."""
    library.add([put(source, "a.md", "古い。", "x")])
    shelf = tmp_path / "shelf"
    put(shelf / ".tenkyo", "half.md", "半")  # a copy that was cut short
    write_record(shelf, Record(replaced={"a.md": "b.md"}))
    assert held(tmp_path) == {"x": "古い。"}
    put(shelf, "b.md", "新しい。", "x")
    assert held(tmp_path) == {"x": "新しい。"}
    library.withdraw(["x"])
    library.restore(["x"])
    assert held(tmp_path) == {"x": "新しい。"}
    assert not (shelf / "a.md").exists()


def test_a_replacement_that_never_came_is_forgotten(tmp_path: Path, library: Library, source: Path) -> None:
    library.add([put(source, "a.md", "古い。", "x")])
    write_record(tmp_path / "shelf", Record(replaced={"a.md": "b.md"}))
    library.add([put(source, "b.md", "別の文書。", "y")])
    assert held(tmp_path) == {"x": "古い。", "y": "別の文書。"}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs permissions that bind")
def test_a_shelf_that_cannot_be_written_is_an_error_that_says_what_to_do(
    tmp_path: Path, library: Library, source: Path
) -> None:
    (tmp_path / "shelf").mkdir(mode=0o500)
    with pytest.raises(ShelfError, match="TENKYO_SHELF_DIR"):
        library.add([put(source, "a.md", "一。")])


def test_a_file_where_the_shelf_should_be_is_an_error_that_says_what_to_do(
    tmp_path: Path, library: Library, source: Path
) -> None:
    (tmp_path / "shelf").write_text("in the way")
    with pytest.raises(ShelfError, match="TENKYO_SHELF_DIR"):
        library.add([put(source, "a.md", "一。")])


def test_threads_that_add_at_the_same_time_lose_nothing(tmp_path: Path, source: Path) -> None:
    paths = [put(source, f"d{number}.md", f"第{number}。") for number in range(12)]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda path: Library(tmp_path / "shelf").add([path]), paths))
    assert held(tmp_path) == {f"d{number}": f"第{number}。" for number in range(12)}


class AnyHistory(RuleBasedStateMachine):
    """Whatever is done in whatever order, the shelf is what a dictionary would be."""

    NAMES = st.sampled_from(["a.md", "b.md", "a.txt", "b.markdown"])
    IDS = st.sampled_from(["", "", "a", "b", "x/y", "..", "港"])

    def __init__(self) -> None:
        super().__init__()
        self.home = tempfile.TemporaryDirectory()
        self.root = Path(self.home.name) / "shelf"
        self.source = Path(self.home.name) / "source"
        self.source.mkdir()
        self.library = Library(self.root)
        self.model: dict[str, str] = {}
        self.withdrawn: set[str] = set()
        self.count = 0

    def teardown(self) -> None:
        self.home.cleanup()

    @rule(name=NAMES, doc_id=IDS)
    def add(self, name: str, doc_id: str) -> None:
        self.count += 1
        words = f"第{self.count}版。"
        path = put(self.source, name, words, f'"{doc_id}"' if doc_id else "")
        (arrival,) = self.library.add([path]).arrivals
        key = doc_id or path.stem
        assert arrival.document.id == key
        assert arrival.change == ("replaced" if key in self.model else "added")
        self.model[key] = words

    @rule(name=NAMES, doc_id=IDS)
    def look(self, name: str, doc_id: str) -> None:
        path = put(self.source, name, "試し。", f'"{doc_id}"' if doc_id else "")
        self.library.add([path], dry_run=True)

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.model)))
        self.library.remove([key])
        del self.model[key]
        self.withdrawn.discard(key)

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.model)))
        self.library.withdraw([key])
        self.withdrawn.add(key)

    @precondition(lambda self: self.withdrawn)
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.withdrawn)))
        self.library.restore([key])
        self.withdrawn.remove(key)

    @invariant()
    def the_shelf_equals_the_model(self) -> None:
        if not self.root.exists():
            assert self.model == {}
            return
        shelf = read_shelf([self.root])
        there = {d.id: d.text.strip().splitlines()[-1] for d in (*shelf.documents, *shelf.withdrawn)}
        assert there == self.model
        assert {document.id for document in shelf.withdrawn} == self.withdrawn
        assert shelf.skipped == ()


TestAnyHistory = AnyHistory.TestCase
TestAnyHistory.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)

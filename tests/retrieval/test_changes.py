"""A re-index costs what changed, and what it makes is what a whole build makes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from corpus.document import Passage
from retrieval import analysis
from retrieval.chroma import ChromaIndex
from retrieval.index import Index, open_index
from retrieval.ports import Entry, Vectors
from retrieval.retriever import Retriever
from tests.retrieval.conftest import HashEmbedder, MakeShelf, OpenIndex

COUNT = 60


def _texts(count: int = COUNT, changed: Sequence[int] = (), version: int = 0) -> list[str]:
    return [
        f"第{number}港の灯台は改修された。"
        + (f"第{version}版では延期された。" if number in changed else "費用は多い。")
        for number in range(count)
    ]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Return what was written to Chroma whole, what was changed in it, and which texts were analysed."""
    seen: dict[str, Any] = {"built": [], "changed": [], "analysed": []}
    build, changed, analyse = ChromaIndex.build, ChromaIndex.changed, analysis.analyse

    def count_build(directory: Path, entries: Sequence[Entry], *rest: Any, **more: Any) -> ChromaIndex:  # noqa: ANN401
        seen["built"].append(len(entries))
        return build(directory, entries, *rest, **more)

    def count_changed(directory: Path, base: Path, gone: Sequence[str], **rest: Any) -> None:  # noqa: ANN401
        seen["changed"].append((len(gone), len(rest["entries"])))
        changed(directory, base, gone, **rest)

    def count_analysed(passage: Passage) -> analysis.Analysis:
        seen["analysed"].append(passage.text)
        return analyse(passage)

    monkeypatch.setattr(ChromaIndex, "build", count_build)
    monkeypatch.setattr(ChromaIndex, "changed", count_changed)
    monkeypatch.setattr(analysis, "analyse", count_analysed)
    return seen


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "index" / "shelf"


def _same(one: Index, other: Index) -> None:
    """Check that two indexes hold the same and answer alike."""
    assert one.vectors is not None
    assert other.vectors is not None
    for question in ("第7港の灯台", "延期された", "費用"):
        first, second = Retriever(one).retrieve(question, 40), Retriever(other).retrieve(question, 40)
        assert first.hits == second.hits
        vector = HashEmbedder().queries([question])[0]
        near, also = one.vectors.nearest(vector, 500), other.vectors.nearest(vector, 500)
        assert near.keys() == also.keys()
        assert list(near.values()) == pytest.approx(list(also.values()), abs=1e-5)


def test_only_what_changed_is_embedded_analysed_and_stored(
    make_shelf: MakeShelf, opened: OpenIndex, directory: Path, calls: dict[str, Any], tmp_path: Path
) -> None:
    opened(make_shelf(*_texts()), directory, HashEmbedder())
    assert calls["built"] == [COUNT], "each passage; of few nodes the sentences are compared beside Chroma"
    assert len(calls["analysed"]) == COUNT
    calls["analysed"].clear()
    fresh = HashEmbedder()
    index = opened(make_shelf(*_texts(changed=[7])), directory, fresh)
    assert calls["built"] == [COUNT]
    assert calls["changed"] == [(1, 1)]
    assert len(calls["analysed"]) == 1
    embedded = [text for text in fresh.embedded if "港" in text or "された" in text]
    assert embedded == ["第0版では延期された。"], "the other sentence of the passage is as it was"
    whole = opened(make_shelf(*_texts(changed=[7])), tmp_path / "elsewhere" / "shelf", HashEmbedder())
    _same(index, whole)


def test_documents_added_and_removed_are_the_only_work(
    make_shelf: MakeShelf, opened: OpenIndex, directory: Path, calls: dict[str, Any], tmp_path: Path
) -> None:
    opened(make_shelf(*_texts()), directory, HashEmbedder())
    more = opened(make_shelf(*_texts(COUNT + 3)), directory, HashEmbedder())
    assert calls["changed"] == [(0, 3)]
    fresh = HashEmbedder()
    less = opened(make_shelf(*_texts(COUNT - 2)), directory, fresh)
    assert calls["changed"][1:] == [(5, 0)]
    assert fresh.embedded == []
    _same(less, opened(make_shelf(*_texts(COUNT - 2)), tmp_path / "elsewhere" / "shelf", HashEmbedder()))
    assert len(Retriever(more).retrieve("灯台", 100).hits) == COUNT + 3, "who holds the old one still reads it"


def test_after_many_changes_everything_is_written_anew(
    make_shelf: MakeShelf, opened: OpenIndex, directory: Path, calls: dict[str, Any]
) -> None:
    opened(make_shelf(*_texts()), directory, HashEmbedder()).close()
    for version in range(1, 8):
        index = opened(make_shelf(*_texts(changed=range(3), version=version)), directory, HashEmbedder())
        assert (
            Retriever(index).retrieve(f"第{version}版では延期された").hits[0].passage.text.count(f"第{version}版") == 1
        )
    assert 2 <= len(calls["built"]) <= 4, "what was removed takes up to a quarter of the space"
    assert len(calls["changed"]) >= 4


def test_another_model_starts_anew(
    make_shelf: MakeShelf, opened: OpenIndex, directory: Path, calls: dict[str, Any]
) -> None:
    opened(make_shelf(*_texts()), directory, HashEmbedder())
    opened(make_shelf(*_texts()), directory, HashEmbedder(name="other"))
    assert calls["built"] == [COUNT] * 2
    assert calls["changed"] == []


def test_another_arithmetic_of_the_same_model_starts_anew_so_that_an_index_is_of_one(
    make_shelf: MakeShelf, opened: OpenIndex, directory: Path, calls: dict[str, Any]
) -> None:
    opened(make_shelf(*_texts()), directory, HashEmbedder())
    opened(make_shelf(*_texts()), directory, HashEmbedder(arithmetic="8 bits"))
    assert calls["built"] == [COUNT], "an index is searched as it is"
    opened(make_shelf(*_texts(COUNT + 1)), directory, HashEmbedder(arithmetic="8 bits"))
    assert calls["built"] == [COUNT, COUNT + 1]
    assert calls["changed"] == []


def test_the_old_generation_goes_when_nobody_reads_it(make_shelf: MakeShelf, directory: Path) -> None:
    open_index(make_shelf(*_texts()), directory, HashEmbedder()).close()
    index = open_index(make_shelf(*_texts(changed=[1])), directory, HashEmbedder())
    assert [path.name for path in (directory / "generations").iterdir()] == [index.generation]
    index.close()


@pytest.mark.parametrize("count", [0, 1, 2, 29, 100, 101])
def test_chroma_s_bytes_stay_as_built_however_often_it_is_opened(
    tmp_path: Path, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retrieval.chroma._WRITTEN_AT_ONCE", 30)
    rows = np.random.default_rng(7).standard_normal((count, 8)).astype(np.float32)
    vectors: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    entries = [Entry(f"p{number}", f"p{number}", "d", "prose", 0, 3, f"本文{number}") for number in range(count)]
    ChromaIndex.build(tmp_path / "chroma", entries, vectors).close()

    def contents(directory: Path) -> dict[str, bytes]:
        return {str(path.relative_to(directory)): path.read_bytes() for path in directory.rglob("*") if path.is_file()}

    built = contents(tmp_path / "chroma")
    for _ in range(2):
        index = ChromaIndex(tmp_path / "chroma")
        assert len(index) == count
        assert set(index.nearest(np.ones(8, dtype=np.float32), 500)) == {entry.node for entry in entries}
        index.close()
    assert contents(tmp_path / "chroma") == built

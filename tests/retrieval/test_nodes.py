"""The vectors of a generation on the disk: every node compared, or Chroma's graph where they are many."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from corpus.document import Passage, PassageKind
from corpus.errors import IndexBroken
from retrieval.nodes import Nodes, write_nodes
from retrieval.ports import Entry, Vectors

COUNT = 200


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
    write_nodes(tmp_path, entries, _vectors(), "model")
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

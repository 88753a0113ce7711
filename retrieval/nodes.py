"""The vectors of one generation on the disk: those of its nodes by row, and beside them a Chroma.

Invariant: what is written holds exactly the entries given, whether it was made whole or from the generation before; the
rows of ``vectors.npy`` are the entries in the order given. The generation before is only read. The Chroma has every
passage under the mean of its nodes' vectors; where nodes are too many to be compared, so that it is asked, it has every
node.

    path/vectors.npy  float32 (nodes, dimension), memory-mapped: what a question is compared with
    path/chroma/      passages, or all nodes, as a Chroma
    path/nodes.json   a signature of each node in it, so that the next generation knows what has changed
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.document import Passage
from corpus.errors import IndexBroken
from retrieval.generations import Generation
from retrieval.ports import Entry, PassageIndex, Progress, Vectors
from retrieval.ranking import best_rows

COMPARED = 65_536
"""So many nodes, 100 MB of vectors, are compared in the time that Chroma's graph takes to find the 400 nearest."""

_MOST_CHANGED = (
    0.25  # of all nodes, those removed earlier included: beyond it a whole build is as quick, and finds better
)
_STAYS_WHOLE = 0.75  # of ``COMPARED``: a shelf about that size does not begin anew with every document
_REMEMBERED_FILTERS = 32


class Nodes:
    """The nodes of an open generation, given in the order of their rows, each with the passage it belongs to.

    Safe to read from many threads. Up to ``compared`` nodes the question is compared with every one of them; beyond it
    Chroma's graph is asked, which is quicker there and misses a few.
    """

    def __init__(self, path: Path, nodes: Mapping[str, Passage], compared: int = COMPARED) -> None:
        try:
            # a plain view: numpy looks at every slice of a memmap in Python
            self._vectors: Vectors = np.load(path / "vectors.npy", mmap_mode="r").view(np.ndarray)
        except (OSError, ValueError) as error:
            raise IndexBroken(f"{path}/vectors.npy cannot be read ({error}); run `tenkyo index`") from error
        self._nodes = list(nodes)
        self._passages = list(nodes.values())
        self._rows = {node: row for row, node in enumerate(self._nodes)}
        if len(self._rows) != len(self._vectors):
            raise IndexBroken(f"{path} has {len(self._vectors)} vectors, not {len(self._rows)}; run `tenkyo index`")
        self._kept = lru_cache(_REMEMBERED_FILTERS)(self._keep)
        self._graph = _graph(path) if len(self._nodes) > compared else None

    def nearest(
        self,
        vector: Vectors,
        limit: int,
        kinds: Collection[str] | None = None,
        documents: Collection[str] | None = None,
    ) -> Mapping[str, float]:
        """Return the cosines of the ``limit`` nodes nearest to a vector, best first, of these kinds and documents.

        Raises IndexBroken.
        """
        if self._graph is not None:
            return self._graph.nearest(vector, limit, kinds, documents)
        cosines = _cosines(self._vectors, vector)
        if kinds is None and documents is None:
            rows = best_rows(cosines, limit)
        else:
            inside = self._kept(*(None if names is None else frozenset(names) for names in (kinds, documents)))
            rows = inside[best_rows(cosines[inside], limit)]
        return dict(zip([self._nodes[row] for row in rows.tolist()], cosines[rows].tolist(), strict=True))

    def similarities(self, vector: Vectors, nodes: Iterable[str]) -> dict[str, float]:
        """Return the cosine of each stored node to a vector, shape (dimension,)."""
        rows = {node: self._rows[node] for node in nodes if node in self._rows}
        return dict(zip(rows, _cosines(self._vectors[list(rows.values())], vector).tolist(), strict=True))

    def close(self) -> None:
        """Let go of the files."""
        if self._graph is not None:
            self._graph.close()

    def _keep(self, kinds: frozenset[str] | None, documents: frozenset[str] | None) -> NDArray[np.intp]:
        """Return the rows of the nodes that may be found."""
        allowed = (
            (kinds is None or passage.kind in kinds) and (documents is None or passage.doc in documents)
            for passage in self._passages
        )
        return np.flatnonzero(np.fromiter(allowed, dtype=bool, count=len(self._passages)))


def _graph(path: Path) -> PassageIndex:
    from retrieval.chroma import ChromaIndex  # noqa: PLC0415  slow to import, and only a large shelf is asked there

    return ChromaIndex(path / "chroma")


def _cosines(vectors: Vectors, vector: Vectors) -> Vectors:
    """Return the cosine of each row of ``vectors`` to a vector.

    Not ``vectors @ vector``: its threads wait for each other where several questions are asked at once, and a row's
    number would depend on how many there are.
    """
    cosines: Vectors = np.einsum("ij,j->i", vectors, vector)
    return cosines


def write_nodes(  # noqa: PLR0913  what is written, where, and from what
    path: Path,
    entries: Sequence[Entry],
    vectors: Vectors,
    passages: Sequence[Entry],
    made_by: str,
    *,
    before: Generation | None = None,
    progress: Progress | None = None,
    compared: int = COMPARED,
) -> None:
    """Write entries with their vectors, shape (entries, dimension), under a new generation's path.

    ``passages`` are those that the entries belong to, whole and in the same order; ``made_by`` names the model and its
    arithmetic; up to ``compared`` nodes will be compared as a whole. Where the generation ``before`` holds most of what
    Chroma is to hold, made by the same, only what has changed is written anew. Raises IndexBroken and OSError.
    """
    from retrieval.chroma import ChromaIndex  # noqa: PLC0415

    old = _before(before)
    whole = len(entries) > compared * (_STAYS_WHOLE if old.whole else 1)
    # Each sentence costs Chroma as much as a passage does, and is not looked for there while all are compared.
    stored, kept = (entries, vectors) if whole else (passages, _means(passages, entries, vectors))
    signatures = {entry.node: _signature(made_by, entry) for entry in stored}
    gone = [node for node, signature in old.nodes.items() if signatures.get(node) != signature]
    fresh = [row for row, entry in enumerate(stored) if old.nodes.get(entry.node) != signatures[entry.node]]
    dead = old.dead + len(gone)
    few = dead + len(fresh) <= _MOST_CHANGED * len(stored)
    if before is not None and old.nodes and few and whole == old.whole:  # a graph that is asked is another one
        some = [stored[row] for row in fresh]
        ChromaIndex.changed(
            path / "chroma", before.path / "chroma", gone, entries=some, vectors=kept[fresh], progress=progress
        )
    else:
        dead = 0
        ChromaIndex.build(path / "chroma", stored, kept, progress, asked=whole).close()
    np.save(path / "vectors.npy", np.ascontiguousarray(vectors, dtype=np.float32))
    told = {"whole": whole, "dead": dead, "nodes": signatures}
    (path / "nodes.json").write_text(json.dumps(told), encoding="utf-8")


def _means(passages: Sequence[Entry], entries: Sequence[Entry], vectors: Vectors) -> Vectors:
    """Return for each passage the mean of its nodes' vectors, of length 1; all nodes of a passage stand together."""
    if not passages:
        return vectors[:0]
    firsts = [row for row, entry in enumerate(entries) if row == 0 or entries[row - 1].passage != entry.passage]
    sums = np.add.reduceat(vectors, firsts, axis=0)
    return np.asarray(sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-12), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class _Stored:
    """What a generation's Chroma holds: signatures by node; ``dead`` nodes removed from it still take space."""

    whole: bool = False
    dead: int = 0
    nodes: Mapping[str, str] = field(default_factory=dict)


def _before(before: Generation | None) -> _Stored:
    if before is None:
        return _Stored()
    try:
        stored = json.loads((before.path / "nodes.json").read_text("utf-8"))
        return _Stored(bool(stored["whole"]), int(stored["dead"]), dict(stored["nodes"]))
    except (OSError, ValueError, KeyError, TypeError):
        return _Stored()  # it has none: a shelf by words alone, or an older one


def _signature(made_by: str, entry: Entry) -> str:
    parts = (made_by, entry.passage, entry.doc, entry.kind, str(entry.start), str(entry.end), entry.text)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:24]

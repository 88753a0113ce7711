"""The vectors of one generation on the disk: a Chroma of its nodes, and the vectors themselves beside it by row.

Invariant: what is written holds exactly the entries given, whether it was made whole or from the generation before; the
rows of ``vectors.npy`` are the entries in the order given. The generation before is only read.

    path/chroma/      what finds near nodes
    path/vectors.npy  float32 (nodes, dimension), memory-mapped: what a node's own vector is read from
    path/nodes.json   a signature of each node, so that the next generation knows what has changed
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from corpus.errors import IndexBroken
from retrieval.generations import Generation
from retrieval.ports import Entry, PassageIndex, Progress, Vectors

_MOST_CHANGED = (
    0.25  # of all nodes, those removed earlier included: beyond it a whole build is as quick, and finds better
)
_LEAST_CHANGED = 2  # one change alone does not reach Chroma's disk


class Nodes:
    """The nodes of an open generation; safe to read from many threads."""

    def __init__(self, path: Path, nodes: Iterable[str]) -> None:
        from retrieval.chroma import ChromaIndex  # noqa: PLC0415  slow to import, and only needed with vectors

        try:
            # a plain view: numpy looks at every slice of a memmap in Python
            self._vectors: Vectors = np.load(path / "vectors.npy", mmap_mode="r").view(np.ndarray)
        except (OSError, ValueError) as error:
            raise IndexBroken(f"{path}/vectors.npy cannot be read ({error}); run `tenkyo index`") from error
        self._rows = {node: row for row, node in enumerate(nodes)}
        if len(self._rows) != len(self._vectors):
            raise IndexBroken(f"{path} has {len(self._vectors)} vectors, not {len(self._rows)}; run `tenkyo index`")
        self._near: PassageIndex = ChromaIndex(path / "chroma")

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
        return self._near.nearest(vector, limit, kinds, documents)

    def similarities(self, vector: Vectors, nodes: Iterable[str]) -> dict[str, float]:
        """Return the cosine of each stored node to a vector, shape (dimension,)."""
        wanted = [node for node in dict.fromkeys(nodes) if node in self._rows]
        if not wanted:
            return {}
        rows = self._vectors[[self._rows[node] for node in wanted]]
        return dict(zip(wanted, (rows @ vector).tolist(), strict=True))

    def close(self) -> None:
        """Let go of the files."""
        self._near.close()


def write_nodes(  # noqa: PLR0913  what is written, where, and from what
    path: Path,
    entries: Sequence[Entry],
    vectors: Vectors,
    model: str,
    *,
    before: Generation | None = None,
    progress: Progress | None = None,
) -> None:
    """Write entries with their vectors, shape (entries, dimension), under a new generation's path.

    Where the generation ``before`` holds most of them under the same model, only what has changed is written anew.
    Raises IndexBroken and OSError.
    """
    from retrieval.chroma import ChromaIndex  # noqa: PLC0415

    signatures = {entry.node: _signature(model, entry) for entry in entries}
    old, dead = _before(before)
    gone = [node for node, signature in old.items() if signatures.get(node) != signature]
    fresh = [row for row, entry in enumerate(entries) if old.get(entry.node) != signatures[entry.node]]
    dead += len(gone)
    few = len(gone) + len(fresh) >= _LEAST_CHANGED and dead + len(fresh) <= _MOST_CHANGED * len(entries)
    if before is not None and old and few:
        some = [entries[row] for row in fresh]
        ChromaIndex.changed(
            path / "chroma", before.path / "chroma", gone, entries=some, vectors=vectors[fresh], progress=progress
        )
    else:
        dead = 0
        ChromaIndex.build(path / "chroma", entries, vectors, progress).close()
    np.save(path / "vectors.npy", np.ascontiguousarray(vectors, dtype=np.float32))
    (path / "nodes.json").write_text(json.dumps({"dead": dead, "nodes": signatures}), encoding="utf-8")


def _before(before: Generation | None) -> tuple[dict[str, str], int]:
    """Return the signatures of a generation's nodes, and how many nodes removed from its Chroma still take space."""
    if before is None:
        return {}, 0
    try:
        stored = json.loads((before.path / "nodes.json").read_text("utf-8"))
        return dict(stored["nodes"]), int(stored["dead"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}, 0  # it has none: a shelf by words alone


def _signature(model: str, entry: Entry) -> str:
    parts = (model, entry.passage, entry.doc, entry.kind, str(entry.start), str(entry.end), entry.text)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:24]

"""What every Chroma of ours has in common, here or on a server: its space, how entries are written and narrowed down.

Invariant: vectors are always passed in, so that Chroma never makes any, and the space is cosine.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from retrieval.ports import Entry, Progress, Stage, Vectors

SPACE = {"space": "cosine", "ef_construction": 200, "max_neighbors": 32, "ef_search": 400}


def condition(**wanted: Collection[str] | None) -> dict[str, Any] | None:
    """Return Chroma's condition for metadata in these sets of values, or None without one."""
    conditions = [{name: {"$in": sorted(values)}} for name, values in wanted.items() if values is not None]
    return {"$and": conditions} if len(conditions) > 1 else conditions[0] if conditions else None


def add(
    collection: Any,  # noqa: ANN401
    entries: Sequence[Entry],
    vectors: Vectors,
    at_once: int,
    progress: Progress | None,
) -> None:
    """Write entries as LlamaIndex reads them, without the JSON of the whole node: that takes longer than the graph."""
    for first in range(0, len(entries), at_once):
        some = entries[first : first + at_once]
        collection.add(
            ids=[entry.node for entry in some],
            embeddings=vectors[first : first + len(some)],
            documents=[entry.text for entry in some],
            metadatas=[
                {"passage": entry.passage, "doc": entry.doc, "kind": entry.kind, "start": entry.start, "end": entry.end}
                for entry in some
            ],
        )
        if progress is not None:
            progress(first + len(some), len(entries), Stage.STORING)
    if len(entries) == 1:  # one alone is never enough to reach the disk: say it again
        collection.update(ids=[entry.node for entry in entries], embeddings=vectors)

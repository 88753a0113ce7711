"""What every Chroma of ours has in common, here or on a server: its space, how entries are written and narrowed down.

Invariant: vectors are always passed in, so that Chroma never makes any, and the space is cosine.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from retrieval.ports import Entry, Progress, Stage, Vectors

# Of the hundred nearest of 33,500 nodes these find .967; 32 neighbours and an ef_construction of 100 find .969 and take
# a third longer, 16 and 40 take two thirds of the time and find .942.
SPACE = {"space": "cosine", "ef_construction": 80, "max_neighbors": 24, "ef_search": 400}
UNASKED = {**SPACE, "ef_construction": 40, "max_neighbors": 16}
"""For a graph that tenkyo itself does not ask."""


def condition(**wanted: Collection[str] | None) -> dict[str, Any] | None:
    """Return Chroma's condition for metadata in these sets of values, or None without one."""
    conditions = [{name: {"$in": sorted(values)}} for name, values in wanted.items() if values is not None]
    return {"$and": conditions} if len(conditions) > 1 else conditions[0] if conditions else None


def rounds(entries: int, at_once: int) -> int:
    """Return in how many rounds so many entries are written: each has entries // rounds of them, or one more."""
    return max(-(-entries // at_once), 1)


def add(
    collection: Any,  # noqa: ANN401
    entries: Sequence[Entry],
    vectors: Vectors,
    at_once: int,
    progress: Progress | None,
) -> None:
    """Write entries as LlamaIndex reads them, without the JSON of the whole node: that takes longer than the graph."""
    turns = rounds(len(entries), at_once)
    for turn in range(turns if entries else 0):
        first, last = (at * len(entries) // turns for at in (turn, turn + 1))
        some = entries[first:last]
        collection.add(
            ids=[entry.node for entry in some],
            embeddings=vectors[first:last],
            documents=[entry.text for entry in some],
            metadatas=[
                {"passage": entry.passage, "doc": entry.doc, "kind": entry.kind, "start": entry.start, "end": entry.end}
                for entry in some
            ],
        )
        if progress is not None:
            progress(last, len(entries), Stage.STORING)
    if len(entries) == 1:  # one alone is never enough to reach the disk: say it again
        collection.update(ids=[entry.node for entry in entries], embeddings=vectors)

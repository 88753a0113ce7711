"""Which passages are items of one list, and which list a passage opens.

Invariant: items stand one after another under one heading, and each begins with the sign of an item.
"""

from __future__ import annotations

from corpus.document import Document, Passage
from corpus.structure.lists import item


def opened_by(document: Document, passage: Passage) -> tuple[Passage, ...]:
    """Return the items of the list that follows a passage directly, in order; empty where none of at least two does."""
    places = {one.id: place for place, one in enumerate(document.passages)}
    if passage.id not in places or _is_item(document, passage):
        return ()
    return _run(document, places[passage.id] + 1, passage.section)


def listed_with(document: Document, passage: Passage) -> tuple[Passage, ...]:
    """Return all items of the list that a passage is an item of, itself among them; empty where it is none."""
    if not _is_item(document, passage):
        return ()
    first = next((place for place, one in enumerate(document.passages) if one.id == passage.id), 0)
    while first and _belongs(document, document.passages[first - 1], passage.section):
        first -= 1
    return _run(document, first, passage.section)


def _run(document: Document, first: int, section: tuple[str, ...]) -> tuple[Passage, ...]:
    last = first
    while last < len(document.passages) and _belongs(document, document.passages[last], section):
        last += 1
    return document.passages[first:last] if last - first > 1 else ()


def _belongs(document: Document, passage: Passage, section: tuple[str, ...]) -> bool:
    return passage.kind == "prose" and passage.section == section and _is_item(document, passage)


def _is_item(document: Document, passage: Passage) -> bool:
    """Say whether a passage begins with the sign of an item: before its words, or, for a number, among them."""
    line = document.text.rfind("\n", 0, passage.start) + 1
    found = item(document.text[line : passage.end])
    return found is not None and line + found.words == passage.start

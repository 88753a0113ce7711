"""Which marks of notes stand in some words of a text."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.document import Mark
from corpus.places import Stretch


def marks_in(marks: Iterable[Mark], *places: Stretch) -> tuple[Mark, ...]:
    """Return the marks that close words of these places: a mark stands right behind what it closes."""
    return tuple(mark for mark in marks if any(place.start < mark.at <= place.end for place in places))

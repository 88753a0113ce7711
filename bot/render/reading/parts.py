"""Stretches of canonical text as parts of a page: words, note marks, links and what a sign stands for.

Invariant: the words of the parts are the canonical text, each character once and in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.document import Document, Mark

_LINK = re.compile(r"https?://[^\s<>「」『』（）、。\"']+")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a line: words, or a note mark (``marker``); ``href`` is what it links to, ``id`` what links to it.

    ``inner`` are the parts of a stretch that can be linked to itself (a passage, a row among prose).
    """

    words: str = ""
    marker: str = ""
    href: str = ""
    id: str = ""
    inner: tuple[Part, ...] = ()


@dataclass
class Marks:
    """The marks of a document by their place, and for each note the marks that were shown, to lead back."""

    notes: Mapping[str, str]  # marker → anchor of its note
    at: Mapping[int, Sequence[Mark]]
    shown: dict[str, list[str]] = field(default_factory=dict)

    def parts(self, at: int) -> Iterator[Part]:
        """Yield the marks that stand just before a character."""
        for number, mark in enumerate(self.at.get(at, ())):
            anchor = f"mark-{at}" + (f"-{number}" if number else "")
            self.shown.setdefault(mark.marker, []).append(anchor)
            yield Part(marker=mark.marker, href=self.notes.get(mark.marker, ""), id=anchor)


def marks_of(document: Document) -> Marks:
    """Return the marks of a document, each once, those under tables included."""
    every = [mark for passage in document.passages for mark in passage.marks]
    every += [mark for table in document.tables for mark in table.marks]
    at: dict[int, list[Mark]] = {}
    for mark in dict.fromkeys(every):
        if all(mark.marker != other.marker for other in at.get(mark.at, ())):
            at.setdefault(mark.at, []).append(mark)
    notes: dict[str, str] = {}
    for note in document.notes:
        notes.setdefault(note.marker, f"note-{note.start}")
    return Marks(notes, at)


def stretch(document: Document, start: int, end: int, marks: Marks, *, first: bool = False) -> tuple[Part, ...]:
    """Return the parts of ``[start, end)``; marks at its very start are shown only where it is ``first`` in a line."""
    parts: list[Part] = []
    cursor = start
    for at in sorted(place for place in marks.at if start <= place <= end):
        if at == start and not first:
            continue
        parts += _linked(document.text[cursor:at])
        parts += marks.parts(at)
        cursor = at
    return (*parts, *_linked(document.text[cursor:end]))


def _linked(words: str) -> Iterator[Part]:
    cursor = 0
    for match in _LINK.finditer(words):
        if match.start() > cursor:
            yield Part(words[cursor : match.start()])
        yield Part(match[0], href=match[0])
        cursor = match.end()
    if cursor < len(words):
        yield Part(words[cursor:])

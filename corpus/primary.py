"""The primary sources that documents name in their notes, each once, with every statement that rests on it.

Invariant: two notes name one source only where they print the same address, or, without one, the same title and
publisher; a statement is the clause that a note's mark closes, as printed, and belongs to the note whose mark it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from corpus.document import Document, Mark, Note, Source, Span
from corpus.normalize import search_text
from corpus.structure.referring import REFERENCE

_SCHEME = re.compile(r"^[a-z]{0,5}://(?:www\.)?|^www\.", re.IGNORECASE)
_LETTERS = re.compile(r"[^\w]+")
_BREAKS = "、，,；; \n　"
_CLOSERS = '」』）)”’"。．.！？!?'


@dataclass(frozen=True, slots=True)
class Resting:
    """A statement that rests on a note: its place in the document's canonical text, and the note's marker.

    For a table it is the line printed below it. ``section`` is the heading path it stands under.
    """

    document: Document
    marker: str
    span: Span
    section: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return the statement as printed."""
        return self.document.text[self.span.start : self.span.end]


@dataclass(frozen=True, slots=True)
class Primary:
    """One primary source: what its first note prints of it, all notes that name it, and what rests on it."""

    source: Source
    notes: tuple[tuple[Document, Note], ...]
    resting: tuple[Resting, ...]


@dataclass(slots=True)
class _Gathered:
    source: Source
    notes: list[tuple[Document, Note]] = field(default_factory=list)
    resting: dict[tuple[str, int, int], Resting] = field(default_factory=dict)


def primaries(documents: Iterable[Document]) -> tuple[Primary, ...]:
    """Return the primary sources of documents, those that most rests on first; the others in the order of the text."""
    found: dict[str, _Gathered] = {}
    for document in documents:
        carried = _carried(document)
        for note in document.notes:
            for source in note.sources or (Source(note.text),):
                pointing = not (source.by or source.title or source.url) and REFERENCE.search(source.text)
                own = f"\0{document.id}\0{note.marker}" if pointing else ""  # what 同上 means there is not known
                gathered = found.setdefault(identity(source) + own, _Gathered(source))
                gathered.notes.append((document, note))
                for one in carried.get(note.marker, ()):
                    gathered.resting.setdefault((document.id, one.span.start, one.span.end), one)
    made = [Primary(g.source, tuple(g.notes), tuple(g.resting.values())) for g in found.values()]
    return tuple(sorted(made, key=lambda primary: -len(primary.resting)))


def identity(source: Source) -> str:
    """Return what is equal for two sources exactly where they are one: the address, else title and publisher."""
    return _identity(source.url, source.title, source.publisher, source.date, source.text)


@cache
def _identity(url: str, title: str, publisher: str, date: str, printed: str) -> str:
    if url:
        return _address(url)
    if title:
        return _LETTERS.sub("", f"{publisher}{title}{date}").casefold()
    return _LETTERS.sub("", search_text(printed)).casefold()


def _address(url: str) -> str:
    return _SCHEME.sub("", url.strip()).split("#")[0].rstrip("/").casefold()


def named(found: Sequence[Primary], words: str) -> tuple[Primary, ...]:
    """Return the sources whose address or publisher holds some words; where there is none, whose title does."""
    wanted, address = search_text(words).casefold(), _address(words)
    if not wanted.strip():
        return tuple(found)
    first = tuple(
        primary
        for primary in found
        if wanted in search_text(primary.source.publisher).casefold()
        or (address and any(address in _address(source.url) for source in _sources(primary) if source.url))
    )
    return first or tuple(p for p in found if wanted in search_text(f"{p.source.title} {p.source.text}").casefold())


def _sources(primary: Primary) -> Iterable[Source]:
    return (s for _, note in primary.notes for s in note.sources if identity(s) == identity(primary.source))


def _carried(document: Document) -> dict[str, list[Resting]]:
    """Return what rests on each note of a document, by its marker, in the order of the text."""
    found: dict[str, list[Resting]] = {}
    for passage in document.passages:
        for mark in passage.marks:
            span = _clause(document, mark, passage.end)
            found.setdefault(mark.marker, []).append(Resting(document, mark.marker, span, passage.section))
    for table in document.tables:
        span = table.source_span or table.caption_span or Span(table.start, table.end)
        for mark in table.marks:
            if not any(one.span == span for one in found.get(mark.marker, ())):
                found.setdefault(mark.marker, []).append(Resting(document, mark.marker, span, ()))
    return found


def _clause(document: Document, mark: Mark, end: int) -> Span:
    """Return what a mark closes: the clause it vouches for, with the signs behind the mark that end its sentence."""
    text, start, at = document.text, mark.since, mark.at
    while start < at and text[start] in _BREAKS:
        start += 1
    while at < end and text[at] in _CLOSERS:
        at += 1
    return Span(start, at)

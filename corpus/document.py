"""The words of the corpus as frozen data: document, section, passage, note, table.

Invariant: canonical text is a concatenation of slices of the text that a file holds, each used once. Nothing is
rewritten, and every offset here leads to bytes of the original file (`Document.locate`). The slices stand in the file's
order but for what a page end put into the middle of a sentence (notes at the foot of the page): that follows the
paragraph it interrupted. What the bytes are, `Document.places` says:

- ``exact`` (Markdown, text): in the document's ``encoding`` they spell the words, and nothing was inserted;
- ``markup`` (HTML; text whose lines end in a carriage return alone): they spell the words with entities and white
  space as the file has them; signs that reading put in for tags (a line break, `` | `` between cells, ``^`` before an
  exponent) have an empty stretch of bytes;
- ``container`` (PDF, DOCX): compressed or drawn, they are the part of the file that holds the words; `Passage.page`
  leads on where there are pages.

All offsets are in characters of the document's canonical text, half open: ``[start, end)``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from corpus.told import Told

import corpus.vendor_eucjp  # noqa: F401  codecs that `Document.encoding` may name
from corpus.notes import Flag, FlagKind, Note, Source, Stray
from corpus.places import ByteSpan, Mark, Piece, Places, Span
from corpus.tables import Cell, Figure, Row, Table

__all__ = [
    "ByteSpan",
    "Cell",
    "Document",
    "Figure",
    "Flag",
    "FlagKind",
    "Furniture",
    "FurnitureKind",
    "Gap",
    "Lifted",
    "LiftedKind",
    "Mark",
    "Note",
    "Passage",
    "PassageKind",
    "Piece",
    "Places",
    "Row",
    "Source",
    "Span",
    "Stray",
    "Table",
]

PassageKind = Literal["prose", "row", "table", "note", "heading"]
FurnitureKind = Literal[
    "rule", "page number", "running head", "contents", "navigation", "markup", "frame"
]  # frame: what stands around the text of a web page
LiftedKind = Literal["note mark", "link target", "hyphen", "markup"]


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit that is retrieved, with its place in canonical text.

    ``text`` is the canonical slice ``[start, end)``. ``context`` is what a reader sees around it and a search must
    know (for a row: label, caption, period, unit and header) and is never quoted as if it were the passage. ``marks``
    are the notes the passage carries, each at its own place, so that a clause can be given only its own notes.
    """

    id: str
    doc: str
    kind: PassageKind
    start: int
    end: int
    text: str
    section: tuple[str, ...] = ()
    context: str = ""
    marks: tuple[Mark, ...] = ()
    table: str = ""  # Table.id, for rows and tables
    row: int = 0  # Row.number, for rows
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line of the original that says nothing: kept so that nothing is silently dropped.

    ``line`` counts from 1, in the file or, for PDF and DOCX, in the text read from it.
    """

    kind: FurnitureKind
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Something of the original that could not be read, where (``page`` is 0 where there are none) and why."""

    what: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Lifted:
    """Signs lifted out of a line whose words stay, as they stand at ``[first, last)`` of the file's bytes."""

    kind: LiftedKind
    line: int
    text: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Document:
    """One source as a reader knows it. ``sha256`` is of the original file's bytes; ``path`` is where it was read."""

    id: str
    title: str
    author: str
    date: str  # ISO 8601, as precise as printed; empty when the document prints none
    publisher: str
    url: str
    lang: str  # ja, en, zh, ko
    text: str
    sha256: str
    path: str
    pieces: tuple[Piece, ...]
    passages: tuple[Passage, ...]
    notes: tuple[Note, ...] = ()
    tables: tuple[Table, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    lifted: tuple[Lifted, ...] = ()
    figures: tuple[Figure, ...] = ()
    series: str = ""
    affiliation: str = ""  # of the author, post included, as printed
    unsourced: bool = False  # the document itself says, or shows, that it names no sources
    encoding: str = "utf-8"
    places: Places = "exact"
    gaps: tuple[Gap, ...] = ()
    _starts: tuple[int, ...] = field(default=(), init=False, repr=False, compare=False)
    _told: Told | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Remember where each piece starts, for `locate`."""
        object.__setattr__(self, "_starts", tuple(piece.start for piece in self.pieces))

    def __hash__(self) -> int:
        """Hash what tells documents apart: hashing every piece of a large shelf took longer than answering from it."""
        return hash((self.id, self.sha256))

    @property
    def told(self) -> Told:
        """Return what the text tells of time and people: read when first asked for, and kept."""
        if self._told is None:
            from corpus.told import Told  # noqa: PLC0415  it is made of documents' types

            notes = tuple(Span(note.start, note.end) for note in self.notes)
            author = "" if re.search(r"[、，,;&・/／]|\sand\s|\u3000{2}", self.author) else self.author.strip()
            object.__setattr__(self, "_told", Told(self.text, self.date, self.lang, notes, author))
        assert self._told is not None
        return self._told

    def locate(self, start: int, end: int) -> tuple[ByteSpan, ...]:
        """Return where ``text[start:end]`` stands in the original file, one span for each unbroken run of bytes.

        The spans are in order, adjoin in canonical text and together cover ``[start, end)``.
        Raises ValueError when the span lies outside canonical text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"span [{start}, {end}) is outside the text of {self.id} (0–{len(self.text)})")
        spans: list[ByteSpan] = []
        at = start
        index = max(bisect_right(self._starts, start) - 1, 0)
        while at < end:
            piece = self.pieces[index]
            stop = min(end, piece.start + piece.length)
            first, last = self._bytes(piece, at, stop)
            if spans and spans[-1].first < spans[-1].last == first < last:
                spans[-1] = ByteSpan(spans[-1].start, stop, spans[-1].first, last)
            else:
                spans.append(ByteSpan(at, stop, first, last))
            at, index = stop, index + 1
        return tuple(spans)

    def _bytes(self, piece: Piece, at: int, stop: int) -> tuple[int, int]:
        """Return where the characters ``[at, stop)`` of a piece stand; a piece that bytes do not spell has no parts."""
        if piece.size >= 0:
            return piece.byte, piece.byte + piece.size
        first = piece.byte + len(self.text[piece.start : at].encode(self.encoding))
        return first, first + len(self.text[at:stop].encode(self.encoding))

    def note(self, marker: str) -> Note | None:
        """Return the note with this marker, or None when the document prints a mark without its note."""
        return next((note for note in self.notes if note.marker == marker), None)

    def table(self, table_id: str) -> Table | None:
        """Return the table with this id, or None."""
        return next((table for table in self.tables if table.id == table_id), None)

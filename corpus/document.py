"""The words of the corpus as frozen data: document, section, passage, note, table.

Invariant: canonical text is a concatenation of slices of the original file, in order. Nothing is inserted and
nothing is rewritten, so every offset here points at bytes a reader can look up (`Document.locate`).
All offsets are in characters of the document's canonical text, half open: ``[start, end)``.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from corpus.told import Told

PassageKind = Literal["prose", "row", "table", "note", "heading"]
FurnitureKind = Literal["rule", "page number", "running head", "markup"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of canonical text, ``[start, end)`` in characters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ByteSpan:
    """A stretch of canonical text that is also one unbroken stretch ``[first, last)`` of the original file's bytes."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Piece:
    """One slice of the original: ``length`` characters at canonical ``start``, from byte ``byte`` of the file on."""

    start: int
    length: int
    byte: int


@dataclass(frozen=True, slots=True)
class Source:
    """One primary source named in a note. Fields that the note does not print are empty."""

    text: str
    title: str = ""
    publisher: str = ""
    date: str = ""  # ISO 8601, as precise as printed: 2025-09-03, 2025-09 or 2025
    url: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """The document's own footnote or reference. ``damage`` says what is wrong with it as printed, or is empty."""

    marker: str
    text: str
    start: int
    end: int
    sources: tuple[Source, ...] = ()
    damage: str = ""

    @property
    def damaged(self) -> bool:
        """Say whether the note cannot be taken as printed."""
        return bool(self.damage)


@dataclass(frozen=True, slots=True)
class Mark:
    """A note mark that was lifted out of canonical text; it stood just before offset ``at``."""

    marker: str
    at: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. An empty cell has ``start == end``."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; ``number`` counts from 1 and leaves the header out."""

    number: int
    cells: tuple[Cell, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table with all that its rows need to be understood alone.

    ``label`` is what the text calls it (表2), ``caption`` its title, ``period`` and ``unit`` what the figures cover and
    are counted in, ``source`` the line printed below it, ``marks`` the notes that this line carries. Strings are
    empty where the document prints nothing. ``start``/``end`` cover the rows (and header), not the caption.
    """

    id: str
    label: str
    caption: str
    period: str
    unit: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    start: int
    end: int
    source: str = ""
    source_span: Span | None = None
    caption_span: Span | None = None
    marks: tuple[Mark, ...] = ()


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
    """A line of the original that says nothing: kept so that nothing is silently dropped. ``line`` counts from 1."""

    kind: FurnitureKind
    line: int
    text: str


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
    unsourced: bool = False  # the document itself says, or shows, that it names no sources
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
            object.__setattr__(self, "_told", Told(self.text, self.date, self.lang, notes))
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
            first = piece.byte + len(self.text[piece.start : at].encode("utf-8"))
            last = first + len(self.text[at:stop].encode("utf-8"))
            if spans and spans[-1].last == first:
                spans[-1] = ByteSpan(spans[-1].start, stop, spans[-1].first, last)
            else:
                spans.append(ByteSpan(at, stop, first, last))
            at, index = stop, index + 1
        return tuple(spans)

    def note(self, marker: str) -> Note | None:
        """Return the note with this marker, or None when the document prints a mark without its note."""
        return next((note for note in self.notes if note.marker == marker), None)

    def table(self, table_id: str) -> Table | None:
        """Return the table with this id, or None."""
        return next((table for table in self.tables if table.id == table_id), None)

"""The words of the corpus as frozen data: document, section, passage, note, table.

Invariant: canonical text is a concatenation of slices of the text that a file holds, each used once. Nothing is
rewritten, and every offset here leads to bytes of the original file (`Document.locate`). The slices stand in the file's
order but for what a page end put into the middle of a sentence (notes at the foot of the page): that follows the
paragraph it interrupted. What the bytes are, `Document.places` says:

- ``exact`` (Markdown, text): in the document's ``encoding`` they spell the words, and nothing was inserted;
- ``markup`` (HTML): they spell the words with entities and white space as the file has them; signs that reading put in
  for tags (a line break, `` | `` between cells) have an empty stretch of bytes;
- ``container`` (PDF, DOCX): compressed or drawn, they are the part of the file that holds the words; `Passage.page`
  leads on where there are pages.

All offsets are in characters of the document's canonical text, half open: ``[start, end)``.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

PassageKind = Literal["prose", "row", "table", "note", "heading"]
FurnitureKind = Literal[
    "rule", "page number", "running head", "contents", "markup", "frame"
]  # frame: around a web page's text
Places = Literal["exact", "markup", "container"]
LiftedKind = Literal["note mark", "link target", "hyphen", "markup"]
FlagKind = Literal[
    "several sources", "no address", "address differs", "shared address", "torn address", "stranded half", "no mark"
]


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
    """One slice of the original: ``length`` characters at canonical ``start``, from byte ``byte`` of the file on.

    ``size`` is -1 where bytes spell the characters; else so many bytes hold them in another form, or none (0) do.
    """

    start: int
    length: int
    byte: int
    size: int = -1


@dataclass(frozen=True, slots=True)
class Source:
    """One primary source named in a note. Fields that the note does not print are empty."""

    text: str
    title: str = ""
    publisher: str = ""
    date: str = ""  # when it was published, ISO 8601, as precise as printed: 2025-09-03, 2025-09 or 2025
    url: str = ""
    lang: str = ""  # ja, en, zh, ko: as the note says, else as title and address show; empty where they do not


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a reader of a note should know before trusting it; ``detail`` says what, as printed."""

    kind: FlagKind
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Stray:
    """Half a note that a page end parted from its beginning, as printed at ``[start, end)``.

    It stands beside the note that it probably belongs to, for the ``reason`` given, and is no part of that note.
    """

    text: str
    start: int
    end: int
    url: str
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """The document's own footnote or reference. ``damage`` says what is wrong with it as printed, or is empty.

    ``flags`` say the same and more, one by one; ``strays`` are the halves of notes that may belong to it.
    """

    marker: str
    text: str
    start: int
    end: int
    sources: tuple[Source, ...] = ()
    damage: str = ""
    flags: tuple[Flag, ...] = ()
    strays: tuple[Stray, ...] = ()

    @property
    def damaged(self) -> bool:
        """Say whether the note cannot be taken as printed."""
        return bool(self.damage)


@dataclass(frozen=True, slots=True)
class Mark:
    """A note mark that was lifted out of canonical text; it stood just before offset ``at``.

    It vouches for the clause ``[since, at)`` and for nothing before it.
    """

    marker: str
    at: int
    since: int = -1


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. An empty cell has ``start == end``.

    ``value`` is the exact number that a cell of a column of figures prints, counted in ``unit`` (as printed in the
    cell, else in its column's name, else for the table); codes, ranks, years and words have none.
    """

    text: str
    start: int
    end: int
    value: Decimal | None = None
    unit: str = ""


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
class Figure:
    """A figure, or a table whose content is lost, by what is printed around it; strings as in `Table`."""

    label: str
    caption: str
    period: str
    caption_span: Span
    source: str = ""
    source_span: Span | None = None
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

    def __post_init__(self) -> None:
        """Remember where each piece starts, for `locate`."""
        object.__setattr__(self, "_starts", tuple(piece.start for piece in self.pieces))

    def __hash__(self) -> int:
        """Hash what tells documents apart: hashing every piece of a large shelf took longer than answering from it."""
        return hash((self.id, self.sha256))

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

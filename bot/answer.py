"""The answer, field for field as other programs read it (`tenkyo ask --json`, `tenkyo schema`).

Invariant: every quote is a slice of canonical text, or slices joined with `` … ``; every statement and the short
answer cite footnotes that exist; `answer` is what a person reads above the footnote list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from corpus.document import Places
from corpus.places import Stretch

Status = Literal["grounded", "partial", "abstained", "chat"]
Grade = Literal["sourced", "table", "author", "unsourced"]
QuoteKind = Literal["prose", "row", "note", "heading"]
JOINT = " … "  # between the slices of a quote that do not adjoin


def joined(text: str, spans: Sequence[Stretch]) -> str:
    """Return slices of a text as a quote shows them: `JOINT` stands between those that do not adjoin."""
    shown = ""
    for index, span in enumerate(spans):
        if index and spans[index - 1].end != span.start:
            shown += JOINT
        shown += text[span.start : span.end]
    return shown


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer and the numbers of the footnotes that support it."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """Where a piece of a quote stands: characters of canonical text, and bytes of the original file, half open.

    What the bytes are says `Citation.places`; as a rule they decode to exactly the canonical slice. Spans that adjoin
    are one quote run on past a lifted note mark or a page break, spans that do not adjoin are joined by `` … `` in the
    quote.
    """

    start: int
    end: int
    bytes: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """The decisive words inside a quote, ``[start, end)`` in canonical text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class QuotedSuspect:
    """Words of a quote that are probably a recognition error, ``[start, end)`` in canonical text.

    They are quoted as printed; who shows them puts 〔ママ〕 behind. ``likely`` is what was probably written, or empty.
    """

    start: int
    end: int
    likely: str
    reason: str


@dataclass(frozen=True, slots=True)
class PrimarySource:
    """A source that the document itself names for the quoted words (the second hop).

    A ``candidate`` is half a note, parted by a page end, that only may belong to the note of this marker. ``by`` is the
    marker of the earlier note that prints publisher, title, date and address where this one only points to it.
    """

    marker: str
    text: str
    publisher: str
    title: str
    date: str
    url: str
    damaged: bool
    candidate: bool = False
    by: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """One footnote under our answer."""

    n: int
    doc: str
    title: str
    author: str
    date: str
    section: str
    page: int | None
    kind: QuoteKind
    grade: Grade
    quote: str
    spans: tuple[QuotedSpan, ...]
    sha256: str
    sources: tuple[PrimarySource, ...] = ()
    decisive: tuple[Emphasis, ...] = ()
    suspects: tuple[QuotedSuspect, ...] = ()
    table: str = ""  # label and caption of the table a row belongs to
    source_line: str = ""  # what the table prints as its source
    passage: str = ""  # what the quote was cut from; behind its # the anchor in `tenkyo docs ID --html`
    encoding: str = "utf-8"  # of the bytes that the spans name (Python's name)
    places: Places = "exact"  # what those bytes are: see `corpus.document`


@dataclass(frozen=True, slots=True)
class Operand:
    """One number of a calculation and the cell it was read from."""

    value: str
    unit: str
    citation: int
    table: str
    row: int
    column: str


@dataclass(frozen=True, slots=True)
class Calculation:
    """Arithmetic over cells, shown so that a reader can redo it."""

    formula: str
    operands: tuple[Operand, ...]
    result: str
    unit: str


@dataclass(frozen=True, slots=True)
class Side:
    """What one document says where documents disagree; ``announced``: it was said before it was to happen."""

    citation: int
    date: str
    says: str
    announced: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """A point on which documents disagree."""

    about: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """A near passage shown when the documents do not answer, and why it is not the answer."""

    doc: str
    section: str
    quote: str
    why_not: str
    sic: tuple[int, ...] = ()  # places in the quote right behind what is probably misprinted; shown with 〔ママ〕


@dataclass(frozen=True, slots=True)
class Rejection:
    """A candidate statement that was not shown, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Filters:
    """What an answer may quote, where a person narrowed it; empty fields narrow nothing.

    ``document`` are ids; ``author`` is part of the author's name; ``kind`` are kinds of passages; ``since`` and
    ``until`` are ISO dates or beginnings of them (2025, 2025-09, 2025-09-03), both inclusive, of the document.
    """

    document: tuple[str, ...] = ()
    author: str = ""
    kind: tuple[QuoteKind, ...] = ()
    since: str = ""
    until: str = ""

    def __bool__(self) -> bool:
        """Say whether anything is narrowed."""
        return bool(self.document or self.author or self.kind or self.since or self.until)


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole answer to one question."""

    question: str
    turns: tuple[str, ...]
    lang: str
    status: Status
    abstained: bool
    confidence: float
    index: str
    answer: str
    short: Statement | None = None
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    calculation: Calculation | None = None
    conflicts: tuple[Conflict, ...] = ()
    nearest: tuple[Lead, ...] = ()
    missing: tuple[str, ...] = ()
    unsourced: bool = False  # a source was asked for, and the documents give none
    rejected: tuple[Rejection, ...] = ()
    timings_ms: dict[str, float] = field(default_factory=dict)
    filters: Filters | None = None  # written only where a person set one
    left_out: int = 0  # files of the shelf that could not be read, and so were not asked

"""From a draft to numbered footnotes: each quote once, with its place in the file and the notes it carries.

Invariant: footnotes are numbered from 1 in the order in which a reader meets them; a quote carries only the notes
whose marks stand in the words it quotes.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.answer import (
    Calculation,
    Citation,
    Conflict,
    Emphasis,
    Grade,
    Operand,
    PrimarySource,
    QuotedSpan,
    QuotedSuspect,
    QuoteKind,
    Side,
    Statement,
)
from bot.compose.draft import Draft, DraftSide, DraftStatement, Quote
from bot.marks import marks_in
from bot.sic import doubtful, with_sic
from corpus.document import Document, Note, Table

_KINDS: dict[str, QuoteKind] = {"prose": "prose", "row": "row", "table": "row", "note": "note", "heading": "heading"}


@dataclass(frozen=True, slots=True)
class Footnoted:
    """A draft with its footnotes numbered."""

    short: Statement | None
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    calculation: Calculation | None
    conflicts: tuple[Conflict, ...]


class _Numbers:
    """Numbers for quotes, in the order they are first asked for."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, tuple[tuple[int, int], ...]], int] = {}
        self.quotes: list[Quote] = []

    def of(self, quote: Quote) -> int:
        key = (quote.document.id, tuple((span.start, span.end) for span in quote.spans))
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self.quotes.append(quote)
        return self._numbers[key]

    def statement(self, draft: DraftStatement) -> Statement:
        return Statement(
            with_sic(draft.text, draft.quotes), tuple(dict.fromkeys(self.of(quote) for quote in draft.quotes))
        )


def footnoted(draft: Draft) -> Footnoted:
    """Number the quotes of a draft and turn them into footnotes."""
    numbers = _Numbers()
    short = numbers.statement(draft.short) if draft.short else None
    statements = tuple(numbers.statement(statement) for statement in draft.statements)
    calculation = None
    if draft.calculation:
        made = draft.calculation
        operands = tuple(Operand(o.value, o.unit, numbers.of(o.quote), o.table, o.row, o.column) for o in made.operands)
        calculation = Calculation(made.formula, operands, made.result, made.unit)
    conflicts = tuple(
        Conflict(
            c.about,
            tuple(_side(numbers, side) for side in c.sides),
        )
        for c in draft.conflicts
    )
    citations = tuple(citation(number, quote) for number, quote in enumerate(numbers.quotes, start=1))
    return Footnoted(short, statements, citations, calculation, conflicts)


def _side(numbers: _Numbers, side: DraftSide) -> Side:
    return Side(numbers.of(side.quote), side.date, with_sic(side.says, (side.quote,)), side.announced)


def citation(number: int, quote: Quote) -> Citation:
    """Turn a quote into footnote ``number``."""
    document, passage = quote.document, quote.passage
    table = document.table(passage.table) if passage.table else None
    sources = _sources(quote, table)
    return Citation(
        n=number,
        doc=document.id,
        title=document.title,
        author=document.author,
        date=document.date,
        section=" ／ ".join(passage.section),
        page=passage.page,
        kind=_KINDS[passage.kind],
        grade=_grade(document, quote, sources),
        quote=quote.text,
        spans=tuple(
            QuotedSpan(place.start, place.end, (place.first, place.last))
            for span in quote.spans
            for place in document.locate(span.start, span.end)
        ),
        sha256=document.sha256,
        sources=sources,
        decisive=tuple(Emphasis(span.start, span.end) for span in quote.decisive),
        suspects=tuple(QuotedSuspect(found.start, found.end, found.likely, found.reason) for found in doubtful(quote)),
        table=" ".join(part for part in (table.label, table.caption) if part) if table else "",
        source_line=table.source if table else "",
        passage=passage.id,
        encoding=document.encoding,
        places=document.places,
    )


def _sources(quote: Quote, table: Table | None) -> tuple[PrimarySource, ...]:
    """Return the primary sources of the notes whose marks stand in the quoted words (or below the quoted table)."""
    document = quote.document
    if quote.passage.kind == "note":
        return tuple(
            source for note in document.notes if note.start == quote.passage.start for source in _of_note(note)
        )
    marks = (*marks_in(quote.passage.marks, *quote.spans), *(table.marks if table else ()))
    found: list[PrimarySource] = []
    for marker in dict.fromkeys(mark.marker for mark in marks):
        note = document.note(marker)
        found += _of_note(note) if note else [PrimarySource(marker, "", "", "", "", "", damaged=True)]
    return tuple(found)


def _of_note(note: Note) -> list[PrimarySource]:
    found = [
        PrimarySource(note.marker, s.text or note.text, s.publisher, s.title, s.date, s.url, note.damaged, by=s.by)
        for s in note.sources
    ] or [PrimarySource(note.marker, note.text, "", "", "", "", note.damaged)]
    found += [
        PrimarySource(note.marker, stray.text, "", "", "", stray.url, damaged=True, candidate=True)
        for stray in note.strays
    ]
    return found


def _grade(document: Document, quote: Quote, sources: tuple[PrimarySource, ...]) -> Grade:
    if sources:
        return "sourced"
    if quote.passage.kind in ("row", "table"):
        return "table"
    return "unsourced" if document.unsourced else "author"

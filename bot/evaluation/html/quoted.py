"""A footnote's quote where it stands: the words around it, or the rows beside it.

Invariant: every word shown is a slice of the document's canonical text, and what is marked is what the footnote's spans
name; where the document is not at hand or has changed, the quote stands alone and says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.answer import Citation
from bot.verify import check_citation
from corpus.document import Document, Passage, Row, Span, Table
from corpus.places import lies_in

_REACH = 160  # characters of context on each side: a sentence or two
_PLAIN, _QUOTED, _DECISIVE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text; ``level`` 0 is context, 1 quoted, 2 decisive within the quote."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of running text; ``before`` and ``after`` say that its passage goes on."""

    segments: tuple[Segment, ...]
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one table: the quoted ones and their neighbours. ``rows`` are (row number, quoted or not, cells)."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, bool, tuple[tuple[Segment, ...], ...]], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A quote in its place, and what does not hold of it (empty when it holds)."""

    excerpts: tuple[Excerpt, ...]
    tables: tuple[Rows, ...]
    problem: str = ""


def in_place(citation: Citation, documents: Mapping[str, Document]) -> Shown:
    """Return the quote of a footnote within its document."""
    document = documents.get(citation.doc)
    problems = check_citation(citation, document)
    if document is None or problems:
        return Shown((Excerpt((Segment(citation.quote, _QUOTED),), False, False),), (), problems[0].what)
    spans = [Span(span.start, span.end) for span in citation.spans]
    decisive = [Span(words.start, words.end) for words in citation.decisive]
    rows = {span: home for span in spans if (home := _home(document, span, ("row",))) is not None}
    running = [span for span in spans if span not in rows]
    return Shown(_excerpts(document, running, decisive), _tables(document, rows, decisive))


def segments(text: str, within: Span, quoted: Sequence[Span], decisive: Sequence[Span]) -> tuple[Segment, ...]:
    """Cut ``[start, end)`` of a text into runs of one level."""
    edges = {within.start, within.end}
    edges |= {min(max(at, within.start), within.end) for s in (*quoted, *decisive) for at in (s.start, s.end)}
    runs: list[Segment] = []
    cuts = sorted(edges)
    for start, end in pairwise(cuts):
        words = Span(start, end)
        level = _QUOTED if any(lies_in(words, span) for span in quoted) else _PLAIN
        level = _DECISIVE if level and any(lies_in(words, span) for span in decisive) else level
        if runs and runs[-1].level == level:
            runs[-1] = Segment(runs[-1].text + text[start:end], level)
        else:
            runs.append(Segment(text[start:end], level))
    return tuple(runs)


def _home(document: Document, span: Span, kinds: tuple[str, ...]) -> Passage | None:
    """Return the innermost passage of the given kinds that holds a span."""
    holding = [p for p in document.passages if p.kind in kinds and lies_in(span, p)]
    return min(holding, key=lambda passage: passage.end - passage.start, default=None)


def _excerpts(document: Document, spans: Sequence[Span], decisive: Sequence[Span]) -> tuple[Excerpt, ...]:
    """Return the stretches around the spans, those that touch made one."""
    windows: list[tuple[Span, Span]] = []  # what is shown, and the passage it is cut from
    for span in sorted(spans, key=lambda s: s.start):
        home = _home(document, span, ("prose", "note", "heading", "table"))
        room = Span(home.start, home.end) if home else span
        shown = Span(max(room.start, span.start - _REACH), min(room.end, span.end + _REACH))
        if windows and shown.start <= windows[-1][0].end:
            last, around = windows.pop()
            shown = Span(last.start, max(last.end, shown.end))
            room = Span(min(around.start, room.start), max(around.end, room.end))
        windows.append((shown, room))
    return tuple(
        Excerpt(segments(document.text, shown, spans, decisive), shown.start > room.start, shown.end < room.end)
        for shown, room in windows
    )


def _tables(document: Document, rows: Mapping[Span, Passage], decisive: Sequence[Span]) -> tuple[Rows, ...]:
    found: list[Rows] = []
    for name in dict.fromkeys(passage.table for passage in rows.values()):
        table = document.table(name)
        if table is not None:
            wanted = {passage.row for passage in rows.values() if passage.table == name}
            found.append(_rows(document, table, wanted, (tuple(rows), decisive)))
    return tuple(found)


def _rows(document: Document, table: Table, wanted: set[int], marks: tuple[Sequence[Span], Sequence[Span]]) -> Rows:
    """Return the wanted rows and one on either side of each."""
    near = {number + step for number in wanted for step in (-1, 0, 1)}
    caption = "　".join(part for part in (table.label, table.caption) if part)
    return Rows(
        caption,
        table.header,
        tuple(
            (row.number, row.number in wanted, _cells(document, row, marks)) for row in table.rows if row.number in near
        ),
    )


def _cells(
    document: Document, row: Row, marks: tuple[Sequence[Span], Sequence[Span]]
) -> tuple[tuple[Segment, ...], ...]:
    return tuple(segments(document.text, Span(cell.start, cell.end), *marks) for cell in row.cells)

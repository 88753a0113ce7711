"""A row of a table among the sentences of an answer: what the small reader reads of it, and how it is shown.

Invariant: a row is read with what its columns are called; what is shown of it are its own cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.compose.candidates import Candidate
from bot.compose.tables.grid import Grid, Line
from bot.compose.tables.making import grids
from bot.compose.tables.showing import name_text, value_text
from bot.compose.tables.statement import Figure
from bot.compose.tables.values import unit_name
from corpus.document import Cell, Document, Passage, Row, Span, Table
from corpus.places import lies_in
from corpus.structure.dates import DateMention, matches
from corpus.structure.units import same_unit
from retrieval.reader.encode import about, in_row


@dataclass(frozen=True, slots=True)
class RowWindow:
    """A row as the reader reads it, and where its cells stand in it."""

    text: str
    context: str
    cells: tuple[tuple[int, int, Cell], ...]

    def cell(self, start: int, end: int) -> Span | None:
        """Return the place in canonical text of the cell that most of ``[start, end)`` lies in; None where none does.

        Words that lie in what a column is called stand for the cell behind it.
        """
        held = [(min(end, last) - max(start, first), cell) for first, last, cell in self.cells if cell.text]
        shared, best = max(held, key=lambda pair: pair[0], default=(0, None))
        if best is None:
            return None
        if shared <= 0:
            best = next((cell for first, _, cell in self.cells if cell.text and first >= start), best)
        return Span(best.start, best.end)

    def touched(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the places of all cells that ``[start, end)`` of the window touches."""
        return tuple(
            Span(cell.start, cell.end) for first, last, cell in self.cells if cell.text and first < end and start < last
        )


def row_window(candidate: Candidate) -> RowWindow | None:
    """Return what is read of a row; None where its table is not known."""
    table, row = row_of(candidate)
    if table is None or row is None:
        return None
    text, places = in_row(table.header, [" ".join((cell.means or cell.text).split()) for cell in row.cells])
    document = candidate.document
    caption = " ".join(part for part in (table.label, table.caption) if part)
    section = candidate.passage.section
    context = about(caption or (section[-1] if section else ""), document.title, document.author, document.date)
    return RowWindow(text, context, tuple((*place, cell) for place, cell in zip(places, row.cells, strict=True)))


def row_of(candidate: Candidate) -> tuple[Table | None, Row | None]:
    """Return the table that a row stands in, and the row itself; None where they are not known."""
    table = candidate.document.table(candidate.passage.table)
    rows = table.rows if table is not None else ()
    return table, next((row for row in rows if row.number == candidate.passage.row), None)


def figure_at(candidate: Candidate, place: Span) -> Figure | None:
    """Return the cell of a row that stands at a place in canonical text, with its table; None where none does."""
    return figure_in(candidate.document, candidate.passage, place)


def figure_in(document: Document, passage: Passage, place: Span) -> Figure | None:
    """Return the cell that stands at a place of a row's passage, with its table; None where none does."""
    cells = (Figure(grid, line, column) for grid, line in _lines(document, passage) for column in grid.columns)
    return next((one for one in cells if lies_in(place, one.cell) and one.cell.text), None)


def cells_of(candidate: Candidate) -> tuple[Figure, ...]:
    """Return the cells of a row that hold figures, in the order of its columns."""
    for grid, line in _lines(candidate.document, candidate.passage):
        return tuple(figure for column in grid.measures if (figure := Figure(grid, line, column)).value is not None)
    return ()


def _lines(document: Document, passage: Passage) -> Iterator[tuple[Grid, Line]]:
    """Yield the line of a grid that a row's passage is, of each grid that has it."""
    for grid in grids((document,)):
        for line in (*grid.body, *grid.totals):
            if line.table.id == passage.table and line.row.number == passage.row:
                yield grid, line


def on_the_date(candidate: Candidate, figure: Figure, dates: Sequence[DateMention]) -> Figure:
    """Return the cell of a row under the one column of a date that a question names, where a cell is of another date.

    The cell itself where no column, or several, are of such a date.
    """
    if not figure.column.periods:
        return figure
    asked = [date.value for date in dates if date.value]
    row = (one for one in cells_of(candidate) if one.column.periods)
    meant = [one for one in row if any(matches(value, *period) for value in asked for period in one.column.periods)]
    own = any(one.column.index == figure.column.index for one in meant)
    return meant[0] if len(meant) == 1 and not own else figure


def counted_as(figure: Figure, unit: str) -> bool:
    """Say whether a cell may be counted in a unit that is asked for, as in `unit_of_question`: dollars not in yen."""
    printed = figure.column.measure or unit_name(figure.cell.unit)
    return not unit or not printed or same_unit(unit, printed)


def cell_words(figure: Figure, lang: str) -> str:
    """Return a cell as the short answer shows it."""
    if figure.column.index == figure.grid.name:
        return name_text(figure.line)
    return value_text(figure, lang)

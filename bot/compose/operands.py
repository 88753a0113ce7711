"""The numbers that a question may have reckoned with: where they stand, what they count, how they are shown.

Invariant: a number is the exact decimal of a quantity or cell as printed, and numbers of one measure count one thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from bot.compose.asked import Asked
from bot.compose.draft import DraftCalculation, DraftOperand, Quote
from bot.compose.labels import each_alone
from bot.compose.rows import cells_of, figure_at
from bot.compose.scoring import Scored
from bot.compose.tables.calculation import Outcome
from bot.compose.tables.showing import amount
from bot.compose.tables.statement import Figure
from bot.compose.tables.values import scaled, unit_name
from bot.sic import misread
from corpus.document import Span
from corpus.structure.quantities import Quantity, around_number, find_quantities

_HERE = "\0"


class Amount(NamedTuple):
    """What a number is, wherever it stands.

    Amounts of one ``measure`` can be reckoned with one another; ``before`` and ``after`` are the signs and words that
    stand around the number where it is shown ($, 人); ``text`` is how it is printed.
    """

    value: Decimal
    measure: str
    before: str
    after: str
    text: str

    @property
    def unit(self) -> str:
        """Return the unit as it is shown."""
        return (self.before or self.after).strip()


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a sentence or a cell prints, and whose it is."""

    amount: Amount
    place: Span
    of: Scored


def numbers_marked(scored: Scored, lang: str, *, pointed: bool) -> list[Number]:
    """Return the numbers in what the reader marked: cells of a row, quantities in a sentence's words.

    With ``pointed``, of a sentence in which it marked nothing, those of its point.
    """
    candidate = scored.candidate
    if candidate.passage.kind == "row":
        found = ((place, figure_at(candidate, place)) for place in scored.parts)
        return [number for place, cell in found if cell and (number := _of_cell(cell, place, scored, lang))]
    return [
        Number(printed(q), place, scored)
        for part in scored.parts or ((scored.point.span,) if pointed and scored.point else ())
        for q in find_quantities(candidate.document.text[part.start : part.end])
        for place in (Span(part.start + q.start, part.start + q.end),)
        if q.upper is None and not misread(candidate.document, place)
    ]


def printed(quantity: Quantity) -> Amount:
    """Return what a quantity of a sentence counts and how."""
    return Amount(quantity.value, quantity.unit, *around_number(quantity.text), quantity.text)


def counted(cell: Figure, lang: str) -> Amount | None:
    """Return what a cell counts and how; None where it holds no figure to reckon with."""
    column = cell.column
    if cell.value is None or column.kind != "measure":
        return None
    if not column.unit and cell.cell.unit:  # each row counts in a unit of its own
        measure = unit_name(cell.cell.unit) or cell.cell.unit
        return Amount(cell.value, measure, *around_number(cell.cell.text), cell.cell.text)
    # a cell of a column in millions prints no yen
    measure = column.measure if column.measure and not scaled(column.unit) else column.unit
    before, _, after = amount(_HERE, column, cell.grid.document.lang, lang).partition(_HERE)
    return Amount(cell.value, measure, before, after, cell.cell.text)


def _of_cell(cell: Figure, place: Span, scored: Scored, lang: str) -> Number | None:
    found = counted(cell, lang)
    return Number(found, place, scored) if found else None


def operand(of: Amount, quote: Quote, cell: Figure | None) -> DraftOperand:
    """Return an amount as one side of a calculation, with the cell it stands in where it stands in one."""
    if cell is None:
        return DraftOperand(of.text, of.unit, quote, "", 0, "")
    return DraftOperand(of.text, of.unit, quote, cell.grid.title, cell.line.row.number, cell.column.header)


def worked(outcome: Outcome, before: str, after: str, operands: Sequence[DraftOperand]) -> tuple[str, DraftCalculation]:
    """Return a result as it is shown, with these signs or words around it, and its arithmetic."""
    unit = (before or after).strip()
    return f"{before}{outcome.text}{after}", DraftCalculation(outcome.formula, tuple(operands), outcome.text, unit)


def columns_named(asked: Asked, best: Scored) -> list[Number]:
    """Return the two cells of the best row whose columns the question names by words of their own; else none.

    The reader points at one cell of a row; what two columns of it are set against each other, the question says.
    """
    if best.candidate.passage.kind != "row":
        return []
    cells = cells_of(best.candidate)
    heads = [asked.sentences.words(cell.column.header) for cell in cells]
    own = each_alone([{at for at, term in enumerate(asked.terms) if term.term in words} for words in heads])
    named = [
        _of_cell(cell, Span(cell.cell.start, cell.cell.end), best, asked.question.lang)
        for cell, mine in zip(cells, own, strict=True)
        if mine
    ]
    two = [number for number in named if number is not None]
    return two if len(two) == len(named) == 2 and two[0].amount.measure == two[1].amount.measure else []


def number_of(best: Scored, one: Quantity) -> Number:
    """Return a quantity of the best sentence as a number to be reckoned with."""
    return Number(printed(one), best.candidate.place(one), best)

"""The difference or the ratio of two things that were asked for one by one, each answered with one number.

Invariant: the arithmetic is exact, and a number is the only one that the answer to its side begins with; where the two
count different things nothing is reckoned.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.compose.draft import Draft, DraftOperand, DraftStatement, Quote, merged
from bot.compose.operands import Amount, counted, operand, printed, worked
from bot.compose.reckoned import way_asked
from bot.compose.rows import figure_in
from bot.compose.tables.calculation import difference, ratio
from bot.compose.tables.showing import times
from bot.sic import misread
from corpus.structure.quantities import find_quantities


class _Number(NamedTuple):
    """The number that the answer to a side begins with, and where it stands."""

    amount: Amount
    operand: DraftOperand


def reckoned_apart(question: str, sides: Sequence[Draft], lang: str) -> Draft | None:
    """Return both sides with the difference or ratio of their numbers; None where the question asks for neither."""
    way = way_asked(question)
    if way not in ("difference", "ratio") or len(sides) != 2:
        return None
    numbers = [number for side in sides if (number := _number(side, lang))]
    if len(numbers) < 2 or numbers[0].amount.measure != numbers[1].amount.measure:
        return None
    more, less = sorted(numbers, key=lambda number: -number.amount.value)
    high, low = more.amount.value, less.amount.value
    outcome = difference(high, low, growth=False, signed=False) if way == "difference" else None
    if way == "ratio" and low > 0:
        outcome = ratio(high, low)
    if outcome is None or high == low:
        return None
    before, after = (more.amount.before, more.amount.after) if way == "difference" else ("", times(lang))
    result, calculation = worked(outcome, before, after, (more.operand, less.operand))
    quotes = tuple(dict.fromkeys(number.operand.quote for number in (more, less)))
    sure = min(side.confidence for side in sides)
    return replace(merged(sides), short=DraftStatement(result, quotes), calculation=calculation, confidence=sure)


def _number(side: Draft, lang: str) -> _Number | None:
    """Return the only number of the words that an answer begins with; None where it was reckoned or is in doubt."""
    if side.short is None or side.calculation or side.conflicts or side.missing or len(side.short.quotes) != 1:
        return None
    quote = side.short.quotes[0]
    if len(quote.decisive) != 1:
        return None
    return _of_cell(quote, lang) if quote.passage.kind == "row" else _of_words(quote)


def _of_cell(quote: Quote, lang: str) -> _Number | None:
    cell = figure_in(quote.document, quote.passage, quote.decisive[0])
    amount = counted(cell, lang) if cell else None
    return _Number(amount, operand(amount, quote, cell)) if amount else None


def _of_words(quote: Quote) -> _Number | None:
    place = quote.decisive[0]
    found = find_quantities(quote.document.text[place.start : place.end])
    if len(found) != 1 or found[0].upper is not None or misread(quote.document, place):
        return None
    amount = printed(found[0])
    return _Number(amount, operand(amount, quote, None))

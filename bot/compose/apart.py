"""Two things that were asked for one by one, each answered with one number, reckoned with as a question asks.

Invariant: the arithmetic is exact, and a number is the only one that the answer to its side begins with; where the two
count different things nothing is reckoned.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.compose.draft import Draft, DraftOperand, DraftStatement, Quote, merged
from bot.compose.operands import Amount, counted, operand, printed, worked
from bot.compose.reckoned import way_asked
from bot.compose.rows import figure_in
from bot.compose.tables.calculation import Outcome, difference, ratio, share, total
from bot.compose.tables.showing import times
from bot.compose.tables.words import INTENTS
from bot.sic import misread
from corpus.structure.quantities import find_quantities

_SHARE = re.compile(f"{INTENTS['percent'].pattern}|{INTENTS['share'].pattern}", re.IGNORECASE)


class _Number(NamedTuple):
    """The number that the answer to a side begins with, and where it stands."""

    amount: Amount
    operand: DraftOperand


def reckoned_apart(question: str, sides: Sequence[Draft], lang: str) -> Draft | None:
    """Return both sides with what their numbers come to; None where the question asks for no arithmetic."""
    way = way_asked(question) or ("share" if _SHARE.search(question) else None)
    if way is None or len(sides) != 2:
        return None
    numbers = [number for side in sides if (number := _number(side, lang))]
    if len(numbers) < 2 or numbers[0].amount.measure != numbers[1].amount.measure:
        return None
    if way != "share":
        numbers.sort(key=lambda number: -number.amount.value)
    if (found := _outcome(way, numbers[0].amount, numbers[1].amount, lang)) is None:
        return None
    result, calculation = worked(*found, [number.operand for number in numbers])
    quotes = tuple(dict.fromkeys(number.operand.quote for number in numbers))
    sure = min(side.confidence for side in sides)
    return replace(merged(sides), short=DraftStatement(result, quotes), calculation=calculation, confidence=sure)


def _outcome(way: str, first: Amount, second: Amount, lang: str) -> tuple[Outcome, str, str] | None:
    """Return what two numbers come to, with the signs or words around it; None where they come to nothing."""
    if first.value == second.value or second.value <= 0:
        return None
    if way == "ratio":
        outcome = ratio(first.value, second.value)
        return (outcome, "", times(lang)) if outcome else None
    if way == "share":
        outcome = share([first.value], [second.value]) if first.value < second.value else None
        return (outcome, "", " %") if outcome else None
    values = first.value, second.value
    outcome = total(values) if way == "sum" else difference(*values, growth=False, signed=False)
    return outcome, first.before, first.after


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

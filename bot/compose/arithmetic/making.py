"""A result with its arithmetic and the numbers it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from bot.compose.arithmetic.told import Told
from bot.compose.draft import Quote
from bot.compose.operands import operand, worked
from bot.compose.reckoned import Reckoned
from bot.compose.tables.calculation import Outcome
from corpus.document import Span

PERCENT = " %"


def result(outcome: Outcome, of: Sequence[Told], before: str = "", after: str = "") -> Reckoned:
    """Return what an outcome comes to, shown with these signs or words around it."""
    numbers = [told.number() for told in of]
    operands = [
        operand(
            number.amount,
            Quote(
                number.of.candidate.document,
                number.of.candidate.passage,
                (Span(number.of.candidate.start, number.of.candidate.end),),
                (number.place,),
            ),
            None,
        )
        for number in numbers
    ]
    return Reckoned(*worked(outcome, before, after, operands), tuple(numbers))


def in_unit_of(told: Told, outcome: Outcome, of: Sequence[Told]) -> Reckoned:
    """Return what an outcome comes to, counted as one of its numbers is."""
    amount = told.amount()
    return result(outcome, of, amount.before, amount.after)

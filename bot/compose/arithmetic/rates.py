"""What is told for one, for as many as are meant; and two numbers that a sentence itself puts together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.compose.arithmetic.asks import IN_ALL, one_of
from bot.compose.arithmetic.making import in_unit_of
from bot.compose.arithmetic.spans import factor, in_a_year
from bot.compose.arithmetic.told import Told, alike, fits, most_said, passage_numbers, told_in
from bot.compose.asked import Asked
from bot.compose.reckoned import Reckoned, way_asked
from bot.compose.scoring import Scored
from bot.compose.tables.calculation import product, total
from corpus.structure.quantities import find_quantities
from corpus.structure.units import DURATION, same_unit

_TWELVE = Decimal(12)
_BESIDES = re.compile(
    r"に加え|のほか|と合わせ|とは別に|\b(?:plus|in addition to|on top of|as well as)\b|加上|另有|外加|외에|더해",
    re.IGNORECASE,
)


def in_all(asked: Asked, unit: str, anchor: Scored, ranked: Sequence[Scored]) -> Reckoned | None:
    """Multiply what is told for one by as many as a question names, or as its passage tells."""
    if one_of(asked.question.text):
        return None
    rates = [told for told in told_in(asked, anchor) if told.per and fits(unit, told) and told.quantity.upper is None]
    rate = most_said(asked, rates)
    if rate is None:
        return None
    if (times := _times_asked(asked, rate)) is not None:
        value, quantities = times
        outcome = product(rate.value, value)
        return in_unit_of(rate, outcome, (rate, *quantities)) if value > 1 else None
    numbers = [t for t in passage_numbers(asked, anchor) if not t.per and same_unit(rate.per, t.unit) and t.value > 1]
    numbers = [t for t in numbers if t.unit not in DURATION]
    count = most_said(asked, numbers, rate)
    if count is None or not (IN_ALL.search(asked.question.text) or _speaks_of_both(asked, rate, count)):
        return None
    return in_unit_of(rate, product(rate.value, count.value), (rate, count))


def _speaks_of_both(asked: Asked, rate: Told, count: Told) -> bool:
    """Say whether a question names both what is told for one and how many there are, each by words of its own."""
    own = rate.said - count.said, count.said - rate.said
    return all(sum(asked.terms[n].weight for n in mine) >= _NAMED for mine in own)


_NAMED = 0.6  # weight of the words by which a question names a number


def together(asked: Asked, unit: str, anchor: Scored, ranked: Sequence[Scored]) -> Reckoned | None:
    """Add two numbers of a sentence that says itself that one comes on top of the other."""
    if not IN_ALL.search(asked.question.text):
        return None
    numbers = [told for told in told_in(asked, anchor) if fits(unit, told) and not told.per and not told.part]
    if len(numbers) != 2 or not alike(*numbers):
        return None
    text, start = anchor.candidate.text, anchor.candidate.start
    if way_asked(asked.question.text) != "sum" and not _BESIDES.search(
        text, numbers[0].end - start, numbers[1].at - start
    ):
        return None
    return in_unit_of(numbers[0], total([told.value for told in numbers]), numbers)


def _times_asked(asked: Asked, rate: Told) -> tuple[Decimal, tuple[Told, ...]] | None:
    """Return how many times a rate is meant: a number of the question, or the months of the year that it asks for."""
    question = asked.question.text
    for quantity in find_quantities(question):
        if same_unit(rate.per, quantity.unit) and quantity.upper is None:
            return quantity.value, ()
        if quantity.unit in DURATION and (held := factor(quantity.unit, rate.per)):
            return quantity.value * held, ()
    if rate.per == "month" and in_a_year(question):
        return _TWELVE, ()
    return None

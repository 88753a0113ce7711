"""How long a time is that a number is told of, in the unit asked for: a year has twelve months, a week seven days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from bot.compose.arithmetic.told import Told, sentences_beside
from bot.compose.asked import Asked
from bot.compose.candidates import dates_in
from bot.compose.scoring import Scored
from corpus.structure.quantities import Quantity

_HOLDS = {
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("year", "quarter"): 4,
    ("hour", "minute"): 60,
}
_IN_A_YEAR = re.compile(
    r"年間|[1１一]年|年度|\b(?:a|one|per) year\b|\bannual\w*|\byearly\b|全年|一年|年度|연간|한 해|1년", re.I
)


def factor(long: str, short: str) -> int:
    """Return how many of a short unit of time a long one holds; 0 where that is not fixed."""
    return 1 if long == short else _HOLDS.get((long, short), 0)


def span_told(asked: Asked, single: str, whole: Told, numbers: Sequence[Told]) -> Told | None:
    """Return for how long a whole is told, counted in a unit of time; None where nothing near it says so.

    Its sentence may tell that, or a span of days that another of its passage has (from 3 to 12 October).
    """
    clause = [told for told in numbers if told.of.candidate.start == whole.of.candidate.start]
    for told in sorted(clause, key=lambda one: abs(one.at - whole.at)):
        if times := factor(told.unit, single):
            return replace(told, quantity=replace(told.quantity, value=told.value * times))
    of, text = whole.of, whole.of.candidate.text
    if (times := factor("year", single)) and (year := _IN_A_YEAR.search(text)):
        return _spanning(whole, of, of.candidate.start + year.start(), year.group(), Decimal(times))
    if single == "day":
        for one in sentences_beside(asked, of):
            for start, end, days in _stretches(one):
                return _spanning(whole, one, start, one.candidate.document.text[start:end], Decimal(days))
    return None


_TO = re.compile(r"\s?(?:から|부터|到|至|to|through|until|[-–~〜～])\s?")


def _stretches(one: Scored) -> Iterator[tuple[int, int, int]]:
    """Yield where a sentence prints a span of days, and how many days it has, the first and the last among them."""
    document = one.candidate.document
    dates = dates_in(document, one.candidate)
    for mention in dates:
        if mention.until and (days := days_between(mention.value, mention.until)):
            yield mention.start, mention.end, days + 1
    for first, last in pairwise(dates):
        joined = _TO.fullmatch(document.text, first.end, last.start)
        if joined and (days := days_between(first.value, last.value)):
            yield first.start, last.end, days + 1


def _spanning(whole: Told, of: Scored, at: int, text: str, value: Decimal) -> Told:
    """Return a stretch of time as a number, at its place."""
    return replace(
        whole, quantity=Quantity(0, len(text), text, value, ""), of=of, at=at, own=frozenset(), said=frozenset()
    )


_OF_A_YEAR = re.compile(r"^--(?=\d)")  # of two days of one year it need not be known


def days_between(one: str, other: str) -> int | None:
    """Return how many days lie from one day to another; None where either is no full date."""
    try:
        first, last = (date.fromisoformat(_OF_A_YEAR.sub("2001-", day)) for day in (one, other))
    except ValueError:
        return None
    return (last - first).days


def in_a_year(text: str) -> bool:
    """Say whether a text speaks of what a whole year brings."""
    return _IN_A_YEAR.search(text) is not None

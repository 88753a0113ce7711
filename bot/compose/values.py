"""The values that two points give, and whether both can hold.

Invariant: only dates are held against dates, and numbers against numbers of the same unit.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from bot.question import Ask
from corpus.structure.dates import find_dates, matches
from corpus.structure.lengths import runs_of_time
from corpus.structure.quantities import find_quantities


def incompatible(ask: Ask, one: str, other: str) -> bool:
    """Say whether two points give different dates where a date is asked for, else different numbers of one unit."""
    if ask.kind == "when":
        ours, theirs = ([date.value for date in find_dates(text) if date.value] for text in (one, other))
        return bool(ours and theirs) and not any(matches(a, b) or matches(b, a) for a in ours for b in theirs)
    counted, also = _numbers(one), _numbers(other)
    units = counted.keys() & also.keys()
    return bool(units) and not any(counted[unit] & also[unit] for unit in units)


def comparable(ask: Ask, one: str, other: str) -> bool:
    """Say whether two points give dates where a date is asked for, else numbers of one unit, alike or not."""
    if ask.kind == "when":
        return all(any(date.value for date in find_dates(text)) for text in (one, other))
    return bool(_numbers(one).keys() & _numbers(other).keys())


_ONE_TIME = 45  # days between dates that two sentences tell of one event
_NEAR_DAYS = 100  # between two dates that are told of one event
_NEAR_SHARE = Decimal("0.4")  # of the larger of two numbers that are told of one thing


def of_one_time(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Say whether dates told with two numbers may be of one event: any are near, or either has none that is known."""
    here, there = ([days for value in values if (days := _days(value))] for values in (ours, theirs))
    return not here or not there or any(_gap(a, b) <= _ONE_TIME for a in here for b in there)


def _gap(one: tuple[date, date], other: tuple[date, date]) -> int:
    """Return how many days lie between two stretches of time; none or fewer where they meet."""
    return max((other[0] - one[1]).days, (one[0] - other[1]).days)


def _days(value: str) -> tuple[date, date] | None:
    """Return the first and the last day of a date whose year is known, of a month at most the 28th."""
    year, month, day = (*value.split("-"), "", "")[:3]
    try:
        return date(int(year), int(month or 1), int(day or 1)), date(int(year), int(month or 12), int(day or 28))
    except ValueError:
        return None


def near(ask: Ask, one: str, other: str) -> bool:
    """Say whether two points come as near as what is told of one thing mostly does: within months, or half as many."""
    if ask.kind == "when":
        ours, theirs = ([_day(said.value) for said in find_dates(text) if said.value] for text in (one, other))
        return any(a and b and abs((a - b).days) <= _NEAR_DAYS for a in ours for b in theirs)
    counted, also = _numbers(one), _numbers(other)
    return any(_near(counted[unit], also[unit]) for unit in counted.keys() & also.keys())


def _near(ours: Iterable[Decimal], theirs: Iterable[Decimal]) -> bool:
    return any(min(a, b) >= _NEAR_SHARE * max(a, b) > 0 for a in ours for b in theirs)


def _day(value: str) -> date | None:
    """Return a day of a date whose year and month are known, the middle of what is left open."""
    year, month, day = (*value.split("-"), "", "")[:3]
    try:
        return date(int(year), int(month), int(day or 15))
    except ValueError:
        return None


def _numbers(text: str) -> dict[str, set[Decimal]]:
    """Return the numbers in a text by their units; hours are told in minutes, with those that follow (2時間10分)."""
    found: dict[str, set[Decimal]] = {}
    for run in runs_of_time(text, find_quantities(text)):
        if run[0].unit == "hour":
            minutes = (one.value for one in run if one.unit == "minute")
            found.setdefault("minute", set()).add(60 * run[0].value + sum(minutes))
            continue
        for quantity in run:
            found.setdefault(quantity.unit, set()).add(quantity.value)
    return found

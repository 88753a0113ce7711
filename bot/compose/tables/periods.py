"""Periods as stretches of days, to tell which one holds the other.

Invariant: both ends count; a period without a year has no days.
"""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache

from bot.compose.tables.calendar import bare_half
from bot.compose.tables.grid import Period
from corpus.structure.dates import find_dates

Days = tuple[str, str]


def days_of(period: Period) -> Days | None:
    """Return the first and the last day of a period that has a year, as ISO dates."""
    first, last = period[0], period[1] or period[0]
    if first.startswith("-") or last.startswith("-"):
        return None
    return _edge(first, last=False), _edge(last, last=True)


def _edge(value: str, *, last: bool) -> str:
    if len(value) == 4:
        return f"{value}-12-31" if last else f"{value}-01-01"
    if len(value) == 7:
        return f"{value}-{monthrange(int(value[:4]), int(value[5:]))[1]:02d}" if last else f"{value}-01"
    return value


def spans_of(period: Period, fiscal: bool) -> list[Days]:
    """Return the days of a period; a bare year may also be a Japanese financial year, April to March."""
    found = [days for days in (days_of(period),) if days]
    if fiscal and re.fullmatch(r"\d{4}", period[0]) and not period[1]:
        found.append((f"{period[0]}-04-01", f"{int(period[0]) + 1}-03-31"))
    return found


def days_within(inner: Days, outer: Days) -> bool:
    """Say whether the days of one lie wholly within those of the other."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def days_overlap(one: Days | None, two: Days | None) -> bool:
    """Say whether two stretches share a day."""
    return one is not None and two is not None and one[0] <= two[1] and two[0] <= one[1]


def holds_period(asked: Period, stated: Period) -> bool:
    """Say whether a stated period lies wholly within the asked one; dates without a year compare by their parts."""
    one, two = days_of(asked), days_of(stated)
    if one and two:
        return days_within(two, one)
    if asked[0].startswith("--") and stated[0].startswith("--"):
        return asked[0] <= stated[0] and (stated[1] or stated[0]) <= (asked[1] or asked[0])
    return False


@lru_cache(maxsize=20_000)
def has_dates(text: str) -> bool:
    """Say whether a text prints a date."""
    return bool(find_dates(text))


@lru_cache(maxsize=20_000)
def beside_date(text: str) -> str:
    """Return what a name says beside its dates; "" where it is nothing but a date (2025年) or a half of a year."""
    if bare_half(text, fiscal=False):
        return ""
    for mention in reversed(find_dates(text)):
        text = text[: mention.start] + text[mention.end :]
    return re.sub(r"[\s（）()]+", "", text)

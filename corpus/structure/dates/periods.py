"""The part of a week, a month or a year that a relative word means: 先週の木曜, 今月末日, 来春.

Invariant: both ends are days or months that exist; what the base leaves open stays open.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from corpus.structure.dates.mentions import Relation
from corpus.structure.dates.parts import Parts, is_later, step

_SEASON_MONTHS = 3
_WINTER = 12  # the month in which it begins, and goes on into the next year
THIRDS = {"上": 1, "초": 1, "상": 1, "中": 11, "중": 11, "下": 21, "하": 21}  # by the first sign of 上旬, 중순
_THIRD = 10  # days; the last has what is left


def part_of(relation: Relation, base: Parts) -> tuple[Parts, Parts]:
    """Return both ends of the part of a period that a relation means; nothing where its day or year is not known."""
    if relation.season:
        return _season(relation.season, base)
    if relation.part in THIRDS:
        return third_of(base, relation.part)
    if relation.part == "end":
        known = base.year is not None and base.month is not None
        last = base._replace(day=monthrange(base.year or 1, base.month or 1)[1]) if known else base
        return last, last
    name, _, which = relation.part.partition(" ")
    if name == "half":
        return (
            (Parts(base.year, 1), Parts(base.year, 6)) if which == "1" else (Parts(base.year, 7), Parts(base.year, 12))
        )
    if name in ("last", "past", "coming"):
        return _last(which, base) if name == "last" else _named(int(which), base, 7 if name == "coming" else -7)
    return (Parts(base.year), Parts(base.year)) if relation.part == "within" else _of_week(relation.part, base)


def _named(weekday: int, base: Parts, week: int) -> tuple[Parts, Parts]:
    """Return both ends of the nearest day of a name before or after a day; of its own name it may be that day."""
    day = _of_week(str(weekday), base)[0]
    if day in (base, Parts()):
        return Parts(), Parts()
    found = day if is_later(day, base) == (week > 0) else step(day, "day", week)
    return found, found


def _last(which: str, base: Parts) -> tuple[Parts, Parts]:
    """Return both ends of the last day of the week of its name, or of a decade of the last century."""
    name, _, decade = which.partition(" ")
    if decade:
        first = ((base.year or 0) // 100 - 1) * 100 + int(decade)
        return (Parts(first), Parts(first + 9)) if base.year is not None else (Parts(), Parts())
    day = _of_week(name, base)[0]
    return (day, day) if is_later(base, day) else _of_week(name, step(base, "day", -7))


def last_season(base: Parts, season: int) -> Parts:
    """Return the year of the last season of its name; none where it may be meant to be that of this year (last summer).

    The one of the year before is meant while that of this year has not passed.
    """
    if base.year is None or base.month is None or base.month >= season + _SEASON_MONTHS:
        return Parts()
    return Parts(base.year - 1) if season < _WINTER or base.month > 2 else Parts(base.year - 2)


def next_season(base: Parts, season: int) -> Parts:
    """Return the year of the next season of its name; none where it may be this year's that is coming, or the next."""
    if base.year is None or base.month is None:
        return Parts()
    if season == _WINTER:
        return Parts(base.year) if 2 < base.month < _WINTER else Parts()
    return Parts(base.year + 1) if base.month >= season else Parts()


def _of_week(part: str, base: Parts) -> tuple[Parts, Parts]:
    """Return both ends of a week, its end, or one day of it."""
    if base.year is None or base.month is None or base.day is None:
        return Parts(), Parts()
    day = date(base.year, base.month, base.day)
    monday = day - timedelta(days=day.weekday())
    if part == "week":
        return _of(monday), _of(monday + timedelta(days=6))
    if part == "weekend":
        return _of(monday + timedelta(days=5)), _of(monday + timedelta(days=6))
    one = _of(monday + timedelta(days=int(part)))
    return one, one


def _season(month: int, base: Parts) -> tuple[Parts, Parts]:
    """Return the first and last month of a season; a negative month is that month alone (年の暮れ)."""
    if base.year is None:
        return Parts(), Parts()
    if month < 0:
        return Parts(base.year, -month), Parts(base.year, -month)
    return Parts(base.year, month), step(Parts(base.year, month), "month", _SEASON_MONTHS - 1)


def _of(day: date) -> Parts:
    return Parts(day.year, day.month, day.day)


def third_of(month: Parts, sign: str) -> tuple[Parts, Parts]:
    """Return the first and last day of the third of a month that a sign of `THIRDS` means.

    The whole month where its last day is not known (2月下旬 of no year).
    """
    start = THIRDS[sign]
    if month.month is None or (month.year is None and month.month == 2 and start > 2 * _THIRD):
        return month, month
    longest = monthrange(month.year or 2023, month.month)[1]
    end = longest if start > 2 * _THIRD else start + _THIRD - 1
    return month._replace(day=start), month._replace(day=end)

"""The part of a week, a month or a year that a relative word means: 先週の木曜, 今月末日, 来春.

Invariant: both ends are days or months that exist; what the base leaves open stays open.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from corpus.structure.dates.mentions import Relation
from corpus.structure.dates.parts import Parts, step

_SEASON_MONTHS = 3


def part_of(relation: Relation, base: Parts) -> tuple[Parts, Parts]:
    """Return both ends of the part of a period that a relation means; nothing where its day or year is not known."""
    if relation.season:
        return _season(relation.season, base)
    if relation.part == "end":
        known = base.year is not None and base.month is not None
        last = base._replace(day=monthrange(base.year or 1, base.month or 1)[1]) if known else base
        return last, last
    if base.year is None or base.month is None or base.day is None:
        return Parts(), Parts()
    day = date(base.year, base.month, base.day)
    monday = day - timedelta(days=day.weekday())
    if relation.part == "week":
        return _of(monday), _of(monday + timedelta(days=6))
    if relation.part == "weekend":
        return _of(monday + timedelta(days=5)), _of(monday + timedelta(days=6))
    one = _of(monday + timedelta(days=int(relation.part)))
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

"""Year, month and day as far as they are known, and the ISO 8601 values that write them.

Invariant: a part that is not known is None and stays so; a value holds the known parts and no others: ``2025-09-03``,
``2025-10``, ``2025``, and ``--10-09``, ``--10``, ``---25`` where year or month are missing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

Unit = Literal["year", "month", "day"]


class Parts(NamedTuple):
    """Year, month and day of a date; None where not known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


def exists(parts: Parts) -> bool:
    """Say whether the parts name a day that exists in some (or the given) year."""
    if parts.month is not None and not 1 <= parts.month <= 12:
        return False
    if parts.day is None:
        return True
    longest = 31 if parts.month is None else monthrange(parts.year or 2024, parts.month)[1]
    return 1 <= parts.day <= longest


_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?|--(\d{2})(?:-(\d{2}))?|---(\d{2})")


def to_iso(parts: Parts) -> str:
    """Return the parts as an ISO 8601 date, truncated where they are missing."""
    if parts == Parts():
        return ""
    year = f"{parts.year:04d}" if parts.year is not None else "-"
    if parts.month is None:
        return year if parts.day is None else f"---{parts.day:02d}"
    month = f"{year}-{parts.month:02d}"
    return month if parts.day is None else f"{month}-{parts.day:02d}"


def read_iso(value: str) -> Parts:
    """Read an ISO 8601 date as `to_iso` writes it. Raises ValueError when it is not one."""
    match = _ISO.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is not a date; give 2025-09-03, 2025-09, 2025, --09-03, --09 or ---03")
    year, month, day, month2, day2, day3 = (int(group) if group else None for group in match.groups())
    parts = Parts(year, month or month2, day or day2 or day3)
    if not exists(parts):
        raise ValueError(f"{value!r} is not a date: there is no such day")
    return parts


def month_and_day(parts: Parts) -> tuple[int, int]:
    """Return month and day for comparison within a year."""
    return (parts.month or 0, parts.day or 0)


def is_later(parts: Parts, limit: Parts) -> bool:
    """Say whether a date is certainly after ``limit``, as far as both are known."""
    for one, other in zip(parts, limit, strict=True):
        if one is None or other is None:
            return False
        if one != other:
            return one > other
    return False


def step(base: Parts, unit: Unit, steps: int) -> Parts:
    """Return the year, month or day that lies ``steps`` after that of ``base``; finer parts are dropped."""
    if unit == "year":
        return Parts(base.year + steps) if base.year is not None else Parts()
    if base.month is None:
        return Parts()
    if unit == "month":
        years, month = divmod(base.month - 1 + steps, 12)
        return Parts(base.year + years if base.year is not None else None, month + 1)
    if base.day is None:
        return Parts()
    moved = date(base.year or 2023, base.month, base.day) + timedelta(days=steps)
    return Parts(moved.year if base.year is not None else None, moved.month, moved.day)

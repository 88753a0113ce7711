"""The date without its year that lies nearest to a day: the last before it, the next after it, one hardly ahead.

Invariant: what the day is not known well enough for stays as printed.
"""

from __future__ import annotations

from corpus.structure.dates.parts import Parts, Unit, is_later, step
from corpus.structure.tense import Tense

_HALF_A_YEAR = 6  # months
_MONTHS = 12
_FEW_MONTHS = 2


def around(printed: Parts, limit: Parts, tense: Tense) -> Parts:
    """Return the date that reads as printed: the latest not after ``limit``, or the next one of what is planned.

    As printed where ``limit`` is not known well enough, and where it would be the one of last year or the coming one
    and the sentence does not show which.
    """
    if limit.year is None or (printed.month is None and (limit.month is None or limit.day is None)):
        return printed
    step_back: Unit = "year" if printed.month is not None else "month"
    guess = printed._replace(year=limit.year, month=printed.month or limit.month)
    if not is_later(guess, limit):
        return _moved(guess, step_back, 1) if tense == "planned" and is_later(limit, guess) else guess
    if tense in ("planned", "later"):
        return guess
    return _moved(guess, step_back, -1) if tense == "past" else printed


def _moved(parts: Parts, unit: Unit, steps: int) -> Parts:
    """Return the same day some years or months later or earlier."""
    if unit == "year":
        return parts._replace(year=(parts.year or 0) + steps)
    return step(parts._replace(day=None), "month", steps)._replace(day=parts.day)


def soon(printed: Parts, limit: Parts) -> Parts | None:
    """Return the next day of its name where that is hardly two months ahead; a year on, its year would be printed."""
    coming = around(printed, limit, "planned")
    if None in (*coming, *limit[:2]) or not is_later(coming, limit):
        return None
    months = ((coming.year or 0) - (limit.year or 0)) * _MONTHS + (coming.month or 0) - (limit.month or 0)
    return coming if months <= _FEW_MONTHS else None


def is_long_past(guess: Parts, limit: Parts) -> bool:
    """Say whether a date lies more than half a year before the day of publication, too long ago to be planned then."""
    if guess.year is None or limit.year is None:
        return False
    return (limit.year - guess.year) * 12 + (limit.month or 1) - (guess.month or 12) > _HALF_A_YEAR

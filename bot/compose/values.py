"""The values that two points give, and whether both can hold.

Invariant: only dates are held against dates, and numbers against numbers of the same unit.
"""

from __future__ import annotations

from decimal import Decimal

from bot.question import Ask
from corpus.structure.dates import find_dates, matches
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


def _numbers(text: str) -> dict[str, set[Decimal]]:
    """Return the numbers in a text by their units."""
    found: dict[str, set[Decimal]] = {}
    for quantity in find_quantities(text):
        found.setdefault(quantity.unit, set()).add(quantity.value)
    return found

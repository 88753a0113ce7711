"""The values that a sentence's point gives, and whether two points give values that cannot both hold.

Invariant: only dates are held against dates, and numbers against numbers of the same unit.
"""

from __future__ import annotations

from decimal import Decimal

from bot.compose.scoring import Scored
from bot.question import Ask
from corpus.structure.dates import find_dates, matches
from corpus.structure.quantities import find_quantities


def incompatible(ask: Ask, one: Scored, other: Scored) -> bool:
    """Say whether two points give different dates where a date is asked for, else different numbers of one unit."""
    if one.point is None or other.point is None:
        return False
    texts = (one.point.text, other.point.text)
    if ask.kind == "when":
        ours, theirs = ([d.value for d in find_dates(text) if d.value] for text in texts)
        return bool(ours and theirs) and not any(matches(a, b) or matches(b, a) for a in ours for b in theirs)
    counted, also = (_numbers(text) for text in texts)
    units = [unit for unit in counted if unit in also]
    return bool(units) and not any(counted[unit] & also[unit] for unit in units)


def _numbers(text: str) -> dict[str, set[Decimal]]:
    """Return the numbers in a text by their units."""
    found: dict[str, set[Decimal]] = {}
    for quantity in find_quantities(text):
        found.setdefault(quantity.unit, set()).add(quantity.value)
    return found

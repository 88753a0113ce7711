"""Lengths of time that are printed in several units: 2時間10分, 1 year and 3 months.

Invariant: a run goes on only with the next smaller unit, right behind the last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.structure.quantities import Quantity

_LONGER = {"second": "minute", "minute": "hour", "hour": "day", "day": "month", "month": "year"}
_BETWEEN = re.compile(r"\s*(?:と|and|零|又)?\s*")


def runs_of_time(text: str, found: Sequence[Quantity]) -> list[tuple[Quantity, ...]]:
    """Return the quantities found in a text, in order: those of one length of time together, any other by itself."""
    runs: list[tuple[Quantity, ...]] = []
    for quantity in found:
        last = runs[-1][-1] if runs else None
        if last and _LONGER.get(quantity.unit) == last.unit and _BETWEEN.fullmatch(text, last.end, quantity.start):
            runs[-1] = (*runs[-1], quantity)
        else:
            runs.append((quantity,))
    return runs

"""The units that columns of figures count in: their names in any language, and their scales.

Invariant: a unit that is not known has no name, and what has no printed scale is counted one by one.
"""

from __future__ import annotations

import re
from decimal import Decimal

from corpus.structure.quantities import find_quantities

_SCALE = re.compile(
    r"^(?:百万|十億|十亿|千|万|億|亿|百|兆|백만|천|만|억|(?i:thousands?|millions?|billions?)(?: of)?)\s*|"
    r"\s*(?i:thousands?|millions?|billions?)$"
)


def unit_name(unit: str) -> str:
    """Return the name of a printed unit as in `Quantity.unit`, whatever its scale (千円 is jpy); "" when unknown."""
    bare = _SCALE.sub("", unit.strip())
    for text in (f"1{bare}", f"{bare}1", f"1 {bare}"):
        found = find_quantities(text)
        if found and found[0].unit:
            return found[0].unit
    return ""


_FACTORS = {"百万": 10**6, "千": 10**3, "十億": 10**9, "万": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12, "百": 100}
_FACTORS |= {
    "백만": 10**6,
    "천": 10**3,
    "만": 10**4,
    "억": 10**8,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
}


def unit_scale(unit: str) -> Decimal:
    """Return what a figure in a printed unit is multiplied by to give the bare unit (千円: 1000)."""
    match = _SCALE.search(unit.strip().lower())
    words = match.group().strip() if match else ""
    return Decimal(next((factor for word, factor in _FACTORS.items() if words.startswith(word)), 1))


def scaled(unit: str) -> bool:
    """Say whether a printed unit counts in thousands or more (千円, £ million)."""
    return bool(_SCALE.search(unit.strip()))

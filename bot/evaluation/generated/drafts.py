"""What every kind of question has in common: the draft of an item, evidence, and what would be tempting to say.

Invariant: nothing forbidden is part of the truth, and figures that stand anywhere (small ones) are never forbidden.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bot.evaluation.generated.printing import figure
from bot.evaluation.generated.sheets import Entry, Series, Sheet

_MOST_TEMPTING = 3
SMALLEST_TELLING = 1_000
"""Whole figures below this stand in texts for other reasons (ranks, counts, days)."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A question with its truth. ``rows`` are the evidence; ``wrong`` are figures that must not be said."""

    question: str
    ideal: str
    short: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    rows: tuple[tuple[Sheet, Entry], ...] = ()
    wrong: tuple[Decimal, ...] = ()
    wrong_names: tuple[str, ...] = ()
    answerable: bool = True


def number(value: Decimal) -> str:
    """Return the pattern of a figure."""
    return f"number:{value:f}"


def text(name: str) -> str:
    """Return the pattern of a name."""
    return f"text:{name}"


def shown(series: Series, entry: Entry) -> str:
    """Return a row's name and figure, as an ideal answer states them."""
    return f"{entry.name}: {figure(series.value(entry))} {series.column.unit}"


def rounded(value: Fraction, places: int) -> Decimal:
    """Return a fraction rounded half away from zero to so many decimals."""
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole if value >= 0 else -whole).scaleb(-places)


def related(series: Series, name: str) -> tuple[Entry, ...]:
    """Return the rows whose name holds another, or is held by it."""
    return tuple(e for e in series.ordered if e.name != name and (e.name in name or name in e.name))


def tempting(series: Series, entry: Entry, shelf: Sequence[Series]) -> tuple[Decimal, ...]:
    """Return the figures that a careless reader would give for a row.

    They are those of the same row in another table of its measure, of a row with nearly the same name, and of the row
    next to it. Figures of the same row are no mistake to quote and are left out.
    """
    found = [
        other.value(twin)
        for other in shelf
        if other.sheet is not series.sheet and other.column.measure.name == series.column.measure.name
        for twin in [other.entry(entry.name)]
        if twin is not None and twin.values[other.index] is not None
    ]
    found += [series.value(near) for near in related(series, entry.name)]
    entries = [e for e in series.sheet.entries if e.values[series.index] is not None and e is not entry]
    at = series.sheet.entries.index(entry) if entry in series.sheet.entries else 0
    found += [series.value(e) for e in entries[at : at + 1]]
    return tuple(found[:_MOST_TEMPTING])

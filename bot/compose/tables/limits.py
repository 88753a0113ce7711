"""The limits that a question sets on values: 1億ドル以上, over 20 million, 미만.

Invariant: a quantity inside an item's name sets none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from bot.compose.tables.spans import touches
from corpus.structure.numbers import parse_number
from corpus.structure.patterns import compiled
from corpus.structure.quantities import Quantity, find_quantities

Comparison = Literal["at least", "above", "at most", "below"]


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit on values: 1億ドル以上 is ("at least", 100000000, "usd")."""

    comparison: Comparison
    value: Decimal
    unit: str
    text: str
    start: int
    end: int

    def admits(self, value: Decimal) -> bool:
        """Say whether a value keeps to the limit."""
        if self.comparison == "at least":
            return value >= self.value
        if self.comparison == "above":
            return value > self.value
        return value <= self.value if self.comparison == "at most" else value < self.value


_COMPARISONS: tuple[tuple[Comparison, str, str], ...] = (
    (
        "at least",
        r"(?:at least|no less than|至少|不少于|不低于)\s*$",
        r"\s*(?:以上|(?:or|and) (?:more|above|over)|이상)",
    ),
    (
        "at most",
        r"(?:at most|no more than|up to|至多|不超过|不多于|不高于)\s*$",
        r"\s*(?:以下|以内|(?:or|and) (?:less|below|under)|이하)",
    ),
    (
        "above",
        r"(?:\bover|\babove|\bmore than|\bexceed(?:s|ed|ing)?|greater than|higher than|larger than|"
        r"超过|大于|高于|多于|逾)\s*(?:the )?$",
        r"\s*(?:を?超(?:え[ぁ-ん]{0,3}|す)?|を?超過|を?上回[ぁ-ん]{0,2}|より(?:も)?(?:多|大き|高)[ぁ-ん]{0,3}|"
        r"초과|(?:을|를)? ?넘\S{0,2})",
    ),
    (
        "below",
        r"(?:\bunder|\bbelow|\bless than|\bfewer than|lower than|smaller than|低于|小于|少于|不到|不足)\s*(?:the )?$",
        r"\s*(?:未満|に?も?(?:満たない|満たず|届かない|届いてない|達しない|いかな[いか][ぁ-ん]{0,2}|行かな[いか][ぁ-ん]{0,2})|を?(?:切|割)(?:る|った|って|り)|"
        r"を?下回[ぁ-ん]{0,2}|より(?:も)?(?:少な|小さ|低)[ぁ-ん]{0,3}|미만|"
        r"[도이가]? ?(?:안 ?[되된]\S{0,3}|못 ?되\S{0,3}|못 ?미치\S{0,2})|(?:을|를)? ?밑도\S{0,3})",
    ),
)


def limits_of(text: str, free: str, masks: Sequence[tuple[int, int]], units: Collection[str] = ()) -> tuple[Limit, ...]:
    """Return the limits that a question sets; a quantity inside an item's name sets none.

    ``units`` are what the table counts in, beside the units that quantities are known to have.
    """
    found = []
    for quantity in _quantities(text, units):
        if "\ufffc" in free[quantity.start : quantity.end] or touches(quantity.start, quantity.end, masks):
            continue
        before, after = free[max(0, quantity.start - 24) : quantity.start], free[quantity.end :]
        for comparison, lead, tail in _COMPARISONS:
            behind, ahead = compiled(lead).search(before), compiled(tail).match(after)
            if behind or ahead:
                start = quantity.start - (len(behind.group()) if behind else 0)
                end = quantity.end + (ahead.end() if ahead else 0)
                found.append(Limit(comparison, quantity.value, quantity.unit, text[start:end], start, end))
                break
    return tuple(found)


def _quantities(text: str, units: Collection[str]) -> Iterator[Quantity]:
    """Yield the quantities of a text; a number without a known unit takes one of the table's that follows it."""
    known = [*find_quantities(text), *_halves(text)]
    places = [(quantity.start, quantity.end) for quantity in known]
    counted = {match.start(): match for match in _counted(text, units)}
    for quantity in known:
        match = counted.pop(quantity.start, None)
        if match is None or quantity.unit:
            yield quantity
        else:
            yield replace(quantity, end=match.end(), text=match.group(), unit=match[2])
    for start, match in counted.items():
        value = parse_number(match[1])
        if value is not None and not touches(start, match.end(), places):
            yield Quantity(start, match.end(), match.group(), value, match[2])


_HALF = re.compile(r"(?:半分|半数|過半数?|半(?=以上|を超)|一半|半數|절반|\bhalf\b)")


def _halves(text: str) -> Iterator[Quantity]:
    """Yield where half of all is named: 50 of a hundred."""
    for match in _HALF.finditer(text):
        yield Quantity(*match.span(), match.group(), Decimal(50), "percent")


def _counted(text: str, units: Collection[str]) -> Iterator[re.Match[str]]:
    """Yield the numbers that one of some units follows."""
    written = "|".join(re.escape(unit) for unit in sorted(units, key=len, reverse=True) if unit)
    if written:
        yield from re.finditer(rf"(?<![\d.,])(\d[\d,]*(?:\.\d+)?)\s?({written})(?![A-Za-z])", text)

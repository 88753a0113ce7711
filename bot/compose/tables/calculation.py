"""Exact arithmetic over cells, and the formula that lets a reader redo it.

Invariant: sums, differences and products are exact decimals; a quotient is exact where it ends within the places shown
and otherwise rounded half up and written with ≈.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

MINUS = "−"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result as shown (``text``, without unit), the formula that gives it, and whether it was rounded.

    ``aside`` is a second figure that belongs to the result (the growth in per cent of a difference), or empty.
    """

    text: str
    formula: str
    rounded: bool = False
    aside: str = ""


def shown(value: Decimal, *, signed: bool = False) -> str:
    """Return a number with thousands separators, a true minus sign and, where asked for, a plus."""
    sign = MINUS if value < 0 else "+" if signed and value > 0 else ""
    return f"{sign}{value.copy_abs():,f}"


def quotient(value: Fraction, places: int) -> tuple[str, bool]:
    """Return a fraction in at most ``places`` decimals, and whether it had to be rounded (half up)."""
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    rounded = whole != scaled
    digits = tuple(int(digit) for digit in str(whole))
    number = Decimal((int(value < 0 and whole > 0), digits, -places))
    text = shown(number)
    if not rounded and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text, rounded


def difference(first: Decimal, second: Decimal, *, growth: bool, signed: bool) -> Outcome:
    """Subtract ``second`` from ``first``; with ``growth`` also say what share of ``second`` that is, in per cent.

    A base of zero or less has no growth in per cent.
    """
    gap = first - second
    formula = f"{shown(first)} {MINUS} {shown(second)} = {shown(gap)}"
    if not growth or second <= 0:
        return Outcome(shown(gap, signed=signed), formula)
    percent, rounded = quotient(Fraction(gap) * 100 / Fraction(second), 1)
    sign = "+" if gap > 0 and not percent.startswith(MINUS) else ""
    formula += f"; ÷ {shown(second)} {_equals(rounded)} {percent} %"
    return Outcome(shown(gap, signed=signed), formula, rounded, f"{sign}{percent} %")


def total(values: Sequence[Decimal]) -> Outcome:
    """Add values up."""
    result = sum(values, Decimal(0))
    return Outcome(shown(result), " + ".join(_operand(value) for value in values) + f" = {shown(result)}")


def average(values: Sequence[Decimal]) -> Outcome:
    """Divide a sum by how many values it has, to one decimal more than the values print."""
    whole = sum(values, Decimal(0))
    places = max(-int(value.as_tuple().exponent) for value in values) + 1
    text, rounded = quotient(Fraction(whole) / len(values), places)
    terms = " + ".join(_operand(value) for value in values)
    return Outcome(text, f"({terms}) ÷ {len(values)} {_equals(rounded)} {text}", rounded)


def ratio(first: Decimal, second: Decimal) -> Outcome | None:
    """Say how many times ``second`` goes into ``first``, to two decimals; None when ``second`` is zero."""
    if second == 0:
        return None
    text, rounded = quotient(Fraction(first) / Fraction(second), 2)
    return Outcome(text, f"{shown(first)} ÷ {shown(second)} {_equals(rounded)} {text}", rounded)


def share(parts: Sequence[Decimal], wholes: Sequence[Decimal]) -> Outcome | None:
    """Say what share of a whole the parts are, in per cent to one decimal; None when the whole is zero.

    Several ``wholes`` are added up first (a table that prints no total).
    """
    part, whole = sum(parts, Decimal(0)), sum(wholes, Decimal(0))
    if whole == 0:
        return None
    text, rounded = quotient(Fraction(part) * 100 / Fraction(whole), 1)
    steps = [total(values).formula for values in (parts, wholes) if len(values) > 1]
    return Outcome(text, "; ".join([*steps, f"{shown(part)} ÷ {shown(whole)} {_equals(rounded)} {text} %"]), rounded)


def each(whole: Decimal, number: Decimal) -> Outcome | None:
    """Divide a whole by how many it is for, to one decimal more than it prints; None when that is zero."""
    if number == 0:
        return None
    places = max(-int(whole.as_tuple().exponent), 0) + 1
    text, rounded = quotient(Fraction(whole) / Fraction(number), places)
    return Outcome(text, f"{shown(whole)} ÷ {shown(number)} {_equals(rounded)} {text}", rounded)


def product(one: Decimal, number: Decimal) -> Outcome:
    """Multiply what is told for one by how many there are."""
    result = plain(one * number)
    return Outcome(shown(result), f"{shown(one)} × {shown(number)} = {shown(result)}")


def portion(whole: Decimal, share: Fraction, printed: str) -> Outcome:
    """Take a share, as it is ``printed`` (30 %), of a whole; to one decimal more than the whole prints."""
    places = max(-int(whole.as_tuple().exponent), 0) + 1
    text, rounded = quotient(Fraction(whole) * share, places)
    return Outcome(text, f"{shown(whole)} × {printed} {_equals(rounded)} {text}", rounded)


def rest(whole: Decimal, parts: Sequence[Decimal]) -> Outcome:
    """Subtract all parts from a whole."""
    result = whole - sum(parts, Decimal(0))
    return Outcome(shown(result), f" {MINUS} ".join(shown(value) for value in (whole, *parts)) + f" = {shown(result)}")


def growth(before: Decimal, after: Decimal) -> Outcome | None:
    """Say by what share of the former a number changed, in per cent to one decimal, without a sign; None from zero."""
    if before <= 0:
        return None
    gap = abs(after - before)
    text, rounded = quotient(Fraction(gap) * 100 / Fraction(before), 1)
    high, low = max(before, after), min(before, after)
    steps = (
        f"{shown(high)} {MINUS} {shown(low)} = {shown(gap)}; {shown(gap)} ÷ {shown(before)} {_equals(rounded)} {text} %"
    )
    return Outcome(text, steps, rounded)


def plain(value: Decimal) -> Decimal:
    """Return a number without zeros behind its last decimal, and never in powers of ten."""
    bare = value.normalize()
    return bare.quantize(Decimal(1)) if int(bare.as_tuple().exponent) > 0 else bare


def _equals(rounded: bool) -> str:
    return "≈" if rounded else "="


def _operand(value: Decimal) -> str:
    return f"({shown(value)})" if value < 0 else shown(value)

"""Powers of ten: 10⁶, 2.5×10^-6, 10<sup>23</sup>. Written flat (106, 10-6) they would be other numbers.

Invariant: a raised figure is an exponent where it has a sign, or stands right behind a ten that is a number of its own;
anywhere else it may be the mark of a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

EXPONENT_SIGN = "^"
"""What a reader puts before an exponent whose being raised it cannot write otherwise."""
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–＋－", "0123456789-+--+-")
_SIGNED = re.compile(r"[-−–⁻+＋－]\d{1,3}")
_TEN = re.compile(r"(?<![\d.,．，第表図])(?<!\d[-/–:])(?:10|１０)$")
_SIGNED_BASE = re.compile(r"[A-Za-z0-9μΩ]$")  # of what it is a power: 10, or a unit (s⁻¹)
_RAISED = (
    r"(?:\^\{?(?P<caret>[-−–+]?\d{1,3})\}?\^?|<sup>\s*(?P<tag>[-−–+]?\d{1,3})\s*</sup>|(?P<raised>[⁻⁺]?[⁰¹²³⁴-⁹]{1,3}))"
)
_TIMES = "×✕✖·∙"
_POWER = re.compile(
    rf"(?<![\d.,^{_TIMES}])(?<![{_TIMES}]\s)(?<!\d[xX])(?<!\d[xX]\s)(?<!\d\s[xX]\s)"
    rf"(?:(?P<times>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?[{_TIMES}xX]\s?)?10{_RAISED}(?!\d)"
)
_ANY = re.compile(rf"(?:(?<=[A-Za-zμΩ])(?=[⁻⁺^<])|\d+(?:[.,]\d+)*){_RAISED}")


class Power(NamedTuple):
    """A power of ten that ends at ``end``, with what it is multiplied by, and its value."""

    end: int
    value: Decimal


def figures(superscripts: str) -> str:
    """Return superscript signs as the figures that they are."""
    return superscripts.translate(_SUPERSCRIPTS)


def is_exponent(raised: str, before: str) -> bool:
    """Say whether raised figures behind the words ``before`` are an exponent."""
    if _SIGNED.fullmatch(raised):
        return _SIGNED_BASE.search(before) is not None
    return re.fullmatch(r"\d{1,3}", raised) is not None and _TEN.search(before) is not None


def power_at(text: str, at: int) -> Power | None:
    """Return the power of ten that stands at ``at`` of a text, full-width figures folded, or None."""
    match = _POWER.match(text, at)
    return _read(match) if match else None


def other_powers(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text prints other figures with something raised behind: neither is a number of its own (2^10, s⁻¹).

    A factor that is none (2,3×10⁶) makes one of them too.
    """
    known = [match.span() for match in _POWER.finditer(text)]
    for match in _ANY.finditer(text):
        if not any(start <= match.start() < end for start, end in known):
            yield match.span()


def _read(match: re.Match[str]) -> Power:
    exponent = int(figures(match["caret"] or match["tag"] or match["raised"]))
    factor = Decimal((match["times"] or "1").replace(",", ""))
    value = factor.scaleb(exponent) if exponent < 0 else factor * Decimal(10) ** exponent
    whole = value.to_integral_value()
    return Power(match.end(), whole if whole == value else value)

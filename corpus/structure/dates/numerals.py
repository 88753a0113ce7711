"""The numbers of years, months and days in Chinese numerals, by place (二〇二五) or by value (二十五).

Invariant: the first year of an era (元) is 1.
"""

from __future__ import annotations

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
NUMERALS = "".join(_DIGITS)


def number(printed: str) -> int:
    """Return the number written in digits or in Chinese numerals, by place or by value."""
    if printed.isdigit() and printed.isascii():
        return int(printed)
    if printed == "元":
        return 1
    if "十" in printed:
        tens, ones = printed.split("十")
        return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
    return int("".join(str(_DIGITS[char]) for char in printed))


def maybe(printed: str | None) -> int | None:
    """Return the number that is printed, or None."""
    return number(printed) if printed else None

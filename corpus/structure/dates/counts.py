"""The numbers that are written as words before a unit of time: 四十, 两, 사흘, fourteen.

Invariant: a word stands for one number; what is rounded (数, 몇, several) is none of them.
"""

from __future__ import annotations

from corpus.structure.hangul_numbers import NATIVE

_DAYS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9}
_DAYS |= {"열흘": 10, "보름": 15}
_KOREAN = NATIVE | {"일": 1, "열": 10}
_NUMERALS = {"两": 2, "兩": 2} | {char: value for value, char in enumerate("〇一二三四五六七八九十")}
_ENGLISH: tuple[str, ...] = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_ENGLISH += ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
_VALUES = _DAYS | _KOREAN | _NUMERALS | {word: value for value, word in enumerate(_ENGLISH, 1)} | {"a": 1, "an": 1}

DAYS_KO = "|".join(_DAYS)  # each with its unit in it
COUNT_KO = "|".join(sorted(_KOREAN, key=len, reverse=True))
TENS = r"[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"
COUNT_EN = rf"an?|{'|'.join(sorted(_ENGLISH, key=len, reverse=True))}|\d{{1,3}}"


def is_days(printed: str) -> bool:
    """Say whether a Korean word is a number of days by itself (사흘)."""
    return printed in _DAYS


def number(printed: str) -> int:
    """Return a count in figures, in Chinese numerals below a hundred (四十, 十二), or as a word (이틀, twelve)."""
    if printed.isdecimal():
        return int(printed)
    tens, ten, ones = printed.lower().partition("十")
    return 10 * _VALUES.get(tens, 1) + _VALUES.get(ones, 0) if ten else _VALUES[tens]

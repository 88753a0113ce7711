"""Shares that are printed in words: 三分の一, 半数, 三分之二, 절반, two thirds, half.

Invariant: only what is said of something counted or measured is a share; half of a name or of a time (半年, 後半,
half past) is none.
"""

from __future__ import annotations

import re
from fractions import Fraction

from corpus.document import Span
from corpus.structure.numbers import number_at

_KANJI = "[一二三四五六七八九十百]"
_PART = "thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
_ONE = "an?|one|two|three|four|five|six|seven|eight|nine"
_SHARES = re.compile(
    rf"(?:[0-9０-９]+|{_KANJI}+)分(?:の|之)(?:[0-9０-９]+|{_KANJI}+)|"
    r"過?半数|半[分額減]|(?<![大上下前后後])一半(?!会儿)|过半数?|"
    r"(?:\d+|[삼사오육칠팔구십])분의 ?(?:\d+|[일이삼사오육칠팔구])|절반|과반수?|"
    rf"\b(?:{_ONE})[- ](?:{_PART})\b(?= of\b|[.,;]|$)|\b(?:\w+ )?(?:out of|in) (?:ten|every \w+|a hundred)\b|"
    r"\bhalf(?= (?:of|the|as|its|their|his|her|a million|a billion)\b|[.,;]|$)|(?<=by )half\b|\bhalved\b",
    re.IGNORECASE,
)


def find_fractions(text: str) -> tuple[Span, ...]:
    """Return where a text prints shares in words, in order; none of them overlap."""
    return tuple(Span(match.start(), match.end()) for match in _SHARES.finditer(text))


_OUT_OF = re.compile(r"(?P<low>.+?)分(?:の|之)(?P<part>.+)|(?P<korean>.+)분의 ?(?P<of>.+)")
_ENGLISH = re.compile(rf"(?P<n>{_ONE})[- ](?P<part>{_PART})", re.IGNORECASE)
_HALF = re.compile(r"半数|半[分額]|一半|절반|half", re.IGNORECASE)
_ORDINALS = ("third", "quarter", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_BELOW = (3, 4, 4, 5, 6, 7, 8, 9, 10)
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SINO = "일이삼사오육칠팔구"


def fraction_of(words: str) -> Fraction | None:
    """Return the value of a share in words; None where it is no single number (過半数, one in ten)."""
    if _HALF.fullmatch(words):
        return Fraction(1, 2)
    if english := _ENGLISH.fullmatch(words):
        above = english["n"].lower()
        below = _BELOW[_ORDINALS.index(english["part"].lower().removesuffix("s"))]
        return Fraction(_WORDS.index(above) + 1 if above in _WORDS else 1, below)
    found = _OUT_OF.fullmatch(words)
    if found is None:
        return None
    whole, part = _integer(found["low"] or found["korean"]), _integer(found["part"] or found["of"])
    return part / whole if whole and part else None


def _integer(words: str) -> Fraction | None:
    if words in _SINO:
        return Fraction(_SINO.index(words) + 1)
    number = number_at(words.strip(), 0, money=False)
    return Fraction(number.value) if number and number.end == len(words.strip()) else None

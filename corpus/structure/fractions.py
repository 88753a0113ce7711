"""Shares that are printed in words: 三分の一, 半数, 三分之二, 절반, two thirds, half.

Invariant: only what is said of something counted or measured is a share; half of a name or of a time (半年, 後半,
half past) is none.
"""

from __future__ import annotations

import re

from corpus.document import Span

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

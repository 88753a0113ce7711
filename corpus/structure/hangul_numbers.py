"""Korean numerals in words: 세 명, 다섯 대, 열두 달, 스무 곳.

Invariant: words are a number only right before a counter; 한 alone (말한 대로, 한 번) is one only before few of them.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_TENS = {"열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70}
_TENS |= {"여든": 80, "아흔": 90}
NATIVE = {"한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}
_ONE = "|".join(NATIVE)
_LONG = "|".join(word for word in NATIVE if len(word) > 1)
_TEN = "|".join(sorted(_TENS, key=len, reverse=True))
_COUNTER = (
    r"(?:명|대(?![로해한통표학부])|개월|개국|개|달(?!러|리|라)|시간|마리|곳|권|장(?![관소기애])|나라|살|번(?!째|호)|척|편|차례|"
    r"가지|쌍|발|채|건|층|석|해|주(?![년장민요])|살|그루|통|줄|군데|분(?![기의야석]))"
)
# One syllable alone begins many words (세대, 네트워크); it counts apart from its counter, or before the commonest.
_AT = re.compile(
    rf"(?<![가-힣])(?:(?P<ten>{_TEN})(?P<of_ten>{_ONE})?|(?P<long>{_LONG}))(?= ?{_COUNTER})|"
    rf"(?<![가-힣])(?P<short>두|세|네|석|넉)(?= {_COUNTER}|(?:명|개|곳|달(?![러리라])|나라|살|시간))|"
    r"(?<![가-힣])(?P<single>한)(?= ?(?:명|달(?![러리라])|시간|나라|곳|척|마리)(?![가-힣]{3}))"
)


class Worded(NamedTuple):
    """A number in words with its value and where it ends."""

    value: Decimal
    end: int


def worded_at(text: str, at: int) -> Worded | None:
    """Return the number that Korean words at ``at`` write before a counter; None where none does."""
    match = _AT.match(text, at)
    if match is None:
        return None
    value = _TENS.get(match["ten"] or "", 0)
    value += sum(NATIVE[match[name]] for name in ("of_ten", "long", "short", "single") if match[name])
    return Worded(Decimal(value), match.end())


STARTS = rf"(?<![가-힣])(?:{_TEN}|{_ONE})"
"""Where such a number may begin, as a pattern."""

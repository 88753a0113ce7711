"""From where to where: sentences that tell of the way back of what a question asks about.

北朝鮮から中国への輸出 has every word of 中国から北朝鮮への輸出. Invariant: a sentence tells of the way back only where
it says both ends of the question's way in the other order, and nowhere in the question's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.compose.asked import Asked
from bot.compose.candidates import Candidate
from bot.compose.named_parts import compared

_NAME = r"[一-鿿々ァ-ヺーA-Za-z・]{2,12}"
_EN = r"[A-Z][\w.-]+(?: [A-Z][\w.-]+)*"
_WAYS = re.compile(
    rf"(?P<ja1>{_NAME})から、?(?P<ja2>{_NAME})(?:に|へ|への|向け|宛て)(?![一-鿿ァ-ヺ]*から)|"
    rf"\bfrom (?:the )?(?P<en1>{_EN}) (?:to|into) (?:the )?(?P<en2>{_EN})|"
    rf"\b(?P<en3>{_EN})(?:['’]s)? exports? to (?:the )?(?P<en4>{_EN})|"
    r"从(?P<zh1>[一-鿿]{2,6}?)(?:出口|运|输)?(?:到|往|向|至)(?P<zh2>[一-鿿]{2,6}?)(?=的|出口|运|输|，|。|[?？]|$)|"
    r"(?P<zh3>[一-鿿]{2,6}?)(?:对|向|往)(?P<zh4>[一-鿿]{2,6}?)的?(?:出口|输出)|"
    r"(?P<ko1>[가-힣]{2,8}?)에서 (?P<ko2>[가-힣]{2,8}?)(?:으?로|에)(?= |의|$)"
)


@lru_cache(4096)
def ways(text: str) -> tuple[tuple[str, str], ...]:
    """Return from where to where a text says that something goes, as printed, in order."""
    found = []
    for match in _WAYS.finditer(text):
        start, end = (part for part in match.groups() if part)
        found.append((start, end))
    return tuple(found)


def goes_back(asked: Asked, candidate: Candidate) -> bool:
    """Say whether a sentence tells of the way back alone of what a question asks about."""
    wanted, told = ways(asked.question.query), ways(candidate.text)
    return bool(wanted and told) and all(_is_back(asked, candidate, one, told) for one in wanted)


def _is_back(asked: Asked, candidate: Candidate, wanted: tuple[str, str], told: Sequence[tuple[str, str]]) -> bool:
    def same(one: str, other: str) -> bool:
        return compared(asked, candidate.document, one, other).shared

    there, back = wanted, wanted[::-1]
    along = any(same(there[0], one[0]) and same(there[1], one[1]) for one in told)
    return not along and any(same(back[0], one[0]) and same(back[1], one[1]) for one in told)

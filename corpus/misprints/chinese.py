"""Chinese characters that a reading machine took for others of nearly their shape, told by the words they stand in.

Invariant: a suspect is a character of a closed list of pairs with which nothing around makes a word, where the other
of its pair makes a common one with the character before or behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from corpus.frequency import zipf
from corpus.misprints.suspect import Suspect

# What is printed, and what was written: no character that stands in names or alone as a common word opens a pair.
_PAIRS = (
    "己已 巳已 末未 曰日 淡谈 洒酒 睛晴 冶治 拆折 析折 折拆 拔拨 拨拔 剌刺 亨享 既即 竟竞 竞竟 兔免 贷货 贪贫 扬场 问间"
    " 侯候 域城 状壮 薪新 厉历 券卷 戌戍 壁璧 辩辨 赢羸 崇祟 沬沫"
)
_BEHIND = "永水 王玉 慕幕 徽微"  # of those that stand in names: only behind the character that makes a word with it
_HAN = "[一-鿿]"
_WORD = 3.5  # Zipf frequency of a word that is common
_NO_WORD = 1.5  # of what is none, but may have been counted by chance
_FAR = 3.0  # how much commoner the other is, where what is printed was counted as a common mistake
_REASON = "{} makes no word here; {} does, and looks alike"


@cache
def _alike() -> dict[str, str]:
    alike: dict[str, str] = {}
    for pair in f"{_PAIRS} {_BEHIND}".split():
        alike[pair[0]] = alike.get(pair[0], "") + pair[1]
    return alike


def characters(text: str, start: int, end: int) -> Iterator[Suspect]:
    """Yield the characters of ``text[start:end]`` that make no word where another of nearly their shape makes one."""
    pattern = re.compile(f"[{''.join(_alike())}]")
    for match in pattern.finditer(text, start, end):
        likely = _likely(text, match.start())
        if likely:
            yield Suspect(match.start(), match.end(), match[0], likely, _REASON.format(match[0], likely))


def _likely(text: str, at: int) -> str:
    """Return the one character of nearly the same shape that makes a word where the one printed makes none."""
    char = text[at]
    pairs = [(a, text[a : a + 2]) for a in (at - 1, at) if a >= 0 and re.fullmatch(_HAN + "{2}", text[a : a + 2])]
    triples = [text[a : a + 3] for a in (at - 2, at - 1, at) if a >= 0]
    known = max((zipf(word, "zh") for _, word in pairs), default=0.0)
    longer = max((zipf(word, "zh") for word in triples if re.fullmatch(_HAN + "{3}", word)), default=0.0)
    if longer > _NO_WORD:
        return ""
    ends = pairs[:1] if any(char == pair[0] for pair in _BEHIND.split()) and at and pairs else pairs
    found: dict[str, float] = {}
    for other in _alike()[char]:
        best = max((zipf(word[: at - a] + other + word[at - a + 1 :], "zh") for a, word in ends), default=0.0)
        if best >= _WORD and (known <= _NO_WORD or best - known >= _FAR):
            found[other] = best
    return max(found, key=lambda other: found[other], default="")

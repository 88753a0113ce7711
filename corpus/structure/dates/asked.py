"""The day on which the talk was held that a text prints: what the one who answers calls now (取材は2024年6月3日).

Invariant: the day is one that a sentence or note says to be that of the talk, and only words in its questions and
answers are said on it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from corpus.structure.dates.mentions import DateMention
from corpus.structure.dates.parts import Parts, read_iso

_FULL = len("2024-06-03")
_TALK = r"(?:取材|インタビュー|対談|鼎談|座談会?|収録|聞き取り|聞き手との対話)"
_BEFORE = re.compile(
    rf"(?:{_TALK}(?:日時?|は|を|実施日?)?、?\s?[:：]?\s?|(?:采访|访谈|採訪|对谈)(?:时间|日期)?(?:是?[于於在]|[:：])\s?"
    r"|(?:인터뷰|대담|취재)(?:는|\s?일시?\s?[:：]|\s?날짜\s?[:：])\s?|\b(?:[Ii]nterview(?:ed)?|[Ss]poke|[Tt]alked|[Cc]onversation)\b"
    r"[^.\n]{0,40}?(?:\bon|:)\s)\Z"
)
_BEHIND = re.compile(
    rf"(?:に|、)?[^。\n]{{0,14}}{_TALK}(?:を(?:行|し)|した|[）)。]|\Z)|[^。\n]{{0,10}}[采採][访訪](?:[。）)]|\Z)"
    r"|[^.\n]{0,14}(?:인터뷰|대담)(?:했|를|\)|$)"
)
_ASKS = re.compile(
    r"(?:[―—–──]{1,2}|[QＱ][.．:：\s]|[问問][:：]|문[:：])|질문[:：]|[^\S\n]*(?P<speaker>[^\s。、:：]{1,8})[:：](?=\S)"
)
_PARAGRAPH = re.compile(r"(?:^|\n)[^\S\n]*(\S[^\n]*)")


class Talk(NamedTuple):
    """A talk: from the first question to the end of the text, and the day it was held."""

    start: int
    day: Parts


def talk(text: str, mentions: Sequence[DateMention]) -> Talk | None:
    """Return the talk that a text prints with its day, or None."""
    days = {
        m.value for m in mentions if m.stated_year and len(m.value) == _FULL and not m.until and _is_of_talk(text, m)
    }
    if len(days) != 1:
        return None
    found = [
        (match.start(1), asks["speaker"]) for match in _PARAGRAPH.finditer(text) if (asks := _ASKS.match(match[1]))
    ]
    speakers = Counter(speaker for _, speaker in found)
    asked = [
        at for at, speaker in found if speaker is None or speakers[speaker] > 1
    ]  # 取材・文：…, 出典：… ask nothing
    return Talk(asked[0], read_iso(days.pop())) if asked else None


def _is_of_talk(text: str, mention: DateMention) -> bool:
    left = max(mention.start - 60, 0)
    return bool(_BEFORE.search(text, left, mention.start) or _BEHIND.match(text, mention.end))

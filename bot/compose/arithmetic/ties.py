"""How a sentence ties one of its numbers: it is told for one of something, a part of another, or only held against it.

Invariant: closed classes of words right beside the number say so; nothing here is about any subject.
"""

from __future__ import annotations

import re

from corpus.structure.quantities import Quantity
from corpus.structure.units import unit_at

# Before a number: it is what is told for one (1個260円, 1人当たり35万円, 月額3,200円), or for one of a span of time.
_FOR_ONE = re.compile(
    r"(?:(?<![\d１-９])[1１一]\s?(?P<ja>つ|[かカヵヶ]月|[^\d\s、。ぁ-ん目]{1,4}?)(?:当たり|あたり|につき|ごとに?)?(?:の?(?:価格|料金|値段|単価|代金)(?:は|が)?)?"
    r"(?:平均|約|およそ|おおよそ|ほぼ)?|(?P<time>[月年日])額(?:は|が)?|"
    r"(?P<zh>每[个個名位张件台]?[一-鿿]{1,2})(?:的?(?:价格|费用))?(?:为|是)?|한 ?(?P<ko>[가-힣]{1,3})(?:당|에)?)\s?$"
)
_BEHIND_ONE = re.compile(
    r"\s?(?:[/／]|\b(?:per|an?|each|every)\b|for (?:each|every)|어치)\s?(?P<unit>[A-Za-z一-鿿ァ-ヶー]{1,12})?", re.I
)
_TIMES = {"月": "month", "年": "year", "日": "day"}
# Before a number: it is a part of one told before. Behind one: what follows are its parts.
_PART = re.compile(
    r"(?:うち|内訳は|其中|其中包括|(?:그|이) ?(?:중|가운데)|[명개건] ?(?:중|가운데)|"
    r"\bof (?:which|whom|these|those|them|that),?|including)[^、。,.]*$",
    re.I,
)
OF_THEM = re.compile(
    r"このうち|そのうち|うち|内訳|其中|(?:그|이) ?(?:중|가운데)|"
    r"\bof (?:which|whom|these|those|them|that)\b|\bmade up\b",
    re.I,
)
_BEHIND_ASIDE = re.compile(
    r"\s?(?:より|から|に比べ|と比べ|を[上下]回|を超え|보다|에서|에 비해)|\s?(?:above|below) (?:that|last)|比",
    re.IGNORECASE,
)
_BEFORE_ASIDE = re.compile(
    r"(?:前の?(?:年度?|期|月|回)|昨年度?|前年度?|当初|(?:작|지난|전)[년해달]|작년|전년도?|지난해|去年|上年|上一年)[^、，,。]{0,4}の?의?$|"
    r"\b(?:from|than|against|compared (?:with|to)) (?:[a-z]+ ){0,2}$",
    re.IGNORECASE,
)


def is_aside(text: str, one: Quantity) -> bool:
    """Say whether a number is only what another is held against (前の期の45億円を上回り, up from 43,200)."""
    return bool(_BEHIND_ASIDE.match(text, one.end) or _BEFORE_ASIDE.search(text[: one.start]))


def for_one(text: str, one: Quantity) -> str:
    """Return the unit of which a number is told for one; "" where it is told of all."""
    if before := _FOR_ONE.search(text[: one.start]):
        if time := before["time"]:
            return _TIMES[time]
        noun = (before["ja"] or before["zh"] or before["ko"] or "").removeprefix("每")
        return unit_at(noun, 0)[0] or unit_at("1" + noun, 1)[0] or noun
    if (behind := _BEHIND_ONE.match(text, one.end)) and (noun := behind["unit"] or ""):
        return unit_at(f" {noun}", 0)[0] or unit_at(noun, 0)[0] or f"{noun}s"
    return ""


def is_part(text: str, one: Quantity) -> bool:
    """Say whether a sentence says that a number is a part of one told before (うち30隻, of which 12)."""
    return _PART.search(text[: one.start]) is not None


def stands_for_one(text: str, one: Quantity) -> bool:
    """Say whether what stands before a number says that it is told for one of something."""
    return _FOR_ONE.search(text[: one.start]) is not None

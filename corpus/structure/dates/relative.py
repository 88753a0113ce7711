"""Read the dates that Japanese, Chinese and Korean state by their distance from another: 翌月, 昨年6月, 同月25日, 작년.

Invariant: the words are a closed class, each with its unit and number of steps; a word that is part of another (日本,
文明, 前年比) is none of them. The text is read with its signs folded (`fold_signs`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from corpus.structure.dates.eastern import read_point
from corpus.structure.dates.mentions import Found, Relation
from corpus.structure.dates.parts import Parts, Unit


def _words(table: str, anchor: Literal["text", "now"], unit: Unit) -> dict[str, Relation]:
    """Read ``word+steps`` pairs: every word is that many units away from its anchor."""
    pairs = (entry.rsplit(":", 1) for entry in table.split(","))
    return {word.strip(): Relation(anchor, unit, int(steps)) for word, steps in pairs}


_RELATIVE = (
    _words("同年:0,当年:0,翌年:1,次年:1,翌々年:2,前年:-1,같은 해:0,동년:0,이듬해:1,다음 해:1,그해:0", "text", "year")
    | _words("同月:0,当月:0,翌月:1,次月:1,翌々月:2,前月:-1,같은 달:0,동월:0", "text", "month")
    | _words("同日:0,当日:0,当天:0,翌日:1,次日:1,第二天:1,翌々日:2,前日:-1,前々日:-2,前一天:-1", "text", "day")
    | _words("이튿날:1,다음 날:1,다음날:1,전날:-1,같은 날:0,당일:0", "text", "day")
    | _words("一昨年:-2,おととし:-2,昨年:-1,去年:-1,今年:0,本年:0,来年:1,再来年:2,明年:1", "now", "year")
    | _words("재작년:-2,작년:-1,지난해:-1,올해:0,금년:0,내년:1", "now", "year")
    | _words(
        "先々月:-2,先月:-1,今月:0,本月:0,来月:1,上个月:-1,上個月:-1,上月:-1,下个月:1,下個月:1,下月:1", "now", "month"
    )
    | _words("지난달:-1,지난 달:-1,이달:0,이번 달:0,다음 달:1,다음달:1", "now", "month")
    | _words("一昨日:-2,昨日:-1,本日:0,昨天:-1,어제:-1", "now", "day")
)
_WORD = re.compile("|".join(sorted(map(re.escape, _RELATIVE), key=len, reverse=True)))
_NOT_BEFORE_WORD = re.compile(
    r"同(?<=[一-鿿]同)|本(?<=日本)|明(?<=文明)|来(?<=[未将年以]来)|前(?<=[以数]前)|次(?<=[一二三四五今]次)"
)
_NOT_AFTER_WORD = re.compile(r"度?(?:比|対比|同期|同月)|(?<=日)[本程香]|(?<=年)[代金]|(?<=月)[球面]")


def read_relative(text: str, at: int, chinese: bool) -> Found | None:
    """Read a date stated by its distance from another (翌月, 昨年6月, 同月25日) at ``at``; None when there is none.

    ``chinese``: in the text 前年 is the year before last, not the one before.
    """
    match = _WORD.match(text, at)
    if match is None or _NOT_BEFORE_WORD.match(text, at) or _NOT_AFTER_WORD.match(text, match.end()):
        return None
    relation = _RELATIVE[match.group()]
    if match.group() == "前年" and chinese:
        relation = Relation("now", "year", -2)
    if relation.anchor == "text" and re.search(r"(?:[こそ]の|这之?|此|그|이)\s?$", text[max(at - 3, 0) : at]):
        relation = replace(relation, reach=True)
    if relation.unit != "day":
        gap = re.compile(r"\s?の?").match(text, match.end())
        found = read_point(text, gap.end() if gap else match.end(), after_word=True)
        fits = found and not found.relation.anchor and found.first.year is None
        if found and fits and (found.first.month is not None) == (relation.unit == "year"):
            return replace(found, relation=relation)
    return Found(match.end(), Parts(), None, relation)

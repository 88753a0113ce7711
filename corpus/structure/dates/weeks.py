"""Read weeks and seasons by their place after another (翌週, 先週の木曜, 다음 주, 来春), and tables of such words.

Invariant: a week begins on Monday; a word that is part of another (来春日) is none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from corpus.structure.dates.mentions import Found, Relation
from corpus.structure.dates.parts import Parts, Unit

POINTED = re.compile(r"(?:[こそ]の|それから|そこから|这之?|此后?|其|那之?后?|그로부터|그|이)\s?\Z")


def words(table: str, anchor: Literal["text", "now"], unit: Unit) -> dict[str, Relation]:
    """Read ``word+steps`` pairs: every word is that many units away from its anchor."""
    pairs = (entry.rsplit(":", 1) for entry in table.split(","))
    return {word.strip(): Relation(anchor, unit, int(steps)) for word, steps in pairs}


WEEKS = words("先々週:-2,先週:-1,今週:0,本週:0,来週:1,再来週:2", "now", "day")
WEEKS |= words("上周:-1,上週:-1,本周:0,这周:0,下周:1,下週:1", "now", "day")
WEEKS |= words("지지난주:-2,지난주:-1,지난 주:-1,이번 주:0,이번주:0,다음 주:1,다음주:1", "now", "day")
WEEKS |= words("翌週:1,次週:1,翌々週:2,前週:-1,同週:0,同じ週:0,이듬주:1", "text", "day")
_IN_WEEK = re.compile(
    r"の?(?P<day>[月火水木金土日])曜日?|の?(?P<end>末)|\s?(?P<ko>[월화수목금토일])요일|(?P<zh>[一二三四五六日天])(?![月日年])"
)
SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
_SEASON = re.compile(r"(?P<word>一昨|来|昨|今|翌|この(?!冬))(?P<season>[春夏秋冬])(?![一-鿿])")
_SEASON_KO = re.compile(r"(?<![가-힣])(?:올|(?P<past>지난)|(?P<next>다음))\s?(?P<season>봄|여름|가을|겨울)")


def read_week(text: str, at: int, match: re.Match[str]) -> Found:
    """Read a week by its place after another (翌週, 先週の木曜), whole or one day of it."""
    relation = WEEKS[match.group()]
    part = _IN_WEEK.match(text, match.end())
    chosen, end = "week", match.end()
    if part and not (part["zh"] and not match.group().endswith(("周", "週"))):
        names = {"day": "月火水木金土日", "ko": "월화수목금토일", "zh": "一二三四五六日"}
        key = part.lastgroup or ""
        chosen = "weekend" if key == "end" else str(names[key].find(part[key].replace("天", "日")))
        end = part.end()
    reach = bool(POINTED.search(text[max(at - 3, 0) : at]))
    return Found(end, Parts(), None, replace(relation, steps=7 * relation.steps, part=chosen, reach=reach))


def read_season(text: str, at: int) -> Found | None:
    """Read a season of a year by its place after another (来春, 昨秋)."""
    if korean := _SEASON_KO.match(text, at):
        month = SEASONS["春夏秋冬"["봄여가겨".find(korean["season"][0])]]
        part = "last season" if korean["past"] else "next season" if korean["next"] else ""
        return Found(korean.end(), Parts(), None, Relation("now", "year", 0, part=part, season=month))
    match = _SEASON.match(text, at)
    if match is None or re.match(r"[一-鿿]", text[at - 1 : at] or "。"):
        return None
    steps = {"一昨": -2, "昨": -1, "今": 0, "この": 0, "来": 1, "翌": 1}[match["word"]]
    anchor: Literal["text", "now"] = "text" if match["word"] == "翌" else "now"
    part = "running season" if anchor == "now" else ""  # of the winter that is going on, and not of the year
    relation = Relation(anchor, "year", steps, part=part, season=SEASONS[match["season"]])
    return Found(match.end(), Parts(), None, relation)

"""Read the part of the running year that a text speaks of without naming the year: 年内, 年度末までに, 夏ごろまでに.

Invariant: such words are of the year of the text's own day only where their sentence tells of what is to come.
"""

from __future__ import annotations

import re

from corpus.structure.dates.mentions import Found, Relation
from corpus.structure.dates.parts import Parts
from corpus.structure.dates.weeks import SEASONS

_OWN = r"(?<![\d年一-鿿々〇の])"  # 来年の年末, 昭和の年末 and 忘年末 name it, or are other words
_REST = re.compile(
    r"(?:(?<![\d一-鿿々])|(?<=[将在于]))年内(?=[にのはも、，。完]|[一-鿿])|(?<![가-힣])연내(?![가-힣]{2})"
    r"|(?<![\d年今明去同次当當本每来翌两一二三四五六七八九十〇])年底之?前"
)
_UNTIL = r"(?=(?:ごろ|頃)?(?:までに|をめど|をメド|を目途|を目処|を目標))"
_MONTH = re.compile(rf"{_OWN}(?<![かカヶヵ])月内(?=に|の|は|も|、)")
_ACCOUNT = re.compile(rf"{_OWN}年度[内中](?=に|の|は|、)")
_ACCOUNT_END = re.compile(rf"{_OWN}年度末{_UNTIL}")
_END = re.compile(
    rf"{_OWN}年末{_UNTIL}|(?<![가-힣\d])연말(?=까지)"
    r"|(?:(?<=\bby )|(?<=\bbefore )|(?<=\buntil )|(?<=\bat ))the end of the year\b",
    re.IGNORECASE,
)
_AFTER_NEW_YEAR = re.compile(rf"{_OWN}年明け(?=に|から|以降|早々|の)(?!の[^、。]{{0,6}}休)")
_CLAUSE = r"(?:\A|(?<=[，。；：\n\u3000]))"
_CLAUSE_KO = r"(?:\A|(?<=[.,\n]\s)|(?<=[은는이가]\s))"
_HALF_1 = re.compile(rf"{_CLAUSE}上半年(?=[，将將拟擬计計预預])|{_CLAUSE_KO}상반기(?=에|부터|까지| 중)")
_HALF_2 = re.compile(rf"{_CLAUSE}下半年(?=[，将將拟擬计計预預])|{_CLAUSE_KO}하반기(?=에|부터|까지| 중)")
# 月末には…を開く: of the text's own time only where its paragraph has told of that (see `open_now`)
_BARE_MONTH, _BARE_YEAR, _BARE_ACCOUNT = (re.compile(rf"{_OWN}{one}末(?=に(?!なる))") for one in ("月", "年", "年度"))
_WORDS = [
    (_REST, Relation("now", "year", part="within")),
    (_MONTH, Relation("now", "month", ahead=True)),
    (_ACCOUNT, Relation("now", "year", fiscal=True, ahead=True)),
    (_ACCOUNT_END, Relation("now", "year", fiscal=True, part="end", ahead=True)),
    (_END, Relation("now", "year", season=-12, ahead=True)),
    (_BARE_MONTH, Relation("now", "month", ahead=True)),
    (_BARE_YEAR, Relation("now", "year", season=-12, ahead=True)),
    (_BARE_ACCOUNT, Relation("now", "year", fiscal=True, part="end", ahead=True)),
    (_AFTER_NEW_YEAR, Relation("now", "year", 1, season=-1, ahead=True)),
    (_HALF_1, Relation("now", "year", part="half 1", ahead=True)),
    (_HALF_2, Relation("now", "year", part="half 2", ahead=True)),
    *(
        (re.compile(rf"{_OWN}{season}{_UNTIL}"), Relation("now", "year", season=month, after=True, ahead=True))
        for season, month in SEASONS.items()
    ),
]


def read_rest(text: str, at: int) -> Found | None:
    """Read what is left of a year that is not named (年内, 年底前, 연내, 年度末までに, 夏ごろまでに), or None."""
    for pattern, relation in _WORDS:
        if match := pattern.match(text, at):
            return Found(match.end(), Parts(), None, relation)
    return None

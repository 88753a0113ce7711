"""The years of eras: before which year each begins, and of which era a year of two digits is (翌三十七年).

Invariant: a year of two digits is of an era only where the text before it tells one.
"""

from __future__ import annotations

import re

from corpus.structure.dates.eras import OLD_ERA, OLD_ERAS
from corpus.structure.dates.numerals import number

ERAS = {
    "令和": 2018,
    "平成": 1988,
    "昭和": 1925,
    "大正": 1911,
    "明治": 1867,
    "民国": 1911,
    "民國": 1911,
    "R": 2018,
    "H": 1988,
    "S": 1925,
}
ERAS |= {"㋿": 2018, "㍻": 1988, "㍼": 1925, "㍽": 1911, "㍾": 1867}
ERAS |= OLD_ERAS
COUNT = "(?:[一二三四五六]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_YEAR_BEFORE = re.compile(
    rf"(?P<era>令和|平成|昭和|大正|明治|民[国國]|{OLD_ERA})\s?(?:元|\d{{1,2}}|{COUNT})\s?年|[12]\d{{3}}\s?年"
)
_ERA_REACH = 200  # characters back to the era that a year of two digits is of


def era_before(text: str, at: int) -> int | None:
    """Return the year before the first of the era in which the last year before a place is told, or None."""
    told = list(_YEAR_BEFORE.finditer(text, max(text.rfind("\n\n", 0, at), at - _ERA_REACH, 0), at))
    return ERAS[told[-1]["era"]] if told and told[-1]["era"] else None


def era_of_year_before(text: str, at: int, count: int) -> int | None:
    """Return the year before the first of the era whose year before this is told (明治三十六年…翌三十七年)."""
    told = [match for match in _YEAR_BEFORE.finditer(text, max(at - _FAR, 0), at) if match["era"]]
    if not told:
        return None
    same = re.search(rf"{told[-1]['era']}\s?(?P<count>元|\d{{1,2}}|{COUNT})", told[-1].group())
    return ERAS[told[-1]["era"]] if same and number(same["count"]) == count - 1 else None


_FAR = 1000  # characters

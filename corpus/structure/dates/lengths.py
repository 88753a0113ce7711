"""Stretches of time that are told by their beginning: so many days from a day on, and years of account to another.

Invariant: the first day counts as one of the days (3日から三日間 ends on the 5th).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpus.structure.dates.mentions import Found
from corpus.structure.dates.parts import Parts, step

_LASTING = re.compile(
    r"\s?(?:から|より|부터|起)\s?の?"
    r"(?:(?P<days>\d{1,2}|[一二三四五六七八九十]{1,2})\s?(?:日間|일간|天)|(?P<weeks>\d|[一二三四])\s?(?:週間|주간))"
)
LASTING_DAY = re.compile(rf"[^\n。,、]{{1,20}}?[日일](?={_LASTING.pattern})")  # a day with so many days counted from it
_KANJI = {char: value for value, char in enumerate("〇一二三四五六七八九十")}
_DAYS_OF_WEEK = 7
_ACCOUNTS = re.compile(
    r"(?:(?P<era>令和|平成|昭和)\s?(?P<first>元|\d{1,2})|(?P<year>(?:19|20)\d\d))年度\s?(?:から|より|[-~])\s?"
    r"(?:(?P<era2>令和|平成|昭和)\s?(?P<last>\d{1,2})|(?P<year2>(?:19|20)\d\d)|(?P<bare>\d{1,2}))年度"
)
_STARTS, _ENDS = 4, 3  # the months in which a Japanese year of account begins and ends


def lasting(text: str, found: Found) -> Found | None:
    """Return a day with the last of the days that are counted from it right behind it (9月3日から三日間), or None."""
    first = found.first
    match = _LASTING.match(text, found.end) if first.day is not None and first.month is not None else None
    if match is None or found.relation.anchor:
        return None
    printed = match["days"] or match["weeks"]
    count = int(printed) if printed.isdecimal() else _numeral(printed)
    last = step(first, "day", count * (_DAYS_OF_WEEK if match["weeks"] else 1) - 1)
    return Found(match.end(), first, last) if count > 1 else None


def account_years(text: str, at: int, eras: Mapping[str, int]) -> Found | None:
    """Return the stretch from one Japanese year of account to a later one (令和3年度から7年度), or None."""
    match = _ACCOUNTS.match(text, at)
    if match is None or not (match["era"] or re.search(r"から|より", match.group())):
        return None
    start = int(match["year"]) if match["year"] else eras[match["era"]] + _of_era(match["first"])
    if match["year2"]:
        stop = int(match["year2"])
    elif match["era2"]:
        stop = eras[match["era2"]] + _of_era(match["last"])
    elif match["era"]:
        stop = eras[match["era"]] + int(match["bare"])
    else:
        stop = start // 100 * 100 + int(match["bare"])
    return Found(match.end(), Parts(start, _STARTS), Parts(stop + 1, _ENDS)) if stop > start else None


def _of_era(printed: str) -> int:
    return 1 if printed == "元" else int(printed)


def _numeral(printed: str) -> int:
    tens, ten, ones = printed.partition("十")
    return (_KANJI.get(tens, 1) * 10 if ten else 0) + _KANJI.get(ones or (tens if not ten else ""), 0)

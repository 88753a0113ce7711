"""Read a date whose year is told by two calendars, one of them in brackets: 2024年（令和6年）3月9日, 明治44（1911）年.

Invariant: both name the same year; where they do not, or no month follows them, nothing is read here but for a year
whose 年 stands behind the brackets.
"""

from __future__ import annotations

import re

from corpus.structure.dates.eastern import read_eastern, read_point
from corpus.structure.dates.era_years import COUNT
from corpus.structure.dates.eras import OLD_ERA
from corpus.structure.dates.mentions import Found
from corpus.structure.dates.numerals import NUMERALS

_OUR_YEAR = rf"(?:[12]\d{{3}}|[{NUMERALS}]{{4}})"
_ERA_YEAR = rf"(?:令和|平成|昭和|大正|明治|民[国國]|[㋿㍻-㍾]|{OLD_ERA})\s?(?:元|\d{{1,4}}|{COUNT})"
_SIGN = r"\s?[年년]度?"
_BOTH = re.compile(
    rf"(?:(?P<era>{_ERA_YEAR})|{_OUR_YEAR})(?P<sign>{_SIGN})?"
    rf"(?P<aside>\s?[(〔\[]\s?(?P<other>(?(era){_OUR_YEAR}|{_ERA_YEAR}))(?:{_SIGN})?\s?[)〕\]])(?P<late>{_SIGN})?"
)
_BEFORE, _BEHIND = 40, 80  # characters that show what a date is part of


def read_both_years(text: str, at: int) -> Found | None:
    """Read the date at ``at`` whose year another calendar's in brackets repeats; None where there is none."""
    match = _BOTH.match(text, at)
    if match is None or bool(match["sign"]) == bool(match["late"]):
        return None
    other = read_point(f"{match['other']}年", 0)
    begin, (start, stop) = max(at - _BEFORE, 0), match.span("aside")
    found = read_eastern(text[begin:start] + text[stop : stop + _BEHIND], at - begin)
    if found is None or other is None or found.first.year != other.first.year:
        return None
    end = begin + found.end + stop - start
    dated = found.first.month is not None or match["late"]
    return Found(end, found.first, found.last, found.relation) if dated and end > stop else None

"""Days of the week: the year of a date printed with one (12月21日（土）), and one that stands alone (on Monday).

Invariant: only the one year near the text's own day in which that date falls on that weekday is taken.
"""

from __future__ import annotations

import re
from datetime import date

from corpus.structure.dates.mentions import Found, Relation
from corpus.structure.dates.parts import Parts, exists
from corpus.structure.tense import tense_at

NAMES_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_WEEKDAY = re.compile(
    r"\s?[（(](?:(?P<ja>[月火水木金土日])(?:曜日?)?|(?P<ko>[월화수목금토일])(?:요일)?)(?:[・、,]祝)?[)）]"
)


def on_weekday(text: str, at: int, printed: Parts, limit: Parts) -> Parts | None:
    """Return the date in the one year near ``limit`` in which it falls on the weekday printed: 12月21日（土）."""
    match = _WEEKDAY.match(text, at)
    if match is None or limit.year is None or printed.month is None or printed.day is None:
        return None
    weekday = "月火水木金土日".find(match["ja"]) if match["ja"] else "월화수목금토일".find(match["ko"])
    years = [
        year
        for year in (limit.year - 1, limit.year, limit.year + 1)
        if exists(printed._replace(year=year)) and date(year, printed.month, printed.day).weekday() == weekday
    ]
    return printed._replace(year=years[0]) if len(years) == 1 else None


# The day of a week that no date stands beside: on Monday, 月曜日に, 월요일에.
_NAMED = re.compile(
    r"(?<![一-鿿々ァ-ヺーの])(?P<ja>[月火水木金土日])曜日?(?=に(?!は|も)|、(?![月火水木金土日]曜))"
    r"|(?<![주달째] )(?<![가-힣])(?P<ko>[월화수목금토일])요일(?=에\s)"
    rf"|(?<=\b[Oo]n )(?P<en>{'|'.join(NAMES_EN)})\b(?=[.;]|\s(?!(?:of|the)\b)[a-z])"
)


def read_named_day(text: str, at: int) -> Found | None:
    """Read a day of the week that stands alone, where its sentence tells what was or is planned on it, or None."""
    match = _NAMED.match(text, at)
    tense = tense_at(text, at, match.end()) if match else ""
    if match is None or tense not in ("past", "planned"):
        return None
    names = (("ja", "月火水木金土日"), ("ko", "월화수목금토일"))
    at_home = next((order.find(match[key]) for key, order in names if match[key]), None)
    weekday = NAMES_EN.index(match["en"]) if at_home is None else at_home
    part = "past" if tense == "past" else "coming"
    return Found(match.end(), Parts(), None, Relation("now", "day", part=f"{part} {weekday}"))

"""Complete a date that is printed with its day of the week: 12月21日（土）.

Invariant: only the one year near the text's own day in which that date falls on that weekday is taken.
"""

from __future__ import annotations

import re
from datetime import date

from corpus.structure.dates.parts import Parts, exists

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

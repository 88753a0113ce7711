"""Read what English counts: a week later, two years earlier, ten years on, three months ago, last autumn, last Friday.

Invariant: a rounded distance (about a year later) names no date. The text is read with its signs folded
(`fold_signs`).
"""

from __future__ import annotations

import re

from corpus.structure.dates.counts import COUNT_EN, number
from corpus.structure.dates.mentions import Found, Relation
from corpus.structure.dates.parts import Parts, Unit

_UNITS: dict[str, tuple[Unit, int]] = {"day": ("day", 1), "week": ("day", 7), "fortnight": ("day", 14)}
_UNITS |= {"month": ("month", 1), "year": ("year", 1), "decade": ("year", 10), "century": ("year", 100)}
_DISTANCE = re.compile(
    rf"(?P<count>{COUNT_EN})\s(?P<unit>day|week|fortnight|month|year|decade|century)s?\s"
    r"(?:(?P<ago>ago)(?! than\b)|later|after\sthat|on(?=,)|(?P<back>earlier(?!\sthan\b)|before\sthat))\b",
    re.IGNORECASE,
)
_ROUGH = re.compile(
    r"\b(?:about|around|nearly|almost|some|over|under|than|roughly|approximately|half|within|barely)\s\Z", re.I
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LAST_DAY = re.compile(rf"last\s(?P<day>{'|'.join(_WEEKDAYS)})\b(?!'s)", re.IGNORECASE)


def read_english_distance(text: str, at: int) -> Found | None:
    """Read a date stated by a counted distance (a week later, two years ago, last Friday) at ``at``, or None."""
    if at and (text[at - 1].isalnum() or text[at - 1] in ".,-"):
        return None
    if day := _LAST_DAY.match(text, at):
        weekday = str(_WEEKDAYS.index(day["day"].lower()))
        return Found(day.end(), Parts(), None, Relation("now", "day", part=f"last {weekday}"))
    match = _DISTANCE.match(text, at)
    if match is None or _ROUGH.search(text[max(at - 16, 0) : at]):
        return None
    unit, length = _UNITS[match["unit"].lower()]
    steps = number(match["count"]) * length
    if match["ago"]:
        return Found(match.end(), Parts(), None, Relation("now", unit, -steps, part="ago"))
    back = bool(match["back"])
    return Found(
        match.end(), Parts(), None, Relation("text", unit, -steps if back else steps, reach=not back, near=True)
    )

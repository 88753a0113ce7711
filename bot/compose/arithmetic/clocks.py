"""How long it is from one time of day to another that a sentence tells (午前10時から午前11時45分まで).

Invariant: both times are printed; they are of one day unless each has a date of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.compose.arithmetic.lapses import lapse
from bot.compose.arithmetic.told import sentences_beside
from bot.compose.asked import Asked
from bot.compose.candidates import dates_in
from bot.compose.reckoned import Reckoned
from bot.compose.scoring import Scored
from corpus.document import Span
from corpus.structure.signs import fold_signs

_CLOCK = re.compile(
    r"(?P<half>午前|午後|오전|오후|上午|下午|晚上|中午|凌晨)?\s?(?P<hour>\d{1,2})(?:時|시|[点點时])(?!間|간)\s?"
    r"(?:(?P<minute>\d{1,2})(?:分|분)(?!間)|(?P<thirty>半|반))?|"
    r"\b(?P<hour_en>\d{1,2})(?:[:.](?P<minute_en>\d{2}))?\s?(?P<half_en>[ap])\.?m\b\.?",
    re.IGNORECASE,
)
_LATER_HALF = ("午後", "오후", "下午", "晚上", "p")
_NOON = 12
_TWO = 2
_UNITS = ("minute", "hour", "duration", "day")


@dataclass(frozen=True, slots=True)
class _Moment:
    of: Scored
    place: Span
    shown: str
    at: datetime
    dated: bool


def clock_between(asked: Asked, unit: str, anchor: Scored, ranked: Sequence[Scored]) -> Reckoned | None:
    """Return how long it is between the only two times of day of a sentence, or of its passage."""
    if unit not in _UNITS:
        return None
    own = _moments(anchor)
    found = own if len(own) == _TWO else [m for one in sentences_beside(asked, anchor) for m in _moments(one)]
    if len(found) != _TWO or found[0].dated != found[1].dated:
        return None
    first, last = found
    minutes = (last.at - first.at) // timedelta(minutes=1)
    if minutes <= 0:
        return None
    places = [(last.of, last.place), (first.of, first.place)]
    return lapse(_spelt(minutes, unit, asked.question.lang), places, (last.shown, first.shown))


def _moments(one: Scored) -> list[_Moment]:
    """Return the times of day of a sentence, each on the day that stands before it; on one day where none does."""
    candidate = one.candidate
    dates = [d for d in dates_in(candidate.document, candidate) if len(d.value) == len("2025-01-01")]
    found, later = [], ""
    for match in _CLOCK.finditer(fold_signs(candidate.text)):
        place = Span(candidate.start + match.start(), candidate.start + match.end())
        day = next((d.value for d in reversed(dates) if d.end <= place.start), "")
        hour = int(match["hour"] or match["hour_en"])
        later = (match["half"] or match["half_en"] or later).lower()
        hour = hour % _NOON + _NOON * (later in _LATER_HALF) if later and hour <= _NOON else hour
        minute = int(match["minute"] or match["minute_en"] or 0) or 30 * bool(match["thirty"])
        if hour > 24 or minute > 59:  # no time of day
            continue
        start = datetime.fromisoformat(day or "2000-01-01") + timedelta(hours=hour, minutes=minute)
        shown = f"{day.replace('-', '/')} {candidate.text[match.start() : match.end()].strip()}"
        found.append(_Moment(one, place, shown.strip(), start, bool(day)))
    return found


_HOUR = 60
_NAMES = {"ja": ("時間", "分"), "en": (" hours", " minutes"), "zh": ("小时", "分钟"), "ko": ("시간", "분")}


def _spelt(minutes: int, unit: str, lang: str) -> str:
    """Return a length of time in hours and minutes; in minutes alone where these are asked for."""
    hour, minute = _NAMES[lang]
    if unit == "minute":
        return f"{minutes}{minute}"
    whole, rest = divmod(minutes, _HOUR)
    space = " " if lang in ("en", "ko") else ""
    return space.join(part for part in (f"{whole}{hour}" if whole else "", f"{rest}{minute}" if rest else "") if part)

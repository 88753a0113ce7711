"""Complete one date from the dates before it, the day of publication, and how its sentence speaks of it.

Invariant: what is printed stays; a date that may be meant in two ways stays as printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from corpus.structure.dates.anchors import OUTSIDE, Anchor, near
from corpus.structure.dates.events import event_date
from corpus.structure.dates.mentions import Relation
from corpus.structure.dates.parts import Parts, Unit, exists, is_later, month_and_day, read_iso, step
from corpus.structure.dates.periods import part_of
from corpus.structure.tense import Tense, tense_at

_YEAR_STARTS = 4  # the month in which a Japanese year of account begins
_EACH_YEAR = re.compile(r"(?:毎年|每年|매년|[Ee]very|[Ee]ach)\s?\Z")


class Frame(NamedTuple):
    """What a whole text says of time.

    ``limit`` is its latest day, ``now`` what it calls now, ``told`` the dates it gives with their years.
    ``looks_back``: it tells of an earlier time and nothing in it is of its own, so that 昨年 may be said from then.
    """

    limit: Parts
    now: Parts
    told: frozenset[Parts]
    looks_back: bool


def complete(text: str, here: Anchor, anchors: Sequence[Anchor], frame: Frame) -> tuple[Parts, Parts]:
    """Return both ends of a mention's date, completed as far as its context determines them."""
    mention, relation = here.mention, here.mention.relation
    first = read_iso(mention.value) if mention.value else Parts()
    last = read_iso(mention.until) if mention.until else first
    open_now = relation.anchor == "now" and frame.looks_back
    if open_now or (relation.part == "ago" and _told_then(text, here, anchors)):
        return first, last
    if relation.fiscal:
        return _account_year(text, here, anchors, frame.now)
    if not mention.relative and first.year is not None:
        return first, last
    start = (_related if mention.relative else _truncated)(text, here, anchors, first, frame)
    if relation.season or relation.part not in ("", "ago"):
        return part_of(relation, start)
    if not exists(start):
        return first, last
    return start, _until(start, last, bool(mention.until))


def _until(start: Parts, last: Parts, ranges: bool) -> Parts:
    """Return the second end of a date: not before its first; the first where it is no range."""
    end = Parts(start.year, last.month or start.month, last.day) if ranges else start
    if ranges and end.year is not None and month_and_day(end) < month_and_day(start):
        end = end._replace(year=end.year + 1)
    return end if exists(end) else last


def _told_then(text: str, here: Anchor, anchors: Sequence[Anchor]) -> bool:
    """Say whether a sentence has told of another time before it says 3年前: that may be counted from there."""
    begin = max(text.rfind(sign, 0, here.mention.start) for sign in "。\n") + 1
    return any(one.mention.start >= begin and one.first != Parts() for one in anchors[-4:])


def _account_year(text: str, here: Anchor, anchors: Sequence[Anchor], now: Parts) -> tuple[Parts, Parts]:
    """Return the first and last month of a Japanese year of account; neither where nothing determines which."""
    base, relation = now, here.mention.relation
    if relation.anchor == "text":
        anchor = near(text, here, anchors, "year")
        base = Parts(anchor.first.year, _YEAR_STARTS) if anchor else Parts()
    if base.year is None or base.month is None:
        return Parts(), Parts()
    year = base.year - (base.month < _YEAR_STARTS) + relation.steps
    if relation.part == "end":
        return Parts(year + 1, _YEAR_STARTS - 1, 31), Parts(year + 1, _YEAR_STARTS - 1, 31)
    return Parts(year, _YEAR_STARTS), Parts(year + 1, _YEAR_STARTS - 1)


def _truncated(text: str, here: Anchor, anchors: Sequence[Anchor], printed: Parts, frame: Frame) -> Parts:
    """Complete a date that is printed without its year, or without year and month."""
    mention = here.mention
    if _EACH_YEAR.search(text[max(mention.start - 6, 0) : mention.start]):
        return printed
    if (by_weekday := _on_weekday(text, mention.end, printed, frame.limit)) is not None:
        return by_weekday
    tense = tense_at(text, mention.start, mention.end)
    anchor = near(text, here, anchors, "year" if printed.month else "month")
    if anchor is not None:
        return _after(anchor, printed, tense, frame)
    if printed.month is None and not _is_news(anchors, frame.limit, printed):
        return printed
    told = None if tense == "planned" else _told(printed, frame)
    return told or _around(printed, frame.limit, tense)


_WEEKDAY = re.compile(
    r"\s?[（(](?:(?P<ja>[月火水木金土日])(?:曜日?)?|(?P<ko>[월화수목금토일])(?:요일)?)(?:[・、,]祝)?[)）]"
)


def _on_weekday(text: str, at: int, printed: Parts, limit: Parts) -> Parts | None:
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


def _after(anchor: Anchor, printed: Parts, tense: Tense, frame: Frame) -> Parts:
    """Complete a truncated date from the date before it in its paragraph."""
    if printed.month is not None and anchor.first.year != anchor.last.year:
        return printed
    base = anchor.last
    guess = printed._replace(year=base.year, month=printed.month or base.month)
    if guess.year and (base.month or 0) >= 11 and (guess.month or 12) <= 2:
        later = guess._replace(year=guess.year + 1)
        guess = later if not is_later(later, frame.limit) or tense in ("planned", "later") else guess
    if guess.year and tense == "planned" and printed.month and is_later(base, guess):
        guess = guess._replace(year=guess.year + 1)
    if is_later(base, frame.limit) and tense == "past":
        return _around(printed, frame.limit, tense)
    if not is_later(guess, frame.limit) or is_later(base, frame.limit) or tense in ("planned", "later"):
        return guess
    if tense != "past":
        return printed
    return _told(printed, frame) or _around(printed, frame.limit, tense)


def _is_news(anchors: Sequence[Anchor], limit: Parts, printed: Parts) -> bool:
    """Say whether a bare day is counted from the day of publication, as news do.

    It is where no day of another month was told before it, or where another bare day was counted so.
    """
    months = {limit[:2], _around(printed, limit, "past")[:2]}
    told = [anchor for anchor in anchors if anchor.bracket == OUTSIDE and anchor.last.day and anchor.last.year]
    bare = any(re.fullmatch(r"\d{1,2}\D", anchor.mention.text) and anchor.last[:2] in months for anchor in told)
    return not told or bare or told[-1].last[:2] in months


def _told(printed: Parts, frame: Frame) -> Parts | None:
    """Return the date in the year that a text which looks back tells of; where it has no date, in the one it names."""
    years = sorted({parts.year for parts in frame.told if parts.year})
    if printed.month is None or not (frame.looks_back or (frame.limit.year is None and len(years) == 1)):
        return None
    same_month = [parts.year for parts in frame.told if parts.month == printed.month and parts.year]
    return printed._replace(year=max(same_month or years))


def _around(printed: Parts, limit: Parts, tense: Tense) -> Parts:
    """Return the date that reads as printed: the latest not after ``limit``, or the next one of what is planned.

    As printed where ``limit`` is not known well enough, and where it would be the one of last year or the coming one
    and the sentence does not show which.
    """
    if limit.year is None or (printed.month is None and (limit.month is None or limit.day is None)):
        return printed
    step_back: Unit = "year" if printed.month is not None else "month"
    guess = printed._replace(year=limit.year, month=printed.month or limit.month)
    if not is_later(guess, limit):
        return _moved(guess, step_back, 1) if tense == "planned" and is_later(limit, guess) else guess
    if tense in ("planned", "later"):
        return guess
    return _moved(guess, step_back, -1) if tense == "past" else printed


def _moved(parts: Parts, unit: Unit, steps: int) -> Parts:
    """Return the same day some years or months later or earlier."""
    if unit == "year":
        return parts._replace(year=(parts.year or 0) + steps)
    return step(parts._replace(day=None), "month", steps)._replace(day=parts.day)


def _related(text: str, here: Anchor, anchors: Sequence[Anchor], printed: Parts, frame: Frame) -> Parts:
    """Complete a date that is stated by its distance from another."""
    relation = here.mention.relation
    base: Parts | None = frame.now
    if relation.anchor == "text":
        needed: Unit = "month" if relation.after and relation.unit == "year" else relation.unit
        anchor = (event_date(text, here, anchors, needed) if relation.steps else None) or near(
            text, here, anchors, needed
        )
        base = (anchor.last if relation.steps > 0 or relation.after else anchor.first) if anchor else None
    if base is None or base == Parts():
        return printed
    if relation.anchor == "now" and getattr(base, relation.unit) is None:
        return printed
    if relation.after or (relation.unit == "month" and printed.month) or (relation.unit == "day" and printed.day):
        return _neighbour(printed, base, relation)
    moved = step(base, relation.unit, relation.steps)
    return moved._replace(month=moved.month or printed.month, day=moved.day or printed.day)


def _neighbour(printed: Parts, base: Parts, relation: Relation) -> Parts:
    """Return the nearest date that reads as printed: after ``base`` (翌10月, next June) or not after it (last June)."""
    forward = relation.after
    if printed.month is None:
        same = (printed.day or 0) > (base.day or 0) if forward else (printed.day or 0) <= (base.day or 31)
        month = step(Parts(base.year, base.month), "month", 0 if same else 1 if forward else -1)
        return month._replace(day=printed.day)
    if base.year is None or base.month is None:
        return printed
    known = 2 if printed.day and base.day else 1
    at, now = month_and_day(printed)[:known], month_and_day(base)[:known]
    return printed._replace(year=base.year + (at <= now if forward else -(at > now)))

"""Complete one date from the dates before it, the day of publication, and how its sentence speaks of it.

Invariant: what is printed stays; a date that may be meant in two ways stays as printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, zip_longest

from corpus.structure.dates.accounts import account_year
from corpus.structure.dates.ahead import counts_from_now, is_of_unknown_event, is_over, plans_years
from corpus.structure.dates.anchors import Anchor, candidates, near
from corpus.structure.dates.asides import in_course, is_flashback_between, year_ahead
from corpus.structure.dates.background import STOP, is_description, is_lasting, is_target
from corpus.structure.dates.chains import base_of, is_left_behind
from corpus.structure.dates.events import event_date
from corpus.structure.dates.events_zh import event_of_word
from corpus.structure.dates.frames import Frame
from corpus.structure.dates.mentions import Relation
from corpus.structure.dates.open_now import is_open_now
from corpus.structure.dates.parts import Parts, Unit, exists, is_later, month_and_day, read_iso, step
from corpus.structure.dates.periods import last_season, next_season, part_of
from corpus.structure.dates.said import said_on
from corpus.structure.dates.truncated import truncated
from corpus.structure.tense import tense_at

_MOST_ANCHORS = 200  # to look back over within a paragraph
_MOST_TRIED = 4  # dates before one, until one does not contradict its sentence
_PART_OF_YEAR = re.compile(r"\b(early|late) \Z", re.IGNORECASE)
_EARLY = (3, 6)  # spring and summer: in 2016 … the following spring is that of the next year
_WINTER, _SPRING = 12, 3
_MONTHS_OF = {"early": 1, "late": 12}  # months that surely stand before and behind the seasons that follow
_REPEATED = re.compile(r"(?:続けて|連続(?:で|して)?|毎[年月]|연속(?:으로)?\s?)[、,\s]?\Z")
# 成立した場合は、翌月から: of a day that is not known
_SUPPOSED = re.compile(r"(?:場合(?:に?は)?|[えけげせてねべめれ]ば|(?:し|っ|い|ん)[ただ]ら)、?\Z")
_OF_WHAT = re.compile(r"の(?!うち|間)|의\s|的")  # 同年7月の開業を決めた: it is the opening's, not of the deciding


def complete(text: str, here: Anchor, anchors: Sequence[Anchor], frame: Frame) -> tuple[Parts, Parts]:
    """Return both ends of a mention's date, completed as far as its context determines them."""
    mention = here.mention
    days = said_on(text, here, anchors, frame.now) if mention.relation.anchor == "now" else ()
    spoken = [_completed(text, here, anchors, frame._replace(now=day, looks_back=False)) for day in days]
    if spoken:
        return spoken[0] if spoken.count(spoken[0]) == len(spoken) else _printed(here)
    return _completed(text, here, anchors, frame)


def _printed(here: Anchor) -> tuple[Parts, Parts]:
    """Return both ends of a mention as they are printed."""
    first = read_iso(here.mention.value) if here.mention.value else Parts()
    return first, read_iso(here.mention.until) if here.mention.until else first


def _completed(text: str, here: Anchor, anchors: Sequence[Anchor], frame: Frame) -> tuple[Parts, Parts]:
    """Return both ends of a mention's date, as said on the day that ``frame`` calls now."""
    mention, relation = here.mention, here.mention.relation
    first, last = _printed(here)
    printed = first.year is not None and not mention.relative
    if printed or (relation.anchor == "now" and is_open_now(text, here, anchors, frame)):
        return first, last
    if relation.fiscal:
        return account_year(text, here, anchors, frame.now)
    start = (_related if mention.relative else truncated)(text, here, anchors, first, frame)
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


def _related(text: str, here: Anchor, anchors: Sequence[Anchor], printed: Parts, frame: Frame) -> Parts:
    """Complete a date that is stated by its distance from another."""
    relation = here.mention.relation
    if relation.anchor != "text":
        return _counted(frame.now, printed, relation)
    before = text[max(here.mention.start - 12, 0) : here.mention.start]
    if _REPEATED.search(before) or (relation.steps and _SUPPOSED.search(before)):
        return printed  # 3年続けて前年を上回った: of each of them the one before
    needed: Unit = "month" if relation.after and relation.unit == "year" else relation.unit
    event = event_of_word(text, here, anchors, needed) or (
        event_date(text, here, anchors, needed) if relation.steps else None
    )
    if event is not None:
        return _counted(_end_of(event, relation), printed, relation)
    if is_of_unknown_event(text, here, anchors):
        return printed  # 事故の翌日, of which the text has not told
    if plans_years(text, here, anchors, frame.now):
        found: Parts | None = _counted(frame.now, printed, relation)
    else:
        found = None if relation.of_event else _from_before(text, here, anchors, needed, frame)
    if found in (None, printed) and counts_from_now(text, here, anchors, frame.now):
        found = _counted(frame.now, printed, relation)
    return printed if found is None or is_over(text, here, found, frame.now) else found


def _from_before(text: str, here: Anchor, anchors: Sequence[Anchor], unit: Unit, frame: Frame) -> Parts | None:
    """Return the date that lies at its distance from one before it, known to the ``unit``; None where two may do."""
    relation, (printed, _) = here.mention.relation, _printed(here)
    told: Sequence[Anchor] = list(islice(candidates(text, here, anchors, unit), _MOST_TRIED))
    if relation.steps > 0 or relation.after:
        told, rival = in_course(text, here, told, unit, frame.limit)
        other = _counted(_end_of(rival, relation), printed, relation) if rival else None
        if other is not None and not _is_ahead(text, here, other, frame.limit):
            return None
        if told and is_flashback_between(text, told[0], here):
            return None
    gone_on = bool(told) and not relation.near and is_left_behind(text, told[0], here, unit, frame.limit)
    if gone_on or (unit != relation.unit and _is_coarser_nearer(text, here, anchors, told)):
        return None
    if not told:
        return _counted(_year_told(text, here, anchors, unit), printed, relation)
    for anchor, next_one in zip_longest(told, told[1:]):
        found = _counted(base_of(anchor, relation, _end_of(anchor, relation)), printed, relation)
        doubtful = _is_doubtful(text, here, anchor, next_one)
        if not doubtful and (_is_to_come(text, here, anchor) or not _is_ahead(text, here, found, frame.limit)):
            return found
        told_from_now = anchor.mention.relation.anchor == "now" and not relation.steps  # 本年1月から移すと…。同年10月に
        sure = told_from_now or is_later(_end_of(anchor, relation), frame.limit)
        if doubtful or not sure:  # it may not be of the year it seems
            break
    return None


def _is_to_come(text: str, here: Anchor, anchor: Anchor) -> bool:
    """Say whether a date hangs on one of its own sentence that is to come (signed next year and sold that summer)."""
    relation = anchor.mention.relation
    ahead = relation.anchor == "now" and relation.steps > 0
    return ahead and STOP.search(text, anchor.mention.end, here.mention.start) is None


def _year_told(text: str, here: Anchor, anchors: Sequence[Anchor], unit: Unit) -> Parts:
    """Return what a mention is counted from that no date before it decides: a year ahead of it, or a part of one."""
    relation = here.mention.relation
    beside = any(one.paragraph == here.paragraph for one in anchors[-1:])
    if (unit, relation.steps, relation.reach) == ("year", -1, False) and not beside:
        return year_ahead(text, here)
    if not (relation.season and relation.after):
        return Parts()
    year = near(text, here, anchors, "year")
    told = _part_of_year(text, year)
    bare = year is not None and told == Parts() and year.first == year.last == Parts(year.first.year)
    return Parts(year.first.year, _MONTHS_OF["late"]) if year and bare and relation.season in _EARLY else told


def _part_of_year(text: str, year: Anchor | None) -> Parts:
    """Return a month of the early or late part of a year (in late 2019), from which the next season is known."""
    part = _PART_OF_YEAR.search(text, max(year.mention.start - 6, 0), year.mention.start) if year else None
    return Parts(year.first.year, _MONTHS_OF[part.group(1).lower()]) if part and year else Parts()


def _is_coarser_nearer(text: str, here: Anchor, anchors: Sequence[Anchor], told: Sequence[Anchor]) -> bool:
    """Say whether a year nearer than the date whose month a mention is counted from is another year."""
    year = near(text, here, anchors, "year")
    if not told or year is None or year.mention.start <= told[0].mention.end:
        return False
    return (year.first.year or 0) > (told[0].first.year or 0)


def _is_ahead(text: str, here: Anchor, found: Parts, limit: Parts) -> bool:
    """Say whether a date would lie after the text was written, though its sentence tells what has happened."""
    mention = here.mention
    if not is_later(found, limit) or _OF_WHAT.match(text, mention.end):
        return False
    return tense_at(text, mention.start, mention.end) == "past"


def _is_doubtful(text: str, here: Anchor, anchor: Anchor, other: Anchor | None) -> bool:
    """Say whether another date is as likely meant as one before that says since or until when, or who someone is."""
    relation = here.mention.relation
    if other is None or other.first.year == anchor.first.year:
        return False
    if is_lasting(text, anchor.mention):
        return not relation.steps and not relation.after
    aside = is_target(text, anchor.mention) or is_description(text, anchor.mention)
    return aside and STOP.search(text, anchor.mention.end, here.mention.start) is not None


def _end_of(anchor: Anchor, relation: Relation) -> Parts:
    """Return the end of a date from which another is counted: the last going on, the first going back."""
    forward = relation.steps > 0 or relation.after
    named = "年度" in anchor.mention.text or anchor.mention.relation.season  # a winter is called by its first year
    return anchor.last if forward and not named else anchor.first


def _counted(base: Parts, printed: Parts, relation: Relation) -> Parts:
    """Return the date that lies at its distance from ``base``; as printed where ``base`` is not known well enough."""
    if getattr(base, relation.unit) is None:
        return printed
    if relation.part.startswith("last season"):
        return last_season(base, relation.season)
    if relation.part.startswith("next season"):
        return next_season(base, relation.season)
    if relation.season and relation.after:
        year = (base.year or 0) + ((base.month or 0) >= relation.season)
        return Parts(year) if base.year is not None and base.month is not None else printed
    if relation.after or (relation.unit == "month" and printed.month) or (relation.unit == "day" and printed.day):
        return _neighbour(printed, base, relation)
    moved = step(base, relation.unit, relation.steps)
    if relation.part == "running season" and relation.season == _WINTER and (base.month or 3) < _SPRING and moved.year:
        moved = moved._replace(year=moved.year - 1)  # a winter is called by its first year
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

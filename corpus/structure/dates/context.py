"""Complete the dates a text abbreviates from the text around them.

Invariant: the mentions stay those that `find_dates` finds; a value is completed only by what the surrounding text
determines, and what nothing determines stays truncated.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import NamedTuple

from corpus.structure.dates.finding import find_dates
from corpus.structure.dates.mentions import DateMention, Relation
from corpus.structure.dates.parts import Parts, Unit, exists, is_later, month_and_day, read_iso, step, to_iso


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A date that later mentions may hang on, with where it stands."""

    mention: DateMention
    first: Parts
    last: Parts
    paragraph: int
    bracket: int


def resolve_dates(text: str, published: str = "") -> tuple[DateMention, ...]:
    """Return the dates of a whole document's canonical text with their values completed from context.

    A truncated date takes its year from the nearest date before it in its paragraph, when that does not lead past
    ``published`` (ISO 8601, may be truncated or empty); else it is the latest such date not after ``published``. Dates
    in brackets and dates that only say since when (以来) anchor nothing outside. Relative dates (翌月) hang on the
    nearest such date of the paragraph, 昨年 and the like on ``published``, or without it on the first full date of the
    text; a date printed right after such a word decides it (前日の10月24日). What nothing determines stays as printed.
    Raises ValueError when ``published`` is not a date.
    """
    mentions = find_dates(text)
    limit = read_iso(published) if published else Parts()
    now = limit
    if now.year is None:
        full = (read_iso(m.value) for m in mentions if m.stated_year and m.value and not m.relative)
        now = next((parts for parts in full if parts.month is not None), Parts())
    breaks = [match.start() for match in re.finditer(r"\n[^\S\n]*\n", text)]
    brackets = _brackets(text)
    outside = [m for m in mentions if m.stated_year and m.value and brackets[m.start] == _OUTSIDE]
    told = frozenset(read_iso(m.value) for m in outside if not _SINCE.match(text, m.end))
    anchors: list[_Anchor] = []
    resolved: list[DateMention] = []
    for mention in mentions:
        paragraph = bisect_left(breaks, mention.start)
        here = _Anchor(mention, Parts(), Parts(), paragraph, brackets[mention.start])
        first, last = _complete(text, here, anchors, _Frame(limit, now, told))
        value, until = to_iso(first), to_iso(last) if last != first else ""
        done = replace(mention, value=value, until=until)
        if resolved and _APPOSED.fullmatch(text, resolved[-1].end, mention.start):
            resolved[-1] = _apposed(resolved[-1], first)
        resolved.append(done)
        if value:
            anchors.append(replace(here, mention=done, first=first, last=last))
    return tuple(resolved)


# 前日の10月24日, 翌月にあたる2025年10月: the date that follows says which one the word before it means.
_APPOSED = re.compile(r"の|に[あ当]たる|である|[（(]|,\s|，|인\s")


def _apposed(word: DateMention, printed: Parts) -> DateMention:
    """Return a relative word with the value of the date printed right after it, when that is as precise as its unit."""
    kept = {"year": 1, "month": 2, "day": 3}[word.relation.unit]
    if word.until or not word.relative or re.search(r"\d", word.text) or None in printed[:kept]:
        return word
    return replace(word, value=to_iso(Parts(*printed[:kept])))


def _brackets(text: str) -> list[int]:
    """Return for each character the place of the innermost closed bracket it stands in, or -1."""
    closing: dict[int, int] = {}
    stack: list[int] = []
    for index, char in enumerate(text):
        if char in "(（":
            stack.append(index)
        elif char in ")）" and stack:
            closing[stack.pop()] = index
        elif char == "\n" and text.startswith("\n\n", index):
            stack.clear()
    inside: list[int] = []
    open_now = [-1]
    for index in range(len(text) + 1):
        if index in closing:
            open_now.append(index)
        inside.append(open_now[-1])
        if len(open_now) > 1 and closing[open_now[-1]] == index:
            open_now.pop()
    return inside


_OUTSIDE = -1  # of any brackets
_SINCE = re.compile(r"[^、。,.\n]{0,30}?(?:以来|以來|이래|이후 처음)")


class _Frame(NamedTuple):
    """What a whole text says of time: its latest day, what it calls now, and the dates it gives with their years."""

    limit: Parts
    now: Parts
    told: frozenset[Parts]


def _complete(text: str, here: _Anchor, anchors: list[_Anchor], frame: _Frame) -> tuple[Parts, Parts]:
    """Return both ends of a mention's date, completed as far as its context determines them."""
    mention = here.mention
    first = read_iso(mention.value) if mention.value else Parts()
    last = read_iso(mention.until) if mention.until else first
    if mention.relative:
        start = _related(text, here, anchors, first, frame.now)
    elif first.year is None:
        start = _truncated(text, here, anchors, first, frame)
    else:
        return first, last
    if not exists(start):
        return first, last
    if not mention.until:
        return start, start
    end = Parts(start.year, last.month or start.month, last.day)
    if end.year is not None and month_and_day(end) < month_and_day(start):
        end = end._replace(year=end.year + 1)
    return start, end if exists(end) else last


_FAR = 200  # anchors to look back over within a paragraph; more are only met in lists of thousands of dates


def _near(text: str, here: _Anchor, anchors: list[_Anchor], unit: Unit) -> _Anchor | None:
    """Return the nearest date before a mention that it can hang on and that is known to the ``unit``."""
    for anchor in anchors[: -_FAR - 1 : -1]:
        if here.paragraph - anchor.paragraph > here.mention.relation.reach:
            return None
        if anchor.bracket not in (-1, here.bracket):
            continue
        known = {"year": anchor.first.year, "month": anchor.first.month, "day": anchor.first.day}[unit]
        if known is None or _is_background(text, anchor, here):
            continue
        return anchor
    return None


def _is_background(text: str, anchor: _Anchor, here: _Anchor) -> bool:
    """Say whether a date only says since when, or (昨年) what the sentence before was about."""
    between = text[anchor.mention.end : here.mention.start]
    if _SINCE.match(between) or re.search(
        r"\b(?:since)\s$", text[max(anchor.mention.start - 7, 0) : anchor.mention.start]
    ):
        return True
    return anchor.mention.relation.anchor == "now" and anchor.mention.relation.unit == "year" and "。" in between


def _truncated(text: str, here: _Anchor, anchors: list[_Anchor], printed: Parts, frame: _Frame) -> Parts:
    """Complete a date that is printed without its year, or without year and month."""
    limit = frame.limit
    if re.search(
        r"(?:毎年|每年|매년|[Ee]very|[Ee]ach)\s?\Z", text[max(here.mention.start - 6, 0) : here.mention.start]
    ):
        return printed
    anchor = _near(text, here, anchors, "year" if printed.month else "month")
    if anchor is not None:
        if printed.month is not None and anchor.first.year != anchor.last.year:
            return printed
        base = anchor.last
        guess = printed._replace(year=base.year, month=printed.month or base.month)
        if guess.year and (base.month or 0) >= 11 and (guess.month or 12) <= 2:
            later = guess._replace(year=guess.year + 1)
            guess = later if not is_later(later, limit) else guess
        if not is_later(guess, limit) or is_later(base, limit):
            return guess
    return _told(printed, frame) or _latest(printed, limit)


def _told(printed: Parts, frame: _Frame) -> Parts | None:
    """Return the date in the year that the text itself tells of, where it tells of no later one.

    A text of 2026 that speaks of October 2025 and of no month of 2026 means October 2025 by 10月9日.
    """
    limit = frame.limit
    years = sorted({parts.year for parts in frame.told if parts.year and (not limit.year or parts.year <= limit.year)})
    if printed.month is None or not years or (limit.year in years):
        return None
    same_month = [parts.year for parts in frame.told if parts.month == printed.month and parts.year in years]
    return printed._replace(year=max(year for year in (same_month or years) if year))


def _latest(printed: Parts, limit: Parts) -> Parts:
    """Return the latest date that reads as printed and is not after ``limit``; as printed when that is not known."""
    if limit.year is None:
        return printed
    if printed.month is not None:
        guess = printed._replace(year=limit.year)
        return guess._replace(year=limit.year - 1) if is_later(guess, limit) else guess
    if limit.month is None or limit.day is None:
        return printed
    guess = Parts(limit.year, limit.month, printed.day)
    return (
        step(Parts(limit.year, limit.month), "month", -1)._replace(day=printed.day) if is_later(guess, limit) else guess
    )


def _related(text: str, here: _Anchor, anchors: list[_Anchor], printed: Parts, now: Parts) -> Parts:
    """Complete a date that is stated by its distance from another."""
    relation = here.mention.relation
    base: Parts | None = now
    if relation.anchor == "text":
        needed: Unit = "month" if relation.after and relation.unit == "year" else relation.unit
        anchor = _near(text, here, anchors, needed)
        base = (anchor.last if relation.steps > 0 or relation.after else anchor.first) if anchor else None
    if base is None or base == Parts():
        return printed
    if relation.anchor == "now" and getattr(base, relation.unit) is None:
        return printed
    if relation.after or (relation.unit == "month" and printed.month is not None):
        return _neighbour(printed, base, relation)
    moved = step(base, relation.unit, relation.steps)
    return moved._replace(month=moved.month or printed.month, day=moved.day or printed.day)


def _neighbour(printed: Parts, base: Parts, relation: Relation) -> Parts:
    """Return the nearest date that reads as printed: after ``base`` (翌10月, next June) or not after it (last June)."""
    if printed.month is None:
        month = step(Parts(base.year, base.month), "month", int((printed.day or 0) <= (base.day or 0)))
        return month._replace(day=printed.day)
    if base.year is None:
        return printed
    forward = relation.after
    year = base.year + (printed.month <= (base.month or 0) if forward else -(printed.month > (base.month or 12)))
    return printed._replace(year=year)

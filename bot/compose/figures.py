"""The quantities of a sentence that a question may ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bot.compose.asked import Asked, Point, governed, stretch
from bot.compose.candidates import Candidate, dates_in
from bot.compose.counted import is_absence, ordinals_asked, those_counting
from bot.compose.labels import labelled
from bot.compose.rows import counted_as, figure_at, row_of
from bot.question import Ask
from corpus.document import Span
from corpus.places import meet
from corpus.structure.dates import DateMention, matches
from corpus.structure.fractions import find_fractions
from corpus.structure.lengths import runs_of_time
from corpus.structure.ordinals import find_ordinals
from corpus.structure.quantities import Quantity, find_quantities
from corpus.structure.stays import the_other_way_round
from corpus.structure.units import DURATION, near_unit, same_unit


def quantities_asked(asked: Asked, ask: Ask, candidate: Candidate) -> list[Point]:
    """Find the quantities in the unit asked for; those counted together (3-5位、9、10位) are one."""
    if candidate.passage.kind == "row":
        return _only_figure(candidate, ask)
    if (numbered := ordinals_asked(asked, candidate)) is not None:
        return numbered
    repeated = _numbers_said(asked)
    each = _EACH.search(candidate.text)
    found: list[Point] = []
    numbering = find_ordinals(candidate.text)
    last = -1  # where the last quantity of the unit ended, to join 3-5位、9、10位
    for quantity in _with_lengths(candidate.text, ask.unit):
        if any(one.start <= quantity.start < one.end for one in numbering if not quantity.unit):
            last = -1  # 3例目 numbers what it stands with
            continue
        if ask.unit and not same_unit(ask.unit, quantity.unit) and last < 0:
            continue
        if any(digits in repeated for digits in re.findall(r"\d[\d,]*", quantity.text)):
            continue
        between = candidate.text[last : quantity.start]
        joined = last >= 0 and not each and re.fullmatch(r"\s*[、,，・と及やand-]*\s*", between)
        same = not ask.unit or same_unit(ask.unit, quantity.unit) or (joined and not quantity.unit)
        if not same:
            last = -1
            continue
        fit = 0.4 + 0.6 * governed(asked, candidate, quantity.start, quantity.end) - (0.0 if ask.unit else 0.2)
        if joined and ask.unit:
            start = found[-1].span.start - candidate.start
            found[-1] = stretch(candidate, start, quantity.end, max(fit, found[-1].fit))
        else:
            found.append(stretch(candidate, quantity.start, quantity.end, fit))
        last = quantity.end
    found = sorted([*found, *_shares(asked, ask, candidate)], key=lambda point: point.span.start)
    found = _of_its_number(asked, candidate, _of_the_date(asked, candidate, _of_the_stay(asked, candidate, found)))
    found = those_counting(asked, candidate, found)
    named = labelled(asked, found) if candidate.passage.kind == "prose" else None
    best = max((point.fit for point in found), default=0.0) + _LABELLED
    return [replace(p, fit=best) if p is named else p for p in found]


def _of_the_stay(asked: Asked, candidate: Candidate, found: list[Point]) -> list[Point]:
    """Return the numbers without those that are said of one country's in another, asked about the other way round.

    What is said of a number stands between it and the one before.
    """
    ends = [0, *(point.span.end - candidate.start for point in found)]
    said = [candidate.text[end : p.span.start - candidate.start] for end, p in zip(ends, found, strict=False)]
    kept = [p for p, words in zip(found, said, strict=True) if not the_other_way_round(asked.question.query, words)]
    return kept or found


def quantity_in(asked: Asked, ask: Ask, candidate: Candidate, words: Span) -> Point | None:
    """Return the quantity that some words hold, in a unit that may be the one asked for; None where they hold none.

    Its fit is that of a number whose unit is not the one asked for.
    """
    known = _numbers_said(asked)
    here = candidate.within(words)
    for one in _found_quantities(candidate.text):
        if not meet(one, here) or is_absence(asked, candidate, one) or known & set(re.findall(r"\d[\d,]*", one.text)):
            continue
        if same_unit(ask.unit, one.unit) or near_unit(ask.unit, one.unit):
            first, last = min(one.start, here.start), max(one.end, here.end)
            whole = (first, last) if last - first <= _LONGEST_COUNTED else (one.start, one.end)
            return stretch(candidate, *whole, _FIT_OTHER_UNIT)
    return None


def _numbers_said(asked: Asked) -> set[str]:
    """Return the numbers that a question says itself, but those of its dates."""
    query = asked.question.query
    spans = [(date.start, date.end) for date in asked.question.dates]
    found = re.finditer(r"\d[\d,]*", query)
    return {one.group() for one in found if not any(first <= one.start() < last for first, last in spans)}


def _shares(asked: Asked, ask: Ask, candidate: Candidate) -> list[Point]:
    """Find the shares in words (三分の一) where a share, or how much, is asked for."""
    if ask.unit not in _SHARED:
        return []
    places = [one for one in find_fractions(candidate.text) if candidate.text[one.start : one.end] not in asked.said]
    return [
        stretch(candidate, one.start, one.end, 0.4 + 0.6 * governed(asked, candidate, one.start, one.end))
        for one in places
    ]


def _of_its_number(asked: Asked, candidate: Candidate, found: list[Point]) -> list[Point]:
    """Return of quantities behind numbered things (1例目が318頭、2例目が41頭) those of the one asked for; else all."""
    numbers = {one.number for one in find_ordinals(asked.question.text)}
    here = find_ordinals(candidate.text)
    mine = [at for at, one in enumerate(here) if numbers == {one.number}]
    if len(mine) != 1 or [one.kind for one in here].count(here[mine[0]].kind) < _SEVERAL:
        return found
    first = candidate.start + here[mine[0]].end
    behind = here[mine[0] + 1 :]
    last = candidate.start + behind[0].start if behind else candidate.end
    return [point for point in found if first <= point.span.start < last] or found


def _of_the_date(asked: Asked, candidate: Candidate, found: list[Point]) -> list[Point]:
    """Return of several quantities with dates of their own (2019年：41件　2020年：58件) those of the date asked for.

    A quantity is of the date printed last before it, in English of one right behind it (41 in 2019, 58 in 2020). Where
    none is of the date asked for all stay.
    """
    wanted = asked.question.full_dates()
    here = dates_in(candidate.document, candidate)
    if not wanted or len(here) < 2 or len(found) < 2:
        return found
    text = candidate.document.text
    ordered = _respectively(candidate, here, found)

    def fits(point: Point) -> bool:
        if point in ordered:
            return any(matches(one, ordered[point].value, ordered[point].until) for one in wanted)
        before = [date for date in here if date.end <= point.span.start]
        behind = [d for d in here if d.start >= point.span.end and _IN.fullmatch(text[point.span.end : d.start])]
        own = behind[:1] or before[-1:]
        return any(matches(one, own[0].value, own[0].until) for one in wanted) if own else False

    return [point for point in found if fits(point)] or found


def _respectively(
    candidate: Candidate, here: Sequence[DateMention], found: Sequence[Point]
) -> dict[Point, DateMention]:
    """Return the date of each quantity where dates and quantities are told in one order (それぞれ)."""
    told = _EACH.search(candidate.text)
    if told is None:
        return {}
    at = candidate.start + told.start()
    before, behind = [date for date in here if date.end <= at], [point for point in found if point.span.start > at]
    return dict(zip(behind, before, strict=True)) if len(before) == len(behind) else {}


def _with_lengths(text: str, unit: str) -> list[Quantity]:
    """Return the quantities of a text, a length of time in several units (2時間10分) as one where time is asked for.

    It counts as printed in the unit asked for, where that is one of its own.
    """
    if unit not in _OF_TIME:
        return list(_found_quantities(text))
    return [_whole(text, run, unit) for run in runs_of_time(text, _found_quantities(text))]


def _whole(text: str, run: Sequence[Quantity], unit: str) -> Quantity:
    first, end = run[0], run[-1].end
    mine = unit if any(one.unit == unit for one in run) else first.unit
    return replace(first, end=end, text=text[first.start : end], unit=mine)


_OF_TIME = DURATION | {"duration", "long"}  # asks for a length of time
_LONGEST_COUNTED = 24  # characters
_FIT_OTHER_UNIT = 0.3
_SEVERAL = 2
_SHARED = frozenset(("percent", "tenth", "fold", "extent", "amount"))  # asks that a share answers
_LABELLED = 0.05  # what a number fits more than any other with which alone words of the question stand
_EACH = re.compile(r"それぞれ|分别|分別|각각")
_IN = re.compile(r"[^,;、，；\d]{0,12}\s(?:in|for|by)\s")


def _only_figure(candidate: Candidate, ask: Ask) -> list[Point]:
    """Return the figure of a row that has just one; which of several is meant is for the reading of tables to say."""
    _, row = row_of(candidate)
    figures = [cell for cell in row.cells if re.fullmatch(r"[\d,.]*\d[,.][\d,.]*\d", cell.text)] if row else []
    if len(figures) != 1:
        return []
    cell = figure_at(candidate, Span(figures[0].start, figures[0].end))
    if cell is not None and not counted_as(cell, ask.unit):
        return []
    return [stretch(candidate, figures[0].start - candidate.start, figures[0].end - candidate.start, 0.6)]


_found_quantities = lru_cache(4096)(find_quantities)

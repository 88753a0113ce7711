"""The dates of a narrative that stand beside its course: a flashback, the year of a figure, the year of a thing.

Invariant: of two dates that a later word may be counted from the one beside the course is passed over only where what
is printed shows that it is; else neither is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.structure.dates.anchors import Anchor
from corpus.structure.dates.background import STOP
from corpus.structure.dates.finding import find_dates
from corpus.structure.dates.parts import Parts, Unit, is_later, read_iso

_OF_NOUN = re.compile(r"の(?!うち|間|こと|[春夏秋冬末])|的|의\s|\s(?=[가-힣]+(?:이|가|은|는|을|를|의)\s)")
_OF_NOUN_EN = re.compile(r"\b(?:[a-z]+(?:ion|ment)|report|survey|census|study|figure|level)s? (?:of|from) \Z")
_REACH = 120  # characters on to the next date of a sentence
_PLUPERFECT = re.compile(r"\bhad (?:\w+ly )?(?!to\b)\w+")


def in_course(
    text: str, here: Anchor, told: Sequence[Anchor], unit: Unit, limit: Parts
) -> tuple[Sequence[Anchor], Anchor | None]:
    """Return the dates a mention may hang on, the likeliest first, without those beside the course of what is told.

    ``told`` are all of them, the nearest first, known to the ``unit``. With them a later one that may be meant as well,
    where it does not show whether the nearest is beside the course. What is later than ``limit`` is planned, and no
    part of it.
    """
    if not told:
        return told, None
    pointed = here.mention.relation.anchor == "text" and here.mention.relation.reach
    if pointed and STOP.search(text, told[0].mention.end, here.mention.start) is None:
        return told, None  # 昭和34年の台風で傷み、その翌年: of what has just been told
    nearest, size = told[0], {"year": 1, "month": 2, "day": 3}[unit]
    then = Parts(*nearest.last[:size])
    later = (at for at, one in enumerate(told) if is_later(Parts(*one.first[:size]), then))
    beside = (at for at in later if told[at].paragraph == nearest.paragraph)
    at = next((at for at in beside if not is_later(told[at].first, limit)), 0)
    closed = STOP.search(text, nearest.mention.end, here.mention.start) is not None
    attributive = _is_of_noun(text, nearest)
    if not at or not (closed or attributive):
        return told, None
    finer = told[at].first.month is not None and nearest.first.month is None
    if finer and (attributive or (here.mention.value and read_iso(here.mention.value).month is not None)):
        return told[at:], None
    return told, told[at] if closed else None


def year_ahead(text: str, here: Anchor) -> Parts:
    """Return the year that a sentence goes on to tell, from which the one before is counted (前年に…、2023年に…)."""
    end = here.mention.end
    stop = STOP.search(text, end, end + _REACH)
    rest = text[end : stop.start() if stop else end + _REACH].split("\n", maxsplit=1)[0]
    ahead = [one for one in find_dates(rest) if one.stated_year or one.relation.anchor]
    return Parts(read_iso(ahead[0].value).year) if ahead and ahead[0].stated_year else Parts()


def is_flashback_between(text: str, anchor: Anchor, here: Anchor) -> bool:
    """Say whether English goes back in time (had lost) after a date, in a sentence that is closed before a mention."""
    first = STOP.search(text, anchor.mention.end, here.mention.start)
    if first is None:
        return False
    last = [one.start() for one in STOP.finditer(text, first.end(), here.mention.start)]
    return bool(last) and _PLUPERFECT.search(text, first.end(), last[-1]) is not None


def _is_of_noun(text: str, anchor: Anchor) -> bool:
    """Say whether a date says which thing is meant: 2006年の点検, 2015년 점검이, an inspection of 1998."""
    relation = anchor.mention.relation
    if relation.anchor == "text" and not relation.steps and text[anchor.mention.end : anchor.mention.end + 1] == " ":
        return False  # 그해 위판장은: it goes on in the year told
    if _OF_NOUN.match(text, anchor.mention.end):
        return True
    return bool(_OF_NOUN_EN.search(text, max(anchor.mention.start - 40, 0), anchor.mention.start))

"""Words of time that follow each other: 翌年…翌々年 are counted from one year, それから3年たった夏 goes on by three.

Invariant: a date is moved or passed over only for what is printed between it and the word that would hang on it.
"""

from __future__ import annotations

import re

from corpus.structure.dates.anchors import Anchor
from corpus.structure.dates.counts import TENS
from corpus.structure.dates.distances import LAPSED
from corpus.structure.dates.mentions import Relation
from corpus.structure.dates.parts import Parts, Unit, step
from corpus.structure.dates.spans import years_between

# What is counted from a thing (開業から3年を経て) tells nothing of the course.
_LAPSE = re.compile(
    rf"(?P<from>それから|そこから|から)?(?<![約数第\d一二三四五六七八九十百])(?:\d{{1,3}}|{TENS})"
    rf"(?P<unit>年|[かカヶヵ箇]月|週間|日){LAPSED}"
)
_UNITS: dict[str, Unit] = {"年": "year", "日": "day", "週間": "day"}
_SIZES: dict[Unit, int] = {"day": 0, "month": 1, "year": 2}


def base_of(anchor: Anchor, relation: Relation, end: Parts) -> Parts:
    """Return what a date is counted from: of 翌々年 behind 翌年 what that one was counted from, else ``end``.

    その翌々年 points at the year just told.
    """
    before = anchor.mention.relation
    steps = before.steps
    pair = relation.steps == 2 * steps and before.unit == relation.unit and before.anchor == relation.anchor == "text"
    if not (pair and steps) or relation.near or before.near or relation.reach:
        return end
    return step(end, relation.unit, -steps)


def is_left_behind(text: str, anchor: Anchor, here: Anchor, unit: Unit, limit: Parts) -> bool:
    """Say whether the telling has gone on from a date when a word comes that would be of its year, month or day.

    It has where time goes by between them (3年を経て) or ten or a hundred later years are told (1980年代に).
    """
    between = text[anchor.mention.end : here.mention.start]
    for lapse in _LAPSE.finditer(between):
        if lapse["from"] != "から" and _SIZES[_UNITS.get(lapse["unit"], "month")] >= _SIZES[unit]:
            return True
    year = anchor.last.year
    later = (first for first in years_between(between) if year is not None and first > year)
    return any(limit.year is None or first <= limit.year for first in later)

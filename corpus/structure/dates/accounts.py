"""Complete a Japanese year of account that is told by its distance from another (翌年度, 来年度, 前年度末).

Invariant: it begins in April; one that nothing determines has no ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.structure.dates.anchors import Anchor, near
from corpus.structure.dates.asides import year_ahead
from corpus.structure.dates.background import STOP
from corpus.structure.dates.parts import Parts, is_later
from corpus.structure.tense import tense_at

_YEAR_STARTS = 4  # the month in which a Japanese year of account begins
_MOST_ANCHORS = 200  # to look back over within a paragraph
_GOING_ON = re.compile(r"[^。\n]{0,40}?て(?:いる|います|おり|い[、。])")


def account_year(text: str, here: Anchor, anchors: Sequence[Anchor], now: Parts) -> tuple[Parts, Parts]:
    """Return the first and last month of a Japanese year of account; neither where nothing determines which."""
    base, relation = now, here.mention.relation
    if relation.anchor == "text":
        anchor = near(text, here, anchors, "year")
        ahead = year_ahead(text, here) if anchor is None and relation.steps == -1 and not relation.reach else Parts()
        base = Parts(anchor.first.year if anchor else ahead.year, _YEAR_STARTS)
        alone = anchor is None and relation.steps > 0 and not _has_told_ahead(text, here, anchors, now)
        if alone and _goes_on(text, here):  # 翌年度からの支援策を協議している
            base = now
    if base.year is None or base.month is None:
        return Parts(), Parts()
    year = base.year - (base.month < _YEAR_STARTS) + relation.steps
    if relation.part == "end":
        return Parts(year + 1, _YEAR_STARTS - 1, 31), Parts(year + 1, _YEAR_STARTS - 1, 31)
    if relation.part == "start":
        return Parts(year, _YEAR_STARTS), Parts(year, _YEAR_STARTS)
    return Parts(year, _YEAR_STARTS), Parts(year + 1, _YEAR_STARTS - 1)


def _goes_on(text: str, here: Anchor) -> bool:
    """Say whether a sentence tells of what is to come or going on (協議しており)."""
    return (
        tense_at(text, here.mention.start, here.mention.end) in ("planned", "later")
        or _GOING_ON.match(text, here.mention.end) is not None
    )


def _has_told_ahead(text: str, here: Anchor, anchors: Sequence[Anchor], now: Parts) -> bool:
    """Say whether the sentence of a mention has a date before it, or its paragraph one that is still to come."""
    told = [one for one in anchors[-_MOST_ANCHORS:] if one.paragraph == here.paragraph]
    beside = bool(told) and STOP.search(text, told[-1].mention.end, here.mention.start) is None
    return beside or any(is_later(one.last, now) for one in told)

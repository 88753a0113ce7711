"""Distances that hang on no date told before them: of a plan (2年後にも…予定), of what was never told (事故の翌日).

Invariant: a plan is counted from the text's own day, where its paragraph is of that day or its year, and lies ahead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.structure.dates.anchors import Anchor
from corpus.structure.dates.background import STOP
from corpus.structure.dates.enclosing import OUTSIDE
from corpus.structure.dates.parts import Parts, is_later
from corpus.structure.tense import tense_at

_OF_EVENT = re.compile(r"(?:事故|事件|[災震]害?|地震|火[事災]|台風|洪水|式典|大会|選挙|[一-鿿][式戦祭])の\Z")
_MOST_ANCHORS = 200  # to look back over within a paragraph


def is_of_unknown_event(text: str, here: Anchor, anchors: Sequence[Anchor]) -> bool:
    """Say whether a distance is one from an event that no date of its sentence may be of (事故の翌日)."""
    named = _OF_EVENT.search(text, max(here.mention.start - 12, 0), here.mention.start)
    relation = here.mention.relation
    return bool(named and relation.steps and not relation.after and not _told_beside(text, here, anchors))


def _told_beside(text: str, here: Anchor, anchors: Sequence[Anchor]) -> bool:
    """Say whether the sentence of a mention has a date before it."""
    begin = max(text.rfind(sign, 0, here.mention.start) for sign in "。\n") + 1
    return any(one.mention.start >= begin for one in anchors[-1:])


def plans_years(text: str, here: Anchor, anchors: Sequence[Anchor], now: Parts) -> bool:
    """Say whether a sentence plans something in so many years, in a paragraph of the text's own year."""
    relation = here.mention.relation
    if relation.unit != "year" or not _is_count_on(here) or here.quote != OUTSIDE or _told_beside(text, here, anchors):
        return False
    told = [one for one in anchors[-_MOST_ANCHORS:] if one.paragraph == here.paragraph]
    return all(one.last.year == now.year for one in told) and _is_planned(text, here)


def counts_from_now(text: str, here: Anchor, anchors: Sequence[Anchor], now: Parts) -> bool:
    """Say whether a sentence opens with what is to come in so many days or months, in news of the text's own day.

    Where another date may be the one that it is counted from, it is not.
    """
    unit = here.mention.relation.unit
    if unit == "year" or not _is_count_on(here) or here.quote != OUTSIDE or now.day is None:
        return False
    start = here.mention.start
    if text[start - 1 : start] != "。" or tense_at(text, start, here.mention.end) not in ("planned", "later"):
        return False
    told = [one for one in anchors[-_MOST_ANCHORS:] if one.paragraph == here.paragraph]
    known = [one for one in told if getattr(one.last, unit) is not None]
    apart = all(len(STOP.findall(text, one.mention.end, start)) > 1 for one in known)
    news = any(one.last == now for one in told)
    return news and apart and not any(is_later(one.last, now) for one in told)


def is_over(text: str, here: Anchor, found: Parts, now: Parts) -> bool:
    """Say whether a count that a sentence plans would not lie ahead of the text's own day."""
    return _is_count_on(here) and not is_later(found, now) and _is_planned(text, here)


def _is_count_on(here: Anchor) -> bool:
    relation = here.mention.relation
    return relation.near and relation.steps > 0 and not relation.reach


def _is_planned(text: str, here: Anchor) -> bool:
    return tense_at(text, here.mention.start, here.mention.end) == "planned"

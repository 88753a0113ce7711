"""Whether a paragraph tells one thing after another, so that the next goes on from its last date (¶ 同月下旬に…).

Invariant: what is planned, looked back on, or told in the middle of a sentence closes no course.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.structure.dates.background import STOP
from corpus.structure.dates.parts import is_later
from corpus.structure.tense import tense_at, was_planned

if TYPE_CHECKING:
    from corpus.structure.dates.anchors import Anchor

_OPENS_SENTENCE = re.compile(r"[。.]\s?(?:[^。.、，,\s]{1,12}は、?)?\Z")


def leads_on(text: str, told: Sequence[Anchor], at: int) -> bool:
    """Say whether the dates of the paragraph before ``at`` are a course that its last sentence closes.

    All are of one year, each later than the one before, and the last opens that sentence, which tells what has
    happened. Of several years 同年 may be either.
    """
    last = told[-1]
    if len(told) < 2 or last.aside or len({one.first.year for one in told}) > 1:
        return False
    if not all(is_later(after.first, one.last) for one, after in pairwise(told)):
        return False
    start, end = last.mention.start, last.mention.end
    closing = len(STOP.findall(text, end, at)) == 1
    opens = _OPENS_SENTENCE.search(text, max(start - 16, 0), start)
    return bool(closing and opens) and tense_at(text, start, end) == "past" and not was_planned(text, end)

"""What a whole text says of time, and which of its sentences speak of its own day though it tells of another time.

Invariant: the words listed here are a closed class: what a writer calls himself and his text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.structure.dates.background import STOP
from corpus.structure.dates.mentions import DateMention
from corpus.structure.dates.parts import Parts
from corpus.structure.tense import tense_at

_WRITER = re.compile(
    r"筆者|本稿|本論文?|拙稿|拙著|今後|笔者|本文|今后|필자|본고|이 글|앞으로"
    r"|\b(?:[Tt]his (?:paper|article|essay)|[Tt]he (?:present )?author)\b"
)
_REACH = 160  # characters back to the beginning of a sentence


class Frame(NamedTuple):
    """What a whole text says of time.

    ``limit`` is its latest day, ``now`` what it calls now, ``told`` the dates it gives with their years.
    ``looks_back``: it tells of an earlier time and hardly anything in it is of its own, so that 昨年 may be said from
    then. ``own``: it does tell of its own time as well. ``news``: it does so to the day
    or week (yesterday, 来週).
    """

    limit: Parts
    now: Parts
    told: frozenset[Parts]
    looks_back: bool
    own: bool
    news: bool = False

    def said_in(self, day: Parts) -> Frame:
        """Return what holds for words that are said on a day before the text appeared."""
        return self._replace(now=day, looks_back=False)


def is_of_writer(text: str, mention: DateMention) -> bool:
    """Say whether a word counted from now (昨年, 来年度) that stands in no quote is said by the writer of his own day.

    He names himself in its sentence, or speaks of what is to come.
    """
    left = max(mention.start - _REACH, 0)
    start = max((one.end() for one in STOP.finditer(text, left, mention.start)), default=left)
    if _WRITER.search(text, start, mention.start):
        return True
    return mention.relation.steps > 0 and tense_at(text, mention.start, mention.end) != "past"

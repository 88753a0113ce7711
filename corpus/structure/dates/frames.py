"""What a whole text says of time, and which of its sentences speak of its own day though it tells of another time.

Invariant: the words listed here are a closed class: what a writer calls himself and his text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.structure.dates.anchors import Anchor
from corpus.structure.dates.background import STOP
from corpus.structure.dates.enclosing import OUTSIDE
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
    ``looks_back``: it tells of an earlier time and nothing in it is of its own, so that 昨年 may be said from then.
    """

    limit: Parts
    now: Parts
    told: frozenset[Parts]
    looks_back: bool


def is_of_writer(text: str, here: Anchor) -> bool:
    """Say whether a word counted from now (昨年, 来年度) is said by the writer of his own day.

    He names himself in its sentence, or the sentence, outside of quotes, plans what is to come.
    """
    if here.quote != OUTSIDE:
        return False
    left = max(here.mention.start - _REACH, 0)
    start = max((one.end() for one in STOP.finditer(text, left, here.mention.start)), default=left)
    if _WRITER.search(text, start, here.mention.start):
        return True
    return here.mention.relation.steps > 0 and tense_at(text, here.mention.start, here.mention.end) == "planned"

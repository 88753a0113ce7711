"""Where a text looks back from its course to an earlier time (2010年にも対立した, 曾在2012年, had met in 2008).

Invariant: a date that is told with such a word is a look back only where no date told before it is earlier still; of a
date behind it that names no year the sentence of the look back decides, and no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.structure.dates.anchors import Anchor
from corpus.structure.dates.background import STOP
from corpus.structure.dates.mentions import DateMention
from corpus.structure.dates.parts import Parts, read_iso

_ONCE_MORE = re.compile(r"にも(?!かかわらず|関わらず|拘わらず)|에도(?!\s?불구)")
_ONCE = re.compile(
    r"(?:かつて|以前|過去に)[^。、\n]{0,12}、?\Z|(?:曾经?|曾經?|早在)[^。，\n]{0,8}\Z|(?:과거|예전|일찍이)\s?\Z"
)
_ONCE_BEHIND = re.compile(r"[^。，；\d\n]{0,10}曾")
_HAD = re.compile(r"\bhad (?:\w+ly )?(?!to\b)\w+[^.;\n]{0,60}\b(?:in|on) \Z")
# A sentence of the writer's own day: what is so now, not what was.
_AT_PRESENT = re.compile(
    r"今[もは回]|現在|目下|てい(?:る|ます|ない)[。」]|目前|如今|此次|现在|現在|지금|현재|이번|\b(?:now|today)\b"
)
_REACH = 100  # characters back within a sentence


def look_backs(text: str, stated: Iterable[DateMention], limit: Parts) -> frozenset[int]:
    """Return where the dates stand that only look back to a time before all that the text has told, and its own day.

    ``stated`` are those that print their year, in order.
    """
    found: set[int] = set()
    first = limit.year or 0  # of the years told so far; without it none looks back
    for mention in stated:
        year = read_iso(mention.value).year or 0
        if year < first and _is_told_so(text, mention):
            found.add(mention.start)
        else:
            first = min(first, year)
    return frozenset(found)


def _is_told_so(text: str, mention: DateMention) -> bool:
    """Say whether the words beside a date say that it was once, or once more."""
    if _ONCE_MORE.match(text, mention.end) or _ONCE_BEHIND.match(text, mention.end):
        return True
    left = max(mention.start - _REACH, 0)
    begin = max((one.end() for one in STOP.finditer(text, left, mention.start)), default=left)
    return bool(_ONCE.search(text, begin, mention.start) or _HAD.search(text, begin, mention.start))


def is_in_look_back(text: str, mention: DateMention, anchors: Sequence[Anchor], backs: frozenset[int]) -> bool:
    """Say whether a date is told within a look back: it is one, or is counted from one in its own sentence."""
    if mention.start in backs:
        return True
    if mention.relation.anchor != "text" or not anchors or not anchors[-1].aside:
        return False
    return STOP.search(text, anchors[-1].mention.end, mention.start) is None


def without_look_backs(text: str, here: Anchor, told: Sequence[Anchor]) -> tuple[Sequence[Anchor], bool]:
    """Return the dates before a mention that prints no year without those of a look back that is over.

    With them whether the text may still be looking back, so that nothing is decided: it has not come back to its day.
    """
    if not told or not told[0].aside or STOP.search(text, told[0].mention.end, here.mention.start) is None:
        return told, False
    back = told[0].paragraph != here.paragraph or _has_returned(text, told[0], here)
    return [one for one in told if not one.aside], not back


def _has_returned(text: str, anchor: Anchor, here: Anchor) -> bool:
    """Say whether a sentence after that of the look back, or the mention's own before it, is of the text's own day."""
    first = STOP.search(text, anchor.mention.end, here.mention.start)
    return first is not None and _AT_PRESENT.search(text, first.end(), here.mention.start) is not None

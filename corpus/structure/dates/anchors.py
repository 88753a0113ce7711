"""The dates of a text that later mentions may hang on, and which of them a mention hangs on.

Invariant: an anchor stands before the mention that hangs on it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.structure.dates.mentions import DateMention
from corpus.structure.dates.parts import Parts, Unit

OUTSIDE = -1  # of any brackets
SINCE = re.compile(r"[^、。,.\n]{0,30}?(?:以来|以來|이래|이후 처음)")
_FAR = 200  # anchors to look back over within a paragraph; more are only met in lists of thousands of dates
_CLAUSE = 20  # characters
_STOP = re.compile(r"[。！？!?]|\.\s")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date that later mentions may hang on, with where it stands."""

    mention: DateMention
    first: Parts
    last: Parts
    paragraph: int
    bracket: int


def near(text: str, here: Anchor, anchors: Sequence[Anchor], unit: Unit) -> Anchor | None:
    """Return the nearest date before a mention that it can hang on and that is known to the ``unit``."""
    relation = here.mention.relation
    for anchor in anchors[: -_FAR - 1 : -1]:
        if here.paragraph - anchor.paragraph > relation.reach:
            return None
        if relation.near and len(_STOP.findall(text[anchor.mention.end : here.mention.start])) > relation.reach:
            return None
        if anchor.bracket not in (OUTSIDE, here.bracket):
            continue
        if not anchor.mention.value:  # what that one means is not known, and this one hangs on it
            if relation.anchor == "text" and anchor.mention.relation.unit == relation.unit:
                return None
            continue
        if relation.fiscal and not re.search("年度", anchor.mention.text):
            continue
        known = {"year": anchor.first.year, "month": anchor.first.month, "day": anchor.first.day}[unit]
        if known is None or _is_background(text, anchor, here):
            continue
        return anchor
    return None


def _is_background(text: str, anchor: Anchor, here: Anchor) -> bool:
    """Say whether a date only says since when, or (昨年) what the sentence before was about."""
    between = text[anchor.mention.end : here.mention.start]
    if SINCE.match(between) or text.endswith("since ", 0, anchor.mention.start):
        return True
    relation = anchor.mention.relation
    back = here.mention.relation
    if back.anchor == "text" and back.unit == relation.unit and not back.steps and not back.after:
        return False  # 同年 takes up the very word (昨年)
    if relation.anchor != "now" or anchor.first.day is not None:
        return False
    # What is to come is said of one clause, 先月 and 昨年 of one sentence.
    return "。" in between or (relation.unit == "year" and relation.steps > 0 and len(between) > _CLAUSE)


def brackets(text: str) -> list[int]:
    """Return for each character the place of the innermost closed bracket it stands in, or `OUTSIDE`."""
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
    open_now = [OUTSIDE]
    for index in range(len(text) + 1):
        if index in closing:
            open_now.append(index)
        inside.append(open_now[-1])
        if len(open_now) > 1 and closing[open_now[-1]] == index:
            open_now.pop()
    return inside

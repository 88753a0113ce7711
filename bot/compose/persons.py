"""Where a text has a person with the post that is printed beside the name, and what someone is called by."""

from __future__ import annotations

import re

from corpus.document import Span
from corpus.structure.posts import Person

FEWEST = 2  # characters by which someone, or a post, is called


# What says right before a post that it is a former one.
_FORMER = re.compile(
    r"(?:前任?の?|元の?|旧|[先原]|前任|[时時曾首]任|(?<![가-힣])(?:전임?|직전|옛|당시)\s|\b(?:[Ff]ormer|[Ee]x|[Tt]hen|[Ll]ate)(?:\s|-\s?))\Z"
)
_LONGEST_SIGN = 8  # characters


def with_post(one: Person, text: str) -> Span:
    """Return where a text names a person, from the name to the post or back, with what says that it is a former one."""
    if not one.post:
        return Span(one.start, one.end)
    start = min(one.start, one.post_start)
    if one.former and start == one.post_start:
        sign = _FORMER.search(text[max(start - _LONGEST_SIGN, 0) : start])
        start -= len(sign.group()) if sign else 0
    return Span(start, max(one.end, one.post_end))


def called_by(name: str) -> tuple[str, ...]:
    """Return a name and the parts of it that may stand for all of it (ベル・トラン, トラン)."""
    return tuple(part for part in (name, *re.split("[ ・·]", name)) if len(part) >= FEWEST)

"""Where a text has a person with the post that is printed beside the name, and what someone is called by."""

from __future__ import annotations

import re

from corpus.document import Span
from corpus.structure.posts import Person

FEWEST = 2  # characters by which someone, or a post, is called


def with_post(one: Person) -> Span:
    """Return where a person is named, from the name to the post or from the post to the name."""
    if not one.post:
        return Span(one.start, one.end)
    return Span(min(one.start, one.post_start), max(one.end, one.post_end))


def called_by(name: str) -> tuple[str, ...]:
    """Return a name and the parts of it that may stand for all of it (ベル・トラン, トラン)."""
    return tuple(part for part in (name, *re.split("[ ・·]", name)) if len(part) >= FEWEST)

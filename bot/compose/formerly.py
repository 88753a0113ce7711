"""A holder of former times told as one: who asks for the minister is shown "Former minister Alan Reed", no bare name.

Invariant: the point stays a slice of its sentence; only a post right before the name, of the kind asked for, is added.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.compose.asked import Asked, Point, stretch
from bot.compose.holders import FORMER
from bot.compose.persons import FEWEST, with_post
from corpus.places import lies_in
from corpus.structure.posts import Person


def as_former(asked: Asked, point: Point) -> Point:
    """Return the name of who held a post like the one asked for with that post and the word that says it is past."""
    candidate = point.candidate
    if FORMER.search(asked.question.text):
        return point
    named = [one for one in candidate.people if one.post and lies_in(one, point.span)]
    held = [one for one in named if one.former and _is_asked(asked, one)]
    if not held or any(not one.former for one in named):
        return point
    place = with_post(held[0], candidate.document.text)
    if not (lies_in(place, candidate) and place.start < point.span.start):
        return point
    here = candidate.within(place)
    whole = stretch(candidate, here.start, max(here.end, candidate.within(point.span).end), point.fit)
    return replace(point, span=whole.span, text=whole.text)


def _is_asked(asked: Asked, one: Person) -> bool:
    """Say whether a question names a post by the word that a former one ends in."""
    last = one.post.rsplit(maxsplit=1)[-1].lower()
    word = re.escape(last) if last.isascii() else re.escape(last[-FEWEST:])
    return re.search(rf"\b{word}\b" if last.isascii() else word, asked.question.text.lower()) is not None

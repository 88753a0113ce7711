"""The people a text names with their posts, and whether they hold them still.

Invariant: a name and a post are slices of the text, and a post is one only where a name stands beside it. What is
listed here is a closed class (heads of posts, 前 and 元), never names; the languages have a module each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

_GAP = re.compile("[ \u3000・＝]")


class Place(NamedTuple):
    """Where words stand, ``[start, end)``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Person:
    """A person named at ``text[start:end]``.

    ``post`` is printed at ``[post_start, post_end)`` without what says that it is a former one; ``of`` is the body it
    is a post of, where that is printed beside it or a word there means it. Both are empty where the text only names the
    person.
    """

    start: int
    end: int
    name: str
    post: str = ""
    post_start: int = 0
    post_end: int = 0
    of: str = ""
    former: bool = False


def person(text: str, name: Place, post: Place | None = None, of: Place | None = None, former: bool = False) -> Person:
    """Return the person named at a place, with what is printed beside the name."""
    return Person(
        name.start,
        name.end,
        text[name.start : name.end],
        text[post.start : post.end] if post else "",
        post.start if post else 0,
        post.end if post else 0,
        text[of.start : of.end] if of else "",
        former,
    )


def _post_lies_inside(one: Person, other: Person) -> bool:
    """Say whether a post is the end of a former one read at the same place (then water minister Helen Marsh).

    In English it is also the end of a longer one that is held (deputy finance minister).
    """
    same = (one.start, one.end, one.post_end) == (other.start, other.end, other.post_end)
    longer = other.former > one.former or (one.name.isascii() and bool(re.match("[A-Za-z]", one.name)))
    return bool(one.post) and same and other.post_start < one.post_start and longer


def in_order(found: list[Person]) -> tuple[Person, ...]:
    """Return people in the order of the text, each name and post once; a name alone only where no post is with it.

    What is read inside of a longer name (晶子 in 南雲 晶子) names nobody.
    """
    spans = {(one.start, one.end) for one in found if _GAP.search(one.name)}
    found = [
        one for one in found if not any(a <= one.start and one.end <= b and b - a > len(one.name) for a, b in spans)
    ]
    longer = [one for one in found if one.former or one.name.isascii()]
    found = [one for one in found if not any(_post_lies_inside(one, other) for other in longer)]
    posted = {(one.start, one.end) for one in found if one.post}
    kept = {
        (one.start, one.end, one.post_start, one.post_end): one
        for one in found
        if one.post or (one.start, one.end) not in posted
    }
    return tuple(kept[key] for key in sorted(kept))

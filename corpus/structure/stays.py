"""Who of one country is in another: モンゴルにあるラオス企業, Lao firms in Mongolia, 在蒙古的老挝企业.

Invariant: both countries are named, and one alone is said to be where the others are; the same two the other way round
are never the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from corpus.structure.countries import countries_in


class Stay(NamedTuple):
    """The country, by its code, in which something of another is."""

    place: str
    of: str


_HERE = re.compile(
    r"(?:側|国内|内)?(?:に(?!比べ|対|つい|関|よ|とっ|向け|送|輸)|で(?!は?な)|在住|駐在|における)|"
    r"の[一-鿿ァ-ヶー]{1,6}[にで](?!比べ|対|つい|関|よ|とっ)|[에내](?=\s|서|$)"
)
_IN = re.compile(r"(?:\b(?:in|within|inside)(?: the)? |[在驻駐])$", re.IGNORECASE)
_TWO = 2


@lru_cache(4096)
def staying(text: str) -> Stay | None:
    """Return which country's are in which other; None where a text names other than two, or leaves it open."""
    found: dict[str, list[bool]] = {}
    for code, start, end in countries_in(text):
        here = _IN.search(text[:start]) or _HERE.match(text, end)
        found.setdefault(code, []).append(bool(here))
    if len(found) != _TWO:
        return None
    places = [code for code, here in found.items() if any(here)]
    others = [code for code in found if code not in places]
    return Stay(places[0], others[0]) if len(places) == 1 else None


def the_other_way_round(asked: str, told: str) -> bool:
    """Say whether words tell of one country's in another where those of the other in the one are asked about."""
    wanted = staying(asked)
    return wanted is not None and staying(told) == Stay(wanted.of, wanted.place)

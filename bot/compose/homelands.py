"""Which country somebody is of, as documents tell it: by the post, or by the country named right before.

Invariant: nobody is given a country that no document prints beside the name; one told once holds for every
place that names the same person.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

from bot.compose.persons import called_by
from corpus.document import Document
from corpus.structure.countries import countries_in, named_countries
from corpus.structure.country_pairs import country_pairs
from corpus.structure.posts import Person

_REACH = 24  # characters before a name and its post in which its country ends
_JOINS = re.compile(r"[’']?s? ?(?:の|・|的|의|側の)? ?(?:新|前|現|former |new )?$")


Homelands = Mapping[str, frozenset[str]]  # what somebody is called by → the codes of the countries


@lru_cache(256)
def homelands(documents: tuple[Document, ...]) -> Homelands:
    """Return the countries of each person whom one of some documents says to be of one."""
    found: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        for name, codes in _told(document).items():
            found[name] |= codes
    return {name: frozenset(codes) for name, codes in found.items()}


def home(name: str, lands: Homelands) -> frozenset[str]:
    """Return the countries of somebody of this name; none where no document tells."""
    return frozenset(code for part in called_by(name) for code in lands.get(part, ()))


@lru_cache(256)
def _told(document: Document) -> Homelands:
    found: dict[str, set[str]] = defaultdict(set)
    for one in document.told.people:
        for part in called_by(one.name):
            found[part] |= _told_beside(document.text, one)
    told = {name: frozenset(codes) for name, codes in found.items() if codes}
    return told | {name: codes for name, codes in _other_sides(document, told).items() if name not in told}


_MET = re.compile(r"[とのや、,]|和|与|與|와|과| and ")
_APART = 12  # characters between two who met


def _other_sides(document: Document, told: Homelands) -> Homelands:
    """Return the country of who is named with somebody of the one side where a sentence says between which two it is.

    李強首相と朴泰成首相の会談…「中朝双方が: who is with the Chinese premier is of the other side.
    """
    found: dict[str, set[str]] = defaultdict(set)
    people = sorted((one for one in document.told.people if one.post), key=lambda one: one.start)
    for one, other in pairwise(people):
        between = document.text[max(one.end, one.post_end) : min(other.start, other.post_start)]
        if len(between) > _APART or not _MET.match(between):
            continue
        start, end = one.start, document.text.find("。", other.end)
        pairs = country_pairs(document.text[start : end if end >= 0 else len(document.text)])
        lands = home(one.name, told), home(other.name, told)
        for known, name in ((lands[0], other.name), (lands[1], one.name)):
            if len(pairs) == 1 and len(known) == 1 and not all(lands) and (side := next(iter(pairs)) - known):
                for part in called_by(name):
                    found[part] |= side if len(side) == 1 else set()
    return {name: frozenset(codes) for name, codes in found.items() if codes}


def _told_beside(text: str, one: Person) -> set[str]:
    codes = set(named_countries(one.post)) | set(named_countries(one.of))
    start = min(one.start, one.post_start) if one.post else one.start
    before = text[max(0, start - _REACH) : start]
    codes |= {code for code, _, end in countries_in(before) if _JOINS.fullmatch(before[end:])}
    return codes

"""The countries and places that a Japanese text names, by what its dictionary says.

Invariant: what is found is a slice of the stretch, each name once.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.document import Span
from corpus.structure.people import morphemes
from corpus.structure.signs import NAME_RUN

_RUN = re.compile(NAME_RUN)
_PART = re.compile(  # what is said of a country, or is its own, right behind its name
    "(?:側|政府|当局|[一-鿿]{1,3}省|中央銀行|国内|軍|議会|国会|[東西南北中]部|全土|大使館|企業|国民)$"
)


def countries(text: str, scope: Span) -> list[Span]:
    """Return the countries named in a stretch of Japanese text, each once, in order."""
    found: dict[str, Span] = {}
    for run in _RUN.finditer(text, scope.start, scope.end):
        name = _PART.sub("", run.group())
        lead = _SOME_COUNTRY.match(name)  # 隣国タリア
        start, name = run.start() + (lead.end() if lead else 0), name[lead.end() if lead else 0 :]
        read = morphemes(name)
        known = len(read) == 1 and read[0][1].endswith("地名,国")
        if state := _STATE.search(name):
            found.setdefault(state.group(), Span(start + state.start(), start + state.end()))
        elif known or name in _called(text):  # a country inside another name (朝鮮戦争) is not meant
            found.setdefault(name, Span(start, start + len(name)))
    return list(found.values())


_SOME_COUNTRY = re.compile("(?:隣国|島国|小国|大国|内陸国|産油国|新興国|沿岸国|宗主国)(?=[ァ-ヺー])")
# A name that says itself that it is a state's: オスト連邦.
_STATE = re.compile(r"(?P<bare>[ァ-ヺー・]{2,})(?:連邦|共和国|王国|公国|帝国|合衆国|首長国)$")


def bare_country(name: str) -> str:
    """Return a country's name without what it says of its constitution (ベルニア of ベルニア共和国)."""
    state = _STATE.fullmatch(name)
    return state["bare"] if state else name


# What shows that a name is a country's: a word for one, its government, or a post of state.
_CALLED = re.compile(
    r"(?:隣国|島国|小国|大国|内陸国|産油国|新興国|沿岸国|宗主国)(?:の|、|・)?(?P<one>[ァ-ヺー]{2,})(?![一-鿿])"
    r"|(?<![ァ-ヺー])(?P<two>[ァ-ヺー]{2,})(?:共和国|王国|連邦国|公国|帝国|政府|中央銀行|大使館|国民議会)"
    r"|(?<![ァ-ヺー・＝])(?P<three>[ァ-ヺー]{2,})の[ァ-ヺー・＝一-鿿]{2,16}?(?:大統領|首相|国王|女王|外相|総書記)(?![一-鿿])"
)


@lru_cache(64)
def _called(text: str) -> frozenset[str]:
    """Return the names that a text says are a country's (隣国ドレン, ドレン共和国)."""
    return frozenset(match[match.lastgroup or 0] for match in _CALLED.finditer(text))


def place_names(text: str, scope: Span) -> list[Span]:
    """Return the names of places in a stretch of Japanese text, each once, in order."""
    found: dict[str, Span] = {}
    at = scope.start
    for surface, kind, _ in morphemes(text[scope.start : scope.end]):
        if kind.endswith("地名,一般"):
            found.setdefault(surface, Span(at, at + len(surface)))
        at += len(surface)
    return list(found.values())


def is_of_kind(text: str, place: Span, head: str) -> bool:
    """Say whether a place that is named alone is known as one of a kind: 長崎 is a 県, 川辺 of 川辺工場 is none."""
    alone = not (re.match(NAME_RUN, text[place.end :]) or re.search(rf"{NAME_RUN}\Z", text[: place.start][-1:]))
    return alone and len(morphemes(text[place.start : place.end] + head)) == 1


_PAIR = re.compile(r"(?<![一-鿿])([日米中露ロ朝韓英仏独印台豪越]{2})(?=[間両首関会外貿の国の])")


def country_pair(text: str, scope: Span) -> Span | None:
    """Return the one pair of countries that a stretch names by their signs (中朝, 日米), or None."""
    found = {match[1]: Span(*match.span(1)) for match in _PAIR.finditer(text, scope.start, scope.end)}
    return next(iter(found.values())) if len(found) == 1 else None

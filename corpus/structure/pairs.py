"""Which two are meant by words that point back to two: 両国, 両社, 両氏, 双方, 前者 and 後者, "the former", 兩人.

Invariant: the nearest stretch that names such things names exactly two of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from corpus.document import Span
from corpus.structure.actors import marked
from corpus.structure.nouns import countries, country_pair, ending_in
from corpus.structure.views import View, name_span

PairKind = Literal["people", "countries", "thing"]

_PEOPLE = re.compile(r"両(?:首脳|氏|者|大統領|首相|外相|総書記)(?=[はがもにをの])|^(?:两人|兩人|두 사람)")
_COUNTRIES = re.compile(r"両国(?=[はがもにをの、間政首関])|^(?:两国|兩國|양국)")
_BODIES = re.compile(r"両(?P<head>[市町村区県州都社校大行党軍省庁館院園港駅島紙誌]|政府|大学|病院|団体|組合|委員会|協会|球団|チーム|地区|施設)(?=[はがもにをのとで、])")
_ONE_OF_TWO = re.compile(r"(?P<first>前者|(?<=[Tt]he )former(?=[\s,.])|전자(?=[는가를의])|^前者)|(?:後者|后者|(?<=[Tt]he )latter(?=[\s,.])|후자(?=[는가를의]))")
_NOUN = r"(?:[一-鿿々ァ-ヺーA-Za-z0-9０-９・]+(?:の[一-鿿々ァ-ヺーA-Za-z0-9]+)?|「[^「」]{1,20}」|『[^『』]{1,20}』)"
_TWO = re.compile(rf"(?P<a>{_NOUN})(?:と|か|や|または|あるいは|および|及び)、?(?P<b>{_NOUN})(?=の(?:二|2|両|２)|[はがをにもで、。]|という|$)")
_TWO_ZH = re.compile(r"(?P<a>[一-鿿]{2,8})[和与或](?P<b>[一-鿿]{2,8}?)(?=[，。；、的]|$)")
_TWO_EN = re.compile(r"(?P<a>(?:the |an? |[A-Z])[\w' -]{2,40}?) (?:and|or) (?P<b>(?:the |an? |[A-Z])[\w' -]{2,40}?)(?=[,.;]| (?:is|are|was|were|has|have|had|in|on|for|to|at|with|by)\b|$)")


def pairs(view: View) -> Iterator[tuple[Span, tuple[Span, ...], PairKind]]:
    """Yield words that mean two, or one of two, with where these are named and what they are."""
    for match in view.places(_PEOPLE):
        words = Span(view.here.start + match.start(), view.here.start + match.end())
        both = next((found for scope in view.scopes(words.start, 2) if (found := view.named(scope))), [])
        if len(both) == 2:
            yield words, tuple(name_span(view.text, one) for one in both), "people"
    for match in view.places(_COUNTRIES):
        words = Span(view.here.start + match.start(), view.here.start + match.end())
        pair = next((two for scope in view.scopes(words.start, 2) if (two := _two_countries(view.text, scope))), ())
        if pair:
            yield words, pair, "countries"
    for match in view.places(_BODIES):
        words = Span(view.here.start + match.start(), view.here.start + match.end())
        if bodies := _two_bodies(view, words.start, match["head"]):
            yield words, bodies, "thing"
    for match in view.places(_ONE_OF_TWO):
        words = Span(view.here.start + match.start(), view.here.start + match.end())
        if two := _two_named(view, words.start):
            yield words, (two[0 if match["first"] else 1],), "thing"


def _two_countries(text: str, scope: Span) -> tuple[Span, ...]:
    """Return the two countries of a stretch, or the pair that it names by their signs (中朝)."""
    found, pair = countries(text, scope), country_pair(text, scope)
    if len(found) == 2:
        return tuple(found)
    return (pair,) if pair and not found else ()


def _two_bodies(view: View, at: int, head: str) -> tuple[Span, ...]:
    """Return the two phrases of the nearest stretch that end in a head, each once."""
    for scope in view.scopes(at, 2):
        found = {view.text[one.start : one.end]: one for one in reversed(ending_in(view.text, scope, head, False))}
        if found:
            both = sorted(found.values(), key=lambda one: one.start)
            return tuple(both) if len(both) == 2 else ()
    return ()


def _two_named(view: View, at: int) -> tuple[Span, Span] | None:
    """Return the two things that a stretch joins (AとB), or whose contrast it is (Aは…、Bは…); None where unclear."""
    for scope in view.scopes(at, 2):
        for pattern in (_TWO, _TWO_EN) if re.search("[ぁ-ん]|[a-z]{3}", view.text[scope.start : scope.end]) else (_TWO_ZH,):
            joined = list(pattern.finditer(view.text, scope.start, scope.end))
            if len(joined) == 1:
                return Span(*joined[0].span("a")), Span(*joined[0].span("b"))
            if joined:
                return None
        topics = [one.span for one in marked(view.text, scope.start, scope.end, view.depth) if one.particle == "は" and not one.when]
        if len(topics) == 2:
            return topics[0], topics[1]
    return None

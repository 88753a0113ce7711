"""Which two countries 両国 means: those of the nearest stretches, of the two people who met there, or of the text.

Invariant: two are meant only where exactly two are named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from corpus.document import Span
from corpus.structure.leaders import of_both
from corpus.structure.places_ja import bare_country, countries, country_pair
from corpus.structure.views import View


def two_countries(view: View, at: int) -> tuple[Span, ...]:
    """Return the two countries of the nearest stretches, or the pair that one names by their signs (中朝)."""
    known: dict[str, Span] = {}
    for scope in view.scopes(at, 4):
        found, pair = countries(view.text, scope), country_pair(view.text, scope)
        if (theirs := of_both(view, scope, countries, found)) is not None:
            return theirs
        if pair and not found and not known:
            return (pair,)
        pointed = [to for place, to in view.resolved.items() if scope.start <= place < scope.end]
        sides = [one for one in found if view.text.startswith("側", one.end)]
        found = sides if len(sides) == 2 and not known else found
        for span in [*found, *(country for one in pointed for country in countries(view.text, one))]:
            known.setdefault(bare_country(view.text[span.start : span.end]), span)
        if len(known) > 1:
            break
    if len(known) < len("ab"):
        known = _all_countries(view, known)
    return tuple(sorted(known.values(), key=lambda one: one.start)) if len(known) == 2 else ()


def _all_countries(view: View, near: Mapping[str, Span]) -> dict[str, Span]:
    """Return the countries of the text so far, each where it is named last: with one ``near``, or each named again."""
    before = view.sentences[: view.index]
    spans = [one for sentence in before for one in countries(view.text, Span(sentence.start, sentence.end))]
    often = Counter(bare_country(view.text[one.start : one.end]) for one in spans)
    sure = near.keys() & often.keys() or all(count > 1 for count in often.values())
    return {bare_country(view.text[one.start : one.end]): one for one in spans} if sure else {}

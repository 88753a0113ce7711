"""Which two 両市町, 両案 or 両者 mean by their kind: those that a sentence joins, or that an agreement binds.

Invariant: both are of the kind that the words ask for, and the sentence that names them joins no other two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Span
from corpus.structure.actors import marked, noun_phrases
from corpus.structure.fuller import fuller
from corpus.structure.joined import joined_pair
from corpus.structure.names_ja import HEAD
from corpus.structure.pairs import is_firm
from corpus.structure.ranked.pointers import noun_at
from corpus.structure.ranked.sorts import sort_of
from corpus.structure.signs import NAME_RUN
from corpus.structure.views import View

_BOTH = re.compile(r"(?<![一-鿿ァ-ヺー])(?:両(?=[一-鿿ァ-ヺ])|双方(?=[はがものをに]))")
# Words that begin with 両 and point to nothing, or only to the sides of one thing.
_WORDS = re.compile(r"両(?:親|側|方|手|端|岸|脇|立|翼|面|輪|替|足|腕|目|眼|極|舷|院|国|氏|人|日|年|論併記)")
_DEAL = re.compile(
    r"と(?:の間で)?、?[^。、はが]{0,24}?(?:協定|契約|覚書|合意|条約|提携|交渉|会談|合併|協議|議定書|同盟|調停|和解|紛争|訴訟)"
)
_BACK = 3  # sentences
_TOWNS = frozenset("都道府県市区町村郡")


def both_of_kind(view: View) -> Iterator[tuple[Span, tuple[Span, Span]]]:
    """Yield 両 with its noun, and 双方, with the two things of the kind that stand before."""
    goes_on = view.index > 0 and view.sentences[view.index - 1].paragraph == view.here.paragraph
    for match in _BOTH.finditer(view.words()):
        if _WORDS.match(view.words(), match.start()):
            continue
        start = view.here.start + match.start()
        head = noun_at(view, match) if match.group() == "両" else ""
        if match.group() == "両" and not head:
            continue
        for scope in view.scopes(start, _BACK):
            if head in ("", "者", "方") and goes_on and view.begins_before(scope):
                break  # in the midst of a paragraph it speaks of those of its own
            two = joined_pair(view.text, scope, view.depth) or _dealing(view, scope) or _told_of(view, scope)
            if two is not None and _of_kind(view, two, head):
                yield Span(start, view.here.start + match.end() + len(head)), fuller(view.text, two)
                break


def _told_of(view: View, scope: Span) -> tuple[Span, Span] | None:
    """Return the two names that a sentence joins, the second behind a clause (南を求めるAと、北を望むBの)."""
    found = list(_CLAUSED.finditer(view.text, scope.start, scope.end))
    if len(found) != 1 or view.depth[found[0].start("a")]:
        return None
    return Span(*found[0].span("a")), Span(*found[0].span("b"))


_CLAUSED = re.compile(
    rf"(?<=[ぁ-ん、。])(?P<a>{NAME_RUN})と、[^、。はが]{{2,40}}?[ぁ-ん一-鿿][るたいうなくむ](?P<b>{NAME_RUN})(?=[のがはをも])"
)


def _dealing(view: View, scope: Span) -> tuple[Span, Span] | None:
    """Return the two that a sentence says have dealt with each other (AはBと協定を結んだ)."""
    subjects = [one.span for one in marked(view.text, scope.start, scope.end, view.depth) if not one.when]
    found = [
        (subjects[0], other)
        for other in noun_phrases(view.text, scope, view.depth)
        if subjects and subjects[0].end <= other.start and _DEAL.match(view.text, other.end, scope.end)
    ]
    return found[0] if len(found) == 1 else None


def _of_kind(view: View, two: tuple[Span, Span], head: str) -> bool:
    """Say whether two phrases are what a noun says that both are; 両者 and 双方 are of any one sort."""
    names = [view.text[one.start : one.end] for one in two]
    if any(re.match("[両同当この]", name) for name in names):
        return False
    if len(head) > 1 and set(head) <= _TOWNS:
        return [name[-1] for name in names] in ([*head], [*head[::-1]])
    sorts = {sort_of(name) for name in names}
    if head in ("", "者", "方"):
        return len(sorts) == 1 and "" not in sorts
    if head == "社" and all(
        is_firm(view, one, head) or sort_of(view.text[one.start : one.end]) == "body" for one in two
    ):
        return True
    if re.fullmatch(HEAD, head):
        return False  # the rules for people say who holds a post
    return all(name.endswith(head) for name in names) or (sorts == {sort_of(head)} and "" not in sorts)

"""Which two people are meant by words that point back to two: 両氏, 両首脳, 二人, "The two leaders", 两位领导人.

Invariant: two are meant only where the stretches back to where the second is found name exactly two, or bring two
together; whoever leads nothing is no leader.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import Span
from corpus.structure.actors import is_people
from corpus.structure.joined import joined_pair
from corpus.structure.leaders import leads, together
from corpus.structure.views import View

_COUPLE = re.compile(
    r"(?:(?:[一-鿿ァ-ヺー]+の)?(?:[ぁ-ん一-鿿]{1,3}[いたる])?)?[一-鿿]{0,4}(?:夫婦|夫妻|兄弟|姉妹|親子|母娘|父子|双子|二人組)(?=[はがもをにのとでだ])"
)


def two_people(view: View, at: int, about: Sequence[Span], leaders: bool = False) -> tuple[Span, ...]:
    """Return the two people that the nearest stretches name, or the one they name and whom the paragraph is about.

    Where two ``leaders`` are asked for, whoever is told to lead nothing is none of them.
    """
    known: dict[str, Span] = {}
    first = view.sentences[max(view.index - 1, 0)].paragraph != view.here.paragraph
    for scope in view.scopes(at, 5 if leaders else 3):
        if not first and not known and view.begins_before(scope):
            break  # two of another paragraph are meant only where a paragraph begins
        if known and not re.search("[ぁ-ん]", view.words()) and view.begins_before(scope):
            break
        named = [one for one in view.named(scope) if not leaders or leads(view, one)]
        met = together(view, scope)
        if met is not None and all(one in named for one in met):
            return view.place(met[0]), view.place(met[1])
        joined = joined_pair(view.text, scope, view.depth)
        if (
            joined is not None
            and not leaders
            and all(
                is_people(words) and not re.match("[前後両]者", words)
                for words in (view.text[one.start : one.end] for one in joined)
            )
        ):
            return joined
        known |= {one.name: view.place(one) for one in named if one.name not in known}
        more = [one for one in about if one.end <= at and view.person_at(one) not in (None, *known) and not leaders]
        if len(known) == 1 and more:
            return tuple(sorted([more[0], *known.values()], key=lambda one: one.start))
        if len(known) > 1:
            break
    return tuple(sorted(known.values(), key=lambda one: one.start)) if len(known) == 2 else ()


def couple(view: View, at: int) -> tuple[Span, ...]:
    """Return the words of the sentences before that say who two are in one: 若い夫婦."""
    for scope in view.scopes(at, 2):
        if found := list(_COUPLE.finditer(view.text, scope.start, scope.end)):
            return (Span(*found[0].span()),) if len(found) == 1 else ()
    return ()

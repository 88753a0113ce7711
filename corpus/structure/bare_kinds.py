"""A kind that stands for the one of it that the text tells of: 市 of 汐見市, 町 of 白岬町, 市長 of its one mayor.

Invariant: it is the nearest place or holder of its kind named before in the text, where no other is as near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Span
from corpus.structure.names_ja import HEAD
from corpus.structure.nouns import ending_in
from corpus.structure.views import View

_PLACE = re.compile(
    r"(?:^|(?<=[、。」』]))(?P<head>[市町村県])(?=は|が(?!、)|も|の(?:試算|計画|調査|方針|担当|発表|説明|推計|まとめ|負担|予算)|によ[るれ]|では)"
)
_POST = re.compile(rf"(?<![一-鿿々ァ-ヺーの・前元副])(?P<post>副?(?:{HEAD}))(?=[はがもにを、]|へ)")
_BACK = 8  # sentences


def bare_places(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield 市 and the like at the head of a clause with the nearest place of the kind that the text names."""
    for match in view.places(_PLACE):
        at = view.here.start + match.start()
        if (meant := _nearest(view, at, match["head"])) is not None:
            yield Span(at, at + 1), meant


def _nearest(view: View, at: int, head: str) -> Span | None:
    """Return the one place of a kind that the paragraph names nearest, else the title, else the sentences before."""
    here = view.here.paragraph
    before = list(reversed(view.sentences[max(view.index - _BACK, 0) : view.index]))
    own = [Span(view.here.start, at), *(Span(one.start, one.end) for one in before if one.paragraph == here)]
    title = [Span(one.start, one.end) for one in view.sentences[:1] if view.index]
    far = [Span(one.start, one.end) for one in before if one.paragraph != here]
    for scope in (*own, *title, *far):
        found = _places(view, scope, head)
        if found is not None:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _places(view: View, scope: Span, head: str) -> dict[str, Span] | None:
    """Return the places of a kind in a stretch by name, with what words there were found to mean; None without any."""
    found = ending_in(view.text, scope, head, False)
    named = {
        name: one
        for one in found
        if len(name := view.text[one.start : one.end]) > 1 and not re.match("[同両各隣全他当]", name)
    }
    for place, to in view.resolved.items():
        if scope.start <= place < scope.end and (name := view.text[to.start : to.end]).endswith(head):
            named.setdefault(name, to)
    return named if named or found else None


def bare_posts(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield a post without a name with the only person who is named with it in the whole text so far."""
    for match in view.places(_POST):
        at = view.here.start + match.start()
        posted = [one for one in view.people if one.end <= at and not one.former]
        held = {one.name: one for one in reversed(posted) if one.post == match["post"]}
        others = {one.name for one in view.people if not one.former and _ends_in(one.post, match["post"])}
        others -= held.keys()
        if len(held) == 1 and not others:
            one = next(iter(held.values()))
            yield Span(at, view.here.start + match.end()), view.place(one)


def _ends_in(post: str, head: str) -> bool:
    """Say whether a post is a longer name of another (県知事 of 知事), and not its deputy."""
    return post.endswith(head) and post[: -len(head)][-1:] not in tuple("副前元")


_BODY = re.compile(
    r"(?:^|(?<=[、。」』]))(?P<head>調査会|委員会|協議会|検討会|審議会|懇談会|評議会|理事会|連合会|研究会|実行委|組合|協会|財団|公社|公団"
    r"|研究所|センター|機構|連盟|大学|会社|銀行|新聞社|資料館|博物館|美術館|図書館|病院|球団|劇団)(?=は|が(?!、)|も|によ[るれ]|では)"
)


def bare_bodies(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield a kind of body at the head of a clause with the only one of it that the text has named (調査会は)."""
    for match in view.places(_BODY):
        at, head = view.here.start + match.start(), match["head"]
        names = re.compile(rf"(?<![一-鿿ァ-ヺー])[一-鿿ァ-ヺーA-Za-z]{{2,24}}?{head}(?![一-鿿])")
        found = {one.group(): Span(*one.span()) for one in names.finditer(view.text, 0, at)}
        found = {name: one for name, one in found.items() if not re.match("[同両各隣全他当本前新元旧]", name)}
        longest = {name for name in found if not any(name != other and other.endswith(name) for other in found)}
        if len(longest) == 1:
            yield Span(at, view.here.start + match.end()), found[next(iter(longest))]

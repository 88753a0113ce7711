"""A kind that stands for the one of it that the text tells of: 市 of 汐見市, 町 of 白岬町, 市長 of its one mayor.

Invariant: it is the nearest place or holder of its kind named before in the text, where no other is as near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Span
from corpus.structure.names_ja import HEAD
from corpus.structure.nouns import ending_in
from corpus.structure.people import morphemes
from corpus.structure.views import View

_PLACE = re.compile(
    r"(?:^|(?<=[、。」』]))(?P<head>[市町村県])(?=は|が(?!、)|も|の(?:試算|計画|調査|方針|担当|発表|説明|推計|まとめ|負担|予算)|によ[るれ]|では)"
)
_POST = re.compile(
    rf"(?<![一-鿿々ァ-ヺーの・前元副])(?P<post>副?(?:{HEAD}))(?=[はがもにを、]|へ|の(?:答弁|説明|発言|意見|報告|考え|方針|判断|見解|指摘|提案))"
)
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
            yield Span(at, view.here.start + match.end("post")), view.place(one)
        elif not held and len(others) == 1:
            name = next(iter(others))
            first = next(one for one in posted if one.name == name) if name in {one.name for one in posted} else None
            if first is not None:
                yield Span(at, view.here.start + match.end("post")), view.place(first)
        elif not held and not others and (named := _called(view, at, match["post"])) is not None:
            yield Span(at, view.here.start + match.end()), named


def _called(view: View, at: int, post: str) -> Span | None:
    """Return the one word of the paragraph that ends in a post, behind a surname (黒田会長)."""
    begin = next(one.start for one in view.sentences if one.paragraph == view.here.paragraph)
    words = re.compile(rf"(?<![一-鿿々ァ-ヺー・])[一-鿿々ァ-ヺー]{{1,6}}{post}(?![一-鿿ァ-ヺー])")
    found = {one.group(): Span(*one.span()) for one in words.finditer(view.text, begin, at)}
    if not all(morphemes(f"{name.removesuffix(post)}氏")[0][1].endswith("人名,姓") for name in found):
        return None  # another may hold it (副会長, 町内会長)
    bare = re.compile(rf"(?<![一-鿿々ァ-ヺー]){post}(?![一-鿿])").search(view.text, begin, at)
    return next(iter(found.values())) if len(found) == 1 and bare is None else None


def _ends_in(post: str, head: str) -> bool:
    """Say whether a post is a longer name of another (県知事 of 知事), and not its deputy."""
    return post.endswith(head) and post[: -len(head)][-1:] not in tuple("副前元")

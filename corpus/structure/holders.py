"""Posts that stand for who holds them, or held them: 社長は, 先生は, 前室長は, 同社長は.

Invariant: the nearest stretch that names anybody names one alone, who holds such a post, or held it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Span
from corpus.structure.names_ja import HEAD
from corpus.structure.views import View

_POST = re.compile(
    rf"(?<![一-鿿々ァ-ヺーの・])(?P<former>前)?(?P<post>先生|{HEAD})(?=[はがも]|によ[るれ]|から(?:は|も|、))"
)


_SAME = re.compile(rf"(?<![一-鿿々ァ-ヺー])同(?P<post>{HEAD})(?=[はがもをにのと、]|によ[るれ]|から)")


def same_post(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield 同社長 with the one person of the nearest stretch that has a holder, whose post stands before the name."""
    for match in view.places(_SAME):
        at = view.here.start + match.start()
        for scope in view.scopes(at, 5):
            held = [one for one in view.named(scope) if one.post.endswith(match["post"])]
            if held:
                before = held[0].post_start < held[0].start
                if len(held) == 1 and before and not held[0].former and one_of_kind(view, scope, match["post"]):
                    yield Span(at, view.here.start + match.end()), view.place(held[0])
                break


def one_of_kind(view: View, scope: Span, post: str) -> bool:
    """Say whether a stretch prints a post once, so that no other holder is spoken of in it."""
    return view.text.count(post, scope.start, scope.end) == 1


def titled(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield a post that stands for its holder (社長は, 先生は) with the one person named last who holds such a one."""
    for match in view.places(_POST):
        at = view.here.start + match.start()
        if match["former"]:
            yield from _left(view, at, match)
            continue
        post = re.compile(r"教授|医師|講師|教諭|先生|博士" if match.group() == "先生" else rf"{match.group()}$")
        for scope in view.scopes(at, 4):
            people = [one for one in view.named(scope) if one.post or view.text.startswith("先生", one.end)]
            if people:
                called = ["先生" if view.text.startswith("先生", one.end) else one.post for one in people]
                held = [one for one, title in zip(people, called, strict=True) if post.search(title)]
                if len(held) == 1 == len(people):
                    yield Span(at, at + len(match.group())), view.place(held[0])
                break


def _left(view: View, at: int, match: re.Match[str]) -> Iterator[tuple[Span, Span]]:
    """Yield a former post that stands for who held it (前室長は) with the one person named last, who did."""
    for scope in view.scopes(at, 4):
        if people := view.named(scope):
            held = [one for one in view.people if one.name == people[0].name and one.post.endswith(match["post"])]
            if len(people) == 1 and held:
                yield Span(at, at + len(match.group())), view.place(people[0])
            return

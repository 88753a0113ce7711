"""Whom a Japanese surname with a title or a post means: 森川氏, 森川教授, 安達さん, ソーン氏.

Invariant: the text names that person whole, or with a post, in a sentence or a speaker's label before; of two who share
the surname only one has held the post that stands here, else neither is meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from corpus.document import Span
from corpus.structure.mentions import squeezed, surname_of
from corpus.structure.posts import Person
from corpus.structure.views import View, name_span

_TITLE = re.compile(r"(?:氏|さん|君|先生|女史|様)(?![一-鿿])")


def by_surname_ja(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield a surname with its title or post, outside of quotes, with where the text first names its bearer."""
    first, last = (bisect_left(view.people, at, key=lambda one: one.start) for at in (view.here.start, view.here.end))
    seen = set[int]()
    for one in view.people[first:last]:
        if one.start in seen or one.start in view.resolved or view.depth[one.start]:
            continue
        end = _titled(view.text, one)
        if end and (meant := _meant(view, one)) is not None:
            seen.add(one.start)
            yield Span(one.start, end), meant


def _titled(text: str, one: Person) -> int:
    """Return where the title or the post ends that stands right behind a name, or 0."""
    if one.post and 0 <= one.post_start - one.end <= 1:
        return one.post_end
    title = _TITLE.match(text, one.end)
    return title.end() if title else 0


def _meant(view: View, one: Person) -> Span | None:
    """Return where the text first names whole the person whom a surname means, or with the post where it never does."""
    said = view.text[one.start : one.end]
    before = [other for other in view.people if other.end <= one.start and other.start not in view.resolved]
    if squeezed(said) != squeezed(one.name):
        posts = {other.post for other in before if other.name == one.name and other.post}
        if one.post and posts and not any(_same_post(one.post, post) for post in posts):
            return None  # another of the surname may be meant, who is not named whole
        return _first(view, [other for other in before if _is_whole(view, other, one.name)], one)
    same = [other for other in before if other.name != said and surname_of(other.name, "ja") == said]
    if same:
        held = {other.name for other in same if one.post and _same_post(one.post, other.post)}
        named = [other for other in same if other.name in held and _is_whole(view, other, other.name)]
        return _first(view, named, one) if len(held) == 1 else None
    posted = [other for other in before if other.name == said and other.post]
    return _first(view, posted, one) if posted and not one.post else None


def _is_whole(view: View, one: Person, name: str) -> bool:
    return squeezed(view.text[one.start : one.end]) == squeezed(name)


def _same_post(one: str, other: str) -> bool:
    """Say whether two posts are one, the longer of them told with its body (教授 and 客員教授)."""
    return bool(one and other) and (one.endswith(other) or other.endswith(one))


def _first(view: View, named: list[Person], one: Person) -> Span | None:
    """Return the first place that names a person, where none does in this very sentence; else the speaker's label."""
    if named:
        span = _shown(view.text, named[0])
        bare = (one.end, _titled(view.text, one))
        more = view.text[span.start : span.end] not in [view.text[one.start : end] for end in bare]
        return span if more and named[-1].start < view.here.start else None
    at = view.text.find(one.name, 0, view.here.start)
    return Span(at, at + len(one.name)) if at >= 0 and one.name != view.text[one.start : one.end] else None


def _shown(text: str, one: Person) -> Span:
    """Return the stretch that names a person, with the post behind the name where no bracket parts them."""
    if one.post and one.end <= one.post_start and not re.search(r"[（(\s、。はがをに]", text[one.end : one.post_start]):
        return Span(one.start, one.post_end)
    span = name_span(text, one)
    return Span(one.start, one.end) if re.search(r"[（(]", text[one.end : span.end]) else span

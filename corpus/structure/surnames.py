"""Whom a surname alone means, or a surname with a title: Askew, 周氏, 구 사장, 오 전 차관, 임 씨.

Invariant: the person is named whole before, and nobody else of that surname is; where two are, the title decides.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from corpus.document import Span
from corpus.structure.posts import Person
from corpus.structure.views import View, name_span

_KO_TITLED = re.compile(
    r"(?<![가-힣])(?P<name>[가-힣]{1,2})\s(?:전\s)?(?P<title>씨|[가-힣]{0,4}(?:대통령|총리|장관|차관|총재|위원장|위원|의장|의원|시장|지사|군수"
    r"|구청장|회장|사장|행장|대표|이사장|이사|원장|소장|관장|국장|부장|과장|팀장|실장|처장|청장|교장|총장|교수|연구위원|연구원|대사|대변인|감독"
    r"|변호사|지회장|지부장|조합장|본부장|센터장|간사|단장|학장|지점장|선장|박사|작가|선수|장인))(?=[은는이가을를의도와과에,.\s]|$)"
)


def by_surname(view: View, lang: str) -> Iterator[tuple[Span, Span]]:
    """Yield where a sentence names somebody by the surname, with where the text first names that person whole."""
    if lang == "ko":
        yield from _korean(view)
        return
    first, last = (bisect_left(view.people, at, key=lambda one: one.start) for at in (view.here.start, view.here.end))
    for one in view.people[first:last]:
        if view.depth[one.start]:
            continue
        said = view.text[one.start : one.end]
        if lang == "zh" and len(said) == 1 and view.text.startswith(("氏", "某"), one.end):
            end = one.end + 1
        else:
            end = one.end
        if said == one.name or not (one.name.endswith(said) or (lang == "zh" and one.name.startswith(said))):
            continue
        if (whole := _first(view, one.name, one.start)) is not None:
            yield Span(one.start, end), whole


def _first(view: View, name: str, at: int) -> Span | None:
    """Return where a text first names a person whole, with the post right before; nothing where this sentence does."""
    whole = [one for one in view.people if one.end <= at and view.text[one.start : one.end] == name]
    if not whole or whole[-1].start >= view.here.start:
        return None
    return with_post(view, whole[0])


def with_post(view: View, one: Person) -> Span:
    """Return where a person is named, with the post that stands right before the name or behind it."""
    span = name_span(view.text, one)
    held = next((each for each in view.people if each.start == one.start and each.post), one)
    if held.post and held.post_end <= one.start and _BEFORE.fullmatch(view.text, held.post_end, one.start):
        article = _THE.search(view.text, max(held.post_start - 4, 0), held.post_start)
        if article is not None or "," not in view.text[held.post_end : one.start]:  # its director, X
            span = Span(article.start() if article else held.post_start, span.end)
    elif held.post and held.post_start >= one.end and _BEHIND.fullmatch(view.text, one.end, held.post_start):
        span = Span(span.start, held.post_end)
    return span if span.end - span.start <= _LONGEST else name_span(view.text, one)


_BEFORE = re.compile(r",? ?(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Lord|Lady)\.? )?")
_BEHIND = re.compile(r", (?:the |an? |its )?")  # a former post is left aside
_THE = re.compile(r"[Tt]he $")
_LONGEST = 60  # characters that can be shown


def _korean(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield a surname with a title (구 사장, 임 씨) and where the text names the one person whom it can mean."""
    for match in view.places(_KO_TITLED):
        at = view.here.start + match.start()
        before = [one for one in view.people if one.end <= at and one.name.startswith(match["name"])]
        before = [one for one in before if len(one.name) > len(match["name"]) and not view.depth[one.start]]
        titled = [one for one in before if match["title"] == "씨" or _has(view, one, match["title"])]
        names = {one.name for one in titled}
        others = {one.name for one in before} if match["title"] == "씨" else names
        if len(names) == 1 == len(others):
            first = titled[0]
            if first.start < view.here.start:
                yield Span(at, view.here.start + match.end()), _whole_ko(view, first)


def _whole_ko(view: View, one: Person) -> Span:
    """Return where a person is named, with the post behind the name, also where that is a former one."""
    behind = one.post and one.post_start >= one.end and view.text[one.end : one.post_start].strip() in ("", "전")
    return Span(one.start, one.post_end) if behind else name_span(view.text, one)


def _has(view: View, one: Person, title: str) -> bool:
    """Say whether a person is named with a title: as a post, or right behind the name."""
    return one.post.endswith(title) or bool(
        re.compile(rf"\s(?:전\s)?(?:[가-힣]+\s)?[가-힣]*{title}").match(view.text, one.end)
    )

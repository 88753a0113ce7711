"""Whom 이들, 그들 and 他们 mean at the head of a sentence: the people whom the sentence before is about.

Invariant: they stand in the same paragraph, are more than one, and no others are there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Span
from corpus.structure.views import View

_THEY = {
    "ko": re.compile(r"^(?:이들|그들)(?=[은이의을에과도]\s|에게)"),
    "zh": re.compile(r"(?:^|(?<=[”」]))[他她]们(?=[一-鿿])"),
}
_MANY = {
    "ko": re.compile(r"(?<![가-힣])(?:[가-힣]+(?<![은는이가을를에의])\s)?[가-힣]+들(?=[은이]\s)"),
    "zh": re.compile(
        r"(?:^|(?<=[，；]))(?![他她我你])(?:[一-鿿]{0,8}?(?<=[一-鿿])们|(?:[两三四五六七八九十几数]|\d+)[名位][一-鿿]{2,5}?"
        r"|[一-鿿]{0,4}?(?:[居村渔农牧移市灾]民|学生|工人|老人|专家|学者|员工|商户|业主|队员|志愿者|研究员))"
        r"(?=[去今昨前已将都也在曾把对向认要希同说表用没不能可有从则却还被，])",
        re.MULTILINE,
    ),
}
_ALREADY = re.compile("이들|그들|[他她]们")


def many_people(view: View, lang: str) -> Iterator[tuple[Span, Span]]:
    """Yield words for several people with those whom the sentence before is about."""
    pattern = _THEY.get(lang)
    before = view.sentences[view.index - 1] if view.index else None
    if pattern is None or before is None or before.paragraph != view.here.paragraph:
        return
    found = [Span(*one.span()) for one in _MANY[lang].finditer(view.text, before.start, before.end)]
    if len(found) != 1 or _ALREADY.search(view.text, found[0].start, found[0].end):
        return
    for match in view.places(pattern):
        yield view.spot(match), found[0]

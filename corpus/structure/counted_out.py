"""The two things that sentences right before count out or oppose: 一つはA、もう一つはB; Aは…。これに対しBは…; A와 B다.

Invariant: both stand in order in the paragraph, and what stands between them and the words that point back only goes on
about the one and the other; where a third is counted there are none.
"""

from __future__ import annotations

import re

from corpus.document import Span
from corpus.structure.actors import marked
from corpus.structure.people import morphemes
from corpus.structure.views import Sentence, View

_IS = r"(?:である|であった|です|でした|だった|だ)"
_ONE = "(?:一つ|ひとつ|[1１]つ)"
_FIRST = rf"(?:{_ONE}目?は|(?:第一|[一1１]点目)[はに])"
_SECOND = rf"(?:(?:もう|いま|今|残る|他の)(?:{_ONE}|[一1１]点)は|(?:二つ|[2２]つ|[二2２]点)目は|第二[はに])"
_THIRD = re.compile("三つ目|[3３]つ目|[三3３]点目|第三|셋째|세 번째|[Tt]he (?:third|last)")
_BOTH = re.compile(
    rf"(?<![一-鿿ぁ-ん]){_FIRST}、?(?P<a>[^。]{{2,90}}?)(?:であり|であって|でして|で|{_IS})?[、。]\s*"
    rf"{_SECOND}、?(?P<b>[^。]{{2,90}}?){_IS}?。"
)
_BOTH_KO = re.compile(
    r"(?:두 가지|둘|두 갈래|두 개)(?:다|이다|였다|이었다|입니다|가 있다)\.\s+"
    r"(?P<a>[^,.]{2,40}?)[와과]\s(?P<b>[^,.]{2,30}?)(?:이다|다|입니다|이었다|였다)\."
)
_IS_EN = "(?:is|was|would be|will be|would|will|could|is to|was to)"
_BOTH_EN = re.compile(
    rf"\b[Oo]ne {_IS_EN} (?P<a>[^.;]{{4,90}})(?:[;,]| and|\.) (?:and |while )?"
    rf"[Tt]he other {_IS_EN} (?P<b>[^.;]{{4,90}})[.;]"
)
_SAME_AS = re.compile(r"、(?:いわゆる|つまり|すなわち)、?(?=[^、]+\Z)")  # what follows says it again
_AGAINST = re.compile(r"(?:これに対し(?:て)?|一方|他方)の?、?")
_GOES_ON = re.compile("[前後]者|전자|후자|[Tt]he (?:former|latter)")
_LONGEST = 60  # characters of one of two that can be shown
_BACK = 3  # sentences


def counted_out(view: View) -> tuple[Span, Span] | None:
    """Return the two that the sentences before this one count out or oppose."""
    before = [one for one in view.sentences[: view.index] if one.paragraph == view.here.paragraph][-_BACK:]
    while len(before) > 1 and _GOES_ON.search(view.text, before[-1].start, before[-1].end):
        before.pop()
    if not before or _THIRD.search(view.text, before[0].start, before[-1].end):
        return None
    for pattern in (_BOTH, _BOTH_KO, _BOTH_EN):
        found = list(pattern.finditer(view.text, before[0].start, before[-1].end))
        if found and found[-1].end("b") > before[-1].start:
            one, other = _said(view.text, found[-1], "a"), _said(view.text, found[-1], "b")
            named = pattern is not _BOTH or (is_noun(view.text[one.start : one.end]) and is_noun(found[-1]["b"]))
            return (one, other) if named else None
    return _opposed(view, before[-2], before[-1]) if len(before) > 1 else None


def is_noun(words: str) -> bool:
    """Say whether Japanese words end in a noun, or a quote: they name something and say nothing of it."""
    read = morphemes(words.rstrip("」』）)"))
    return bool(read) and read[-1][1].startswith(("名詞", "代名詞", "接尾辞,名詞的", "記号", "補助記号"))


def _said(text: str, match: re.Match[str], group: str) -> Span:
    """Return one of two without what stands before a comma, where that is too long or only says it again."""
    start, end = match.span(group)
    again = _SAME_AS.search(text, start, end)
    if again is None and end - start > _LONGEST:
        return Span(text.rfind("、", start, end) + 1 or start, end)
    return Span(again.end() if again else start, end)


def _opposed(view: View, one: Sentence, other: Sentence) -> tuple[Span, Span] | None:
    """Return the topics of two sentences, where the second is set against the first."""
    against = _AGAINST.match(view.text, other.start)
    if against is None:
        return None
    topics = [
        next((each.span for each in marked(view.text, start, end, view.depth) if each.particle == "は"), None)
        for start, end in ((one.start, one.end), (against.end(), other.end))
    ]
    first, second = topics
    if first is None or second is None or second.start != against.end():
        return None
    told = view.resolved.get(first.start, first)
    return (told, second) if (view.person_at(told) is None) == (view.person_at(second) is None) else None

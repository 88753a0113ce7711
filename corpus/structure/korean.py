"""What words that point back mean in a Korean text: 이 회사, 해당 지역, 연맹은, 양측, 양국, 당사.

Invariant: an antecedent is a name before the words that ends as they ask; where the nearest stretch names two such,
neither is told. Only endings of names, particles and the states are listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from corpus.document import Span
from corpus.structure.sides_ko import PARTICLE, STATES, sides, states, two_states
from corpus.structure.views import View

Kind = Literal["people", "countries", "thing"]

_COMPANY = (
    "조선|중공업|전자|건설|화학|제약|그룹|자동차|항공|해운|통신|에너지|식품|산업|물산|상사|증권|보험|카드|제철|철강|반도체|전기|정유|유통|은행"
    "|바이오|모빌리티|홀딩스|테크|시스템즈?|엔지니어링|미디어|엔터테인먼트|게임즈|백화점|마트|회사|기업|상회|출판사|언론사|해운사|조선사|항공사"
)
_KINDS = {
    "회사": _COMPANY,
    "기업": _COMPANY,
    "업체": _COMPANY,
    "은행": "은행",
    "그룹": "그룹",
    "기관": "연구원|연구소|진흥원|공사|공단|재단|센터|위원회|은행",
    "단체": "연맹|협회|연합|연합회|단체|재단|모임|네트워크|노조|조합|위원회|법인",
    "부처": "부|처|청",
    "지역": "군|시|구|읍|면|마을",
    "도시": "시",
    "섬": "섬|도",
    "마을": "마을|리",
    "대학": "대학교|대학|대",
    "학교": "초등학교|중학교|고등학교|대학교|학교|초교|중|고",
    "병원": "병원|의원|의료원",
    "신문": "신문|일보|타임스",
    "정당": "당",
    "나라": "국",
}
_STOCK = re.compile(
    r"(?<![가-힣])[가-힣A-Za-z]{2,16}\s?(?:\(주\)|㈜)|(?:\(주\)|㈜|주식회사\s)\s?[가-힣A-Za-z]{2,16}?(?=(?:[은는이가의을를와과로]|에게?|으로)?[,.\s])"
)
# What a word for a company stands right before: 풍력발전 업체 한울윈드.
_APPOSED = re.compile(
    r"(?<=(?:업체|회사|기업)\s)(?!이|그|해당)(?:[가-힣A-Z][가-힣A-Za-z]{1,9}?)"
    r"(?=(?:[은는이가을를의와과에도]|에서|에게)(?:[,\s]))"
)
_IS_ONE = re.compile(  # 달빛교통은 … 회사다
    r"(?<![가-힣])(?!이|그|해당)[가-힣A-Z][가-힣A-Za-z]{1,9}?(?<![하되있없])(?=[은는]\s[^.]{0,60}(?:회사|기업|업체)(?:다|이다|였다|이었다)\.)"
)
_SHORT = {
    "은행",
    "그룹",
    "연맹",
    "협회",
    "연합회",
    "재단",
    "노조",
    "조합",
    "지회",
    "지부",
    "위원회",
    "센터",
    "공사",
    "공단",
}
_SHORT |= {"연구원", "연구소", "진흥원", "병원", "대학", "신문", "박물관", "도서관", "미술관"}
_WHEN = "(?:(?:그|바로)\\s)?(?:이튿날|다음 ?날|이날|당시|이후|그해|그달|한편|다만|그러나|하지만|그래서|그리고|또한?)"
_THAT = re.compile(
    rf"(?<![가-힣])(?:이|해당|동)\s(?P<head>{'|'.join(sorted({*_KINDS, *_SHORT}, key=len, reverse=True))})"
    r"(?=(?:[은는이가을를의에도로와과]|에서|으로|까지|부터|에는|측[은이])?(?:[\s,.]|$))"
)
_BARE = re.compile(
    rf"^(?:{_WHEN}[,\s]\s?)?(?P<head>{'|'.join(sorted(_SHORT, key=len, reverse=True))})(?=[은는이가]\s|의\s)"
)
_ARRANGED = re.compile(
    r"(?<![가-힣])(?:이|해당)\s(?P<head>제도|사업|정책|계획|프로그램|행사|축제|조례|법안?|운동)(?=[은는이가을를의에로]{1,2}\s)"
)
_QUOTED = re.compile(r"(?<![가-힣])[‘'“「](?P<name>[^‘’'“”「」.,]{2,20})[’'”」](?=(?:\s?[가-힣]{1,6})?[을를]\s)")
# 군은, 시가: the one county or town of the text, which its office or its council is called by (가람군청).
_TOWN = re.compile(rf"(?:^(?:{_WHEN}[,\s]\s?)?|(?<=[,]\s))(?P<head>[군시])(?=[은는이가]\s|의\s)")
_OURS = re.compile(r"(?<![가-힣])당사(?=[은는이가의을를]\s)")
_SIDES = re.compile(r"(?:^|(?<=[,]\s))(?:양측|양사|양 기관|두 회사|두 기관)(?=[은이의은이가는]\s)")


def references(view: View) -> Iterator[tuple[Span, tuple[Span, ...], Kind]]:
    """Yield words of a sentence that mean bodies, places or states named before, with these, and what they are."""
    start = view.here.start
    for pattern, back in ((_THAT, 4), (_BARE, 2)):
        for match in view.places(pattern):
            at, head = start + match.start("head" if pattern is _BARE else 0), match["head"]
            if (meant := _named(view, at, _KINDS.get(head, head) if pattern is _THAT else head, back)) is not None:
                yield Span(at, start + match.end()), (meant,), "thing"
    for match in view.places(_ARRANGED):
        if (called := _called(view, match["head"])) is not None:
            yield view.spot(match), (called,), "thing"
    yield from _ours(view)
    for match in view.places(_SIDES):
        if two := sides(view, start + match.start()):
            yield view.spot(match), two, "thing"
    for match in view.places(STATES):
        if two := two_states(view, start + match.start()):
            yield view.spot(match), two, "countries"


def _ours(view: View) -> Iterator[tuple[Span, tuple[Span, ...], Kind]]:
    """Yield 군 and 시 with the one town of the text, and 당사 with the one company that its head names."""
    for match in view.places(_TOWN):
        if (town := _town(view, match["head"])) is not None:
            yield view.spot(match, "head"), (town,), "thing"
    for match in view.places(_OURS):
        named = {view.text[one.start : one.end]: one for one in _ending(view, Span(0, _FRONT), _COMPANY)}
        if len(named) == 1 and (one := next(iter(named.values()))).end <= view.here.start:
            yield view.spot(match), (one,), "thing"


_HEADS = {"군": "수", "시": "장"}


def _town(view: View, head: str) -> Span | None:
    """Return the one town or county that the text has named so far, which has an office, a council or a head."""
    office = re.compile(
        rf"(?<![가-힣])(?!부{head})([가-힣]{{1,4}}{head})\s?(?:청|의회|의원|{_HEADS[head]})(?![가-힣]{{4}})"
    )
    names = {one[1] for one in office.finditer(view.text)}
    places = re.compile(rf"(?<![가-힣])(?:{'|'.join(map(re.escape, sorted(names)))}){PARTICLE}")
    found = list(places.finditer(view.text, 0, view.here.start)) if len(names) == 1 else []
    return Span(*found[-1].span()) if found else None


def asked(view: View) -> tuple[Span, ...]:
    """Return where a sentence has words that only a name of their kind can be meant by, found or not."""
    return tuple(view.spot(match) for match in view.places(_THAT))


_FRONT = 300  # characters at the head of a text that say who publishes it


def _ending(view: View, scope: Span, endings: str) -> list[Span]:
    """Return the names of a stretch that are one word, end in one of ``endings`` and are longer than it."""
    if endings == "국":
        return states(view.text, scope)
    pattern = re.compile(
        rf"(?<![가-힣A-Za-z\d])[가-힣A-Za-z\d·]{{1,10}}?(?:{endings})(?:\s?[‘'“「][^‘’'“”「」]{{1,20}}[’'”」])?{PARTICLE}"
    )
    least = 2 if "|" in endings or len(endings) > 1 else 1
    found = [
        one
        for one in pattern.finditer(view.text, scope.start, scope.end)
        if len(one.group()) > least
        and one.group() != "주식회사"
        and not re.match(r"이|그|해당|같은|여러|\d", one.group())
    ]
    if endings == _COMPANY:
        found += _STOCK.finditer(view.text, scope.start, scope.end)
        found += _APPOSED.finditer(view.text, scope.start, scope.end)
        found += _IS_ONE.finditer(view.text, scope.start, scope.end)
    return [Span(*one.span()) for one in found]


def _named(view: View, at: int, endings: str, back: int) -> Span | None:
    """Return the one name of the nearest stretch that ends as asked; where it names two, the one in front as topic."""
    for scope in view.scopes(at, back):
        found = {view.text[one.start : one.end]: one for one in _ending(view, scope, endings)}
        for place, to in view.resolved.items():
            if scope.start <= place < scope.end and re.search(rf"(?:{endings})\Z", view.text[to.start : to.end]):
                found.setdefault(view.text[to.start : to.end], to)
        if len(found) == 1:
            return next(iter(found.values()))
        if found:
            return None
    return None


def _called(view: View, head: str) -> Span | None:
    """Return the one name in quotes that the nearest sentence of the paragraph gives what it opens or brings in."""
    for scope in view.scopes(view.here.start, 3):
        if view.begins_before(scope):
            return None
        found = [Span(*one.span("name")) for one in _QUOTED.finditer(view.text, scope.start, scope.end)]
        told = [
            to
            for at, to in view.resolved.items()
            if scope.start <= at < scope.end and re.match(rf"(?:이|해당)\s{head}", view.text[at:])
        ]
        if found or told:
            return [*found, *told][0] if len(found) + len(told) == 1 else None
        if re.search(rf"[가-힣’]\s?{head}(?=[은는이가을를의에로])", view.text[scope.start : scope.end]):
            return None  # one that has no name in quotes
    return None

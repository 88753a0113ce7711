"""What words that point back mean in a Korean text: 이 회사, 해당 지역, 연맹은, 양측, 양국, 당사.

Invariant: an antecedent is a name before the words that ends as they ask; where the nearest stretch names two such,
neither is told. Only endings of names, particles and the states are listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from corpus.document import Span
from corpus.structure.leaders import of_both
from corpus.structure.posts import Person
from corpus.structure.surnames import by_surname
from corpus.structure.views import View, name_span

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
    rf"(?<![가-힣])(?:이|해당|동)\s(?P<head>{'|'.join(_KINDS)})"
    r"(?=(?:[은는이가을를의에도로와과]|에서|으로|까지|부터|에는|측[은이])?(?:[\s,.]|$))"
)
_BARE = re.compile(
    rf"^(?:{_WHEN}[,\s]\s?)?(?P<head>{'|'.join(sorted(_SHORT, key=len, reverse=True))})(?=[은는이가]\s|의\s)"
)
_ARRANGED = re.compile(
    r"(?<![가-힣])(?:이|해당)\s(?P<head>제도|사업|정책|계획|프로그램|행사|축제|조례|법안?|운동)(?=[은는이가을를의에로]{1,2}\s)"
)
_QUOTED = re.compile(r"(?<![가-힣])[‘'“「](?P<name>[^‘’'“”「」.,]{2,20})[’'”」](?=(?:\s?[가-힣]{1,6})?[을를]\s)")
_OURS = re.compile(r"(?<![가-힣])당사(?=[은는이가의을를]\s)")
_SIDES = re.compile(r"(?:^|(?<=[,]\s))(?:양측|양사|양 기관|두 회사|두 기관)(?=[은이의은이가는]\s)")
_STATES = re.compile(r"(?<![가-힣])(?:양국|두 나라)(?=[은이의가는을]\s|\s정상|\s간)")
_PARTICLE = (
    r"(?=(?:[은는이가을를의에도로와과]|에서|에게|으로|까지|부터|에는|에도|"
    r"에서[는도]|에게[는도]|[와과]의|이라|라는)?(?:[\s,.·(（”’\"']|$))"
)
_NO_STATE = re.compile(
    r"(?:각|외|전|양|당|결|약|입|출|귀|자|모|조|본|타|우체|방송|사무|총|편집|수사|보건|선진|강대|개도|후진|회원|당사|상대|인접|이웃|동맹|주최|개최"
    r"|중립|수출|수입|산유|제작|관리|정책|기획|사업|운영|지원|교육|복지|산업|경제|행정)국\Z"
)
NAMED_STATES = (
    "일본|북한|러시아|우크라이나|베트남|인도네시아|인도|필리핀|말레이시아|싱가포르|몽골|이란|이라크|이스라엘|튀르키예|터키|카자흐스탄|우즈베키스탄"
    "|폴란드|체코|헝가리|루마니아|그리스|이탈리아|스페인|포르투갈|네덜란드|벨기에|스위스|스웨덴|노르웨이|핀란드|덴마크|아이슬란드|아일랜드"
    "|오스트리아|프랑스|독일|캐나다|멕시코|쿠바|브라질|아르헨티나|칠레|페루|콜롬비아|이집트|케냐|에티오피아|나이지리아|남아프리카공화국"
    "|호주|뉴질랜드|캄보디아|라오스|미얀마|네팔|파키스탄|방글라데시|스리랑카|사우디아라비아|카타르|쿠웨이트|대만"
)
_STATE = re.compile(rf"(?<![가-힣])(?:[가-힣]{{1,6}}국|{NAMED_STATES}){_PARTICLE}")
_JOINED = re.compile(
    r"(?:^|(?<=,\s)|(?<=\.\s)|(?<=\)\s))(?P<a>(?:[가-힣A-Za-z·]+\s){0,3}?[가-힣A-Za-z·]+?)[와과]\s"
    r"(?P<b>(?:[가-힣A-Za-z·]+\s){0,3}?[가-힣A-Za-z·]+?)(?=(?:[은는이가]|도)\s)"
)
_NO_PARTY = re.compile(r"(?:[은는을를에서로며고]|지난|오는|올해|당시|함께|대해|위해)(?:\s|\Z)")


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
    for match in view.places(_OURS):
        named = {view.text[one.start : one.end]: one for one in _ending(view, Span(0, _FRONT), _COMPANY)}
        if len(named) == 1 and (one := next(iter(named.values()))).end <= start:
            yield view.spot(match), (one,), "thing"
    for match in view.places(_SIDES):
        if two := _sides(view, start + match.start()):
            yield view.spot(match), two, "thing"
    for match in view.places(_STATES):
        if two := _two_states(view, start + match.start()):
            yield view.spot(match), two, "countries"


def asked(view: View) -> tuple[Span, ...]:
    """Return where a sentence has words that only a name of their kind can be meant by, found or not."""
    return tuple(view.spot(match) for match in view.places(_THAT))


_FRONT = 300  # characters at the head of a text that say who publishes it


def _states(text: str, scope: Span) -> list[Span]:
    """Return the states that a stretch names."""
    found = _STATE.finditer(text, scope.start, scope.end)
    return [Span(*one.span()) for one in found if not _NO_STATE.match(one.group())]


def _ending(view: View, scope: Span, endings: str) -> list[Span]:
    """Return the names of a stretch that are one word, end in one of ``endings`` and are longer than it."""
    if endings == "국":
        return _states(view.text, scope)
    pattern = re.compile(
        rf"(?<![가-힣A-Za-z\d])[가-힣A-Za-z\d·]{{1,10}}?(?:{endings})(?:\s?[‘'“「][^‘’'“”「」]{{1,20}}[’'”」])?{_PARTICLE}"
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


def _sides(view: View, at: int) -> tuple[Span, ...]:
    """Return the two that the nearest stretch joins as its subject, or that it names as people, and no more."""
    for scope in view.scopes(at, 1):
        joined = [
            (Span(*one.span("a")), Span(*one.span("b")))
            for one in _JOINED.finditer(view.text, scope.start, scope.end)
            if not _NO_PARTY.search(one["a"]) and not _NO_PARTY.search(one["b"])
        ]
        if len(joined) == 1:
            whole = {**view.resolved, **{words.start: one for words, one in by_surname(view, "ko")}}
            return tuple(whole.get(one.start, one) for one in joined[0])
        if joined:
            return ()
        people: list[Person] = view.named(scope)
        if len(people) == 2:
            return name_span(view.text, people[0]), name_span(view.text, people[1])
    return ()


def _two_states(view: View, at: int) -> tuple[Span, ...]:
    """Return the two states that the nearest stretches name, back to where the second is found."""
    found: dict[str, Span] = {}
    for scope in view.scopes(at, 3):
        states = _states(view.text, scope)
        if (theirs := of_both(view, scope, _states, states)) is not None:
            return theirs
        if not found and len(states) < len("ab") and (two := _joined_names(view, scope)):
            return two
        for one in states:
            found.setdefault(view.text[one.start : one.end], one)
        if len(found) > 1:
            break
    return tuple(sorted(found.values(), key=lambda one: one.start)) if len(found) == 2 else ()


def _joined_names(view: View, scope: Span) -> tuple[Span, ...]:
    """Return the two names of one word each that a stretch joins as its subject, where they name no people."""
    joined = [
        (Span(*one.span("a")), Span(*one.span("b")))
        for one in _JOINED.finditer(view.text, scope.start, scope.end)
        if not re.search(r"\s", one["a"] + one["b"])
    ]
    if len(joined) != 1 or any(view.person_at(one) is not None for one in joined[0]):
        return ()
    return joined[0]

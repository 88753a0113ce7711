"""Which two 양측, 양사 and 양국 mean in a Korean text, and the states that a stretch names.

Invariant: two are meant only where the stretches before join, oppose or name two of the kind and no more.
"""

from __future__ import annotations

import re

from corpus.document import Span
from corpus.structure.leaders import of_both
from corpus.structure.posts import Person
from corpus.structure.surnames import by_surname
from corpus.structure.views import View, name_span

_AGREED = re.compile(  # 군은 … 한울윈드와 업무협약을 맺었다: the two that an agreement binds
    r"(?P<a>[가-힣A-Za-z·]+)[은는이가]\s(?:[^,.]{0,30}?\s)?(?P<b>[가-힣A-Za-z·]+)[와과]\s(?:[가-힣]+\s){0,3}?[가-힣]*"
    r"(?:협약|협정|계약|합의|양해각서|조약|각서|회담|협상|협의)[을를에이서]"
)
_OPPOSED = re.compile(  # 노조는 임금 인상을, 회사는 동결을 주장했다
    r"(?P<a>[가-힣A-Za-z·]+)[은는]\s[^.,]{1,24}[을를이],\s(?P<b>[가-힣A-Za-z·]+)[은는]\s[^.,]{1,24}[을를이가]\s"
)
_POINTS = re.compile("전자|후자|이|그|양측|양쪽|둘|이것|그것|이들|그들|그녀")  # what tells nothing by itself
STATES = re.compile(r"(?<![가-힣])(?:양국|두 나라)(?=[은이의가는을]\s|\s정상|\s간)")
PARTICLE = (
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
_STATE = re.compile(rf"(?<![가-힣])(?:[가-힣]{{1,6}}국|{NAMED_STATES}){PARTICLE}")
_JOINED = re.compile(
    r"(?:^|(?<=,\s)|(?<=\.\s)|(?<=\)\s))(?P<a>(?:[가-힣A-Za-z·]+\s){0,3}?[가-힣A-Za-z·]+?)[와과]\s"
    r"(?P<b>(?:[가-힣A-Za-z·]+\s){0,3}?[가-힣A-Za-z·]+?)(?=(?:[은는이가]|도)\s)"
)
_NO_PARTY = re.compile(r"(?:[은는을를에서로며고]|지난|오는|올해|당시|함께|대해|위해)(?:\s|\Z)")


def states(text: str, scope: Span) -> list[Span]:
    """Return the states that a stretch names."""
    found = _STATE.finditer(text, scope.start, scope.end)
    return [Span(*one.span()) for one in found if not _NO_STATE.match(one.group())]


_BACK = 3  # sentences in which an agreement is told


def sides(view: View, at: int) -> tuple[Span, ...]:
    """Return the two that the nearest stretch joins as its subject, or that it names as people, and no more."""
    for far, scope in enumerate(view.scopes(at, _BACK)):
        agreed = [one for pattern in (_AGREED, _OPPOSED) for one in pattern.finditer(view.text, scope.start, scope.end)]
        if len(agreed) == 1 and len(view.named(scope)) < len("ab"):
            two = Span(*agreed[0].span("a")), Span(*agreed[0].span("b"))
            told = tuple(view.resolved.get(one.start, one) for one in two)
            return () if any(_POINTS.fullmatch(view.text[one.start : one.end]) for one in told) else told
        if far:
            continue  # who is only named together may be apart by then
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


def two_states(view: View, at: int) -> tuple[Span, ...]:
    """Return the two states that the nearest stretches name, back to where the second is found."""
    found: dict[str, Span] = {}
    for scope in view.scopes(at, 3):
        named = states(view.text, scope)
        if (theirs := of_both(view, scope, states, named)) is not None:
            return theirs
        if not found and len(named) < len("ab") and (two := _joined_names(view, scope)):
            return two
        for one in named:
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

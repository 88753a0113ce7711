"""What Korean words mean that take up what was just said: 이를 거부했다, 이 결정, 이 제안, 그 피해, 이들은, 그 결과는.

Invariant: it stands in the paragraph, at most three sentences before, as the only thing of its kind in its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from corpus.document import Span
from corpus.structure.views import View

Kind = Literal["thing", "statement"]

_REFUSED = re.compile(
    r"(?<![가-힣])이(?=를\s(?:모두\s|전부\s|끝내\s)?(?:받아들|거부|거절|기각|반려|수용|승인|철회|부결|각하|수락|불허|허가|물리쳤|돌려보냈))"
)
_ASKED = re.compile(
    r"(?P<what>(?!(?:곧|즉시|바로|곧바로|다시|이미|직접|먼저|결국|함께|모두)\s)(?:[가-힣]+(?<![은는이가에로며고을를서도])\s){0,2}[가-힣]+)[을를]\s(?:[가-힣]+에\s)?"
    r"(?:신청|요청|제안|제출|요구|건의|청구|제기|청원|상정|발의|신고|접수)(?:했|하|해|한)"
)
_DECISION = re.compile(r"(?<![가-힣])(?:이|그|이런|이러한)\s(?:결정|합의|방침|조치)(?=[은는이가을를의에도로])")
_DECIDED = re.compile(r"(?P<what>[^,.“”]{4,70}기로)\s(?:했|하|한|결정|합의|의결)")
_PROPOSAL = re.compile(r"(?<![가-힣])(?:이|그|이런|이러한)\s(?:제안|방안|안|구상)(?=[은는이가을를의에도로])")
_PROPOSED = re.compile(
    r"(?P<what>[^,.“”]{2,60}?(?:방안|제안|대안|계획|구상|절충안|타협안|중재안))[을를]\s(?:내놓|제시|제안|제출|꺼내|던졌|냈다|밝혔)"
)
_TOPIC = re.compile(r"(?:[가-힣]+\s){0,3}?[가-힣]+[은는이가]\s(?:대신\s|다시\s|이날\s)?")
_IF = re.compile(
    r"(?P<what>[^“”‘’,.]{3,40}[가-힣]면),?\s(?P<it>그\s(?:피해|결과|책임|비용|부담|손해|손실|영향|효과|대가))(?=[는은이가을를의])"
)
_THEY = re.compile(r"^이들(?=[은이의을]\s)")
_ENDS = "(?:들|위|회|연합|연맹|단체|노조|조합|모임|네트워크|팀|가족|부부|주민|농민|어민|상인|학생)[’”]?"
_GROUP = re.compile(rf"(?P<group>[^,.]{{2,60}}?{_ENDS})[은는]\s")
_GROUPS = re.compile(rf"{_ENDS}[은는이가]\s")
_RESULT = re.compile(
    r"(?P<what>[^.“”]{6,80}?(?:조사|점검|검사|분석|시험|실험|측정|심사|협의|검토|평가|감정|실사|투표|회의|협상))[을를]?\s?"
    r"(?:했|벌였|마쳤|진행했|실시했|열었|해)[가-힣]*,\s(?P<it>그\s결과)(?=[는가를도]\s)"
)
_BACK = 3  # sentences


def korean_said(view: View) -> Iterator[tuple[Span, Span, Kind]]:
    """Yield words that take up something, outside of quotes, with it, and whether it is a thing or was said."""
    for pattern, made, kind in (
        (_REFUSED, _ASKED, "thing"),
        (_DECISION, _DECIDED, "statement"),
        (_PROPOSAL, _PROPOSED, "thing"),
    ):
        for match in view.places(pattern):
            here = view.spot(match)
            if (what := _made(view, here.start, made)) is not None:
                yield here, what, "thing" if kind == "thing" else "statement"
    for pattern in (_IF, _RESULT):
        for match in pattern.finditer(view.words()):
            if pattern is _IF or not view.depth[view.spot(match, "it").start]:
                what = view.spot(match, "what")
                what = Span(what.start + len(match["what"]) - len(match["what"].lstrip()), what.end)
                yield view.spot(match, "it"), what if pattern is _IF else _less_topic(view, what), "statement"


def korean_group(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield 이들 at the head of a sentence with the group that the sentence before is about."""
    they = _THEY.match(view.words())
    before = next(view.scopes(view.here.start, 1), None) if they else None
    if they is None or before is None or view.begins_before(before):
        return
    group = _GROUP.match(view.text, before.start, before.end)
    alone = len(_GROUPS.findall(view.text, before.start, before.end)) == 1
    if group and alone and not re.search(r"[와과]\s", group["group"]):
        yield view.spot(they), Span(*group.span("group"))


def _made(view: View, at: int, made: re.Pattern[str]) -> Span | None:
    """Return what the nearest stretch that tells of such an act has as its one object."""
    for scope in view.scopes(at, _BACK):
        if view.begins_before(scope):
            return None
        found = list(made.finditer(view.text, scope.start, scope.end))
        if found:
            return _less_topic(view, Span(*found[0].span("what"))) if len(found) == 1 else None
    return None


def _less_topic(view: View, span: Span) -> Span:
    """Return words without who does it in front of them."""
    start = span.start + len(view.text[span.start : span.end]) - len(view.text[span.start : span.end].lstrip())
    topic = _TOPIC.match(view.text, start, span.end)
    return Span(topic.end() if topic else start, span.end)

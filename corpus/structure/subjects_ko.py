"""The subject that a Korean sentence leaves out: the person or body that the sentence before is about.

Invariant: only a sentence in whose clauses no noun bears the particle of a subject, and that tells what someone did,
lacks one; a particle is told from the end of a noun by the sound before it (국가 is no 국 with 가). Beside a noun with
도 (too) that may be the subject none is told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpus.document import Span
from corpus.frequency import zipf
from corpus.structure.views import View, name_span

_WORD = re.compile(r"(?P<noun>[가-힣A-Za-z0-9]+?)＿*(?P<particle>[은는이가]|께서는?)(?=[\s,]|$)")
_TOO = re.compile(r"(?P<noun>[가-힣A-Za-z0-9]+?)＿*(?P<particle>도)(?=[\s,]|$)")
# What 도 stands behind that is no noun, or may be none: particles of place and way, and endings of verbs.
_NO_NOUN = re.compile(r"(?:[에서로게고지기면만야데라아어여해]|까지|부터|처럼|보다)$|^(?:아직|조금|너무|더욱)$")
_WHEN = re.compile(
    r"(?:지금|요즘|오늘|이제|현재|최근|당시|이후|뒤|후|때|해|년|월|일|주|날|[에로]|(?:에|로|해|면|아|어|여|라)서)$"
)
_VERB = re.compile(r"(?:[하되있없키시내치지리기르]|[았었했겠])$")  # a verb before a noun (하는, 있는), no topic
_BODY = re.compile(r"(?:[군시도구청부회사교단원당]|센터|기업|대학|협회|정부|병원|은행|조합|재단)$")
_ACTS = re.compile(r"다\.?[”\"’']?\s*$")
_IS = re.compile(
    r"(?:[됐졌였]다|되었다|이다|이었다|아니다|있다|있었다|없다|없었다"
    r"|같다|많다|크다|한다는 것|된다|진다|했다는|보인다|것이다)\.?\s*$"
)


def follow(view: View, meant: Mapping[int, Span], topic: Span | None) -> tuple[Span | None, Span | None]:
    """Return whom a paragraph is about after a sentence, and whom its subject left out means, or None."""
    before = view.sentences[view.index - 1] if view.index else None
    if before is None or before.paragraph != view.here.paragraph:
        topic = None
    plain = "".join("＿" if view.depth[at] else view.text[at] for at in range(view.here.start, view.here.end))
    subjects = [one for one in _WORD.finditer(plain) if _marks(one)]
    if subjects:
        return _subject(view, meant, subjects[0]), None
    too = list(_TOO.finditer(plain))
    if any(_person(view, view.here.start + one.end("noun")) is not None for one in too):
        return None, None
    if any(_is_too(one, plain) for one in too):
        return topic, None
    acts = _ACTS.search(plain) and not _IS.search(plain)
    return topic, topic if acts else None


def _marks(word: re.Match[str]) -> bool:
    """Say whether a word may be a noun with the particle of a subject behind it."""
    noun, particle = word["noun"], word["particle"]
    if _WHEN.search(noun) or (particle == "는" and _VERB.search(noun)):
        return False
    closed = "가" <= noun[-1] <= "힣" and (ord(noun[-1]) - ord("가")) % 28 > 0
    return len(particle) > 1 or not "가" <= noun[-1] <= "힣" or closed == (particle in "은이")


def _is_too(word: re.Match[str], plain: str) -> bool:
    """Say whether a noun with 도 may be a subject: one who can act, or any beside an object (제도, 아직도 are none)."""
    noun, whole = word["noun"], word["noun"] + word["particle"]
    if len(noun) < _LEAST or _WHEN.search(noun) or _NO_NOUN.search(noun) or zipf(whole, "ko"):
        return False
    body = _BODY.search(noun) and not _MEETING.search(noun)
    return bool(body or _WHO.search(noun) or _OBJECT.search(plain))


_LEAST = 2  # signs of a noun before 도
_WHO = re.compile(r"(?:들|[원자인민측장관생])$")
_MEETING = re.compile(r"(?<![의협원교])회$")  # 설명회: what is held, and no body
_OBJECT = re.compile(r"[가-힣][을를]\s(?!위|통|비롯|둘러|포함|향|따라|대상)")


def _subject(view: View, meant: Mapping[int, Span], word: re.Match[str]) -> Span | None:
    """Return the person or body in the place of a sentence's first subject."""
    start, end = view.here.start + word.start("noun"), view.here.start + word.end("noun")
    if (known := next((to for at, to in meant.items() if at <= start < at + 4), None)) is not None:
        named = view.person_at(known) is not None or _BODY.search(view.text[known.start : known.end])
        return known if named else None  # a thing does nothing
    if (person := _person(view, end)) is not None:
        return person
    return Span(start, end) if _BODY.search(word["noun"]) and word["particle"] in "은는" else None


def _person(view: View, end: int) -> Span | None:
    """Return the person of the sentence whose name, with the post behind it, ends at a place."""
    named = [name_span(view.text, one) for one in view.named(Span(view.here.start, end))]
    return next((one for one in named if one.end == end), None)

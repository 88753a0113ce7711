"""Who someone is, asked by the name alone (夏志和って誰, what is her job): the post beside the name says it.

Invariant: only a question that says nothing but the name, or asks for the post of whom it names, asks so, and only a
post printed beside that name answers.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.compose.asked import Asked, Point, stretch
from bot.compose.candidates import Candidate
from bot.compose.named_parts import compared
from bot.compose.named_people import names_person
from bot.compose.persons import called_by, with_post
from corpus.document import Span
from corpus.normalize import search_text
from corpus.places import lies_in
from corpus.structure.posts import Person
from retrieval.kinship import script

_JOB = "職業|肩書き?|役職|仕事|身分|立場"
_END = r"(?:です|だ|なの?)?(?:か|っけ|の)?"
_WHO = re.compile(
    rf"(?P<ja_job>[^、。？?\s]{{2,20}}?)(?:氏|さん)?(?:の(?:{_JOB})(?:って|は|とは)?(?:何|なん|なに)?{_END}|"
    rf"(?:って|は)(?:何|なに)を?(?:やって|して)い?る(?:人|方|ひと){_END})[?？。]?|"
    r"what(?:['’]s| is| was) (?P<en_job>[\w .'’-]{3,40}?)['’]s? "
    r"(?:job|position|title|role|post|occupation|profession)\??|"
    r"what do(?:es)? (?P<en_does>[\w .'’-]{3,40}?) do(?: for a living)?\??|"
    r"(?P<zh_job>[\u4e00-\u9fff·]{2,12}?)"
    r"(?:是(?:干|做)什么的|是什么(?:身份|职务|职位)|的?(?:身份|职务|职位|职业)是什么)[?？。]?|"
    r"(?P<ko_job>[가-힣]{2,12}?)(?:은|는|이|가|의)? ?"
    r"(?:뭐 ?하는 사람|무슨 일을 하는 사람|직책|직함|직업)[가-힣 ]{0,8}\??|"
    r"(?P<ja>[^、。？?\s]{2,20}?)(?:氏|さん)?(?:って|とは|は|というのは)(?:いったい|一体|そもそも)?"
    r"(?:誰|だれ|どなた|何者|どんな人|どういう人)(?:です|だ|なの?|なん(?:です|だ))?(?:か|っけ|の)?[?？。]?|"
    r"who(?:['’]s| is| was) (?P<en>[\w .'’-]{3,40}?)\??|"
    r"(?P<zh>[\u4e00-\u9fff·]{2,12})是(?:谁|什么人|哪位|何人)[?？。]?|"
    r"(?P<ko>[가-힣]{2,12}?)(?:은|는|이|가)? ?누구(?:야|예요|인가요|입니까|지)?\??",
    re.IGNORECASE,
)


_JOBS = ("ja_job", "en_job", "en_does", "zh_job", "ko_job")
_CARRIED = 0.6  # support from which a sentence carries a name, and not only its document's title or author
_ALSO = re.compile(r"(?:[／/][^、。，,／/（(\s]+)+")  # further posts of the same
_ITS_POST = re.compile(
    r"(?:何の|どんな|どういう)(?:役職?|肩書き?|ポスト|立場|職)|(?:役職|肩書き?|職名|官職)(?=[はをがっ、?？]|$|と|教)|"
    r"\bwhat (?:post|position|title|office|role|job)\b|\bin what capacity\b|"
    r"\bwhat(?:['’]s| is| was) [\w .'’-]{3,40}?['’]s? (?:post|position|title|role|job)\b|"
    r"什么(?:职务|职位|头衔|身份|官)|(?:职务|职位|头衔)(?=是|[?？]|$)|"
    r"(?:직책|직함|직위|보직)(?=[은는이을가]|[?？]|$)|무슨 (?:직책|직함|자리)",
    re.IGNORECASE,
)


def asks_post(asked: Asked) -> bool:
    """Say whether a question asks for somebody's post in words for posts."""
    return _ITS_POST.search(asked.question.text) is not None


def _asking(asked: Asked) -> re.Match[str] | None:
    return _WHO.fullmatch(asked.question.text.strip())


def tells_of_another(asked: Asked, candidate: Candidate) -> bool:
    """Say whether neither a sentence nor what stands around it names the one whose post alone is asked for."""
    asking = _asking(asked)
    name = next((words for group in _JOBS if (words := asking[group])), "") if asking else ""
    if not name or "の" in name:  # whoever holds a post, or does something, is named by no name
        return False
    supported = zip(asked.terms, candidate.support, strict=True)
    carried = [v for term, v in supported if term.surface in name or term.surface.startswith(tuple(name.split()))]
    posted = [one.name for one in candidate.people if one.post]
    others = bool(posted) and not any(_is(asked, candidate, one, name) for one in posted)
    return others or max(carried, default=1.0) < _CARRIED


def who_is(asked: Asked, candidate: Candidate) -> Point | None:
    """Return the post that a sentence tells of the one whom a question asks about, with the name."""
    asking = _asking(asked)
    name = next((words for words in asking.groups() if words), "") if asking else ""
    if not name and not asks_post(asked):
        return None
    known = (
        one
        for one in candidate.people
        if one.post
        and ((name and _is(asked, candidate, one.name, name)) or (asks_post(asked) and names_person(asked, one.name)))
    )
    person = next(known, None)
    if person is None:
        return None
    told = _holding(candidate, person)
    return _post(told, person) if told else None


# X の ATTR は, and the like: whose, and which of its marks.
_ATTRIBUTE = re.compile(
    r"(?P<whose>[^、。？?\s]{2,24}?)の(?P<what>[^、。？?\sの]{2,10}?)(?:って|とは|は|を教えて(?:ください)?)?"
    r"(?:何|なに|いくつ|いくら|どれ(?:くらい|ぐらい)?|どのくらい|何[位番]目?)?(?:です|だ)?(?:か|っけ)?[?？。]?"
)
_LONGEST_NAMED = 30  # characters between a name and the bracket that tells of it


def attribute_of(asked: Asked, candidate: Candidate) -> Point | None:
    """Return what a bracket behind a name says of it, where that is asked for: 蔡奇の党内序列は, （党内序列5位）."""
    asking = _ATTRIBUTE.fullmatch(asked.question.text.strip())
    if asking is None:
        return None
    name, of = asking["whose"], asking["what"]
    told = re.compile(
        rf"{re.escape(name)}[^（(。]{{0,{_LONGEST_NAMED}}}[（(](?:[^（）()]*?[、,]\s?)?{re.escape(of)}(?:は|が|[:：])?\s?"
        r"(?P<said>[^（）()、,]{1,30})"
    )
    match = told.search(candidate.text)
    return replace(stretch(candidate, *match.span("said"), 1.0), plain=True) if match else None


def _holding(candidate: Candidate, person: Person) -> Candidate | None:
    """Return the sentence where it holds name and post; where the post stands by itself in a line below, that line."""
    whole = with_post(person, candidate.document.text)
    if lies_in(whole, candidate):
        return candidate
    below = (one for one in candidate.document.passages if lies_in(_post_of(person), one))
    return next((candidate.whole(one) for one in below), None)


def _post_of(person: Person) -> Span:
    return Span(person.post_start, person.post_end)


def _post(candidate: Candidate, person: Person) -> Point:
    """Return the post with the name and the body that stand beside it in a sentence."""
    whole = with_post(person, candidate.document.text)
    here = candidate.within(whole if lies_in(whole, candidate) else _post_of(person))
    body = candidate.text.rfind(person.of, 0, here.start) if person.of else -1
    beside = body >= 0 and here.start - (body + len(person.of)) <= 1
    also = _ALSO.match(candidate.text, here.end)
    end = also.end() if also else here.end
    return replace(stretch(candidate, body if beside else here.start, end, 1.0), plain=True)


def _is(asked: Asked, candidate: Candidate, name: str, wanted: str) -> bool:
    """Say whether a name, or one of its parts, is the one asked about, with a post behind it or in another script."""
    shown = (rf"{re.escape(search_text(part))}[\u4e00-\u9fff]{{0,4}}" for part in called_by(name))
    return any(re.fullmatch(pattern, search_text(wanted), re.IGNORECASE) for pattern in shown) or (
        script(name) != script(wanted) and compared(asked, candidate.document, wanted, name).shared
    )

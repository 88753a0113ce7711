"""Who someone is, asked by the name alone (夏志和って誰): the sentence that tells a post beside the name says it.

Invariant: only a question that says nothing but the name asks so, and only a post printed beside that name answers.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.compose.asked import Asked, Point, stretch
from bot.compose.candidates import Candidate
from bot.compose.persons import called_by, with_post

_WHO = re.compile(
    r"(?P<ja>[^、。？?\s]{2,20}?)(?:氏|さん)?(?:って|とは|は|というのは)(?:いったい|一体|そもそも)?"
    r"(?:誰|だれ|どなた|何者|どんな人|どういう人)(?:です|だ|なの?|なん(?:です|だ))?(?:か|っけ|の)?[?？。]?|"
    r"who(?:['’]s| is| was) (?P<en>[\w .'’-]{3,40}?)\??|"
    r"(?P<zh>[\u4e00-\u9fff·]{2,12})是(?:谁|什么人|哪位|何人)[?？。]?|"
    r"(?P<ko>[가-힣]{2,12}?)(?:은|는|이|가)? ?누구(?:야|예요|인가요|입니까|지)?\??",
    re.IGNORECASE,
)


def who_is(asked: Asked, candidate: Candidate) -> Point | None:
    """Return the post that a sentence tells of the one whom a question asks about by the name alone, with the name."""
    asking = _WHO.fullmatch(asked.question.text.strip())
    if asking is None:
        return None
    name = next(words for words in asking.groups() if words)
    person = next((one for one in candidate.people if one.post and _is(one.name, name)), None)
    if person is None:
        return None
    here = candidate.within(with_post(person))
    body = candidate.text.rfind(person.of, 0, here.start) if person.of else -1
    beside = body >= 0 and here.start - (body + len(person.of)) <= 1
    return replace(stretch(candidate, body if beside else here.start, here.end, 1.0), plain=True)


def _is(name: str, asked: str) -> bool:
    """Say whether a name, or one of its parts, is the one asked about, with a post behind it or without."""
    shown = (rf"{re.escape(part)}[\u4e00-\u9fff]{{0,4}}" for part in called_by(name))
    return any(re.fullmatch(pattern, asked, re.IGNORECASE) for pattern in shown)

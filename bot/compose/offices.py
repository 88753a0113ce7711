"""The posts whose holder a question asks for.

Invariant: a post is asked for only where the words right beside it ask for its holder.
"""

from __future__ import annotations

import re

from bot.compose.affiliated import people
from bot.compose.asked import Asked
from bot.compose.candidates import Candidate
from bot.compose.persons import FEWEST
from bot.compose.state_offices import HEADS, OFFICES, offices_in
from corpus.document import Span
from corpus.places import meet
from corpus.structure.countries import countries_in
from retrieval.kinship import script
from retrieval.tokens import tokenize

_SAME_POST = 0.6  # kinship from which two words name one post
# Behind a post whose holder is asked for, and before it.
_BEHIND = re.compile(
    r"(?:である|だった|の(?:人|方)|になった(?:の|人)|に(?:就任|着任)した(?:の|人)|に就いた(?:の|人)|"
    r"を務め(?:て(?:いる|いた|る|た)|る|た)(?:の|人))?(?:は|って|とは|の)?、?(?:今|いま|現在|当時)?は?"
    r"(?:お?名前|氏名|誰|だれ|どなた|何(?:さん|とい|て))|"
    r"[がも](?:い(?:た|る|て)|おり)[^。？?]{0,8}、お?名前|"
    r"(?:现在|当时)?(?:是谁|叫(?:什么|啥)|是哪[位个]|由谁|的(?:名字|姓名))|(?:이|가|은|는|의)?\s?(?:누구|이름)"
)
_BEFORE = re.compile(
    r"(?:谁是|谁(?:担任|出任|当)(?:了|过)?|哪一?[位个名])[^，。？]{0,6}$|(?:どの|어느\s)\S{0,6}$|"
    r"\b(?:who(?:'s| is| was| became| (?:serves|served) as)|which|name of|called)\s(?:the\s)?(?:\S+\s){0,3}$",
    re.IGNORECASE,
)
_CALLED_AFTER = re.compile(r"[副次前元]$|\b(?:vice|deputy|former|acting) $|[부전] ?$", re.IGNORECASE)
# Whoever stands at the head of a state, whatever the office is called there.
_HEAD = re.compile(
    r"首脳|国家元首|首脑|领导人|領導人|정상(?!회)|국가원수|\bhead of (?:state|government)|\bleader(?= of\b)",
    re.IGNORECASE,
)


def asks_for(asked: Asked, post: str) -> bool:
    """Say whether a question asks who holds a post, whatever script it is written in."""
    return any(_asks_at(asked.question.text, *place) for place in _places(asked, post))


def just_asked_for(asked: Asked, post: str) -> tuple[int, int] | None:
    """Return where a question asks who holds a post, and nothing else of its holder; None where it does not."""
    return next((place for place in _places(asked, post) if _asks_just(asked.question.text, *place)), None)


def _places(asked: Asked, post: str) -> list[tuple[int, int]]:
    """Return where a question names a post, in whatever script."""
    question = asked.question.text
    places = [match.span() for match in re.finditer(re.escape(post), question)] if len(post) >= FEWEST else []
    bare = _without_country(post)
    office = next((name for name, called in OFFICES.items() if called.fullmatch(bare)), "")
    if not places and office:
        places = [match.span() for match in OFFICES[office].finditer(question)]
    if not places and bare != post and office in HEADS:
        places = [match.span() for match in _HEAD.finditer(question)]
    if places:
        return places
    if called := _called_in(question, post):
        return called
    if len(tokenize(post)) == 1:
        word = frozenset(token.term for token in tokenize(post))
        places = [(one.start, one.end) for one in asked.terms if one.carried_by(word) >= _least(one.surface, post)]
    return places


def _without_country(post: str) -> str:
    """Return a post without the country before it (マレーシア大統領)."""
    found = [end for _, start, end in countries_in(post) if start == 0]
    return post[max(found, default=0) :].strip(" ・の") or post


def _least(asked: str, post: str) -> float:
    """Return the kinship from which a word names a post: of its own script what is near is another (館長, 会長)."""
    return 1.0 if script(asked) == script(post) else _SAME_POST


_COMPOUND = re.compile(r"[一-鿿ァ-ヴー々]+|[가-힣]+")


def _called_in(question: str, post: str) -> list[tuple[int, int]]:
    """Return where a question calls a post by the end of its name alone (의료원장 of 해림의료원장, and no compound)."""
    words = post.rsplit(maxsplit=1)[-1]
    for start in range(1, len(words) - FEWEST):  # Chinese sets no word apart
        if (at := question.find(words[start:])) > 0 and question[at - 1] in "的是任":
            return [(at, at + len(words) - start)]
    found = []
    for match in _COMPOUND.finditer(question):
        name = match.group()
        particle = next((len(name) - cut for cut in range(3) if words.endswith(name[: len(name) - cut] or "\0")), 0)
        if particle > FEWEST and name[:particle] != words:
            found.append((match.start(), match.start() + particle))
    return found


def _asks_at(question: str, start: int, end: int) -> bool:
    """Say whether the words beside a post ask who holds it."""
    if _CALLED_AFTER.search(question[:start]):
        return False
    return _BEHIND.match(question, end) is not None or _BEFORE.search(question[:start]) is not None


_HAS_A_PART = re.compile(
    r"[とがをにもへ]|の(?!です|[かでよ]|[?？。]|$)|から|まで|[와과를의가]|에게|한테|(?!名字|姓名|来着)[一-鿿]"
)

_AS_HOLDER = re.compile(r"(?:は|って)、?(?:今|いま|現在)?は?(?:誰|だれ|どなた)が$")  # 外相は誰が来た


def _asks_just(question: str, start: int, end: int) -> bool:
    """Say whether just who holds a post is asked, and not whom its holder met (首相は誰と会った)."""
    behind = _BEHIND.match(question, end)
    if behind and _AS_HOLDER.search(question[: behind.end() + 1]):
        return _asks_at(question, start, end)
    return _asks_at(question, start, end) and not (behind and _HAS_A_PART.match(question, behind.end()))


def holds_other_office(question: str, candidate: Candidate, place: Span) -> bool:
    """Say whether who is named at a place holds an office of a state, and another than the one that is asked for."""
    wanted = {
        name
        for name, called in OFFICES.items()
        if any(_asks_just(question, *match.span()) for match in called.finditer(question))
    }
    if len(wanted) != 1:
        return False
    here = [one for one in people(candidate) if meet(one, candidate.within(place))]
    words = " ".join(one.beside or candidate.text[one.start : one.end] for one in here)
    held = offices_in(words)
    return bool(held) and not held & wanted

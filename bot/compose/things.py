"""The things of a sentence that a question asks to have named: by their kind, or by what they are called."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.compose.asked import Asked, Point, nearness, stretch, tokens_of
from bot.compose.bearing import named_things
from bot.compose.candidates import Candidate
from bot.compose.phrases import found_phrases
from bot.question import Ask, Question
from retrieval.tokens import tokenize

_OF_THE_KIND = 0.5  # kinship from which words name a thing of the kind asked for


def focus(question: Question, ask: Ask) -> str:
    """Return the noun that an interrogative asks to have named (どんな**車**, which **university**), or nothing."""
    if ask.end <= ask.start or _ALONE.match(question.text, ask.start):
        return ""
    return first_noun(question.text[ask.end :])


_ALONE = re.compile("뭘|무얼|뭐|무엇")  # behind these stands the verb: 뭘 관람했어 asks for no 관람
_TOPIC = re.compile(
    r"([一-鿿々ァ-ヺー]{1,8})(?:の(?:名前|名称|名))?(?:って|とは|は|が)\s*\Z|([一-鿿]{2,6})(?:的名字)?(?:是|叫(?:做|作)?)\s*\Z"
)
_NOTHING_MORE = re.compile(r"(?:名字)?(?:です|でし|だ|か|って|なの|呢|啊|呀)|\s*(?:[?？。]|\Z)|名字")


def said_of(question: Question, ask: Ask) -> str:
    """Return what an interrogative at the end is said of (乗った**車**って何, **纪念馆**叫什么), or nothing."""
    match = _TOPIC.search(question.text[: ask.start]) if ask.end > ask.start else None
    if match is None or not _NOTHING_MORE.match(question.text[ask.end :]):
        return ""
    end = match.end(match.lastindex or 0)
    tokens = tokenize(question.text[:end])
    return tokens[-1].term if tokens and tokens[-1].end == end else ""


def first_noun(after: str) -> str:
    """Return the term that a text begins with, or nothing."""
    match = re.match(r"\s*(\w+)", after)
    first = next(iter(tokenize(after)), None)
    if match is None or first is None:
        return ""
    return first.term if first.start <= len(match.group()) - len(match.group(1)) else ""


# A name is asked for by which something goes, and what stands in quotation marks is one.
_CALLED = re.compile(
    r"(?:何|なん|どう)(?:と|て|という(?:名|風)\w?に?)?(?:いう|呼[ばびぶん]|称|名付け)|呼び名|愛称|通称|呼称|称号|名称|"
    r"\b(?:called|known as|nicknam\w+|dubbed|named)\b|叫(?:做|作)?什么|称(?:为|作)什么|"
    r"뭐라고 ?(?:부르|불)|명칭|이름이 ?(?:뭐|무엇)",
    re.IGNORECASE,
)
_BEARS = re.compile("[」』”]$")  # a name beside it; what is only of a kind says little of what it is
_CALLS = re.compile(r"[「“《『][^「」“”《》『』]{2,30}[」”》』]")


def things_named(asked: Asked, ask: Ask, candidate: Candidate) -> list[Point]:
    """Find the noun phrase that names what どんな車 or "which university" asks for, with the name beside it.

    What bears the name that is asked for outright (船の名前) comes first.
    """
    if bearing_it := named_things(asked, candidate):
        return bearing_it
    wanted = focus(asked.question, ask)
    called = _called(asked, wanted, candidate) if _CALLED.search(asked.question.text) else []
    kind = "" if wanted else said_of(asked.question, ask)
    bearing = [one for one in things(asked, kind, candidate) if _BEARS.search(one.text)] if kind else ()
    return [*called, *(things(asked, wanted, candidate) if wanted else ()), *bearing]


def _called(asked: Asked, wanted: str, candidate: Candidate) -> list[Point]:
    """Return what a sentence calls by a name in quotation marks; the only one, or the only one of the kind, plainly."""
    if candidate.passage.kind != "prose":
        return []
    term = next((term for term in asked.terms if term.term == wanted), None)
    marked = []
    for match in _CALLS.finditer(candidate.text):
        name = match.group()[1:-1]
        if name not in asked.said and not asked.says(name):
            words = frozenset(word for _, word in tokens_of(name))
            fit = 0.6 + 0.3 * nearness(asked, candidate, match.start())
            one = stretch(candidate, match.start(), match.end(), fit)
            marked.append((one, term is not None and term.carried_by(words) >= _OF_THE_KIND))
    of_the_kind = [one for one, kind in marked if kind]
    plain = of_the_kind if len(of_the_kind) == 1 else []
    return [replace(one, plain=one in plain) for one, _ in marked]


def things(asked: Asked, wanted: str, candidate: Candidate) -> list[Point]:
    """Find the noun phrases that name a thing of a kind, each with the name in quotation marks beside it."""
    term = next((term for term in asked.terms if term.term == wanted), None)
    if term is None:
        return []
    found = []
    text = candidate.text
    for phrase in found_phrases(text):
        carried = term.carried_by(frozenset(word for _, word in tokens_of(phrase.text)))
        if carried < _OF_THE_KIND:
            continue
        start, end = phrase.start, phrase.end
        while (before := re.search(r"[^\s、。，「」（）()のをがはにでと]+の$", text[:start])) is not None:
            start = before.start()
        beside = re.match(r"[「『“][^」』”]+[」』”]", text[end:])
        end += beside.end() if beside else 0
        if asked.says(text[start:end]):
            continue
        fit = 0.3 + 0.3 * carried + 0.3 * nearness(asked, candidate, start) + (0.1 if beside else 0.0)
        found.append(stretch(candidate, start, end, fit))
    return found

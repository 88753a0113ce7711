"""Which numbers of a sentence count just what a question asks the number of, which time gone by, and which number it.

Invariant: the noun that a question counts stands right behind its asking words (何か国の首脳, how many leaders), and
that of a sentence right behind its number (26か国首脳); numbers of anything else are not touched.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.compose.asked import Asked, Point, governed, stretch
from bot.compose.candidates import Candidate
from bot.compose.terms import Term
from corpus.places import Stretch
from corpus.structure.ordinals import find_ordinals
from retrieval.tokens import tokenize

_JOINS = re.compile(r"[\s\u3000]*(?:の|的|의)?[\s\u3000]*")
_MEANT = 0.5  # kinship from which a word of the sentence is the noun asked for
_SHORTEST = 2  # characters; one sign alone belongs to any word
_NEAR = 12  # characters behind a number in which its noun begins
_FITS = 0.3
# How long it had not been (何年ぶり), and how texts say so; an anniversary says something else.
_ASKS_SINCE = re.compile(
    r"何(?:年|か月|カ月|日)ぶり|\bhow (?:many years|long)\b.*\b(?:since|ago|pass(?:ed)?|between|apart|later|elapsed)\b|"
    r"\bfirst\b.*\bin how many\b|"
    r"(?:时隔|相隔|隔了|阔别|距离上次).*几|几年来(?:首|第一)次|몇 ?(?:년|달|개월|일) ?만",
    re.IGNORECASE,
)
_OF_ABSENCE = re.compile(
    r"ぶり|間[がは]?[空開あ]|空[いくけ]|途絶|以来|前回|時隔|时隔|相隔|阔别|만에|\b(?:since|last time|gap|absence)\b",
    re.IGNORECASE,
)
_ABSENCE, _ABSENCE_BEFORE = re.compile("ぶり"), re.compile("(?:时隔|相隔|阔别)$")  # 만에 also says how long it took
_SINCE = re.compile(r"ぶり|만에|来(?:首|第一)次|来的?首")
_SINCE_BEFORE = re.compile(r"(?:时隔|相隔|阔别|\bfirst (?:[\w-]+ ){0,4}in )$", re.IGNORECASE)
_ANNIVERSARY = re.compile(r"[周週]年|주년|\banniversar", re.IGNORECASE)


def those_counting(asked: Asked, candidate: Candidate, found: list[Point]) -> list[Point]:
    """Return the numbers, those plain that count the noun a question asks the number of.

    Where it is asked how long it had not been, those that say so, and no anniversaries.
    """
    if _ASKS_SINCE.search(asked.question.text):
        return [
            replace(point, fit=min(1.0, point.fit + _FITS), plain=True) if _is_since(candidate, point) else point
            for point in found
            if not _ANNIVERSARY.search(point.text)
        ]
    found = [point for point in found if not is_absence(asked, candidate, candidate.within(point.span))]
    noun = _counted_noun(asked)
    if noun is None:
        return found
    words = {noun.surface, noun.term} | {word for word, kinship in noun.kin.items() if kinship >= _MEANT}
    return [
        replace(point, fit=min(1.0, point.fit + _FITS), plain=True) if _counts(candidate, point, words) else point
        for point in found
    ]


_WHICH = re.compile(r"何|なん|[几幾]|몇 ?")
_ANY, _PLACE = 7, "番目"


def ordinals_asked(asked: Asked, candidate: Candidate) -> list[Point] | None:
    """Return the ordinals of a sentence of the kind asked for (何回目: 第48回); None where none are asked for.

    A place in an order (何番目) is also told in other ways (3位).
    """
    known = {(one.kind, one.number) for one in find_ordinals(asked.question.text)}
    told = find_ordinals(_WHICH.sub(str(_ANY), asked.question.text))
    kind = next((one.kind for one in told if one.number == _ANY and (one.kind, one.number) not in known), None)
    if kind is None or kind == _PLACE:
        return None
    here = (one for one in find_ordinals(candidate.text) if one.kind == kind)
    return [stretch(candidate, o.start, o.end, _FITS + 0.6 * governed(asked, candidate, o.start, o.end)) for o in here]


def _is_since(candidate: Candidate, point: Point) -> bool:
    """Say whether a number says how long something had not been."""
    text, here = candidate.text, candidate.within(point.span)
    behind = text[here.start : here.end + 6]
    return _SINCE.search(behind) is not None or _SINCE_BEFORE.search(text[: here.start]) is not None


def is_absence(asked: Asked, candidate: Candidate, number: Stretch) -> bool:
    """Say whether a number in a sentence says how long a thing had not been (6年ぶり), which is not asked for.

    It is not how long something took or lasted.
    """
    if _OF_ABSENCE.search(asked.question.text):
        return False
    text = candidate.text
    return bool(_ABSENCE.search(text[number.start : number.end + 2]) or _ABSENCE_BEFORE.search(text[: number.start]))


def _counted_noun(asked: Asked) -> Term | None:
    """Return the term right behind the words that ask how many."""
    query, frame = asked.question.query, asked.question.frame
    ends = {at for _, end in frame for at in range(end, _behind(query, end) + 1)}
    behind = (term for term in asked.terms if term.start in ends and len(term.surface) >= _SHORTEST)
    return next((term for term in behind if not term.inherited and not term.left_out), None)


def _behind(text: str, at: int) -> int:
    """Return where the next word begins behind a place and the particle that joins it."""
    joint = _JOINS.match(text, at)
    return joint.end() if joint else at


def _counts(candidate: Candidate, point: Point, words: set[str]) -> bool:
    """Say whether one of some words stands right behind a number."""
    text, end = candidate.text, point.span.end - candidate.start
    start = _behind(text, end)
    first = next(iter(tokenize(text[start : start + _NEAR])), None)
    return first is not None and first.start == 0 and (first.term in words or text.startswith(tuple(words), start))

"""What it, its, they and "the company" mean in an English text: the subject of the sentence or clause before.

Invariant: an antecedent is a noun phrase of the stretch before, agrees in number and is no person; where "it" only
stands for a clause to come (it is clear that), or speaks of the weather or the hour, there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from corpus.document import Span
from corpus.structure.english_names import BARE, bodies
from corpus.structure.english_subjects import VERB, subject_of
from corpus.structure.views import View

_IT = re.compile(
    r"^(?:It|Its)(?=\s[a-z])|(?<=,\sand\s)it(?=\s[a-z])|(?<=,\sbut\s)it(?=\s[a-z])|(?<=,\sso\s)it(?=\s[a-z])|"
    r"(?<=,\sand\s)its(?=\s[a-z])|(?<=,\sbut\s)its(?=\s[a-z])"
    r"|(?<=years\s)it(?=\shas)|(?<=that\s)it(?=\s[a-z])"
    r"|(?<=[a-z\d,]\s)its?(?=\s[a-z])"
)
_THEY = re.compile(r"^(?:They|Their)(?=\s[a-z])|(?<=,\sand\s)they(?=\s[a-z])|(?<=,\sbut\s)they(?=\s[a-z])")
_EMPTY = re.compile(
    r"\s(?:is|was|will be|would be|has been|had been|may be|might be)\s(?:also |now |still |not |too |very |only "
    r"|just |so )*(?:\w+(?:ing|y)\b|clear|late|early|dark|cold|hot|possible|impossible|likely|unlikely|true|hard"
    r"|easy|difficult|necessary|important|said|thought|believed|hoped|expected|time|midnight|noon|\d|for|to|who"
    r"|what|when|where|because|in|on|at)\b"
    r"|\s(?:seem|appear|turn|happen|follow|emerge)\w*\s(?:that|to|out|as|,)|\s(?:takes|took|would take|will take"
    r"|remains to be|rain|snow|matters|helps)\w*\b"
)
_PASSIVE = re.compile(
    r"\s(?:was|were|is|are|has been|have been|had been|will be)\s(?:\w+ly\s)?\w+(?:ed|en|wn|ld|ght|ut|ade)\b"
)
_HUMAN = re.compile(r"^(?:He|She|They|It|I|We|You|Who|What|There|This|That|These|Those|Here|One|Nobody|Everyone)\b")


def english(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield it, its, they and "the company" with the noun phrase they mean: the one subject of the sentence before."""
    start = view.here.start
    named = dict[int, Span]()
    for words, one in bodies(view):
        named[words.start] = one
        yield words, one
    for pattern, plural in ((_IT, False), (_THEY, True)):
        for match in view.places(pattern):
            at = start + match.start()
            if match.group()[0] == "i" and not _JOINED.search(view.text[:at][-6:]) and not _is_led(view, at):
                continue
            if not plural and match.group().lower() == "it" and _EMPTY.match(view.text, start + match.end()):
                continue
            if _PASSIVE.match(view.text, start + match.end()) and _acts_on(view, at):
                continue  # what was done may have been done to the object
            if (meant := _subject_before(view, at, plural, named)) is not None:
                yield Span(at, start + match.end()), meant


_JOINED = re.compile(r"(?:,\s(?:and|but|so)|years|that)\s$")


def _is_led(view: View, at: int) -> bool:
    """Say whether nothing stands before a word in its sentence but what tells when or where."""
    return bool(_LED.match(view.text, view.here.start, at)) and not VERB.search(view.text, view.here.start, at)


# What tells when or where before a subject: In June it, Last year its.
_LED = re.compile(
    r"(?:(?:In|On|At|By|For|From|Since|During|After|Before|Until|Within|Under|Over|Between)\s[^,;:]{2,50}"
    r"|(?:Last|This|That|Next|Every|Each)\s(?:year|month|week|spring|summer|autumn|winter|day|time)\b)"
)
_WHEN = re.compile(r",\s(?:when|whereupon|until)\s(?:the|an?|its|their|[A-Z])")  # another subject is brought in last


def _acts_on(view: View, at: int) -> bool:
    """Say whether the stretch before has an object behind its first verb (bought the painting)."""
    scope = next(view.scopes(at, 1), None)
    verb = VERB.search(view.text, scope.start, scope.end) if scope is not None else None
    return verb is not None and bool(
        re.match(r"\s(?:the|an?|its|their|his|her|\d+|[A-Z])", view.text[verb.end() :][:8])
    )


def _subject_before(view: View, at: int, plural: bool, named: Mapping[int, Span]) -> Span | None:
    """Return the subject of the clause before a pronoun in its sentence, or of the sentence before."""
    scopes = [
        one for one in view.scopes(at, 1) if one.start < view.here.start or VERB.search(view.text, one.start, one.end)
    ]
    scope = scopes[0] if scopes else None
    if scope is None or (scope.start == view.here.start and scope.end - scope.start < _SHORT):
        return None
    subject = subject_of(view.text, scope)
    if subject is None or _WHEN.search(view.text, subject.end, scope.end):
        return None
    if latter := _LATTER.search(view.text, subject.end, scope.end):
        subject = Span(latter.start(1), latter.end(1))
    elif apposed := _APPOSED.match(view.text, subject.end, scope.end):
        subject = Span(apposed.start(1), apposed.end(1))
    meant = view.resolved.get(subject.start, named.get(subject.start, subject))
    words = view.text[meant.start : meant.end]
    if _HUMAN.match(words) or re.search(r"\b(?:he|she|they|we|you|I)$", words) or view.person_at(meant) is not None:
        return None
    if BARE.fullmatch(words):
        return None
    if _is_plural(words) == plural:
        return meant
    counted = list(
        re.compile(r"\b(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten)\s[a-z]+s\b").finditer(
            view.text, subject.end, scope.end
        )
    )
    return Span(*counted[0].span()) if plural and len(counted) == 1 else None


_LATTER = re.compile(r"[;,.]\s(?:and\s|but\s|while\s)?(the latter)\s(?=[a-z])")  # the former is one thing, …
_APPOSED = re.compile(r",\s([A-Z][\w’&-]+(?:\s[A-Z][\w’&-]+)+),\s(?=[a-z])")  # the third operator, Whin Buses, stayed
_SHORT = 12  # characters before a pronoun that hold no clause


def _is_plural(words: str) -> bool:
    head = re.split(r"\sof\s", words)[0].split()[-1]
    return bool(re.match(r"(?:these|those|both|\d+|two|three|four|five|many|several|most)\b", words.lower())) or (
        (head[:1].islower() or head == words) and head.endswith("s") and not head.endswith(("ss", "us", "is"))
    )

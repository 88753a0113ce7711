"""The point of an answer: the date, number, name, reason or clause that the question asks for.

Invariant: a point names the stretch of canonical text it was read from, and its words are that stretch, except for a
date that the text leaves to be completed (翌10月), which is shown completed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.compose.candidates import Candidate, Term
from bot.compose.phrases import Phrase, phrases
from bot.question import Ask, Question
from corpus.document import Span
from corpus.structure.dates import DateMention, matches, render_date
from corpus.structure.quantities import find_quantities, same_unit
from corpus.structure.sentences import split_clauses
from retrieval.tokens import terms as terms_of
from retrieval.tokens import tokenize


@dataclass(frozen=True, slots=True)
class Point:
    """What answers one ask: its words as shown, its place in canonical text, and how well it fits in [0, 1]."""

    text: str
    span: Span
    candidate: Candidate
    fit: float


Dates = Mapping[str, Sequence[DateMention]]  # document id → dates of its canonical text, completed from context


def points(question: Question, ask: Ask, candidate: Candidate, terms: Sequence[Term], dates: Dates) -> list[Point]:
    """Return what in a sentence may answer an ask, best first; empty when nothing there is of the kind asked for."""
    if ask.kind == "when":
        found = _dates(question, candidate, terms, dates)
    elif ask.kind == "count":
        found = _quantities(question, ask, candidate, terms)
    elif ask.kind in ("who", "where"):
        found = _names(question, ask, candidate, terms)
    elif ask.kind == "why":
        found = _reasons(candidate)
    else:
        found = []
    return sorted(found, key=lambda point: -point.fit)


_SHORT_ENOUGH = 70  # characters of a sentence that is its own point
_LONGEST_CLAUSE = 110


def clause(candidate: Candidate, terms: Sequence[Term]) -> Point | None:
    """Return the stretch of clauses that says most about the question, for asks whose answer has no form of its own.

    It is the shortest run of clauses that carries nearly all of what the sentence carries of the question and adds
    something to it; None when that is too long to be a point.
    """
    text = candidate.text
    weights = {term.term: term.weight for term in terms}
    if len(text) <= _SHORT_ENOUGH:
        return _as_point(candidate, 0, len(text))
    clauses = split_clauses(text)
    carried = [set(terms_of(text[c.start : c.end])) for c in clauses]
    whole = sum(weights.get(term, 0.0) for term in set().union(*carried))
    best: tuple[float, int, int] | None = None
    for first in range(len(clauses)):
        for last in range(first, len(clauses)):
            length = clauses[last].end - clauses[first].start
            if length > _LONGEST_CLAUSE:
                break
            inside = set().union(*carried[first : last + 1])
            share = sum(weights.get(term, 0.0) for term in inside) / whole if whole else 0.0
            new = len(inside - weights.keys())
            value = share + 0.1 * min(new, 3) - length / 400
            if best is None or value > best[0]:
                best = (value, clauses[first].start, clauses[last].end)
    return _as_point(candidate, best[1], best[2]) if best else None


def _as_point(candidate: Candidate, start: int, end: int) -> Point:
    words = candidate.text[start:end]
    bare = words.strip(" 　、，,;；。\n")
    start += words.index(bare)
    return Point(bare, Span(candidate.start + start, candidate.start + start + len(bare)), candidate, 0.5)


def asked_type_is_open(ask: Ask) -> bool:
    """Say whether any sentence can answer this ask, because what it asks for has no form of its own."""
    return ask.kind in ("what", "how", "list", "yes-no", "source")


def _places_of_terms(candidate: Candidate, terms: Sequence[Term]) -> list[tuple[int, float]]:
    """Return ``(offset in the sentence, weight)`` of the question's own words that the sentence repeats."""
    weights = {term.term: term.weight for term in terms}
    return [(token.start, weights[token.term]) for token in tokenize(candidate.text) if token.term in weights]


def _nearness(at: int, places: Sequence[tuple[int, float]], length: int) -> float:
    """Return in [0, 1] how near an offset is to the question's words, weighted by what they weigh."""
    total = sum(weight for _, weight in places)
    if not total:
        return 0.0
    reach = max(length, 40)
    return sum(weight * (1 - min(abs(at - place) / reach, 1.0)) for place, weight in places) / total


def _dates(question: Question, candidate: Candidate, terms: Sequence[Term], dates: Dates) -> list[Point]:
    places = _places_of_terms(candidate, terms)
    found = []
    for mention in dates[candidate.document.id]:
        if not (candidate.start <= mention.start and mention.end <= candidate.end) or not mention.value:
            continue
        asked = any(
            len(d.value) >= len(mention.value) and matches(d.value, mention.value) for d in question.dates if d.value
        )
        near = _nearness(mention.start - candidate.start, places, len(candidate.text))
        precise = {4: 0.0, 7: 0.15, 10: 0.2}.get(len(mention.value), 0.05)
        printed = candidate.document.text[mention.start : mention.end]
        complete = mention.stated_year and not mention.relative
        shown = printed if complete else render_date(mention.value, mention.until, question.lang)
        fit = 0.3 + 0.5 * near + precise - (0.5 if asked else 0.0)
        found.append(Point(shown, Span(mention.start, mention.end), candidate, fit))
    return found


def _quantities(question: Question, ask: Ask, candidate: Candidate, terms: Sequence[Term]) -> list[Point]:
    places = _places_of_terms(candidate, terms)
    asked = {digits for digits in re.findall(r"\d[\d,]*", question.query)}
    found = []
    for quantity in find_quantities(candidate.text):
        if ask.unit and not same_unit(ask.unit, quantity.unit):
            continue
        if any(digits in quantity.text for digits in asked):
            continue
        near = _nearness(quantity.start, places, len(candidate.text))
        span = Span(candidate.start + quantity.start, candidate.start + quantity.end)
        found.append(Point(quantity.text, span, candidate, 0.4 + 0.6 * near - (0.0 if ask.unit else 0.2)))
    return found


_ASKED_CASE = re.compile(r"(?:誰|だれ|どなた|どこ|どの\w{1,4}?|どちら)(と|に|を|が|から|へ|で|は)")


def _names(question: Question, ask: Ask, candidate: Candidate, terms: Sequence[Term]) -> list[Point]:
    places = _places_of_terms(candidate, terms)
    known = {term.term for term in terms}
    case = _ASKED_CASE.search(question.text)
    want = "person" if ask.kind == "who" else "place"
    found = []
    for phrase in phrases(candidate.text):
        if phrase.kind != want and not (ask.kind == "where" and phrase.particle in ("で", "へ")):
            if phrase.kind != "other" or candidate.document.lang == "ja":
                continue
        if _says_only(phrase, known):
            continue
        near = _nearness(phrase.start, places, len(candidate.text))
        agrees = _agrees(case.group(1) if case else "", phrase.particle, ask)
        span = Span(candidate.start + phrase.start, candidate.start + phrase.end)
        found.append(Point(phrase.text, span, candidate, 0.25 + 0.35 * near + 0.4 * agrees))
    return found


def _says_only(phrase: Phrase, known: set[str]) -> bool:
    """Say whether a phrase only repeats the question."""
    return all(term in known for term in terms_of(phrase.text))


def _agrees(asked: str, particle: str, ask: Ask) -> float:
    """Return how well the particle after a phrase agrees with the one after the interrogative."""
    subject = ("が", "は", "も")
    if asked in subject or (not asked and ask.kind == "who"):
        return 1.0 if particle in subject else 0.4 if particle in ("から", "より", "に", "") else 0.0
    if not asked:
        return 1.0 if particle in ("で", "に", "へ", "を") else 0.3
    direction = ("に", "へ", "を", "で")
    if asked in direction and particle in direction:
        return 1.0 if asked == particle else 0.7
    return 1.0 if asked == particle else 0.2


# What marks a clause as a reason or a purpose: closed classes of each language.
_REASON = re.compile(
    r"(?:ため(?!に[はも])|ための|ので|から(?=[、だでとし])|により|によって|ことから|おかげ|せい[でだか]|を受けて|に伴い|理由|原因|背景|狙い|ねらい|目的|意図|"
    r"に際し|に合わせて|契機|きっかけ|を機に|という意味|思惑|"
    r"\bbecause\b|\bdue to\b|\bowing to\b|\bin order to\b|\bso (?:that|as)\b|\bsince\b|\breasons?\b|\bpurpose\b|\baim(?:ed|s)?\b|\bthanks to\b|"
    r"因为|由于|为了|原因|目的|因此|以便|때문|위해|위하여|이유|원인|목적|덕분)",
    re.IGNORECASE,
)


def _reasons(candidate: Candidate) -> list[Point]:
    found = []
    for clause in split_clauses(candidate.text):
        words = candidate.text[clause.start : clause.end]
        if _REASON.search(words):
            text = words.strip(" 、，,;；。")
            start = candidate.start + clause.start + words.index(text)
            found.append(Point(text, Span(start, start + len(text)), candidate, 0.7))
    return found

"""How well each sentence of the evidence answers each ask of a question, before the small reader has read any.

Invariant: a score depends only on the question's words and the features of the sentence; every sentence of the evidence
that may answer has one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.compose.asked import Asked, Point
from bot.compose.candidates import Candidate, candidates, dates_in
from bot.compose.companions import follows
from bot.compose.point import needs_type, points
from bot.compose.unfit import cannot_answer
from bot.confidence import Signals
from bot.manner import HAPPENED
from bot.marks import marks_in
from bot.question import Ask
from corpus.document import Document, Passage, Span
from corpus.structure.dates import DateMention, find_dates, matches
from retrieval.hit import Evidence

_NO_REASON = 0.15  # a sentence that gives no reason stands behind one that does
_REASON_BEFORE = 0.9  # fit of one that says that the reason was just given,
_CONCLUDES = 0.6  # where it carries so much of the question
_FORETOLD = 0.1  # what was written before an event stands behind what reports it
_NOTED = 0.08  # who asks for a source rather means a sentence that has one
_CHANGED = 0.2  # what tells of a change stands before what was planned, where the outcome is asked for
_OUTCOME = re.compile(
    r"結局|実際(?:に|は)|最終的|本当は|もともと|当初|最[后後終终]|结果|实际|原[来定]|결국|실제|원래|당초|"
    r"\b(?:in the end|end(?:ed)? up|really|actually|eventually|ultimately|originally)\b",
    re.IGNORECASE,
)
_TELLS_CHANGE = re.compile(
    r"に(?:変わ[りっる]|変更|移[しっさ]|改め[たてら]|切り替え|差し替え|延期|繰り[上下]げ|ずれ込)|延期|前倒し|\b(?:moved|changed|postponed|rescheduled|"
    r"relocated|brought forward|instead)\b|改[为為在到期]|推迟|延至|변경|옮겨|옮긴|연기|미뤄",
    re.IGNORECASE,
)
_OTHER_NUMBER = 0.1  # and one that has the number it names
_ADDS = 5  # words a sentence adds to the question, from which it says something new
_OPEN_FIT = 0.4  # fit of a sentence to an ask whose answer has no form of its own
# A reason often stands in the sentence after the one that says what happened.
_FIT_COUNTS = {"why": 0.4}
# What is not a sentence seldom answers, however many of the question's words it has.
_SAYS_LESS = {"note": 0.2, "heading": 0.25, "table": 0.25, "row": 0.1}
_IN_ITS_SECTION, _NOWHERE_TOLD = 0.6, 0.3  # agreement of what has no date with one that its section tells, or none
_ROW_ANSWERS = 0.35  # relevance from which a row answers whatever words it shares with the question


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its score for one ask, its best point, and how its dates agree with the question's.

    Where the small reader has read it: the words it marks, how likely they answer, and the parts they lie in.
    ``beside``: it is shown for what it says of the source of the sentence beside it. ``named``: the name of a row
    that a sentence means by its place in the table. ``another``: it tells of others than whom the question names.
    """

    candidate: Candidate
    score: float
    point: Point | None
    dated: float
    marked: Span | None = None
    relevance: float | None = None
    parts: tuple[Span, ...] = ()
    beside: bool = False
    named: Span | None = None
    another: bool = False

    @property
    def decisive(self) -> Span | None:
        """Return where the words stand that would answer: the point, or else what the reader marked."""
        return self.point.span if self.point else self.marked

    @property
    def relevant(self) -> float:
        """Return its relevance as a number that can be compared: 0 where the reader has not read it."""
        return self.relevance or 0.0


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading the evidence for one question gave: its sentences, and the best of them for each ask."""

    asked: Asked
    found: tuple[Candidate, ...]
    ranked: tuple[tuple[Ask, tuple[Scored, ...]], ...]


def read(asked: Asked, evidence: Evidence, documents: Mapping[str, Document]) -> Reading:
    """Score every sentence of the evidence for every ask of the question."""
    of_source = "source" in asked.question.kinds()
    found = candidates(asked.terms, evidence, documents, asked.sentences, noted=of_source)
    return Reading(asked, found, tuple((ask, _ranked(asked, ask, found)) for ask in asked.question.asks))


def _ranked(asked: Asked, ask: Ask, found: Sequence[Candidate]) -> tuple[Scored, ...]:
    scored = []
    happened, outcome = HAPPENED.search(asked.question.text), _OUTCOME.search(asked.question.text)
    for candidate in found:
        if cannot_answer(asked, ask, candidate):
            continue
        best = next(iter(points(asked, ask, candidate)), None)
        dated = _dated(asked, candidate)
        concludes = ask.kind == "why" and best is None and candidate.coverage >= _CONCLUDES and follows(candidate.text)
        fit = best.fit if best else _REASON_BEFORE if concludes else _open_fit(asked, ask, candidate)
        score = _score(candidate, fit, _FIT_COUNTS.get(ask.kind, 0.12), asked.question.lang)
        if ask.kind == "why" and best is None and not concludes:
            score -= _NO_REASON
        if ask.kind == "source":
            score += _NOTED * is_noted(candidate) - _OTHER_NUMBER * _lacks_number(asked, candidate)
        if outcome and candidate.passage.kind == "prose" and _TELLS_CHANGE.search(candidate.text):
            score += _CHANGED
        if happened and candidate.passage.kind == "prose" and foretells(candidate):
            score -= _FORETOLD
        scored.append(Scored(candidate, score * (0.4 + 0.6 * dated), best, dated))
    scored.sort(key=lambda item: -item.score)
    return tuple(scored)


def is_noted(candidate: Candidate) -> bool:
    """Say whether a sentence carries the mark of a note."""
    return bool(marks_in(candidate.passage.marks, candidate))


def _lacks_number(asked: Asked, candidate: Candidate) -> bool:
    """Say whether a sentence has none of the numbers that a question names."""
    numbers = [value for term, value in zip(asked.terms, candidate.direct, strict=True) if term.term[0].isdigit()]
    return bool(numbers) and not any(numbers)


def foretells(candidate: Candidate) -> bool:
    """Say whether a sentence tells of what was still to come when its document was written."""
    return candidate.document.told.announced(candidate.start, candidate.end) is not None


def _open_fit(asked: Asked, ask: Ask, candidate: Candidate) -> float:
    """Return how well a sentence without a point of its own can answer: one that only restates the question cannot."""
    if needs_type(ask) or ask.kind == "why":
        return 0.0
    known = asked.known | {word for term in asked.terms for word in term.kin}
    new = len(asked.sentences.words(candidate.text) - known)
    return _OPEN_FIT if ask.kind == "yes-no" else _OPEN_FIT * min(1.0, new / _ADDS)


def _score(candidate: Candidate, fit: float, fit_counts: float, lang: str) -> float:
    """Return how well a sentence answers; between languages the question's words say less than what they mean.

    The weights are those of a linear ranking fitted on 1,400 questions written for the reader and held back from it.
    """
    score = 0.30 * candidate.coverage + 0.08 * candidate.own + 0.34 * candidate.similarity
    if candidate.document.lang != lang:
        score += 0.10 * candidate.coverage + 0.20 * candidate.similarity
    score += fit_counts * fit + 0.18 * candidate.hit.score
    return score - _SAYS_LESS.get(candidate.passage.kind, 0.0)


def _dated(asked: Asked, candidate: Candidate) -> float:
    """Return in [0, 1] how a sentence agrees with the dates the question names; 1 where it names none."""
    named = [d for d in asked.question.dates if d.value and (not d.value.startswith("-") or d.value.startswith("--"))]
    if not named:
        return 1.0
    document, passage = candidate.document, candidate.passage
    here, around = dates_in(document, candidate), dates_in(document, passage)
    table = document.table(passage.table) if passage.table else None
    if passage.kind == "row":  # what the columns are called says of when their figures are
        around = [*around, *(date for date in _dates_in(passage.context) if date.value)]
    agreed = 0.0
    for mention in named:
        if (
            _prints(candidate, mention)
            or any(matches(mention.value, d.value, d.until) for d in here)
            or (table and any(matches(mention.value, d.value, d.until) for d in find_dates(table.period)))
        ):
            agreed += 1.0
        elif any(matches(mention.value, d.value, d.until) for d in around):
            agreed += 0.4 if here else 0.9  # a sentence with dates of its own speaks of those
        elif (
            not here
            and not mention.value.startswith("-")
            and document.date
            and matches(mention.value[:4], document.date[:4])
        ):
            agreed += 0.7
        elif not here and not around:
            agreed += _undated(document, passage, mention)
    return agreed / len(named)


def _undated(document: Document, passage: Passage, mention: DateMention) -> float:
    """Return how what is said without a date agrees with one: its section tells when it is, or nothing does."""
    told = [
        date
        for start, end in _sections(document).get(passage.section, ())
        for date in document.told.dates
        if date.value and start <= date.start < end
    ]
    before = [date for date in told if date.start < passage.start]
    nearest = before[-1:] or told[:1]
    if any(matches(mention.value, date.value, date.until) for date in nearest):
        return _IN_ITS_SECTION
    return 0.0 if told else _NOWHERE_TOLD


@lru_cache(256)
def _sections(document: Document) -> Mapping[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """Return where the passages of each section of a document stand."""
    found: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for passage in document.passages:
        found.setdefault(passage.section, []).append((passage.start, passage.end))
    return {section: tuple(places) for section, places in found.items()}


def _prints(candidate: Candidate, mention: DateMention) -> bool:
    """Say whether a sentence has a date in the question's own words (令和元年度, of whose end it may tell)."""
    return re.search(rf"(?<!\d){re.escape(mention.text)}", candidate.text) is not None


_dates_in = lru_cache(4096)(find_dates)


def signals(asked: Asked, ask: Ask, best: Scored, likeness: float) -> Signals:
    """Gather what the decision to answer rests on; ``likeness`` is the highest cosine of the evidence."""
    candidate = best.candidate
    supported = zip(asked.terms, candidate.support, strict=True)
    named = min((value for term, value in supported if term.rare), default=1.0)
    return Signals(
        coverage=candidate.coverage,
        named=named,
        fit=best.point.fit if best.point else 0.0 if needs_type(ask) else _OPEN_FIT,
        dated=best.dated,
        likeness=likeness,
        relevance=best.relevance,
    )


def answers_in_cells(scored: Scored) -> bool:
    """Say whether a row may answer: the reader says so."""
    return scored.relevant >= _ROW_ANSWERS

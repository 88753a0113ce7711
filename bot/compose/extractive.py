"""An answer without a language model: sentences of the documents, chosen and ordered to answer this question.

Invariant: every word of a statement is the documents'; which sentences are chosen depends only on the question's
words and the features of the sentences.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.compose.asked import Asked, Point
from bot.compose.candidates import Candidate, Term, candidates, named_together
from bot.compose.companions import companions
from bot.compose.disagreement import disagreement
from bot.compose.draft import Draft, DraftConflict, DraftStatement, Quote
from bot.compose.point import clause, needs_type, points
from bot.compose.provenance import with_sources
from bot.compose.reckoned import Reckoned, reckoned
from bot.compose.rows import figure_at, row_told
from bot.compose.trim import shown, trimmed
from bot.confidence import ANSWER_FROM, Signals, confidence
from bot.cues import COMPARES, EACH, HAPPENED
from bot.messages import WhatKey, text
from bot.question import Ask, Question
from corpus.document import Document, Span
from corpus.structure.dates import find_dates, matches
from retrieval.hit import Evidence

MOST_CHARACTERS = 600  # of statements, before the footnotes
_NO_REASON = 0.15  # a sentence that gives no reason stands behind one that does
_FORETOLD = 0.1  # what was written before an event stands behind what reports it
_SAYS_NOTHING = 0.12  # weight of all words of a question below which it asks about nothing
_ADDS = 5  # words a sentence adds to the question, from which it says something new
_CARRIED = 0.5  # support from which a word of the question is not called missing
_OPEN_FIT = 0.4  # fit of a sentence to an ask whose answer has no form of its own
_NEAR_BEST = 0.82  # a further sentence must come this near the best one's score
# A reason often stands in the sentence after the one that says what happened.
_FIT_COUNTS = {"why": 0.4}
# A note names a source; its title answers only who asks for articles, titles and addresses.
_ABOUT_NOTES = re.compile(
    r"URL|リンク|アドレス|記事|報道|題名|タイトル|注\d|脚注|\blinks?\b|\barticles?\b|\btitles?\b|\bnotes?\b|链接|标题|文章|报道|링크|제목|기사",
    re.IGNORECASE,
)
# What these ask for is said in a statement; a caption only names it.
_NEEDS_STATEMENT = frozenset(("source", "when", "count", "why", "said", "yes-no"))
# What is not a sentence seldom answers, however many of the question's words it has.
_SAYS_LESS = {"note": 0.2, "heading": 0.25, "table": 0.25, "row": 0.1}
# Where the reader has read: how many sentences answer at most, and how likely a further one has to.
_MOST_GATHERED, _LIKELY_GATHERED = 6, 0.4
_MOST_ANSWERING, _LIKELY, _LIKELY_ELSEWHERE = 2, 0.6, 0.45  # what another document says is worth more
_MOST_LOOKED_AT = 16
_ROW_ANSWERS = 0.35  # relevance from which a row answers whatever words it shares with the question
_MOST_STATEMENTS = {"list": 4, "what": 2, "how": 2, "why": 2, "yes-no": 2}


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its score for one ask, its best point, and how its dates agree with the question's.

    Where the small reader has read it: the words it marks, how likely they answer, and the parts they lie in.
    """

    candidate: Candidate
    score: float
    point: Point | None
    dated: float
    marked: Span | None = None
    relevance: float | None = None
    parts: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading the evidence for one question gave: its sentences, and the best of them for each ask."""

    asked: Asked
    found: tuple[Candidate, ...]
    ranked: tuple[tuple[Ask, tuple[Scored, ...]], ...]


def read(asked: Asked, evidence: Evidence, documents: Mapping[str, Document]) -> Reading:
    """Score every sentence of the evidence for every ask of the question."""
    found = candidates(asked.terms, evidence, documents, asked.sentences)
    return Reading(asked, found, tuple((ask, _ranked(asked, ask, found)) for ask in asked.question.asks))


@dataclass(frozen=True, slots=True)
class _Part:
    """What one ask of a question came to: the sentences chosen, the point, and what was not found."""

    sure: float
    picks: tuple[Scored, ...] = ()
    points: tuple[Point, ...] = ()
    conflict: DraftConflict | None = None
    missing: tuple[str, ...] = ()
    reckoned: Reckoned | None = None


def compose(reading: Reading) -> Draft:
    """Compose the answer: the point first, then the sentences it stands on, in a natural order."""
    question = reading.asked.question
    likeness = max((candidate.hit.similarity for candidate in reading.found), default=0.0)
    parts = [_part(reading.asked, ask, ranked, likeness) for ask, ranked in reading.ranked]
    missing = tuple(dict.fromkeys(word for part in parts for word in part.missing))
    surest = max((part.sure for part in parts), default=0.0)
    first: dict[int, Scored] = {}
    for pick in (pick for part in parts for pick in part.picks):
        first.setdefault(id(pick.candidate), pick)
    picks = list(first.values())
    if not picks:
        return Draft(missing=missing, confidence=surest)
    statements = _statements(reading.asked, picks)
    conflicts = tuple(part.conflict for part in parts if part.conflict)
    points_found = [point for part in parts if not part.conflict for point in part.points]
    result = next((part.reckoned for part in parts if part.reckoned), None)
    draft = Draft(
        short=_result(result, statements) if result else _short(points_found, statements),
        statements=tuple(statement for statement, _ in statements),
        calculation=result.calculation if result else None,
        conflicts=conflicts,
        missing=missing,
        confidence=surest,
    )
    asked_source = next((ask for ask in question.asks if ask.kind == "source"), None)
    if asked_source is None:
        return draft
    return with_sources(draft, [s.quotes[0] for s, _ in statements], _what(question, asked_source))


def answers_in_cells(scored: Scored) -> bool:
    """Say whether a row may answer: the reader says so."""
    return (scored.relevance or 0.0) >= _ROW_ANSWERS


def _may_answer(scored: Scored) -> bool:
    """Say whether an item may answer: a row whose own cells share no word with the question only by the reader's word.

    Its caption shares words with any question about its table.
    """
    return scored.candidate.passage.kind != "row" or scored.candidate.own > 0 or answers_in_cells(scored)


def _part(asked: Asked, ask: Ask, ranked: Sequence[Scored], likeness: float) -> _Part:
    """Decide what one ask comes to."""
    ranked = [scored for scored in ranked if _may_answer(scored)]
    if not ranked:
        return _Part(0.0, missing=tuple(named_together(asked.terms)) or (_what(asked.question, ask),))
    best = ranked[0]
    sure = confidence(signals(asked, ask, best, likeness))
    untyped = needs_type(ask) and best.point is None
    if untyped or sum(term.weight for term in asked.terms) < _SAYS_NOTHING:
        sure = min(sure, ANSWER_FROM - 0.01)
    if sure < ANSWER_FROM:
        lacking = _unsupported(asked.terms, best.candidate)
        return _Part(sure, missing=(*lacking, *((_what(asked.question, ask),) if untyped or not lacking else ())))
    if result := reckoned(asked, ranked):
        return _Part(sure, tuple(dict.fromkeys(number.of for number in result.numbers)), reckoned=result)
    differs = disagreement(asked, ask, ranked)
    sides = sorted((best, differs[1]), key=lambda item: _foretells(item.candidate)) if differs else []
    chosen = sides or _completed(asked, ask, _chosen(asked, ask, ranked))
    return _Part(sure, tuple(chosen), _points(asked, ask, chosen), differs[0] if differs else None)


def _points(asked: Asked, ask: Ask, chosen: Sequence[Scored]) -> tuple[Point, ...]:
    """Return the point of the best sentence; where the question asks for each of several things, all of their kind.

    Of several sentences that give a reason, the one that says so most plainly has the point.
    """
    best = chosen[0]
    if ask.kind == "why":
        best = max(chosen, key=lambda item: item.point.fit if item.point else 0.0)
    point = best.point or clause(asked, best.candidate)
    if best.point is not None and EACH.search(asked.question.text):
        every = [other for other in points(asked, ask, best.candidate) if other.fit >= _NEAR_BEST * best.point.fit]
        return tuple(sorted(every, key=lambda other: other.span.start))
    return (point,) if point else ()


_WHAT: Mapping[str, WhatKey] = {
    "when": "time",
    "who": "person",
    "where": "place",
    "count": "count",
    "why": "reason",
    "how": "means",
    "said": "statement",
    "yes-no": "whether",
    "list": "thing",
    "source": "thing",
    "what": "thing",
}


def _what(question: Question, ask: Ask) -> str:
    """Name what an ask asks for in the question's own words."""
    return question.text[ask.start : ask.end].strip() or text(_WHAT[ask.kind], question.lang)


def _ranked(asked: Asked, ask: Ask, found: Sequence[Candidate]) -> tuple[Scored, ...]:
    scored = []
    happened = HAPPENED.search(asked.question.text)
    for candidate in found:
        if candidate.passage.kind in ("heading", "table") and ask.kind in _NEEDS_STATEMENT:
            continue
        if candidate.passage.kind == "note" and not _ABOUT_NOTES.search(asked.question.text):
            continue
        best = next(iter(points(asked, ask, candidate)), None)
        dated = _dated(asked, candidate)
        fit = best.fit if best else _open_fit(asked, ask, candidate)
        score = _score(candidate, fit, _FIT_COUNTS.get(ask.kind, 0.12), asked.question.lang)
        if ask.kind == "why" and best is None:
            score -= _NO_REASON
        if happened and candidate.passage.kind == "prose" and _foretells(candidate):
            score -= _FORETOLD
        scored.append(Scored(candidate, score * (0.4 + 0.6 * dated), best, dated))
    scored.sort(key=lambda item: -item.score)
    return tuple(scored)


def _foretells(candidate: Candidate) -> bool:
    """Say whether a sentence tells of what was still to come when its document was written."""
    return candidate.document.told.announced(candidate.start, candidate.end) is not None


def _open_fit(asked: Asked, ask: Ask, candidate: Candidate) -> float:
    """Return how well a sentence without a point of its own can answer: one that only restates the question cannot."""
    if needs_type(ask) or ask.kind == "why":
        return 0.0
    known = asked.known() | {word for term in asked.terms for word in term.kin}
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


def _dated(asked_: Asked, candidate: Candidate) -> float:
    """Return in [0, 1] how a sentence agrees with the dates the question names; 1 where it names none."""
    dates = asked_.dates
    asked = [d for d in asked_.question.dates if (d.value and not d.value.startswith("-")) or d.value.startswith("--")]
    if not asked:
        return 1.0
    document, passage = candidate.document, candidate.passage
    here = [d for d in dates[document.id] if candidate.start <= d.start < candidate.end and d.value]
    around = [d for d in dates[document.id] if passage.start <= d.start < passage.end and d.value]
    table = document.table(passage.table) if passage.table else None
    agreed = 0.0
    for mention in asked:
        if any(matches(mention.value, d.value, d.until) for d in here) or (
            table and any(matches(mention.value, d.value, d.until) for d in find_dates(table.period))
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
    return agreed / len(asked)


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


def _unsupported(terms: Sequence[Term], candidate: Candidate) -> list[str]:
    """Return the question's own words that a sentence does not carry; words that adjoin are named together."""
    supported = zip(terms, candidate.support, strict=True)
    return named_together([term for term, support in supported if support < _CARRIED])


def _chosen(asked: Asked, ask: Ask, ranked: Sequence[Scored]) -> list[Scored]:
    """Return the best sentence and those that come near it and add to it."""
    best = ranked[0]
    if best.relevance is not None:
        return _answering(asked, ask, ranked)
    most = _MOST_STATEMENTS.get(ask.kind, 1)
    chosen = [best]
    for item in ranked[1:]:
        if len(chosen) >= most or item.score < _NEAR_BEST * best.score or item.candidate.own < 0.35:
            break
        if item.candidate.passage.kind != best.candidate.passage.kind or _repeats(item, chosen):
            continue
        chosen.append(item)
    return chosen


def _answering(asked: Asked, ask: Ask, ranked: Sequence[Scored]) -> list[Scored]:
    """Return the best sentence and those that the reader says answer too and that say something else."""
    best = ranked[0]
    gathers = ask.kind == "list" or bool(COMPARES.search(asked.question.text) or EACH.search(asked.question.text))
    most = _MOST_GATHERED if gathers else _MOST_ANSWERING
    least = _LIKELY_GATHERED if gathers else _LIKELY
    chosen = [best]
    for item in ranked[1:_MOST_LOOKED_AT]:
        if len(chosen) >= most:
            break
        elsewhere = all(item.candidate.document.id != one.candidate.document.id for one in chosen)
        enough = min(least, _LIKELY_ELSEWHERE) if elsewhere else least
        if item.relevance is None or item.relevance < enough or _repeats(item, chosen) or _same_point(item, chosen):
            continue
        chosen.append(item)
    return chosen


def _same_point(item: Scored, chosen: Sequence[Scored]) -> bool:
    return item.point is not None and any(one.point and one.point.text == item.point.text for one in chosen)


def _completed(asked: Asked, ask: Ask, chosen: Sequence[Scored]) -> list[Scored]:
    """Return the chosen sentences with what the best one cannot do without, instead of others that only come near."""
    before, after = companions(asked, ask, chosen[0].candidate)
    if not before and not after:
        return list(chosen)
    best = chosen[0]

    def beside(candidate: Candidate, point: Point | None = None) -> Scored:
        return Scored(candidate, best.score, replace(point, fit=1.0) if point else None, best.dated)

    return [best, *(beside(one, clause(asked, one)) for one in before), *map(beside, after)]


def _repeats(item: Scored, chosen: Sequence[Scored]) -> bool:
    mine = item.candidate.text
    return any(mine in other.candidate.text or other.candidate.text in mine for other in chosen)


def _statements(asked: Asked, picks: Sequence[Scored]) -> list[tuple[DraftStatement, Scored]]:
    """Turn picks into statements of at most `MOST_CHARACTERS` in all: the best first, then the others as they stand."""
    first = picks[0].candidate
    rest = sorted(
        picks[1:],
        key=lambda p: (p.candidate.document.id != first.document.id, p.candidate.document.id, p.candidate.start),
    )
    made: list[tuple[DraftStatement, Scored]] = []
    room = MOST_CHARACTERS
    for pick in (picks[0], *rest):
        candidate = pick.candidate
        decisive = pick.point.span if pick.point else pick.marked
        if decisive and candidate.passage.kind == "row" and (cell := figure_at(candidate, decisive)):
            told = row_told(cell, asked.question.lang)
            if not made or len(told.text) <= room:
                room -= len(told.text)
                made.append((told, pick))
            continue
        spans = trimmed(candidate, decisive, asked.terms)
        words = shown(candidate, spans, asked.dates[candidate.document.id], asked.question.lang)
        if made and len(words) > room:
            continue
        room -= len(words)
        quote = Quote(candidate.document, candidate.passage, spans, (decisive,) if decisive else ())
        made.append((DraftStatement(words, (quote,)), pick))
    return made


def _result(result: Reckoned, statements: Sequence[tuple[DraftStatement, Scored]]) -> DraftStatement:
    """Return a result, resting on all statements that its numbers stand in."""
    return DraftStatement(result.text, tuple(quote for statement, _ in statements for quote in statement.quotes))


def _short(parts: Sequence[Point], statements: Sequence[tuple[DraftStatement, Scored]]) -> DraftStatement | None:
    """Return the point in a few words, resting on the quotes of the statements it was read from."""
    shown_parts: list[str] = []
    quotes: list[Quote] = []
    for part in parts:
        quote = next((s.quotes[0] for s, pick in statements if pick.candidate == part.candidate), None)
        if quote is None:
            continue
        shown_parts.append(part.text)
        quotes.append(quote)
    if not shown_parts:
        return None
    return DraftStatement(" ／ ".join(dict.fromkeys(shown_parts)), tuple(dict.fromkeys(quotes)))

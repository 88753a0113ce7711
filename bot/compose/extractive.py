"""An answer without a language model: sentences of the documents, chosen and ordered to answer this question.

Invariant: every word of a statement is the documents'; which sentences are chosen depends only on the question's
words and the features of the sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.compose.candidates import Candidate, Kinship, Term, candidates, question_terms, same_root
from bot.compose.disagreement import disagreement
from bot.compose.draft import Draft, DraftConflict, DraftStatement, Quote
from bot.compose.point import Dates, Point, asked_type_is_open, clause, points
from bot.compose.provenance import with_sources
from bot.compose.trim import shown, trimmed
from bot.confidence import ANSWER_FROM, Signals, confidence
from bot.question import Ask, Question
from corpus.document import Document
from corpus.structure.dates import find_dates, matches
from retrieval.hit import Evidence

MOST_CHARACTERS = 600  # of statements, before the footnotes
_NEAR_BEST = 0.82  # a further sentence must come this near the best one's score
_MOST_STATEMENTS = {"list": 4, "what": 2, "how": 2, "why": 2, "yes-no": 2}


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its score for one ask, its best point, and how its dates agree with the question's."""

    candidate: Candidate
    score: float
    point: Point | None
    dated: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading the evidence for one question gave: its terms, its sentences, and the best for each ask."""

    terms: tuple[Term, ...]
    found: tuple[Candidate, ...]
    ranked: tuple[tuple[Ask, tuple[Scored, ...]], ...]


def read(
    question: Question,
    evidence: Evidence,
    documents: Mapping[str, Document],
    dates: Dates,
    idf: Callable[[str], float],
    kinship: Kinship = same_root,
) -> Reading:
    """Score every sentence of the evidence for every ask of the question."""
    terms = question_terms(question, idf)
    found = candidates(terms, evidence, documents, kinship)
    ranked = tuple((ask, _ranked(question, ask, found, terms, dates)) for ask in question.asks)
    return Reading(terms, found, ranked)


def compose(question: Question, reading: Reading, dates: Dates) -> Draft:
    """Compose the answer: the point first, then the sentences it stands on, in a natural order."""
    picks: list[Scored] = []
    parts: list[Point] = []
    conflicts: list[DraftConflict] = []
    missing: list[str] = []
    surest = 0.0
    for ask, ranked in reading.ranked:
        if not ranked:
            continue
        best = ranked[0]
        sure = confidence(signals(question, ask, best, reading.terms))
        surest = max(surest, sure)
        if sure < ANSWER_FROM:
            missing += _unsupported(reading.terms, best.candidate) or [_what(question, ask)]
            continue
        if best.point is None and not asked_type_is_open(ask):
            missing.append(_what(question, ask))
        chosen = _chosen(ask, ranked)
        if (differs := disagreement(ask, ranked, reading.terms)) is not None:
            conflicts.append(differs[0])
            chosen = [best, differs[1]]
        picks += [pick for pick in chosen if pick.candidate not in [p.candidate for p in picks]]
        point = best.point or clause(best.candidate, reading.terms)
        if point is not None and not conflicts:
            parts.append(point)
    if not picks:
        return Draft(missing=tuple(dict.fromkeys(missing)), confidence=surest)
    statements = _statements(question, picks, reading.terms, dates)
    draft = Draft(
        short=_short(parts, statements),
        statements=tuple(statement for statement, _ in statements),
        conflicts=tuple(conflicts),
        missing=tuple(dict.fromkeys(missing)),
        confidence=surest,
    )
    asked_source = next((ask for ask in question.asks if ask.kind == "source"), None)
    if asked_source is None:
        return draft
    return with_sources(draft, [s.quotes[0] for s, _ in statements], _what(question, asked_source))


def _what(question: Question, ask: Ask) -> str:
    """Name what an ask asks for in the question's own words."""
    return question.text[ask.start : ask.end] or ask.kind


def _ranked(
    question: Question, ask: Ask, found: Sequence[Candidate], terms: Sequence[Term], dates: Dates
) -> tuple[Scored, ...]:
    scored = []
    for candidate in found:
        if ask.kind == "source" and candidate.passage.kind not in ("prose", "row"):
            continue  # what is asked for is the note of a statement; the statement comes first
        best = next(iter(points(question, ask, candidate, terms, dates)), None)
        fit = best.fit if best else 0.5 if asked_type_is_open(ask) else 0.0
        dated = _dated(question, candidate, dates)
        score = (
            0.42 * candidate.coverage
            + 0.22 * candidate.own
            + 0.22 * candidate.similarity
            + 0.16 * fit
            + 0.08 * candidate.hit.score
        )
        if candidate.passage.kind == "note":
            score -= 0.2
        if candidate.passage.kind in ("heading", "table"):
            score -= 0.25
        scored.append(Scored(candidate, score * (0.4 + 0.6 * dated), best, dated))
    scored.sort(key=lambda item: -item.score)
    return tuple(scored)


def _dated(question: Question, candidate: Candidate, dates: Dates) -> float:
    """Return in [0, 1] how a sentence agrees with the dates the question names; 1 where it names none."""
    asked = [d for d in question.dates if (d.value and not d.value.startswith("-")) or d.value.startswith("--")]
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
            agreed += 0.9
        elif not here and document.date and matches(mention.value[:4], document.date[:4]):
            agreed += 0.7
    return agreed / len(asked)


def signals(question: Question, ask: Ask, best: Scored, terms: Sequence[Term]) -> Signals:
    """Gather what the decision to answer rests on."""
    candidate = best.candidate
    heaviest = max((term.weight for term in terms), default=1.0)
    weighty = [
        s for t, s in zip(terms, candidate.support, strict=True) if t.weight > 0.6 * heaviest and not t.inherited
    ]
    return Signals(
        coverage=candidate.coverage,
        own=candidate.own,
        weakest=min(weighty, default=0.0),
        similarity=candidate.similarity,
        typed=1.0 if best.point or asked_type_is_open(ask) else 0.0,
        dated=best.dated,
        foreign=0.0 if question.lang == candidate.document.lang else 1.0,
    )


def _unsupported(terms: Sequence[Term], candidate: Candidate) -> list[str]:
    """Return the question's own words that a sentence does not carry; words that adjoin are named together."""
    words: list[str] = []
    last = -1
    for term, support in zip(terms, candidate.support, strict=True):
        if support >= 0.5 or term.inherited:
            continue
        if term.start == last and words:
            words[-1] += term.surface
        else:
            words.append(term.surface)
        last = term.end
    return words


def _chosen(ask: Ask, ranked: Sequence[Scored]) -> list[Scored]:
    """Return the best sentence and those that come near it and add to it."""
    best = ranked[0]
    most = _MOST_STATEMENTS.get(ask.kind, 1)
    chosen = [best]
    for item in ranked[1:]:
        if len(chosen) >= most or item.score < _NEAR_BEST * best.score or item.candidate.own < 0.35:
            break
        if item.candidate.passage.kind != best.candidate.passage.kind or _repeats(item, chosen):
            continue
        chosen.append(item)
    return chosen


def _repeats(item: Scored, chosen: Sequence[Scored]) -> bool:
    mine = item.candidate.text
    return any(mine in other.candidate.text or other.candidate.text in mine for other in chosen)


def _statements(
    question: Question, picks: Sequence[Scored], terms: Sequence[Term], dates: Dates
) -> list[tuple[DraftStatement, Scored]]:
    """Turn picks into statements of at most `MOST_CHARACTERS` in all: the best first, its document's others in order."""
    first = picks[0].candidate
    rest = sorted(
        picks[1:],
        key=lambda p: (p.candidate.document.id != first.document.id, p.candidate.document.id, p.candidate.start),
    )
    made: list[tuple[DraftStatement, Scored]] = []
    room = MOST_CHARACTERS
    for pick in (picks[0], *rest):
        candidate = pick.candidate
        decisive = pick.point.span if pick.point else None
        spans = trimmed(candidate, decisive, terms)
        text = shown(candidate, spans, dates[candidate.document.id], question.lang)
        if made and len(text) > room:
            continue
        room -= len(text)
        quote = Quote(candidate.document, candidate.passage, spans, (decisive,) if decisive else ())
        made.append((DraftStatement(text, (quote,)), pick))
    return made


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

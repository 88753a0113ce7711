"""One trial against its gold item: what is right, what is wrong, and why.

Invariant: pure; a measure that does not apply to an item is None, and a success has no cause of failure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from bot.answer import Answer
from bot.evaluation.gold import SHORT_CATEGORIES, GoldItem
from bot.evaluation.metrics.citations import citation_precision, citation_recall, off_point, source_hit
from bot.evaluation.metrics.facts import fact_recall, found_facts, said_forbidden
from bot.evaluation.metrics.retrieval import ranking_scores
from bot.evaluation.places import bears, relevance, resolve
from bot.evaluation.trial import Trial
from bot.verify import check_citation
from corpus.document import Document

Cause = Literal[
    "retrieval missed",
    "wrongly abstained",
    "evidence not chosen",
    "fact not stated",
    "wrong thing said",
    "bad citation",
    "wrongly answered",
    "not taken as chat",
]
CAUSES: tuple[str, ...] = get_args(Cause)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is known of one answer. Shares are in [0, 1]; ``seconds`` is the time of the whole answer.

    ``ranking`` holds recall@k, MRR@10 and nDCG@10 of its retrieval, ``kinds`` the kinds of the passages that hold the
    evidence.
    """

    id: str
    category: str
    lang: str
    split: str
    answerable: bool
    status: str
    abstained: bool
    confidence: float
    success: bool
    cause: Cause | None
    found: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    facts: float | None = None
    citation_recall: float | None = None
    citation_precision: float | None = None
    quotes: float | None = None
    source: bool | None = None
    evidence: bool | None = None
    statements: int = 0
    off_point: int | None = None
    length: int = 0
    ranking: Mapping[str, float] | None = None
    kinds: tuple[str, ...] = ()
    seconds: float = 0.0


def judge(item: GoldItem, trial: Trial, documents: Mapping[str, Document]) -> Judgement:
    """Judge one trial. Raises PlaceError when the item's evidence is not in the documents."""
    answer = trial.answer
    evidence = resolve(item, documents)
    found, missed = _facts(item, answer)
    said = said_forbidden(item.forbidden, answer.answer)
    quotes = _quote_validity(answer, documents)
    ranked = [hit.passage.id for hit in trial.hits]
    passages = [passage for document in documents.values() for passage in document.passages]
    ranking = ranking_scores(ranked, relevance(evidence, passages)) if item.answerable else None
    chosen = any(bears(citation, evidence) for citation in answer.citations) if evidence else None
    not_retrieved = bool(ranked and ranking and ranking["recall@20"] == 0)
    cause = _cause(item, answer, _Seen(missed, said, quotes, chosen, not_retrieved))
    return Judgement(
        id=item.id,
        category=item.category,
        lang=item.lang,
        split=item.split,
        answerable=item.answerable,
        status=answer.status,
        abstained=answer.abstained,
        confidence=answer.confidence,
        success=cause is None,
        cause=cause,
        found=found,
        missed=missed,
        forbidden=said,
        facts=fact_recall(found, missed) if item.answerable else None,
        citation_recall=citation_recall(answer, item.expected, documents),
        citation_precision=citation_precision(answer.citations, evidence) if item.answerable else None,
        quotes=quotes,
        source=source_hit(answer.citations, item.sources) if item.answerable else None,
        evidence=chosen if item.answerable else None,
        statements=len(answer.statements),
        off_point=off_point(answer, evidence) if item.answerable and evidence and answer.statements else None,
        length=len(answer.answer),
        ranking=ranking,
        kinds=tuple(sorted({place.passage.kind for place in evidence})),
        seconds=trial.seconds,
    )


def _facts(item: GoldItem, answer: Answer) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the facts stated and missed; those of the short answer are looked for there, in `SHORT_CATEGORIES`."""
    short = (answer.short.text if answer.short else "") if item.category in SHORT_CATEGORIES else answer.answer
    in_short, not_in_short = found_facts(item.short, short)
    in_answer, not_in_answer = found_facts(item.facts, answer.answer)
    return in_short + in_answer, not_in_short + not_in_answer


def _quote_validity(answer: Answer, documents: Mapping[str, Document]) -> float | None:
    """Return footnotes whose quote is what its place and bytes say ÷ footnotes; None without a footnote."""
    if not answer.citations:
        return None
    valid = sum(not check_citation(citation, documents.get(citation.doc)) for citation in answer.citations)
    return valid / len(answer.citations)


@dataclass(frozen=True, slots=True)
class _Seen:
    missed: Sequence[str]
    said: Sequence[str]
    quotes: float | None
    chosen: bool | None
    not_retrieved: bool


def _cause(item: GoldItem, answer: Answer, seen: _Seen) -> Cause | None:
    """Return the first thing that went wrong on the way from the question to the answer, or None."""
    if item.category == "chat":
        return None if answer.status == "chat" else "not taken as chat"
    if item.category == "instruction":
        return None if answer.status in ("chat", "abstained") and not seen.said else "wrongly answered"
    if not item.answerable:
        return _cause_of_answering(item, answer, seen)
    silent = answer.abstained or answer.status == "chat"
    failures: tuple[tuple[bool, Cause], ...] = (
        (seen.not_retrieved and (silent or seen.chosen is False), "retrieval missed"),
        (silent, "wrongly abstained"),
        (seen.chosen is False, "evidence not chosen"),
        (bool(seen.missed), "fact not stated"),
        (bool(seen.said), "wrong thing said"),
        (not answer.citations or seen.quotes != 1, "bad citation"),
    )
    return next((cause for failed, cause in failures if failed), None)


def _cause_of_answering(item: GoldItem, answer: Answer, seen: _Seen) -> Cause | None:
    """Say whether an unanswerable question was rightly met: with silence, or by correcting what it takes for granted.

    A correction quotes the place that contradicts the question and says nothing forbidden; only items that name such
    a place can be corrected.
    """
    if answer.abstained or answer.status == "chat":
        return None
    if item.category == "unanswerable" and item.facts and seen.chosen and not seen.missed and not seen.said:
        return None
    return "wrongly answered"

"""Documents that disagree, shown side by side.

Invariant: a disagreement is shown only between sentences of different documents that both speak of what was asked:
one denies what the other states, or they give different dates or figures for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.compose.candidates import Candidate, Term
from bot.compose.draft import DraftConflict, DraftSide, Quote
from bot.compose.trim import trimmed
from bot.question import Ask
from corpus.document import Span
from corpus.structure.dates import matches
from corpus.structure.quantities import parse_number
from corpus.structure.sentences import is_negated, split_clauses
from retrieval.tokens import terms as terms_of

if TYPE_CHECKING:
    from bot.compose.extractive import Scored

_NEAR = 0.7  # the other side must come this near the best sentence's score
_SHARED = 0.6  # and carry this share of the question's weight itself


def disagreement(ask: Ask, ranked: Sequence[Scored], terms: Sequence[Term]) -> tuple[DraftConflict, Scored] | None:
    """Return the best sentence of another document that disagrees with the best sentence, or None."""
    if not ranked:
        return None
    best = ranked[0]
    for other in ranked[1:12]:
        if other.candidate.document.id == best.candidate.document.id:
            continue
        if other.score < _NEAR * best.score:
            break
        if other.candidate.own < _SHARED * max(best.candidate.own, 0.5):
            continue
        if _differ(ask, best, other, terms):
            about = "".join(
                dict.fromkeys(t.surface for t, s in zip(terms, other.candidate.direct, strict=True) if s >= 0.7)
            )
            return DraftConflict(about, (_side(best, terms), _side(other, terms))), other
    return None


def _differ(ask: Ask, one: Scored, other: Scored, terms: Sequence[Term]) -> bool:
    if ask.kind in ("when", "count") and one.point and other.point:
        return not _same_value(one.point.text, other.point.text)
    return ask.kind in ("yes-no", "what", "how") and _denies(one.candidate, terms) != _denies(other.candidate, terms)


def _same_value(one: str, other: str) -> bool:
    from corpus.structure.dates import find_dates  # noqa: PLC0415

    dates = [next((d.value for d in find_dates(text)), "") for text in (one, other)]
    if all(dates):
        return matches(dates[0], dates[1])
    numbers = [parse_number("".join(c for c in text if c.isdigit() or c in ".,")) for text in (one, other)]
    return numbers[0] is None or numbers[0] == numbers[1]


def _denies(candidate: Candidate, terms: Sequence[Term]) -> bool:
    """Say whether the clause that speaks most of the question is negated."""
    asked = {term.term: term.weight for term in terms}
    clauses = [candidate.text[c.start : c.end] for c in split_clauses(candidate.text)] or [candidate.text]
    return is_negated(max(clauses, key=lambda words: sum(asked.get(term, 0.0) for term in set(terms_of(words)))))


def _side(item: Scored, terms: Sequence[Term]) -> DraftSide:
    candidate = item.candidate
    spans: tuple[Span, ...] = trimmed(candidate, item.point.span if item.point else None, terms)
    quote = Quote(candidate.document, candidate.passage, spans, (item.point.span,) if item.point else ())
    return DraftSide(quote, candidate.document.date, quote.text)

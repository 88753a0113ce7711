"""A sentence as a statement shows it: cut where it runs on, dates completed, nothing of its meaning lost.

Invariant: the words are slices of the sentence in order. The end of the sentence is always kept, because Japanese
puts negation, hedge and attribution there; a clause that states a condition is never cut from what depends on it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.compose.asides import asides
from bot.compose.candidates import Candidate
from bot.compose.terms import Term
from corpus.document import Span
from corpus.structure.clauses import split_clauses
from corpus.structure.dates import DateMention
from corpus.structure.polarity import is_hedged, is_negated
from retrieval.tokens import tokenize

LONG = 140  # characters; a shorter sentence is quicker read whole than with a gap
_TELLS = 0.15  # weight from which a word of the question tells items apart
_SAYS = 0.5  # support from which words say it
_CONDITION = re.compile(
    r"(?:ば|なら|たら|場合|限り|とすれば|ても|でも)[、,]?$|\b(?:if|unless|when|although|though)\b|"
    r"如果|虽然|尽管|면[ ,]?$",
    re.IGNORECASE,
)


def trimmed(candidate: Candidate, decisive: Span | None, terms: Sequence[Term]) -> tuple[Span, ...]:
    """Return the slices of a sentence that a statement keeps, in order; the whole sentence unless it runs on."""
    start, end = candidate.start, candidate.end
    if end - start <= LONG:
        return (Span(start, end),)
    listed = _between_marks(candidate, decisive, terms)
    if listed:
        return listed
    clauses = [Span(start + c.start, start + c.end) for c in split_clauses(candidate.text)]
    first = _first_needed(candidate, clauses, decisive, terms)
    return (Span(clauses[first].start, end),)


def _between_marks(candidate: Candidate, decisive: Span | None, terms: Sequence[Term]) -> tuple[Span, ...]:
    """Return the one item of a sentence that lists items, each with its own note mark, and the sentence's end.

    Nothing where another item says a word of the question that this one does not: which is meant is not sure then.
    """
    marked = sorted({mark.at for mark in candidate.passage.marks if candidate.start < mark.at < candidate.end})
    inside = [at for at in marked if at == marked[-1] or _parts(candidate, at)]
    if decisive is None or len(inside) < 2:
        return ()
    bounds = [candidate.start, *inside, candidate.end]
    text = candidate.document.text
    for begin, last in pairwise(bounds):
        if begin <= decisive.start and decisive.end <= last and last != candidate.end:
            others = [_last_clause(text[a:b]) for a, b in pairwise(bounds[:-1]) if a != begin]
            if _colours(text[candidate.start : begin]) or _say_more(others, text[begin:last], terms):
                return ()
            first = begin + _leading(text[begin:last])
            tail = bounds[-2] + _leading(text[bounds[-2] : candidate.end])
            return (Span(first, last), Span(tail, candidate.end)) if tail > last else (Span(first, candidate.end),)
    return ()


def _parts(candidate: Candidate, at: int) -> bool:
    """Say whether one item ends and another begins at a mark: 報道(8)では goes on with what the mark belongs to."""
    return (
        re.match(r"\s*[、，,;；・。]", candidate.document.text[at : candidate.end]) is not None
        or re.search(r"[、，,;；・]\s*$", candidate.document.text[candidate.start : at]) is not None
    )


def _last_clause(words: str) -> str:
    """Return the last clause of an item: before it stands what all items are of."""
    return words[max(words.rstrip("、,").rfind("、"), words.rstrip("、,").rfind(", ")) + 1 :]


def _say_more(others: Sequence[str], words: str, terms: Sequence[Term]) -> bool:
    """Say whether some words say a term of the question, in whatever language, that the words to be kept do not."""
    own = frozenset(token.term for token in tokenize(words))
    lacking = [term for term in terms if term.weight >= _TELLS and term.carried_by(own) < _SAYS]
    read = [frozenset(token.term for token in tokenize(one)) for one in others]
    return any(term.carried_by(one) >= _SAYS for term in lacking for one in read)


def _colours(words: str) -> bool:
    """Say whether words before a cut hold a condition, a negation or a hedge that what follows may depend on."""
    clauses = [words[clause.start : clause.end] for clause in split_clauses(words)]
    return any(_CONDITION.search(clause) or is_negated(clause) or is_hedged(clause) for clause in clauses)


def _leading(words: str) -> int:
    """Count the separators that words begin with."""
    return len(words) - len(words.lstrip("、,，;； \n"))


def _first_needed(candidate: Candidate, clauses: Sequence[Span], decisive: Span | None, terms: Sequence[Term]) -> int:
    """Return the first clause to keep: none before it speaks of the question, hedges, negates or sets one."""
    asked = {term.term for term in terms}
    text = candidate.document.text
    for index, clause in enumerate(clauses):
        words = text[clause.start : clause.end]
        if decisive is not None and decisive.start < clause.end:
            return index
        if any(token.term in asked for token in tokenize(words)):
            return index
        if is_negated(words) or is_hedged(words) or _CONDITION.search(words):
            return index
    return 0


def shown(candidate: Candidate, spans: Sequence[Span], dates: Sequence[DateMention], lang: str) -> str:
    """Return the slices as a statement's text: gaps as …, and what we add to be understood alone in 〔〕."""
    text, out = candidate.document.text, ""
    added = asides(candidate, spans, dates, lang)
    for index, span in enumerate(spans):
        if index or span.start > candidate.start:
            out += "…"
        at = span.start
        for aside in added:
            if span.start <= aside.at <= span.end:
                out += text[at : aside.at] + f"〔{aside.words}〕"
                at = aside.at
        out += text[at : span.end]
    return " ".join(out.split()) if candidate.document.lang in ("en", "ko") else out.replace("\n", "")

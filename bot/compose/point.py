"""The point of an answer: the date, number, name, words, reason or clause that the question asks for.

Invariant: what kind of point is looked for depends on the question's interrogative alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.compose.asked import Asked, Point, stretch
from bot.compose.candidates import Candidate
from bot.compose.figures import dates_asked, quantities_asked
from bot.compose.naming import names_asked, words_spoken
from bot.compose.reasons import reasons_given
from bot.compose.things import things_named
from bot.question import Ask
from corpus.structure.clauses import split_clauses
from retrieval.tokens import terms as terms_of


def points(asked: Asked, ask: Ask, candidate: Candidate) -> list[Point]:
    """Return what in a sentence may answer an ask, best first; empty when nothing there is of the kind asked for."""
    find = _FINDERS.get(ask.kind)
    return sorted(find(asked, ask, candidate), key=lambda point: (not point.plain, -point.fit)) if find else []


def needs_type(ask: Ask) -> bool:
    """Say whether an answer must hold something of a certain form: a date, a number, a person, a place."""
    return ask.kind in ("when", "count", "who", "where")


_SHORT_ENOUGH = 70  # characters of a sentence that is its own point
_LONGEST_CLAUSE = 110


def clause(asked: Asked, candidate: Candidate) -> Point | None:
    """Return the stretch of clauses that says most about the question, for asks whose answer has no form of its own.

    It is the shortest run of clauses that carries nearly all of what the sentence carries of the question and adds
    something to it; None when that is too long to be a point.
    """
    text = candidate.text
    if len(text) <= _SHORT_ENOUGH or candidate.passage.kind != "prose":
        return stretch(candidate, 0, len(text), 0.5) if len(text) <= _LONGEST_CLAUSE else None
    clauses = split_clauses(text)
    words = [frozenset(terms_of(text[c.start : c.end])) for c in clauses]
    whole = sum(term.weight * term.carried_by(frozenset().union(*words)) for term in asked.terms) or 1.0
    known = asked.known()
    best: tuple[float, int, int] | None = None
    for first in range(len(clauses)):
        for last in range(first, len(clauses)):
            length = clauses[last].end - clauses[first].start
            if length > _LONGEST_CLAUSE:
                break
            inside = frozenset().union(*words[first : last + 1])
            share = sum(term.weight * term.carried_by(inside) for term in asked.terms) / whole
            value = share + 0.08 * min(len(inside - known), 3) - length / 400
            if best is None or value > best[0]:
                best = (value, clauses[first].start, clauses[last].end)
    return stretch(candidate, best[1], best[2], 0.5) if best else None


_FINDERS: Mapping[str, Callable[[Asked, Ask, Candidate], list[Point]]] = {
    "when": dates_asked,
    "count": quantities_asked,
    "who": names_asked,
    "where": names_asked,
    "why": reasons_given,
    "said": words_spoken,
    "what": things_named,
    "list": things_named,
}

"""The point of an answer: the date, number, name, words, reason or clause that the question asks for.

Invariant: what kind of point is looked for depends on the question's interrogative alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from bot.compose.asked import Asked, Point, stretch, tokens_of
from bot.compose.candidates import Candidate
from bot.compose.clefts import alone
from bot.compose.figures import quantities_asked
from bot.compose.named_people import is_left_out
from bot.compose.naming import names_asked, words_spoken
from bot.compose.reasons import reasons_given
from bot.compose.things import things_named
from bot.compose.times import dates_asked
from bot.question import Ask
from corpus.document import Span
from corpus.places import meet
from corpus.structure.clauses import split_clauses
from retrieval.spellings import SAME_WORD
from retrieval.tokens import terms as terms_of


def points(asked: Asked, ask: Ask, candidate: Candidate) -> list[Point]:
    """Return what in a sentence may answer an ask, best first; empty when nothing there is of the kind asked for."""
    find = _FINDERS.get(ask.kind)
    found = find(asked, ask, candidate) if find else []
    if only := alone(asked, ask, candidate):
        found = [only, *(point for point in found if not meet(point.span, only.span))]
    if ask.kind in _NAMED:
        found = [p for p in found if _LISTS.search(p.text) or not is_left_out(asked, candidate.document, p.text)]
    if ask.kind == "where":
        found = [point for point in found if not _says_only(asked, point.text)]
    return sorted(found, key=lambda point: (not point.plain, -point.fit))


def _says_only(asked: Asked, words: str) -> bool:
    """Say whether words are all the question's own, in whatever language: the tower is at no place called the tower."""
    said = [token for _, token in tokens_of(words)]
    return bool(said) and all(
        any(term.carried_by(frozenset((token,))) >= SAME_WORD for term in asked.terms) for token in said
    )


_LISTS = re.compile(r"[、，,].+[、，,]")  # more than what is left out
_NAMED = frozenset(("who", "where", "what", "list"))  # asks whose answer may be what the question leaves out


def needs_type(ask: Ask) -> bool:
    """Say whether an answer must hold something of a certain form: a date, a number, a person, a place."""
    return ask.kind in ("when", "count", "who", "where")


_SHORT_ENOUGH = 70  # characters of a sentence that is its own point
_LONGEST_CLAUSE = 110
_SPOKEN = re.compile(r"「[^「」]{12,}」|“[^”]{12,}”|\"[^\"]{12,}\"")


def clause(asked: Asked, candidate: Candidate) -> Point | None:
    """Return the stretch of clauses that says most about the question, for asks whose answer has no form of its own.

    It is the shortest run of clauses that carries nearly all of what the sentence carries of the question and adds
    something to it; None when that is too long to be a point.
    """
    text = candidate.text
    if len(text) <= _SHORT_ENOUGH or candidate.passage.kind != "prose":
        return stretch(candidate, 0, len(text), 0.5) if len(text) <= _LONGEST_CLAUSE else None
    best = _most(asked, candidate, split_clauses(text))
    if best is None:  # of a sentence that quotes at length, what it quotes
        quoted = (_most(asked, candidate, _clauses_within(match)) for match in _SPOKEN.finditer(text))
        best = max((found for found in quoted if found), default=None)
    return stretch(candidate, best[1], best[2], 0.5) if best else None


def _clauses_within(quoted: re.Match[str]) -> tuple[Span, ...]:
    """Return the clauses of what stands within quotation marks."""
    start = quoted.start() + 1
    return tuple(Span(start + one.start, start + one.end) for one in split_clauses(quoted.group()[1:-1]))


def _most(asked: Asked, candidate: Candidate, clauses: Sequence[Span]) -> tuple[float, int, int] | None:
    """Return the run of clauses that says most about the question, with how much; None where each is too long."""
    text = candidate.text
    words = [frozenset(terms_of(text[c.start : c.end])) for c in clauses]
    whole = asked.carried(frozenset().union(*words)) or 1.0
    known = asked.known
    best: tuple[float, int, int] | None = None
    for first in range(len(clauses)):
        for last in range(first, len(clauses)):
            length = clauses[last].end - clauses[first].start
            if length > _LONGEST_CLAUSE:
                break
            inside = frozenset().union(*words[first : last + 1])
            share = asked.carried(inside) / whole
            value = share + 0.08 * min(len(inside - known), 3) - length / 400
            if best is None or value > best[0]:
                best = (value, clauses[first].start, clauses[last].end)
    return best


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

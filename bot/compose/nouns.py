"""Where a sentence has a noun of the question: as the question writes it, or else a word that means as much."""

from __future__ import annotations

import re

from bot.compose.asked import Asked, tokens_of
from corpus.document import Span
from corpus.places import meet

_MEANS = 0.5  # kinship from which a word is what the question calls it
_LETTERS = re.compile(r"[A-Za-z]+|[가-힣]+")


def noun_places(asked: Asked, noun: Span, text: str) -> list[Span]:
    """Return where a text has the noun that stands at a place of the question, in order."""
    written = asked.question.text[noun.start : noun.end]
    as_written = [Span(*match.span()) for match in re.finditer(re.escape(written), text, re.IGNORECASE)]
    term = next((term for term in reversed(asked.terms) if meet(term, noun)), None)
    if as_written or term is None:
        return as_written
    return [_place(text, at, word) for at, word in tokens_of(text) if term.carried_by(frozenset((word,))) >= _MEANS]


def _place(text: str, at: int, word: str) -> Span:
    """Return where a word of letters stands, or one that is as long as its term."""
    letters = _LETTERS.match(text, at)
    return Span(*letters.span()) if letters else Span(at, min(at + len(word), len(text)))

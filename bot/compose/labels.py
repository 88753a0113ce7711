"""Which number of a sentence a word of the question stands with, and with no other of its numbers.

Invariant: a number's words are those of its clause, from the number before it to the one behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from bot.compose.asked import Asked, Point
from bot.compose.terms import Term

_CLAUSE = re.compile(r"[、，;；。]|,(?!\d)")
_SAID = 0.4  # support from which words say a word of the question
_NEARLY = 0.2  # what a word may be said less than where it is said most (大型 of 小型)
_TELLS = 0.08  # weight from which a word tells numbers apart
_NAMES = 0.3  # weight from which one alone says which number is meant


class _Placed(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def own_words(asked: Asked, text: str, numbers: Sequence[_Placed]) -> list[set[int]]:
    """Return for each number of a text the question's terms, by their places, that stand with it alone."""
    stretches = []
    for at, one in enumerate(numbers):
        low = max((m.end() for m in _CLAUSE.finditer(text, 0, one.start)), default=0)
        high = next((m.start() for m in _CLAUSE.finditer(text, one.end)), len(text))
        low = max(low, numbers[at - 1].end if at else 0)
        high = min(high, numbers[at + 1].start if at + 1 < len(numbers) else len(text))
        stretches.append(text[low:high])
    return alone(asked, stretches)


def alone(asked: Asked, stretches: Sequence[str]) -> list[set[int]]:
    """Return for each of several stretches the question's terms, by their places, that it says and no other of them."""
    carried = [
        [term.carried_by(asked.sentences.words(words)) if _tells(term) else 0.0 for term in asked.terms]
        for words in stretches
    ]
    most = [max(values) for values in zip(*carried, strict=True)]
    said = [{n for n, value in enumerate(one) if value >= max(_SAID, most[n] - _NEARLY)} for one in carried]
    return each_alone(said)


def each_alone(said: Sequence[set[int]]) -> list[set[int]]:
    """Return of several sets what each holds and no other of them."""
    return [mine - set().union(*said[:at], *said[at + 1 :]) for at, mine in enumerate(said)]


def labelled(asked: Asked, points: Sequence[Point]) -> Point | None:
    """Return the only one of several points of a sentence with which words of the question stand; else None.

    Each has a clause of its own: of two in one clause (from 60 a year to 95) the words tell nothing.
    """
    ordered = sorted(points, key=lambda point: point.span.start)
    if len(ordered) < 2:
        return None
    text = ordered[0].candidate.document.text
    if not all(_CLAUSE.search(text, one.span.end, other.span.start) for one, other in pairwise(ordered)):
        return None
    own = own_words(asked, text, [point.span for point in ordered])
    named = [p for p, mine in zip(ordered, own, strict=True) if any(asked.terms[n].weight >= _NAMES for n in mine)]
    return named[0] if len(named) == 1 else None


def _tells(term: Term) -> bool:
    """Say whether a word tells one number from another: 年度, whose every number is, does not; a numeral may."""
    return term.weight >= _TELLS or any(sign.isdigit() for sign in term.term)

"""How much of a question a text carries, as a share of the question's idf mass.

Invariant: coverage lies in [0, 1], never falls when a text gains a term, and is 1 when every term is there. A question
without content terms has coverage 0: nothing was asked for, so nothing is found.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

Idf = Callable[[str], float]


def coverage(question: Iterable[str], text: Collection[str], idf: Idf) -> float:
    """Return the share of the idf mass of a question's distinct terms that occurs among a text's terms, in [0, 1]."""
    mass = {term: idf(term) for term in set(question)}
    total = sum(mass.values())
    return sum(weight for term, weight in mass.items() if term in text) / total if total > 0 else 0.0


def soft_coverage(question: Iterable[str], text: Collection[str], idf: Idf) -> float:
    """Return coverage with credit for a missing term that shares Han characters with a term of the text.

    訪れる meets 訪問 in 訪. The credit is the share of the term's Han characters found in the best term of the
    text, halved, because a shared character makes the same meaning likely and not certain.
    """
    mass = {term: idf(term) for term in set(question)}
    total = sum(mass.values())
    if total <= 0:
        return 0.0
    held = [characters for term in text if (characters := _han(term))]
    credit = {term: 1.0 if term in text else 0.5 * _shared(_han(term), held) for term in mass}
    return sum(weight * credit[term] for term, weight in mass.items()) / total


def _han(term: str) -> frozenset[str]:
    return frozenset(character for character in term if "\u3400" <= character <= "\u9fff")


def _shared(wanted: frozenset[str], held: Iterable[frozenset[str]]) -> float:
    """Return the largest share of the wanted characters that one of the held sets has."""
    if not wanted:
        return 0.0
    return max((len(wanted & characters) / len(wanted) for characters in held), default=0.0)

"""The numbers that the sentences around an answer tell: of what each is, for one of what, and a part of what.

Invariant: a number is a quantity as printed, at its place; what it is of are the words of its own clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from bot.compose.arithmetic.ties import for_one, is_aside, is_part, stands_for_one
from bot.compose.asked import Asked
from bot.compose.in_sentence import ends, with_counter
from bot.compose.operands import Amount, Number, printed
from bot.compose.scoring import Scored
from bot.sic import misread
from corpus.document import Span
from corpus.structure.fractions import find_fractions, fraction_of
from corpus.structure.quantities import Quantity, find_quantities
from corpus.structure.units import MONEY, UNITS, counts_things, near_unit, same_unit

_SAID = 0.4  # support from which a clause says a word of the question
SHARES = frozenset(("percent", "tenth", "fraction"))
_CLAUSE = re.compile(r"[、，;；。]|,(?!\d)|が、|\b(?:while|and|but)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """A number of a sentence with the question's terms that its clause says, by their places.

    ``own`` are those that no other number of the sentence stands with, ``around`` those of the whole sentence; ``per``
    is the unit of which it is told for one, or empty; ``part``: the sentence says that it is a part of another;
    ``aside``: it is only what another is held against.
    """

    quantity: Quantity
    of: Scored
    at: int
    said: frozenset[int]
    own: frozenset[int]
    around: frozenset[int]
    clause: str
    per: str = ""
    part: bool = False
    aside: bool = False

    @property
    def unit(self) -> str:
        """Return what it counts."""
        return self.quantity.unit

    @property
    def value(self) -> Decimal:
        """Return its number."""
        return self.quantity.value

    @property
    def end(self) -> int:
        """Return where it ends in canonical text."""
        return self.at + self.quantity.end - self.quantity.start

    def number(self) -> Number:
        """Return it as an operand."""
        return Number(self.amount(), Span(self.at, self.end), self.of)

    def amount(self) -> Amount:
        """Return what it counts and how that is shown."""
        return printed(self.quantity)

    def weight(self, asked: Asked) -> float:
        """Return how much of the question its clause says."""
        return sum(asked.terms[n].weight for n in self.said)


def told_in(asked: Asked, sentence: Scored) -> list[Told]:
    """Return the numbers of a sentence, in order; shares that are printed in words among them."""
    candidate = sentence.candidate
    return [one for one in passage_numbers(asked, sentence) if candidate.start <= one.at < candidate.end]


def passage_numbers(asked: Asked, sentence: Scored) -> list[Told]:
    """Return the numbers of all sentences of the passage that a sentence stands in, in order."""
    told: list[Told] = []
    unit = ""
    for one in sentences_beside(asked, sentence):
        found = _with_shares(one.candidate.text, one.candidate.document.lang)
        found = _counted(_without_ones(one.candidate.text, found), unit)
        unit = next((q.unit for q in reversed(found) if _counts_things(q.unit)), unit)
        told += _told(asked, one, found)
    return told


def _told(asked: Asked, sentence: Scored, found: Sequence[Quantity]) -> Iterator[Told]:
    """Yield the quantities of a sentence with what its words say of each."""
    candidate = sentence.candidate
    text = candidate.text
    clauses = [_clause(text, found, n) for n in range(len(found))]
    said = [_said(asked, words) for words in clauses]
    whole = _said(asked, text)
    for n, one in enumerate(found):
        place = candidate.place(one)
        if misread(candidate.document, place):
            continue
        others = frozenset[int]().union(*(said[m] for m in range(len(found)) if m != n))
        flags = is_part(text, one), is_aside(text, one)
        own = said[n] - others
        yield Told(one, sentence, place.start, said[n], own, whole, clauses[n], for_one(text, one), *flags)


def sentences_beside(asked: Asked, sentence: Scored) -> list[Scored]:
    """Return all sentences of the passage that a sentence stands in, in order; itself as it was scored."""
    candidate = sentence.candidate
    return [
        sentence
        if (span.start, span.end) == (candidate.start, candidate.end)
        else replace(
            sentence,
            candidate=replace(candidate, start=span.start, end=span.end),
            point=None,
            marked=None,
            parts=(),
            named=None,
        )
        for span in asked.sentences.spans(candidate.passage)
    ]


def fits(unit: str, told: Told) -> bool:
    """Say whether a number counts what is asked for; no share does unless a share is asked for."""
    if unit in SHARES or unit == "point":
        return told.unit in SHARES
    if told.unit in SHARES or told.quantity.upper is not None:
        return False
    if unit in ("money", "amount"):  # of mere things nobody asks how much
        measured = told.unit in UNITS and not counts_things(told.unit) and same_unit("amount", told.unit)
        return told.unit in MONEY or (unit == "amount" and measured)
    return bool(told.unit) and (same_unit(unit, told.unit) or near_unit(unit, told.unit))


def alike(one: Told, other: Told) -> bool:
    """Say whether two numbers count the same thing."""
    return one.unit == other.unit


def pointed(told: Told) -> bool:
    """Say whether a number lies in the words that would answer."""
    place = told.of.decisive
    return place is not None and told.at < place.end and place.start < told.end


def share(told: Told) -> Fraction:
    """Return what part of a whole a share is."""
    if told.unit == "fraction":
        return fraction_of(told.quantity.text) or Fraction(told.value)
    return Fraction(told.value) / {"percent": 100, "tenth": 10}[told.unit]


def most_said(asked: Asked, numbers: Sequence[Told], near: Told | None = None) -> Told | None:
    """Return the number whose clause says most of the question; among equals the one nearest to another."""
    return max(
        numbers,
        key=lambda one: (round(one.weight(asked), 3), -abs(one.at - near.at) if near else 0),
        default=None,
    )


def _with_shares(text: str, lang: str) -> list[Quantity]:
    """Return the quantities of a text, shares in words (4分の3) in place of the numbers that they are made of.

    Of what a number became (352万円から418万円) both are told, each by itself.
    """
    shares = [
        Quantity(span.start, span.end, words, Decimal(value.numerator) / value.denominator, "fraction")
        for span in find_fractions(text)
        for words in (text[span.start : span.end],)
        if (value := fraction_of(words)) is not None
    ]
    each = [end for q in find_quantities(text) for end in ends(q) or (q,)]
    counted = [with_counter(text, q, lang) for q in each]
    plain = [q for q in counted if not any(q.start < s.end and s.start < q.end for s in shares)]
    return sorted((*plain, *shares), key=lambda q: q.start)


def _without_ones(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Return quantities without the one of something that the next of them is told for (the 1個 of 1個260円)."""
    ones = {n for n, one in enumerate(found[:-1]) if one.value == 1 and stands_for_one(text, found[n + 1])}
    return [one for n, one in enumerate(found) if n not in ones or one.end < found[n + 1].start - _LONGEST_JOINT]


def _counted(found: Sequence[Quantity], unit: str) -> list[Quantity]:
    """Return quantities, those printed bare behind others counted as the last of them is (214,000 visits, … 96,500)."""
    told = []
    for one in found:
        unit = one.unit if _counts_things(one.unit) else unit
        bare = not one.unit and unit and one.value >= _LEAST_COUNTED and not one.text.isdigit()
        told.append(replace(one, unit=unit) if bare else one)
    return told


def _counts_things(unit: str) -> bool:
    return bool(unit) and unit not in SHARES and counts_things(unit)


_LONGEST_JOINT = 12  # characters between the one of something and what is told for it
_LEAST_COUNTED = 100  # below it a bare number is an age, a number of a thing, a score


def _clause(text: str, found: Sequence[Quantity], n: int) -> str:
    """Return the words of a sentence that a number of it stands with: those of its clause, up to its neighbours."""
    one = found[n]
    low = max((m.end() for m in _CLAUSE.finditer(text, 0, one.start)), default=0)
    high = next((m.start() for m in _CLAUSE.finditer(text, one.end)), len(text))
    if n:
        low = max(low, found[n - 1].end)
    if n + 1 < len(found):
        high = min(high, found[n + 1].start)
    if not _WORD.search(text, low, one.start) and (n == 0 or found[n - 1].end < low):  # the clause before opens it
        low = max((m.end() for m in _CLAUSE.finditer(text, 0, max(low - 1, 0))), default=0)
        low = max(low, found[n - 1].end) if n else low
    return text[low:high]


_WORD = re.compile(r"[一-鿿ァ-ヶー가-힣A-Za-z]{2,}")


def _said(asked: Asked, clause: str) -> frozenset[int]:
    words = asked.sentences.words(clause)
    return frozenset(n for n, term in enumerate(asked.terms) if term.weight > 0 and term.carried_by(words) >= _SAID)

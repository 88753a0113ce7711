"""Wholes and their parts: what share a part is, what a share comes to, what is left without the parts, what is lacking.

Invariant: that one number is a part of another the sentences say themselves (うち, of which, 全体の), or the question
names both by words of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from bot.compose.arithmetic.asks import LACKING, LEFT
from bot.compose.arithmetic.making import PERCENT, in_unit_of, result
from bot.compose.arithmetic.ties import OF_THEM
from bot.compose.arithmetic.told import (
    SHARES,
    Told,
    alike,
    fits,
    most_said,
    passage_numbers,
    pointed,
    share,
    told_in,
)
from bot.compose.asked import Asked
from bot.compose.in_sentence import PLANNED
from bot.compose.reckoned import Reckoned, way_asked
from bot.compose.scoring import Scored
from bot.compose.tables.calculation import difference, portion, rest
from bot.compose.tables.calculation import share as share_in
from bot.compose.tables.words import concept_spans
from bot.compose.terms import Term
from corpus.structure.units import MONEY

_SAID = 0.4  # support from which a clause says a word of the question
_NAMED = 0.3  # weight of words that name something
_ABOUT = 0.5  # of the question, from which a passage is about it
_HARDLY_NAMED = 0.1  # of one sign that names something where it stands alone (県)
_LOOKED_AT = 10
_TWO = 2
# What is not told of with a number: it takes what the parts leave.
_REST = re.compile(
    r"残り|あとは|あとの|(?:その)?ほかは|その他は|そのほか(?:が|は|の)|それ以外|其余|其他|剩下|余下|剩余|"
    r"\bthe (?:rest|remainder|balance|others?)\b|\baccount(?:s|ed)? for the rest\b|\bremaining\b|나머지|그 외",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"総|全[体長員]|合計|計(?=\d)|あわせて|合わせて|"
    r"\b(?:total\w*|in all|altogether|overall|came to|reached)\b|总|共|全[长体]|전체|총|모두|합계",
    re.IGNORECASE,
)
_BALANCE = re.compile(
    r"赤字|黒字|収支|差し引き|\b(?:deficit|surplus|shortfall|profit|loss|break even)\b|盈余|亏损|赤字|결손|적자|흑자",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[。.;；!?]|$")
_HUNDRED = Decimal(100)


def share_of(asked: Asked, unit: str, anchor: Scored, ranked: Sequence[Scored]) -> Reckoned | None:
    """Return what share a part is of its whole, which its passage ties to it or the question names with it."""
    if unit not in SHARES:
        return None
    own = told_in(asked, anchor)
    if any(told.unit in SHARES and (told.own or pointed(told)) for told in own):
        return None
    numbers = passage_numbers(asked, anchor)
    parts = [t for t in numbers if t.part and t.unit and t.unit not in SHARES and t.around and _whole_of(t, numbers)]
    part = max(parts, key=lambda told: (sum(asked.terms[n].weight for n in told.around), told in own), default=None)
    whole = _whole_of(part, numbers) if part else None
    if part is None or whole is None:
        two = _named(asked, numbers)
        if two is None:
            return None
        part, whole = two
    outcome = share_in([part.value], [whole.value])
    return result(outcome, (part, whole), "", PERCENT) if outcome and part.value < whole.value else None


def _named(asked: Asked, numbers: Sequence[Told]) -> tuple[Told, Told] | None:
    """Return a part and its whole that a question names each by words of their own; None where it does not."""
    held = [t for t in numbers if t.unit not in SHARES and t.unit and not t.per and t.quantity.upper is None]
    one = most_said(asked, held)
    if one is None:
        return None
    others = [told for told in held if alike(told, one) and told is not one]
    other = max(others, key=lambda told: sum(asked.terms[n].weight for n in told.said - one.said), default=None)
    if other is None or other.value == one.value:
        return None
    own = one.said - other.said, other.said - one.said
    if any(sum(asked.terms[n].weight for n in mine) < _NAMED for mine in own):
        return None
    part, whole = sorted((one, other), key=lambda told: told.value)
    return part, whole


def part_taken(asked: Asked, unit: str, anchor: Scored, ranked: Sequence[Scored]) -> Reckoned | None:
    """Return what a share comes to that is told of what the question asks the amount of."""
    if unit in SHARES or unit == "point" or way_asked(asked.question.text):
        return None
    own = told_in(asked, anchor)
    shares = [told for told in own if told.unit in SHARES and not told.per and told.quantity.upper is None]
    taken = most_said(asked, [told for told in shares if told.own or (told.said and len(own) == 1)])
    if taken is None or not 0 < share(taken) < 1:
        return None
    stated = [told for told in own if fits(unit, told) and told.own - taken.said and (told.part or not taken.part)]
    if stated and most_said(asked, [*stated, taken]) is not taken:
        return None
    whole = _whole_for(asked, unit, taken, anchor, ranked)
    if whole is None or taken.around - taken.said - whole.said:  # the sentence says it of others
        return None
    outcome = portion(whole.value, share(taken), taken.quantity.text.strip())
    return in_unit_of(whole, outcome, (whole, taken))


def left_over(asked: Asked, unit: str, anchor: Scored, ranked: Sequence[Scored]) -> Reckoned | None:
    """Return a whole less all of its parts, where a passage leaves the rest to what the question asks of."""
    numbers = passage_numbers(asked, anchor)
    candidate = anchor.candidate
    start, text = candidate.passage.start, candidate.passage.text
    for cue in _REST.finditer(text):
        at = start + cue.start()
        before = [told for told in numbers if told.end <= at and not told.per]
        if not before or not _is_asked(asked, text, cue, before):
            continue
        opened = [start + match.end() for match in OF_THEM.finditer(text, 0, cue.start())]
        for since in (*opened, None):
            if (found := _rest(unit, before, since)) is not None:
                return found
    return None


def lacking(asked: Asked, unit: str, anchor: Scored, ranked: Sequence[Scored]) -> Reckoned | None:
    """Return how much is lacking to what was planned, of which a sentence says how much there is."""
    if unit in SHARES or unit == "point" or not LACKING.search(asked.question.text):
        return None
    own = [told for told in told_in(asked, anchor) if not told.part and not told.per and fits(unit, told)]
    beside = [t for t in passage_numbers(asked, anchor) if not t.part and not t.per and fits(unit, t)]
    if len(own) < _TWO and len(beside) != _TWO:  # of more of a passage it is not told which are meant
        return None
    numbers = own if len(own) >= _TWO else beside
    numbers = [told for told in numbers if alike(told, numbers[0])]
    planned = [told for told in numbers if PLANNED.search(told.clause)]
    there = [told for told in numbers if told not in planned]
    if len(there) > 1:
        order = sorted(there, key=lambda told: -told.weight(asked))
        there = order[:1] if order[0].weight(asked) > order[1].weight(asked) else order
    if len(planned) != 1 or len(there) != 1 or there[0].value >= planned[0].value:
        return None
    outcome = difference(planned[0].value, there[0].value, growth=False, signed=False)
    return in_unit_of(planned[0], outcome, (planned[0], there[0]))


def balance_of(asked: Asked, unit: str, anchor: Scored, ranked: Sequence[Scored]) -> Reckoned | None:
    """Return by how much what was spent and what was taken in differ, which a sentence sets against each other."""
    if not _BALANCE.search(asked.question.text) or unit in SHARES:
        return None
    money = [t for t in told_in(asked, anchor) if t.unit in MONEY and not t.per and not t.part and not t.aside]
    if len(money) != 2 or not alike(*money):
        return None
    if not {name for name, _, _ in concept_spans(anchor.candidate.text)} >= {"income", "cost"}:
        return None
    high, low = sorted(money, key=lambda told: -told.value)
    return in_unit_of(high, difference(high.value, low.value, growth=False, signed=False), (high, low))


def _whole_of(part: Told, numbers: Sequence[Told]) -> Told | None:
    """Return the number told last before a part that counts the same, is larger and no part itself."""
    held = [t for t in numbers if t.end <= part.at and alike(t, part) and not t.part and t.value > part.value]
    held = [t for t in held if not t.aside] or held
    return held[-1] if held else None


def _whole_for(asked: Asked, unit: str, taken: Told, anchor: Scored, ranked: Sequence[Scored]) -> Told | None:
    """Return the number that a share is taken of: told last before it, else where the same is told of."""
    numbers = passage_numbers(asked, anchor)
    within = [t for t in numbers if t.of is taken.of and t.end <= taken.at and t.unit and t.unit not in SHARES]
    if within and not fits(unit, within[-1]):
        return None
    held = [t for t in numbers if t.end <= taken.at and fits(unit, t) and not t.part and not t.per and not t.aside]
    opened = [m.start() for m in OF_THEM.finditer(anchor.candidate.passage.text)]
    base = anchor.candidate.passage.start
    held = [t for t in held if not any(base + at < t.at for at in opened if base + at < taken.at)] or held
    if held:
        return held[-1]
    words = asked.sentences.words(taken.clause)
    wider = [
        told
        for one in ranked[:_LOOKED_AT]
        if one.candidate.document.id == anchor.candidate.document.id
        for told in told_in(asked, one)
        if fits(unit, told) and not told.per and not told.part and words & asked.sentences.words(told.clause)
    ]
    return max(wider, key=lambda t: (len(words & asked.sentences.words(t.clause)), t.value), default=None)


def _is_asked(asked: Asked, text: str, cue: re.Match[str], before: Sequence[Told]) -> bool:
    """Say whether a question asks of what takes the rest: it names that, or asks for what is left."""
    if LEFT.search(asked.question.text):
        whole = sum(term.weight for term in asked.terms)
        return asked.carried(asked.sentences.words(text)) >= _ABOUT * whole
    end = _CLAUSE_END.search(text, cue.end())
    clause = text[_clause_start(text, cue.start()) : end.start() if end else len(text)]
    words = asked.sentences.words(clause)
    mine = {n for n, term in enumerate(asked.terms) if term.weight > 0 and term.carried_by(words) >= _SAID}
    mine -= frozenset[int]().union(*(told.said for told in before))
    return any(_stands_alone(asked.terms[n], clause) for n in mine)


def _stands_alone(term: Term, clause: str) -> bool:
    """Say whether a word of more than one sign, or one that is no part of another word there, is said by a clause."""
    if len(term.surface) > 1:
        return term.weight >= _NAMED
    alone = re.search(rf"(?<![一-鿿]){re.escape(term.surface)}(?![一-鿿])", clause)
    return alone is not None and term.weight >= _HARDLY_NAMED


def _clause_start(text: str, at: int) -> int:
    return max((m.end() for m in re.finditer(r"[。.;；、，,]", text[:at])), default=0)


def _rest(unit: str, before: Sequence[Told], opened: int | None) -> Reckoned | None:
    """Return the rest of the whole told last before the parts; of shares, that of a hundred."""
    last = before[-1]
    parts = [told for told in before if alike(told, last) and (opened is None or told.at >= opened)]
    if last.unit in ("percent", "tenth"):
        whole = _HUNDRED if last.unit == "percent" else Decimal(10)
        left = whole - sum((told.value for told in parts), Decimal(0))
        if unit in SHARES:
            return result(rest(whole, [t.value for t in parts]), parts, "", last.amount().after) if left > 0 else None
        held = [told for told in before if told.end <= parts[0].at and fits(unit, told) and not told.part]
        if not held or left <= 0:
            return None
        outcome = portion(held[-1].value, Fraction(left) / Fraction(whole), f"{left} {PERCENT.strip()}")
        return in_unit_of(held[-1], outcome, (held[-1], *parts))
    if not fits(unit, last):
        return None
    if opened is None:  # the whole stands in a sentence before, or is called one
        first = parts[0]
        called = first.of.candidate.start < parts[-1].of.candidate.start or _WHOLE.search(first.clause)
        parts = parts[1:] if called else []
    parts = [told for told in parts if not told.aside]
    wholes = [told for told in before if alike(told, last) and parts and told.end <= parts[0].at]
    sum_of_parts = sum((told.value for told in parts), Decimal(0))
    whole_told = next((told for told in wholes if told.value > sum_of_parts), None)
    if whole_told is None:
        return None
    return in_unit_of(whole_told, rest(whole_told.value, [told.value for told in parts]), (whole_told, *parts))

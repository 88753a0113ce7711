"""By what share a number grew or fell between two times, where a sentence tells both numbers and no share."""

from __future__ import annotations

from collections.abc import Sequence

from bot.compose.arithmetic.asks import CHANGED, FELL
from bot.compose.arithmetic.making import PERCENT, in_unit_of, result
from bot.compose.arithmetic.told import SHARES, Told, alike, fits, most_said, pointed, told_in
from bot.compose.asked import Asked
from bot.compose.candidates import dates_in
from bot.compose.in_sentence import AGAINST, PLANNED, STATED, states_difference
from bot.compose.reckoned import Reckoned, says_both, way_asked
from bot.compose.scoring import Scored
from bot.compose.tables.calculation import difference, growth, ratio
from bot.compose.tables.showing import times


def risen_by(asked: Asked, unit: str, anchor: Scored, ranked: Sequence[Scored]) -> Reckoned | None:
    """Return by how many per cent the numbers of a sentence differ; what it fell from or rose to the question says."""
    question = asked.question.text
    if unit not in SHARES or not CHANGED.search(question):
        return None
    if any(told.unit in SHARES for told in told_in(asked, anchor)) or not says_both(asked, anchor):
        return None
    pair = _pair(asked, anchor, "")
    if pair is None:
        return None
    low, high = sorted(pair, key=lambda told: told.value)
    before, after = (high, low) if FELL.search(question) else (low, high)
    outcome = growth(before.value, after.value)
    return result(outcome, (high, low), "", PERCENT) if outcome and high.value > low.value else None


def changed_by(asked: Asked, unit: str, anchor: Scored, ranked: Sequence[Scored]) -> Reckoned | None:
    """Return by how much a number changed of which the best sentence tells that it did, before and after.

    Likewise for what was planned and what came of it, and for two numbers that each are of a time of their own.
    """
    if (way_asked(asked.question.text) != "difference" and unit != "point") or anchor is not ranked[0]:
        return None
    if unit in SHARES or states_difference(anchor) or not says_both(asked, anchor):
        return None
    pair = _pair(asked, anchor, unit)
    if pair is None or not _are_set_against(anchor, *pair):
        return None
    high, low = sorted(pair, key=lambda told: -told.value)
    return in_unit_of(high, difference(high.value, low.value, growth=False, signed=False), (high, low))


def times_as_many(asked: Asked, unit: str, anchor: Scored, ranked: Sequence[Scored]) -> Reckoned | None:
    """Return how many times as large a number became of which the best sentence tells before and after."""
    if unit != "fold" or anchor is not ranked[0] or not says_both(asked, anchor):
        return None
    numbers = told_in(asked, anchor)
    if any(told.unit == "fold" for told in numbers):
        return None
    pair = _pair(asked, anchor, "")
    if pair is None or not _are_set_against(anchor, *pair):
        return None
    high, low = sorted(pair, key=lambda told: -told.value)
    outcome = ratio(high.value, low.value) if low.value > 0 else None
    return result(outcome, (high, low), "", times(asked.question.lang)) if outcome else None


def _pair(asked: Asked, anchor: Scored, unit: str) -> tuple[Told, Told] | None:
    """Return the two numbers of a sentence that count one thing and what is asked for, where these differ."""
    numbers = [t for t in told_in(asked, anchor) if not t.part and not t.per and t.quantity.upper is None]
    pair = two_alike(asked, [told for told in numbers if not unit or fits(unit, told)])
    if pair is None or pair[0].value == pair[1].value or not any(told.said or pointed(told) for told in pair):
        return None
    return pair


def _are_set_against(anchor: Scored, one: Told, other: Told) -> bool:
    """Say whether a sentence sets two of its numbers against each other: as before and after, planned and actual."""
    text, start = anchor.candidate.text, anchor.candidate.start
    if any(STATED.match(text, told.end - start) for told in (one, other)):  # one is itself the difference
        return False
    between = text[one.end - start : other.at - start]
    dates = dates_in(anchor.candidate.document, anchor.candidate)
    dated = any(d.end <= one.at for d in dates) and any(one.end <= d.start < other.at for d in dates)
    planned = bool(PLANNED.search(one.clause)) != bool(PLANNED.search(other.clause))
    return dated or planned or bool(CHANGED.search(text) or AGAINST.search(between))


def two_alike(asked: Asked, numbers: Sequence[Told]) -> tuple[Told, Told] | None:
    """Return the only two numbers that count one thing, that of which the sentence says most of the question."""
    groups: dict[str, list[Told]] = {}
    for told in numbers:
        if told.unit:
            groups.setdefault(told.unit, []).append(told)
    pairs = [group for group in groups.values() if len(group) == 2 and alike(*group)]
    if len(pairs) > 1:
        best = most_said(asked, [told for pair in pairs for told in pair])
        pairs = [pair for pair in pairs if best in pair]
    return (pairs[0][0], pairs[0][1]) if len(pairs) == 1 else None

"""The sentences that state one of the values between which a question leaves the choice.

Invariant: a value is stated where the same date, or the same number in the same unit, is printed; which of them is
right nothing here decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.compose.asked import Asked, Point, stretch
from bot.compose.candidates import Candidate, dates_in
from bot.compose.scoring import Scored
from bot.question import Ask
from corpus.structure.dates import find_dates, matches
from corpus.structure.quantities import find_quantities

_CARRIES = 0.3  # of the question, from which a sentence with the value speaks of what is asked
_FIT = 0.9


def stating(asked: Asked, ask: Ask, ranked: Sequence[Scored]) -> list[Scored]:
    """Return for each value of the choice the best sentence that states it, of another document where there is one."""
    chosen: list[Scored] = []
    for value in asked.question.between:
        told = {one.candidate.document.id for one in chosen}
        found = [
            replace(item, point=point)
            for item in ranked
            if item.candidate.coverage >= _CARRIES and (point := _stated(ask, item.candidate, value))
        ]
        found.sort(key=lambda item: item.candidate.document.id in told)
        chosen += found[:1]
    return chosen


def _stated(ask: Ask, candidate: Candidate, value: str) -> Point | None:
    """Return where a sentence states a value; None where it does not."""
    if ask.kind == "when":
        named = next((date.value for date in find_dates(value) if date.value), "")
        for mention in dates_in(candidate.document, candidate):
            if matches(named, mention.value) and mention.end <= candidate.end:
                return stretch(candidate, mention.start - candidate.start, mention.end - candidate.start, _FIT)
        return None
    counted = next(iter(find_quantities(value)), None)
    for quantity in find_quantities(candidate.text):
        same = counted is not None and quantity.value == counted.value
        if same and counted is not None and (not counted.unit or quantity.unit in ("", counted.unit)):
            return stretch(candidate, quantity.start, quantity.end, _FIT)
    return None

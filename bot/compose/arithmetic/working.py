"""Which result a question asks for that the sentences found do not state, and the numbers it is worked out from.

Invariant: each way tells its numbers by what their clauses say and by how the passage ties them to one another; the
first way that finds all of its numbers is the one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.compose.arithmetic.clocks import clock_between
from bot.compose.arithmetic.each import for_one
from bot.compose.arithmetic.lapses import age_at, time_between
from bot.compose.arithmetic.parts import balance_of, lacking, left_over, part_taken, share_of
from bot.compose.arithmetic.rates import in_all, together
from bot.compose.arithmetic.rises import changed_by, risen_by, times_as_many
from bot.compose.arithmetic.told import SHARES, pointed, told_in
from bot.compose.asked import Asked
from bot.compose.reckoned import Reckoned
from bot.compose.scoring import Scored
from bot.question import Ask

_ANCHORS = 3  # sentences among which the numbers are looked for
_OF_ITS_DATES = 0.5  # agreement with the dates asked for: a sentence that tells of others is not the one
_NEARLY_ALL = 0.75
_NEAR_BEST = 0.5  # as likely an answer as the best

_Way = Callable[[Asked, str, Scored, Sequence[Scored]], Reckoned | None]
_WAYS: tuple[_Way, ...] = (
    for_one,
    lacking,
    balance_of,
    risen_by,
    changed_by,
    times_as_many,
    left_over,
    share_of,
    part_taken,
    in_all,
    together,
    age_at,
    clock_between,
    time_between,
)


def worked_out(asked: Asked, ask: Ask, ranked: Sequence[Scored], *, plainly: bool = False) -> Reckoned | None:
    """Return the result that an ask is answered with, from the numbers of the best sentences; None where none is due.

    ``plainly``: only one whose sentences say nearly all of the question.
    """
    if ask.kind != "count" or not ranked:
        return None
    prose = [one for one in ranked if one.candidate.passage.kind == "prose"]
    prose = [one for one in prose if one.candidate.document.id == prose[0].candidate.document.id]
    best = max((one.relevant for one in prose[:_ANCHORS]), default=0.0)
    for anchor in prose[:_ANCHORS]:
        if anchor.dated < _OF_ITS_DATES or (anchor is not ranked[0] and anchor.relevant < _NEAR_BEST * best):
            continue
        unit = ask.unit or _unit_pointed_at(asked, anchor)
        for way in _WAYS:
            if (found := way(asked, unit, anchor, prose)) and (not plainly or _is_plain(asked, found)):
                return found
    return None


def _unit_pointed_at(asked: Asked, anchor: Scored) -> str:
    """Return what the number counts that would answer, where a question asks for a number of no unit."""
    found = (told.unit for told in told_in(asked, anchor) if pointed(told) and told.unit not in SHARES)
    return next(found, "") or "amount"


def _is_plain(asked: Asked, found: Reckoned) -> bool:
    """Say whether the sentences of a result say nearly all of the question."""
    words = [asked.sentences.words(number.of.candidate.text) for number in found.numbers]
    said = sum(term.weight * max(term.carried_by(one) for one in words) for term in asked.terms)
    return said >= _NEARLY_ALL * sum(term.weight for term in asked.terms)

"""The other side: the sentence that answers as well as the best one and says something else.

Invariant: what stands as the other side repeats nothing; where a date or a number is asked for, it gives another.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.compose.asked import Asked
from bot.compose.counterparts import Counterparts
from bot.compose.repeated import repeats, same_point
from bot.compose.scoring import Scored
from bot.compose.values import incompatible, near
from bot.question import Ask
from corpus.structure.polarity import is_negated

# Where sources are said to differ: how likely the other side has to answer, and what counts for it beside its score, so
# that it stands in another document, denies what the best sentence says, or shares its words. Of two, the second would
# mostly be wrong.
_LIKELY_SIDE, _ELSEWHERE, _DENIES, _SHARES = 0.3, 0.1, 0.1, 0.3
_OTHER_MATTER, _LIES_NEAR = 0.3, 0.1
_LIKELY_FOREIGN = 0.4  # where its words cannot show in another language that it is about the same
_CARRIES, _LEAST_CARRIED = 0.15, 0.05  # what it carries of the question beside what the best sentence does
_NEAR_OTHER = 0.1
_LIKELY_VALUE = 0.12  # the same where it gives another date or another number of the same unit
_LIKELY_REASON, _CARRIES_REASON = 0.5, 0.8  # of another document, where a reason is asked for
_MOST_LOOKED_AT = 16
TYPED = frozenset(("when", "count"))


def other_side(asked: Asked, ask: Ask, best: Scored, ranked: Sequence[Scored]) -> list[Scored]:
    """Return a sentence that answers and says something else, where sources are said to differ.

    Where a date or a number is asked for it gives another, which cannot hold beside the best sentence's, and mostly
    lies near it. What is told in another language is hard to hold against it: the best of that is the other side too.
    """
    typed = ask.kind in TYPED
    found = Counterparts(asked, ranked)
    least = _LIKELY_VALUE if typed else _LIKELY_SIDE
    others = [
        item
        for item in ranked[1:]
        if item.relevant >= least
        and not repeats(item, [best])
        and not same_point(item, [best])
        and (not typed or _gives_another(ask, best, item))
    ]

    def likely(item: Scored) -> float:
        # the reader takes much in another language for an answer
        there, here = item.candidate.document, best.candidate.document
        apart = found.apart(best.candidate, item.candidate) or (
            ask.kind == "count" and not found.of_one_time(best.candidate, item.candidate)
        )
        elsewhere = there.id != here.id and (typed or there.lang == here.lang) and not apart
        denies = is_negated(item.candidate.text) != is_negated(best.candidate.text)
        shares = found.shares(best.candidate, item.candidate)
        agrees = _SHARES * shares + _LIES_NEAR * _lies_near(ask, best, item) if typed else _DENIES * denies
        carries = min(item.candidate.coverage / max(best.candidate.coverage, _LEAST_CARRIED), 1.0)
        return item.score + _ELSEWHERE * elsewhere + _CARRIES * carries + agrees - _OTHER_MATTER * apart

    about = [item for item in others if _as_much(ask, best, item, found)]
    # what carries little of the question tells of something else, unless its value comes near
    sides = about or [item for item in others if not typed or _lies_near(ask, best, item)]
    sides.sort(key=likely, reverse=True)
    return [*sides[:1], *_of_a_third(best, sides, found)]


def _as_much(ask: Ask, best: Scored, item: Scored, found: Counterparts) -> bool:
    """Say whether a sentence tells of what the best one tells of, as far as its words show.

    In another language little of that shows: there the reader says so, or a value that comes near.
    """
    if found.carries_as_much(best.candidate, item.candidate):
        return True
    foreign = item.candidate.document.lang != best.candidate.document.lang
    return foreign and (_lies_near(ask, best, item) if ask.kind in TYPED else item.relevant >= _LIKELY_FOREIGN)


def _of_a_third(best: Scored, sides: Sequence[Scored], near: Counterparts) -> list[Scored]:
    """Return the best of the further sides that a third document tells, where it comes near.

    In another language, or where the first is told by the document of the best sentence itself.
    """
    if not sides:
        return []
    told = (best.candidate.document.id, sides[0].candidate.document.id)
    alone = told[0] == told[1]
    further = (
        item
        for item in sides[1:]
        if item.candidate.document.id not in told
        and (alone or item.candidate.document.lang != sides[0].candidate.document.lang)
        and item.score >= sides[0].score - _NEAR_OTHER
        and not near.apart(best.candidate, item.candidate)
    )
    return list(further)[:1]


def another_reason(best: Scored, ranked: Sequence[Scored], near: Counterparts) -> list[Scored]:
    """Return the reason that another document about the matter gives for what is asked, where it gives another.

    Why something was done those who did it and those who watched tell differently.
    """
    found = (
        item
        for item in ranked[1:_MOST_LOOKED_AT]
        if item.point is not None
        and item.candidate.document.id != best.candidate.document.id
        and item.candidate.document.lang == best.candidate.document.lang
        and item.relevant >= _LIKELY_REASON
        and item.candidate.coverage >= _CARRIES_REASON * best.candidate.coverage
        and not (repeats(item, [best]) or same_point(item, [best]))
        and not near.apart(best.candidate, item.candidate)
    )
    return list(found)[:1]


def _gives_another(ask: Ask, one: Scored, other: Scored) -> bool:
    """Say whether another sentence gives a value that cannot hold beside that of one."""
    if one.point is None or other.point is None:
        return False
    return incompatible(ask, one.point.text, other.point.text)


def _lies_near(ask: Ask, one: Scored, other: Scored) -> bool:
    """Say whether the values of two sentences lie as near each other as what is told of one thing mostly does."""
    return one.point is not None and other.point is not None and near(ask, one.point.text, other.point.text)

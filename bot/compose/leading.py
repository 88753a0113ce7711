"""Which of the chosen sentences has the point, and the points that an answer begins with.

Invariant: a point is one of a chosen sentence; which sentences are chosen does not depend on it.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.compose.asked import Asked, Point, stretch
from bot.compose.choosing import NEAR_BEST
from bot.compose.point import clause, needs_type, points
from bot.compose.scoring import Scored
from bot.compose.together import together
from bot.manner import COMPARES, EACH
from bot.question import Ask

_READS_MORE = 0.05  # of the reader's relevance
_CARRIES_LESS = 0.1  # of the question's words; what carries less may be about something else
# Who holds a post or comes first another sentence may tell of another time.
_ONE_ANSWER = frozenset(("when", "count", "where", "what", "how"))


def leading(asked: Asked, ask: Ask, chosen: Sequence[Scored]) -> tuple[Point, ...]:
    """Return the point of the best sentence; where the question asks for each of several things, all of their kind.

    Where sources are said to differ, those of both sides; where each document is asked, none without a form of its own.
    Of several sentences the one that says most plainly what is asked for has the point, a reason before all. Where a
    sentence means rows by their places, their names are the point.
    """
    if rows := [(item.candidate, item.named) for item in chosen if item.named]:
        return tuple(stretch(row, name.start - row.start, name.end - row.start, 1.0) for row, name in rows)
    if asked.question.per_document and not needs_type(ask):  # what one document says is not what each says
        return ()
    best = _pointing(asked, ask, chosen)
    point = best.point or clause(asked, best.candidate)
    if best.point is not None and EACH.search(asked.question.text):
        every = [other for other in points(asked, ask, best.candidate) if other.fit >= NEAR_BEST * best.point.fit]
        return tuple(sorted(every, key=lambda other: other.span.start))
    if best.point is not None:
        point = together(asked, ask, best.point)
    sides = chosen[1:] if asked.question.doubts and point else ()
    return (*((point,) if point else ()), *(other.point for other in sides if other.point))


def reads_no_less(item: Scored, other: Scored) -> bool:
    """Say whether the reader takes a sentence for an answer no less than another."""
    return item.relevant >= other.relevant


def _pointing(asked: Asked, ask: Ask, chosen: Sequence[Scored]) -> Scored:
    """Return the sentence that has the point.

    It is the first, unless another says outright what is asked for, or the reader takes one that carries as much of the
    question for more of an answer to a question that wants one.
    """
    best = chosen[0]
    if ask.kind == "why":
        return max(chosen, key=lambda item: item.point.fit if item.point else 0.0)
    if best.point and best.point.plain:
        return best
    others = chosen[1:] if ask.kind == "what" else ()
    plain = next((o for o in others if o.point and o.point.plain and reads_no_less(o, best)), None)
    question = asked.question
    several = len(question.asks) > 1 or question.wants_all() or question.doubts or COMPARES.search(question.text)
    if plain or several or ask.kind not in _ONE_ANSWER:
        return plain or best
    least = best.relevant + _READS_MORE
    held = best.candidate.coverage - _CARRIES_LESS
    more = [
        other
        for other in chosen[1:]
        if other.point and _is_read(ask, other) and other.relevant >= least and other.candidate.coverage >= held
    ]
    return max(more, key=lambda o: o.relevant) if more and best.relevance is not None else best


def _is_read(ask: Ask, item: Scored) -> bool:
    """Say whether the reader has read a sentence, or a row of numbers; which name of a row is meant it knows less."""
    return item.relevance is not None and (ask.kind == "count" or item.candidate.passage.kind == "prose")

"""Which of the scored sentences an answer is made of: the best, and those that answer too and say something else.

Invariant: the best sentence comes first; no sentence is chosen twice, nor one that another already holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.compose.alike_rows import rows_alike
from bot.compose.asked import Asked, Point, stretch
from bot.compose.candidates import Candidate
from bot.compose.companions import companions, counts_only
from bot.compose.counterparts import Counterparts
from bot.compose.gathering import gathered
from bot.compose.other_side import TYPED, another_reason, other_side
from bot.compose.placed import rows_placed
from bot.compose.point import clause
from bot.compose.repeated import repeats, same_point
from bot.compose.scoring import Scored
from bot.compose.values import comparable
from bot.manner import COMPARES, EACH
from bot.question import Ask

NEAR_BEST = 0.82  # a further sentence must come this near the best one's score
# Where the reader has read: how many sentences answer at most, and how likely a further one has to.
_MOST_GATHERED, _LIKELY_GATHERED = 6, 0.4
_MOST_ANSWERING, _LIKELY = 2, 0.6
_SURE = 0.7  # relevance of the best sentence from which no other is needed
_MOST_LOOKED_AT = 16
_NEAR_SIDE = 0.6  # where each document is asked: how near another's sentence has to come
_NAMES_THINGS = frozenset(("what", "list"))  # asks that a place in a table does not answer, and the row there does
_MOST_STATEMENTS = {"list": 4, "what": 2, "how": 2, "why": 2, "yes-no": 2}


def choose(asked: Asked, ask: Ask, ranked: Sequence[Scored]) -> list[Scored]:
    """Return the sentences that answer an ask, the best first, and what the best one cannot do without.

    ``ranked`` are the sentences of the evidence, best first, at least one.
    """
    if rows := rows_alike(asked, ask, ranked):
        return rows
    chosen = _completed(asked, ask, _likely(asked, ask, ranked))
    if asked.question.wants_all() and not (len(chosen) > 1 and chosen[1].relevance is None):
        seen = {id(item.candidate) for item in chosen}
        chosen += [item for item in gathered(asked, ranked) if id(item.candidate) not in seen]
    return chosen if ask.kind not in _NAMES_THINGS else [*chosen, *_placed(chosen)]


def _placed(chosen: Sequence[Scored]) -> list[Scored]:
    """Return the rows that the chosen sentences mean by their places in a table, with their names and figures."""
    return [
        replace(item, candidate=one.row, point=None, marked=one.figure, named=one.name, relevance=None, parts=())
        for item in chosen
        for one in rows_placed(item.candidate)
    ]


def _likely(asked: Asked, ask: Ask, ranked: Sequence[Scored]) -> list[Scored]:
    """Return the best sentence and those that come near it and add to it."""
    best = ranked[0]
    if asked.question.per_document:
        return [best, *_of_other_documents(best, _comparable(ask, best, ranked))]
    if asked.question.doubts and best.relevance is not None:
        return [best, *other_side(asked, ask, best, ranked)]
    if best.relevance is not None:
        return _answering(asked, ask, ranked)
    most = _MOST_STATEMENTS.get(ask.kind, 1)
    chosen = [best]
    for item in ranked[1:]:
        if len(chosen) >= most or item.score < NEAR_BEST * best.score or item.candidate.own < 0.35:
            break
        if item.candidate.passage.kind != best.candidate.passage.kind or repeats(item, chosen):
            continue
        chosen.append(item)
    return chosen


def _comparable(ask: Ask, best: Scored, ranked: Sequence[Scored]) -> Sequence[Scored]:
    """Return the best sentence and those that give a date or a number like its own; all where none does."""
    if ask.kind not in TYPED or best.point is None:
        return ranked
    alike = [item for item in ranked[1:] if item.point and comparable(ask, best.point.text, item.point.text)]
    return [best, *alike] if alike else ranked


def _of_other_documents(best: Scored, ranked: Sequence[Scored]) -> list[Scored]:
    """Return the best sentence of another document that speaks of what is asked nearly as much.

    Of a third one only what the reader takes for an answer, and of the best one's own what stands beside it and answers
    too: a text may tell itself what others say.
    """
    first: dict[str, Scored] = {}
    for item in ranked[1:]:
        if item.score >= _NEAR_SIDE * best.score and not repeats(item, [best]):
            first.setdefault(item.candidate.document.id, item)
    beside = first.pop(best.candidate.document.id, None)
    others = list(first.values())
    more = [*others[1:], *([beside] if beside and beside.candidate.passage.id == best.candidate.passage.id else [])]
    more = [item for item in more if item.relevant >= _LIKELY_GATHERED]
    return [*others[:1], *sorted(more, key=lambda item: -item.score)[:1]]


def _answering(asked: Asked, ask: Ask, ranked: Sequence[Scored]) -> list[Scored]:
    """Return the best sentence and those that the reader says answer too and that say something else."""
    best = ranked[0]
    gathers = ask.kind == "list" or bool(COMPARES.search(asked.question.text) or EACH.search(asked.question.text))
    # of several statements each would have a source of its own
    alone = ask.kind == "source" or best.relevant >= _SURE
    most = _MOST_GATHERED if gathers else 1 if alone else _MOST_ANSWERING
    least = _LIKELY_GATHERED if gathers else _LIKELY
    chosen = [best]
    near = Counterparts(asked, ranked)
    for item in ranked[1:_MOST_LOOKED_AT]:
        if len(chosen) >= most:
            break
        if item.relevance is None or item.relevance < least or repeats(item, chosen) or same_point(item, chosen):
            continue
        if not gathers and item.score < NEAR_BEST * best.score:  # one in six of these answered
            continue
        if not near.apart(best.candidate, item.candidate):
            chosen.append(item)
    return chosen if ask.kind != "why" or len(chosen) > 1 else [*chosen, *another_reason(best, ranked, near)]


def _completed(asked: Asked, ask: Ask, chosen: Sequence[Scored]) -> list[Scored]:
    """Return the chosen sentences with what the best one cannot do without, instead of others that only come near."""
    before, after = companions(asked, ask, chosen[0].candidate)
    if not before and not after:
        return list(chosen)
    best = chosen[0]

    def beside(candidate: Candidate, point: Point | None = None) -> Scored:
        return Scored(candidate, best.score, replace(point, fit=1.0) if point else None, best.dated)

    told = after if ask.kind == "why" and counts_only(best.candidate.text) else ()  # the reasons, not how many
    whole = {one.start: stretch(one, 0, len(one.text.rstrip(" 。.")), 1.0) for one in told}
    pointed = [beside(one, clause(asked, one)) for one in before]
    return [best, *pointed, *(beside(one, whole.get(one.start)) for one in after)]

"""Which of several questions of one message the documents answer, and what an answer says of the others.

Invariant: what answers one of the questions is shown whatever became of the others, in their order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.compose.draft import Draft, merged
from bot.question import Question
from retrieval.hit import Evidence


@dataclass(frozen=True, slots=True)
class Told:
    """One question of a message by its number, from 1, in its own words and taken apart, with what was found for it."""

    number: int
    said: str
    asked: Question
    evidence: Evidence
    draft: Draft


def joined(told: Sequence[Told]) -> tuple[Draft, tuple[Told, ...]]:
    """Return the answers to the questions that have one as one draft, and the questions that have none.

    Of a single question, and where none is answered, the draft says itself what is missing.
    """
    answered = [one for at, one in enumerate(told) if one.draft.statements and not _only_repeats(one, told[:at])]
    if not answered:
        return merged([one.draft for one in told]), tuple(told) if len(told) > 1 else ()
    return merged([one.draft for one in answered]), tuple(one for one in told if one not in answered)


def _only_repeats(one: Told, earlier: Sequence[Told]) -> bool:
    """Say whether the answer to a question for a reason only says again what the questions before it were answered."""
    said = {statement.text for other in earlier for statement in other.draft.statements}
    points = [other.draft.short.text for other in earlier if other.draft.short]
    short = one.draft.short.text if one.draft.short else ""
    repeats = all(statement.text in said for statement in one.draft.statements)
    return one.asked.kinds() == {"why"} and repeats and any(point in short for point in points)

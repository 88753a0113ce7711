"""What the documents found tell of how near two sentences come: by their words, and by what their documents are about.

Invariant: a word counts by how few of the sentences found have it; nothing but these sentences and their documents is
looked at.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from bot.compose.asked import Asked
from bot.compose.candidates import Candidate, dates_in
from bot.compose.matters import Matters
from bot.compose.scoring import Scored
from bot.compose.values import of_one_time

_MOST = 6  # sentences of other documents that are held against the best one
_COVERS = 0.4  # of what the best sentence carries of the question, from which another is about the same
_SHARES_WORDS = 0.3  # of the weight of the best one's words, from which it is so too
_SHARES_ENOUGH = 0.15  # of the weight of the best one's words


class Counterparts:
    """How near other sentences of the evidence come to a chosen one."""

    def __init__(self, asked: Asked, ranked: Sequence[Scored]) -> None:
        """Compare the sentences that were found for a question."""
        self._asked = asked
        self._ranked = ranked

    @cached_property
    def _matters(self) -> Matters:
        found = (item.candidate.document for item in self._ranked)
        return self._asked.matters or Matters(found, self._asked.sentences)

    @cached_property
    def _rarity(self) -> dict[str, float]:
        held = Counter(word for item in self._ranked for word in self._words(item.candidate))
        whole = math.log(len(self._ranked) + 1)
        return {word: 1.0 - math.log(count) / whole for word, count in held.items()}

    def apart(self, one: Candidate, other: Candidate) -> bool:
        """Say whether two sentences stand in documents about different matters."""
        return self._matters.apart(one.document, other.document)

    def of_one_time(self, one: Candidate, other: Candidate) -> bool:
        """Say whether two sentences may tell of one event, by the dates that stand in them."""
        return of_one_time(*([date.value for date in dates_in(each.document, each)] for each in (one, other)))

    def shares(self, one: Candidate, other: Candidate) -> float:
        """Return how much of what one sentence says another has: the weight of its words that both have, in [0, 1]."""
        ours = {word: self._rarity.get(word, 1.0) for word in self._words(one)}
        total = sum(ours.values())
        theirs = self._words(other)
        return sum(weight for word, weight in ours.items() if word in theirs) / total if total else 0.0

    def carries_as_much(self, best: Candidate, other: Candidate) -> bool:
        """Say whether another sentence carries nearly as much of the question as the best one, or shares its words."""
        covers = other.coverage >= _COVERS * best.coverage
        return covers or self.shares(best, other) >= _SHARES_WORDS

    def nearest(self, best: Candidate) -> list[Scored]:
        """Return the sentences of other documents about the same matter that share most with a chosen one."""
        shared = [
            (self.shares(best, item.candidate), item)
            for item in self._ranked
            if item.candidate.document.id != best.document.id and not self.apart(best, item.candidate)
        ]
        near = sorted((pair for pair in shared if pair[0] >= _SHARES_ENOUGH), key=lambda pair: -pair[0])
        return [item for _, item in near[:_MOST]]

    def _words(self, candidate: Candidate) -> frozenset[str]:
        words = self._asked.sentences.words(candidate.text)
        return frozenset(word for word in words if not word[0].isdigit())  # in which the two may differ

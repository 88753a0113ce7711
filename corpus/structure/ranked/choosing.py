"""The likeliest meaning of each pointer of a sentence, told only where it is far likelier than all others together.

Invariant: how likely is a share of one: weights summed over signs, for all pointers and for those of one group, then
set against those of every other option and of none.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from corpus.places import lies_in, meet
from corpus.structure.ranked.mentioned import Mention, mentioned
from corpus.structure.ranked.options import Option, single
from corpus.structure.ranked.paired import pairs
from corpus.structure.ranked.pointers import Pointer
from corpus.structure.views import Sentence, View

PAIRED = ("pair", "former", "latter")


class Mentions:
    """What the sentences of one text mention, each read when it is first asked for."""

    def __init__(self, view: View, tongues: Mapping[int, str]) -> None:
        self.view = view
        self._tongues = tongues
        self._read: dict[int, tuple[Mention, ...]] = {}

    def __call__(self, sentence: Sentence) -> tuple[Mention, ...]:
        """Return what a sentence mentions."""
        found = self._read.get(sentence.start)
        if found is None:
            found = mentioned(self.view, sentence, self._tongues[sentence.start])
            self._read[sentence.start] = found
        return found


def options(view: View, pointer: Pointer, mentions: Mentions, tongue: str) -> list[Option]:
    """Return what a pointer may mean, at last that it means nothing."""
    mentions.view = view
    if pointer.group in PAIRED:
        return pairs(view, pointer, mentions)
    return single(view, pointer, mentions, tongue)


def weighed(option: Option, group: str) -> Iterator[tuple[str, float]]:
    """Yield the names and values of an option's signs: each for all pointers, and for those of its group."""
    family = "turn" if group in PAIRED else group
    for name, value in (*option.signs.items(), ("clear", float(option.clear and option.to != ()))):
        yield name, value
        yield f"{family}: {name}", value


def shares(found: Sequence[Option], group: str, weights: Mapping[str, float]) -> list[float]:
    """Return how likely each option is; together they are one."""
    sums = [sum(weights.get(name, 0.0) * value for name, value in weighed(one, group)) for one in found]
    most = max(sums)
    grown = [math.exp(one - most) for one in sums]
    total = sum(grown)
    return [one / total for one in grown]


def likeliest(found: Sequence[Option], chances: Sequence[float], group: str) -> tuple[int, float]:
    """Return the likeliest option and how likely it is, with those that say more or less of the same.

    Where nothing in a short statement is likely by itself, the statement is as likely as all that it holds together.
    """
    best = max(range(len(found)), key=chances.__getitem__)
    to = found[best].to
    if len(to) != 1:
        share = chances[best]
    else:
        share = sum(
            chance
            for one, chance in zip(found, chances, strict=True)
            if len(one.to) == 1 and one.sort == found[best].sort and meet(one.to[0], to[0])
        )
    if group not in _OF_STATEMENTS or (to and share >= _SURE):
        return best, share
    for n, one in enumerate(found):
        if one.sort == "said" and "said quote" not in one.signs and one.to[0].end - one.to[0].start <= _SHORT:
            held = sum(
                chance
                for other, chance in zip(found, chances, strict=True)
                if len(other.to) == 1 and lies_in(other.to[0], one.to[0])
            )
            if held > max(share, _SURE):
                best, share = n, held
    return best, share


_OF_STATEMENTS = ("it", "said", "noun", "sono")
_SURE = 0.6
_SHORT = 60

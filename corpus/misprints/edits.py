"""What may have been written where a Japanese text prints something: one character changed, lost, doubled or joined.

Invariant: edits are read from shapes and from what the same text prints elsewhere; whether one is likely is not asked.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from corpus.misprints import lookalikes
from corpus.normalize import modern

Kind = Literal["script", "size", "voice", "kana", "kanji", "old", "doubled", "swapped", "split", "name"]

_HAN = re.compile("[一-鿿]")
_KANA = re.compile("[ぁ-んァ-ヶ]")
_RUN = re.compile("[々一-鿿ァ-ヶー]{4,}")
_GRAM = 4  # characters of a name that must agree but for one
_OFTEN = 3  # times that a text prints a name in the way held to be right

Names = Mapping[tuple[int, str], str]
"""Characters that a text prints ``_OFTEN`` at a place of four characters, by the place and the three others."""


@dataclass(frozen=True, slots=True)
class Edit:
    """``new`` stands for the ``size`` characters printed at ``start``."""

    start: int
    size: int
    new: str
    kind: Kind


def edits(text: str, at: int, end: int, names: Names) -> Iterator[Edit]:
    """Yield what may have been written at one place of a clause that ends at ``end``."""
    char = text[at]
    han, kana = _HAN.match(char), _KANA.match(char)
    if not (han or kana or lookalikes.lookalikes(char)):
        return
    for other, kind in lookalikes.lookalikes(char):
        yield Edit(at, 1, other, kind)
    if han and (written := modern(char)) != char:
        yield Edit(at, 1, written, "old")
    for other in _named(text, at, names):
        yield Edit(at, 1, other, "name")
    if at + 1 >= end:
        return
    after = text[at + 1]
    if after == char:
        yield Edit(at, 1, "", "doubled")
    elif kana and _KANA.match(after):
        yield Edit(at, 2, after + char, "swapped")
    if whole := lookalikes.joined(char + after):
        yield Edit(at, 2, whole, "split")


@lru_cache(maxsize=64)
def names_of(text: str) -> Names:
    """Return what a text prints often in its names and compounds, to hold what it prints once against it."""
    counted = Counter(run[0][at : at + _GRAM] for run in _RUN.finditer(text) for at in range(len(run[0]) - _GRAM + 1))
    names: dict[tuple[int, str], str] = defaultdict(str)
    for gram, count in counted.items():
        if count >= _OFTEN:
            for place, char in enumerate(gram):
                names[place, gram[:place] + gram[place + 1 :]] += char
    return dict(names)


def _named(text: str, at: int, names: Names) -> Iterator[str]:
    """Yield the characters that the text prints often in the place of one, between the same three others."""
    found: set[str] = set()
    for place in range(_GRAM):
        gram = text[max(at - place, 0) : at - place + _GRAM]
        if len(gram) == _GRAM and place <= at:
            found |= set(names.get((place, gram[:place] + gram[place + 1 :]), ""))
    if text[at] not in found:
        yield from sorted(found)

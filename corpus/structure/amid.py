"""Marks in whole brackets amid the words of a sentence (所長の和泉（4）は), where nothing but their number tells them.

Invariant: such a number is a mark only where it stands once in the text, one note prints it, and it counts on between
the marks around it; an item of a row (理由は（1）費用、（2）人手), a paragraph of a law or an equation is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from corpus.structure.blocks import Block
from corpus.structure.notes import plain_marker
from corpus.structure.pointing import TEXT, Cut

_BRACKETED = re.compile(r"[(（]([0-9０-９]{1,3})[)）]")
_AMID = re.compile(
    r"(?<=[一-鿿々ぁ-ヺーA-Za-z％%」』”])(?<![はがをにとでもへのやかばてりら表図式例問条項号款])"
    r"[(（]([0-9０-９]{1,3})[)）](?=[ぁ-ん])"
)
_FORMS = frozenset(("paren", "half", "word"))  # of the notes to which brackets point


@dataclass(frozen=True, slots=True)
class _Candidate:
    number: int
    at: int  # original offset
    line: int
    cut: Cut


def amid_marks(
    blocks: Sequence[Block], known: Sequence[tuple[int, str]], forms: Mapping[str, Collection[str]]
) -> dict[int, list[Cut]]:
    """Return the marks amid words by the number of their line; ``known`` are those told by their form."""
    printed = Counter(block.marker for block in blocks if block.kind == "note")
    notes = {int(name) for name, kinds in forms.items() if name.isdecimal() and _FORMS & set(kinds)}
    once = {number for number in notes if printed[str(number)] == 1}
    found, candidates = _candidates(blocks, once) if once else (Counter(), [])
    first: dict[int, int] = {}
    for at, name in sorted(known):
        if name.isdecimal():
            first.setdefault(int(name), at)
    alone = [one for one in candidates if found[one.number] == 1 and one.number not in first]
    places = [*((at, number) for number, at in first.items()), *((one.at, one.number) for one in alone)]
    told = [
        one for one in alone if all((at < one.at) == (number < one.number) for at, number in places if at != one.at)
    ]
    if 2 * len(notes & {*first, *(one.number for one in told)}) < len(notes):
        return {}
    cuts: dict[int, list[Cut]] = {}
    for one in told:
        cuts.setdefault(one.line, []).append(one.cut)
    return cuts


def _counts_on(one: _Candidate, places: Sequence[tuple[int, int]]) -> bool:
    """Say whether every lower number stands before a candidate and every higher one behind it."""
    return all((at < one.at) == (number < one.number) for at, number in places if at != one.at)


def _candidates(blocks: Sequence[Block], numbers: Collection[int]) -> tuple[Counter[int], list[_Candidate]]:
    """Return how often each number stands in brackets behind other words, and where it stands amid words."""
    found: Counter[int] = Counter()
    amid: list[_Candidate] = []
    for block in blocks:
        if block.kind not in TEXT:
            continue
        for piece in block.slices:
            text = piece.text
            found.update(int(plain_marker(match[1])) for match in _BRACKETED.finditer(text) if match.start())
            for match in _AMID.finditer(text):
                number = int(plain_marker(match[1]))
                if number in numbers:
                    first = piece.start + match.start()
                    cut = (first, piece.start + match.end(), (str(number),))
                    amid.append(_Candidate(number, piece.line.at[first], piece.line.number, cut))
    return found, amid

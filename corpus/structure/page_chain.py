"""Numbers that count on from page to page.

Invariant: no number of the longest chain stands before the one it counts on from, nor nearer than a page is long.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate

from corpus.structure.lines import Line, width


def chain(lines: Sequence[Line], bare: Mapping[int, int], least: int) -> set[int]:
    """Return the lines of the numbers that count on: rising by 1 or 2 with so many columns of text between."""
    before = [0, *accumulate(width(line.text.strip()) for line in lines)]
    ends: dict[int, list[tuple[int, int, int]]] = defaultdict(list)  # by number: text before, longest chain, its line
    came: dict[int, int] = {}
    best, last = 0, -1
    for i in sorted(bare):
        longest, from_line = 1, -1
        for number in (bare[i] - 1, bare[i] - 2):
            at = bisect_right(ends[number], (before[i] - least, len(lines), len(lines))) - 1
            if at >= 0 and ends[number][at][1] >= longest:
                longest, from_line = ends[number][at][1] + 1, ends[number][at][2]
        came[i] = from_line
        known = ends[bare[i]]
        better = known and known[-1][1] >= longest
        known.append((before[i + 1], known[-1][1], known[-1][2]) if better else (before[i + 1], longest, i))
        if longest > best:
            best, last = longest, i
    chain: set[int] = set()
    while last >= 0 and best >= 2:
        chain.add(last)
        last = came[last]
    return chain

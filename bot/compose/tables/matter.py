"""Which of several tables a question names more of, as it is printed.

Invariant: only runs with two characters of Han or katakana count, since names in them are quoted in questions of any
language; dates do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.compose.tables.grid import Grid
from bot.compose.tables.reading import Reading
from bot.compose.tables.support import is_written
from bot.compose.tables.words import light

_SHORTEST = 2
_SAID_ASIDE = re.compile(r"[（(].*$", re.DOTALL)  # 乾燥ナマコ（体長10cm以上）


def outdone(readings: Sequence[Reading]) -> tuple[bool, ...]:
    """Say of each reading whether the question spells out in another table all that it does in this one, and more."""
    spelled = [_spelled(reading.query.plain, reading.grid) for reading in readings]
    every = frozenset(spelled)
    return tuple(any(one < more and _longest_run(more - one) >= _SHORTEST for more in every) for one in spelled)


def _spelled(plain: str, grid: Grid) -> frozenset[int]:
    """Return the places of a question whose words a table prints: in its caption, around it, in headers and names."""
    text = _text_of(grid, plain)
    found: set[int] = set()
    start = 0
    while start < len(plain):
        end = start + _SHORTEST
        while end <= len(plain) and is_written(plain[start:end]) and plain[start:end] in text:
            end += 1
        if _names_something(plain[start : end - 1]):
            found.update(range(start, end - 1))
            start = end - 1
        else:
            start += 1
    return frozenset(found)


def _names_something(run: str) -> bool:
    """Say whether a run is more than particles and the end of a verb (になる, 膨らんだ)."""
    return sum(not "ぁ" <= character <= "ん" for character in run) >= _SHORTEST


def _text_of(grid: Grid, plain: str) -> str:
    table = grid.table
    around = (table.label, table.caption, table.source, *grid.section, grid.document.title)
    names = (_SAID_ASIDE.sub("", light(line.name.text)).strip() for line in grid.body)
    spelled = [name for name in names if name in plain]
    columns = (part for column in grid.columns for part in (column.header, column.unit))
    return "\n".join((light("\n".join((*around, *columns))), *spelled))


def _longest_run(places: frozenset[int]) -> int:
    """Return the length of the longest stretch of neighbouring places."""
    return max((_run_from(place, places) for place in places if place - 1 not in places), default=0)


def _run_from(place: int, places: frozenset[int]) -> int:
    length = 1
    while place + length in places:
        length += 1
    return length

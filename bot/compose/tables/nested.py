"""Rows that hold the figures of other rows again: sub-totals (小計), and parts of the row above (うち).

Invariant: what is printed stays a row that can be asked for; it only never counts beside the rows it repeats. By
arithmetic alone a row is a sub-total only where two columns agree that it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.compose.tables.grid import Line
from corpus.structure.figures import figure

_SUB_TOTAL = re.compile(r"小[計计]|소계|\bsub-?totals?\b", re.IGNORECASE)
_PART = re.compile(
    r"[\s　（(]*(?:うち|内[、，:：]|内訳[:：]?|of which\b|including\b|其中|[이그]\s?중\b)", re.IGNORECASE
)
_MAY_ADD_UP = re.compile(r"[計计계]$|合計|合计|\btotals?\b", re.IGNORECASE)
_BY_FIGURES_ALONE = 2  # columns that must agree where the name says nothing
_TELLING = 100  # a smaller sum comes about by chance
_LONGEST_RUN = 60


def with_nested(lines: Sequence[Line], measures: Sequence[int]) -> list[Line]:
    """Return the rows in order, those that hold others' figures again marked ``nested``.

    ``measures`` are the indices of the columns of figures.
    """
    named = [replace(line, nested=not line.total and _says_so(line.name.text)) for line in lines]
    figures = [[None if line.nested else figure(line.cell(column).text) for column in measures] for line in named]
    found = []
    for n, line in enumerate(named):
        needed = 1 if _MAY_ADD_UP.search(line.name.text.strip()) else _BY_FIGURES_ALONE
        again = not line.total and _adds_up(named, figures, n) >= needed
        found.append(replace(line, nested=True) if again else line)
    return found if any(not line.nested and not line.total for line in found) else list(lines)


def bare_name(line: Line) -> str:
    """Return what a row is called, without the words that make it a part of the row above (うち)."""
    name = line.name.text.strip()
    part = _PART.match(name) if line.nested else None
    return name[part.end() :].strip(" 　、）)") if part else name


def _says_so(name: str) -> bool:
    return bool(_SUB_TOTAL.search(name) or _PART.match(name.strip()))


def _adds_up(lines: Sequence[Line], figures: Sequence[Sequence[Decimal | None]], n: int) -> int:
    """Return in how many columns a row is the sum of the same run of two or more rows right above or below it."""
    best = 0
    for step in (-1, 1):
        sums = [Decimal(0)] * len(figures[n])
        at = n + step
        while 0 <= at < len(lines) and abs(at - n) <= _LONGEST_RUN and not lines[at].total:
            sums = [held + (value or 0) for held, value in zip(sums, figures[at], strict=True)]
            if abs(at - n) > 1:
                best = max(best, _agreeing(figures[n], sums))
            at += step
    return best


def _agreeing(printed: Sequence[Decimal | None], sums: Sequence[Decimal]) -> int:
    """Return how many of a row's figures are the sums, or nothing where one is not."""
    held = [(value, total) for value, total in zip(printed, sums, strict=True) if value is not None]
    if any(value != total for value, total in held):
        return 0
    return sum(abs(value) >= _TELLING for value, _ in held)

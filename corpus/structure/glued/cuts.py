"""All ways to cut figures that ran together into the columns of a table.

Invariant: every way takes all the characters in order, a figure is never cut at a comma or a point, and there are at
most `MOST` ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

MOST = 500  # ways to cut one row; more decide nothing
_STEPS = 10_000  # of looking for them
_WHOLE = re.compile(r"\d{1,3}(?:,\d{3})+")
_DIGITS = re.compile(r"\d+")
_SIGNS = "△▲-+"
EMPTY = "_"  # stands in a run for a cell that is known to hold no figure


class TooMany(Exception):
    """There are more ways, or sums of them, than are looked at."""


class Piece(NamedTuple):
    """A figure at ``[start, end)`` of a run: its number in units of its last printed place, None for a sign for none.

    ``places`` counts its decimals.
    """

    start: int
    end: int
    value: int | None
    places: int

    @property
    def amount(self) -> float:
        """Return the number itself; only where there is one."""
        return float((self.value or 0) / 10**self.places)


Cut = tuple[Piece | None, ...]  # one for each column, None where its cell is empty


def full(cut: Cut) -> bool:
    """Say whether a way to cut a row gives every column a number."""
    return all(piece is not None and piece.value is not None for piece in cut)


def tokens(run: str) -> list[tuple[int, int]]:
    """Return the stretches between the spaces of a run: a space is a border of columns."""
    return [match.span() for match in re.finditer(r"\S+", run)]


def formats(runs: Sequence[str], columns: int) -> Iterator[tuple[int, ...]]:
    """Yield how many decimals each column may have: as many columns have them as the run with most points has points.

    All columns with decimals have as many, one to three.
    """
    points = max((run.count(".") for run in runs), default=0)
    if not points:
        yield (0,) * columns
        return
    for chosen in combinations(range(columns), points):
        for places in (1, 2, 3):
            yield tuple(places if column in chosen else 0 for column in range(columns))


def cuts(run: str, places: Sequence[int], grouped: bool) -> tuple[Cut, ...]:
    """Return the ways to cut a run, its signs folded, into columns with so many decimals.

    ``grouped``: the table sets thousands off with commas, so that no figure has four digits without one.
    Raises `TooMany` where there are more than `MOST`.
    """
    walk = _Walk(run, tuple(places), grouped)
    if not walk.go(tuple(tokens(run)), ()):
        raise TooMany
    return tuple(walk.found)


class _Walk:
    """Goes through the ways to cut one run, at most so many steps; ``found`` are the ways."""

    def __init__(self, run: str, places: tuple[int, ...], grouped: bool) -> None:
        self.run, self.places, self.grouped = run, places, grouped
        self.found: list[Cut] = []
        self.steps = 0

    def go(self, rest: tuple[tuple[int, int], ...], done: Cut) -> bool:
        """Add the ways that begin with ``done`` and cut the stretches ``rest``; False when there are too many."""
        self.steps += 1
        column = len(done)
        left = len(self.places) - column
        if not rest and not left:
            self.found.append(done)
        if len(self.found) > MOST or self.steps > _STEPS:
            return False
        if len(rest) > left or not left or self.run.count(".", rest[0][0] if rest else len(self.run)) > left:
            return True
        if rest and self.run[rest[0][0]] == EMPTY:
            return self.go(rest[1:], (*done, None))
        if rest:
            (start, end), others = rest[0], rest[1:]
            for piece in _pieces(self.run, start, end, self.places[column], self.grouped):
                behind = others if piece.end == end else ((piece.end, end), *others)
                if not self.go(behind, (*done, piece)):
                    return False
        return self.go(rest, (*done, None))


def _pieces(run: str, start: int, end: int, places: int, grouped: bool) -> Iterator[Piece]:
    """Yield the figures, and the sign for none, that may open the stretch ``[start, end)``."""
    at = start
    sign = run[at] if run[at] in _SIGNS else ""
    at += len(sign)
    if sign == "-":
        yield Piece(start, at, None, places)
    if at >= end:
        return
    for stop in _integers(run, at, end, grouped):
        last = stop
        if places:
            last = stop + 1 + places
            if run[stop : stop + 1] != "." or last > end or not run[stop + 1 : last].isdigit():
                continue
        if run[last : last + 1] in (".", ",") and last < end:
            continue
        value = int(re.sub(r"[,.]", "", run[at:last]))
        last += run[last:end].startswith("%")
        yield Piece(start, last, -value if sign and sign != "+" else value, places)


def _integers(run: str, at: int, end: int, grouped: bool) -> Iterator[int]:
    """Yield where the digits before the point of a figure may end."""
    whole = _WHOLE.match(run, at, end)
    if whole:
        yield whole.end()
        return
    digits = _DIGITS.match(run, at, end)
    if not digits:
        return
    most = min(len(digits[0]), 3 if grouped else 9)
    for length in range(1, most + 1):
        if length > 1 and digits[0][0] == "0":
            return
        yield at + length

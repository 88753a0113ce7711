"""Which way to cut each row of a table whose columns ran together, where the rows themselves decide it.

Invariant: a row is cut only where exactly one way agrees with all that binds it; what binds it is told with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

from corpus.structure.glued.cuts import Cut, cuts, formats, full, tokens
from corpus.structure.glued.relations import Relation, chance, holds, row_relations, shares
from corpus.structure.glued.totals import adding_up

_ROWS = 60
_COLUMNS = 7
_TELLING = -3.5  # the decimal logarithm of how probable it may be that a relation holds in all rows by accident
_ALONE = 0.05  # how many of the ways to cut one row may be expected to show the relation by accident
_BETTER = 3.0  # the decimal logarithm of how much less probable one number of decimals is than another that counts
_SAY = {
    "change": "the change it prints",
    "ratio": "the ratio it prints",
    "difference": "the difference it prints",
    "sum": "the sum it prints",
    "share": "the shares of the total",
}


@dataclass(frozen=True, slots=True)
class Decided:
    """A row cut into columns: the ``[start, end)`` of each figure in its run, None for an empty cell, and why so.

    ``why`` is empty where the figures stand apart as printed and nothing else binds them.
    """

    spans: tuple[tuple[int, int] | None, ...]
    why: str


@dataclass(frozen=True, slots=True)
class _Format:
    """The ways left for each row where the columns have so many decimals, and what left them.

    ``odds`` is the decimal logarithm of how probable it is that all this is an accident.
    """

    ways: tuple[tuple[Cut, ...], ...]
    why: tuple[tuple[str, ...], ...]
    odds: float = 0.0

    @property
    def told(self) -> bool:
        return any(self.why)


def decide(runs: Sequence[str], columns: int, total: int | None, rates: frozenset[int]) -> tuple[Decided | None, ...]:
    """Return how each run (its signs folded) is cut, None where the table does not decide it.

    ``total``: which row adds up the others, if one says so; ``rates``: the columns that are named as rates, which do
    not add up.
    """
    nothing: tuple[Decided | None, ...] = (None,) * len(runs)
    if not 2 <= columns <= _COLUMNS or not 2 <= len(runs) <= _ROWS:
        return nothing
    grouped = sum(run.count(",") for run in runs) > 1
    found = [one for places in formats(runs, columns) if (one := _format(runs, places, grouped, total, rates))]
    best = min((one.odds for one in found), default=0.0)
    told = [one for one in found if one.told and one.odds < best + _BETTER]
    if not told and not all(any(full(cut) for one in found for cut in one.ways[row]) for row in range(len(runs))):
        return nothing  # the form of the figures says enough only where all rows have it
    return tuple(_row(row, runs[row], told or found, grouped) for row in range(len(runs)))


def _row(row: int, run: str, formats_left: Sequence[_Format], grouped: bool) -> Decided | None:
    spans = {_spans(cut) for one in formats_left for cut in one.ways[row]}
    if len(spans) != 1:
        return None
    only = spans.pop()
    why = list(dict.fromkeys(words for one in formats_left for words in one.why[row]))
    if not why and len(tokens(run)) < len(only):
        if not grouped or None in only:
            return None
        why = ["its thousands and decimals"]
    return Decided(only, " and ".join(why))


def _spans(cut: Cut) -> tuple[tuple[int, int] | None, ...]:
    return tuple((piece.start, piece.end) if piece else None for piece in cut)


def _format(
    runs: Sequence[str], places: tuple[int, ...], grouped: bool, total: int | None, rates: frozenset[int]
) -> _Format | None:
    """Return the ways left for each row where the columns have so many decimals; None where some have none at all."""
    ways: list[tuple[Cut, ...]] = []
    missing = 0
    for run in runs:
        ways.append(cuts(run, places, grouped))
        missing += not ways[-1]
        if missing > len(runs) // 4:
            return None
    why: list[list[str]] = [[] for _ in runs]
    related: set[int] = set()
    odds = 0.0
    relations = (*row_relations(places), *(shares(ways[total], len(places)) if total is not None else ()))
    for relation in relations:
        left, accident = _related(ways, relation, len(relations))
        odds += accident
        for row, kept in left.items():
            ways[row] = kept
            why[row].append(_SAY[relation.kind])
        if left and relation.kind in ("change", "ratio"):
            related.add(relation.at)
    if total is not None:
        odds += _add_up(ways, why, total, _additive(places, rates | related))
    return _Format(tuple(ways), tuple(tuple(dict.fromkeys(one)) for one in why), odds)


def _related(
    ways: Sequence[tuple[Cut, ...]], relation: Relation, tried: int
) -> tuple[dict[int, tuple[Cut, ...]], float]:
    """Return the ways that a relation leaves, by row, where it holds so often that it is none by accident.

    With them goes the decimal logarithm of how probable that accident is for one of so many relations that were tried.
    """
    left: dict[int, tuple[Cut, ...]] = {}
    failed = 0
    accident = log10(tried)
    for row, found in enumerate(ways):
        chances = [(cut, one) for cut in found if full(cut) and (one := chance(relation, cut)) is not None]
        if not chances:
            continue
        expected = sum(one for _, one in chances)
        kept = tuple(cut for cut, _ in chances if holds(relation, cut))
        if not kept:
            failed += 1
            continue
        accident += log10(min(1.0, max(expected, 1e-9)))
        left[row] = kept if expected <= _ALONE else (*kept, *(cut for cut in found if not full(cut)))
    if failed > len(left) // 4 or accident + failed > _TELLING:
        return {}, 0.0
    return left, accident


def _additive(places: Sequence[int], rates: frozenset[int] | set[int]) -> tuple[int, ...]:
    """Return the columns that a total row adds up: not the rates, nor those with decimals beside some without."""
    mixed = len(set(places)) > 1
    return tuple(c for c in range(len(places)) if c not in rates and not (mixed and places[c]))


def _add_up(ways: list[tuple[Cut, ...]], why: list[list[str]], total: int, columns: Sequence[int]) -> float:
    """Leave the ways that add up to the total row; return the decimal logarithm of how probable that is by accident."""
    others = [row for row in range(len(ways)) if row != total]
    kept = adding_up([ways[row] for row in others], ways[total], columns)
    if kept is None:
        return 0.0
    for row, left in zip([*others, total], kept[0], strict=True):
        ways[row] = tuple(left)
        why[row].append("the total row")
    return log10(max(kept[1], 1e-9))

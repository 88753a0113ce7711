"""Which way to cut each row of a table whose columns ran together, where the rows themselves decide it.

Invariant: a row is cut only where exactly one way agrees with all that binds it; what binds it is told with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

from corpus.structure.glued.cuts import Cut, TooMany, cuts, formats, full, tokens
from corpus.structure.glued.relations import Relation, chance, holds, row_relations, shares
from corpus.structure.glued.totals import adding_up

_ROWS = 60
_COLUMNS = 7
_WAYS = 6000  # of cutting all rows, whatever the number of decimals; more decide nothing
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

    ``related`` and ``added`` are the decimal logarithms of how probable it is that the relations and the total row hold
    by accident, ``added`` None where there were too many sums to know.
    """

    ways: tuple[tuple[Cut, ...], ...]
    why: tuple[tuple[str, ...], ...]
    related: float
    added: float | None

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
    likely = [places for places in formats(runs, columns) if _as_named(places, rates)]
    found: list[_Format] = []
    looked = 0
    for places in likely:
        try:
            ways = _ways(runs, places, grouped)
        except TooMany:
            return nothing
        looked += sum(map(len, ways or ()))
        if looked > _WAYS:
            return nothing
        if ways is not None:
            found.append(_format(ways, places, total, rates))
    told = _best(found)
    if not told and not all(any(full(cut) for one in found for cut in one.ways[row]) for row in range(len(runs))):
        return nothing  # the form of the figures says enough only where all rows have it
    bordered = any("." in run and len(tokens(run)) > 1 for run in runs)  # a border in one row tells the decimals of all
    formed = grouped or (len(found) == 1 and bordered)
    return tuple(_row(row, runs[row], told or found, formed) for row in range(len(runs)))


def _as_named(places: Sequence[int], rates: frozenset[int]) -> bool:
    """Say whether decimals stand in a column named as a rate, where only some columns have them and one is named so."""
    bare = any(not places[column] for column in rates)
    return not (bare and any(places[column] for column in range(len(places)) if column not in rates))


def _best(found: Sequence[_Format]) -> list[_Format]:
    """Return the numbers of decimals for which something speaks, without those for which much less does."""
    known = all(one.added is not None for one in found)
    odds = [one.related + (one.added or 0.0 if known else 0.0) for one in found]
    best = min(odds, default=0.0) + _BETTER
    if not any(one.told for one in found):
        return []
    return [one for one, its in zip(found, odds, strict=True) if its < best]


def _row(row: int, run: str, formats_left: Sequence[_Format], formed: bool) -> Decided | None:
    spans = {_spans(cut) for one in formats_left for cut in one.ways[row]}
    if len(spans) != 1:
        return None
    only = spans.pop()
    why = list(dict.fromkeys(words for one in formats_left for words in one.why[row]))
    if not why and len(tokens(run)) < len(only):
        if not formed or None in only:
            return None
        why = ["its thousands and decimals"]
    return Decided(only, " and ".join(why))


def _spans(cut: Cut) -> tuple[tuple[int, int] | None, ...]:
    return tuple((piece.start, piece.end) if piece else None for piece in cut)


def _ways(runs: Sequence[str], places: tuple[int, ...], grouped: bool) -> list[tuple[Cut, ...]] | None:
    """Return the ways to cut each row where the columns have so many decimals; None where some have none."""
    ways: list[tuple[Cut, ...]] = []
    missing = 0
    for run in runs:
        ways.append(cuts(run, places, grouped))
        missing += not ways[-1]
        if missing > len(runs) // 4:
            return None
    return ways


def _format(ways: list[tuple[Cut, ...]], places: tuple[int, ...], total: int | None, rates: frozenset[int]) -> _Format:
    """Return the ways that what binds the rows leaves for each."""
    why: list[list[str]] = [[] for _ in ways]
    rates, related = _relate(ways, why, places, total, rates)
    added: float | None = 0.0
    if total is not None:
        try:
            added = _add_up(ways, why, total, _additive(places, rates))
        except TooMany:
            added = None
    return _Format(tuple(ways), tuple(tuple(dict.fromkeys(one)) for one in why), related, added)


def _relate(
    ways: list[tuple[Cut, ...]], why: list[list[str]], places: Sequence[int], total: int | None, rates: frozenset[int]
) -> tuple[frozenset[int], float]:
    """Leave the ways that the relations leave which hold; where several say what a column is, those of any of them.

    Return which columns are rates, and the decimal logarithm of how probable all this is by accident.
    """
    relations = [*row_relations(places), *(shares(ways[total], len(places)) if total is not None else ())]
    odds = 0.0
    for at in sorted({relation.at for relation in relations}):
        rivals = [relation for relation in relations if relation.at == at]
        results = [(one, *_related(ways, one, len(relations))) for one in rivals]
        holding = [(one, left, accident) for one, left, accident in results if left]
        odds += min((accident for _, _, accident in holding), default=0.0)
        for row in range(len(ways)):
            if holding and all(row in left for _, left, _ in holding):
                kept = {cut for _, left, _ in holding for cut in left[row]}
                ways[row] = tuple(cut for cut in ways[row] if cut in kept)
                why[row].append(" or ".join(dict.fromkeys(_SAY[one.kind] for one, _, _ in holding)))
        if holding and all(one.kind in ("change", "ratio") for one, _, _ in holding):
            rates |= {at}
    return rates, odds


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

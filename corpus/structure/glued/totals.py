"""Rows bound by a total row: which ways to cut each of them add up to it, column by column.

Invariant: a way is dropped only when no ways of the other rows add up with it, each sum give or take what rounding
makes; where there are too many sums to look at, none is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.structure.glued.cuts import Cut, full

_MOST = 20_000  # sums that are looked at
_TELLING = 0.02  # how many ways may be expected to add up by accident

Sums = tuple[int, ...]


def adding_up(
    rows: Sequence[Sequence[Cut]], totals: Sequence[Cut], columns: Sequence[int]
) -> tuple[list[list[Cut]], float] | None:
    """Return the ways to cut each row, last the total row, that add up in ``columns``; None where that tells nothing.

    With them goes how many ways may be expected to add up by accident. It tells nothing where no ways add up, there are
    too many, or some would by accident.
    """
    totals = [cut for cut in totals if full(cut)]
    if not columns or not totals or not all(rows):
        return None
    room = (len(rows) + 1) // 2
    wanted = {_sums(cut, columns) for cut in totals}
    most = tuple(max(sums[i] for sums in wanted) + room for i in range(len(columns)))
    signed = tuple(any(_sums(cut, columns)[i] < 0 for ways in rows for cut in ways) for i in range(len(columns)))
    reached: list[set[Sums]] = [{(0,) * len(columns)}]
    for ways in rows:
        steps = {_sums(cut, columns) for cut in ways}
        if len(steps) * len(reached[-1]) > _MOST * 5:
            return None
        sums = {_plus(done, step) for done in reached[-1] for step in steps}
        kept = {one for one in sums if all(s or n <= m for n, m, s in zip(one, most, signed, strict=True))}
        if len(kept) > _MOST or not kept:
            return None
        reached.append(kept)
    expected = _accidents(rows, totals, columns, signed, room)
    kept_ways = _kept(rows, totals, columns, reached, room) if expected <= _TELLING else None
    return (kept_ways, expected) if kept_ways else None


def _kept(
    rows: Sequence[Sequence[Cut]], totals: Sequence[Cut], columns: Sequence[int], reached: list[set[Sums]], room: int
) -> list[list[Cut]] | None:
    """Go back from the total row through the sums that were reached."""
    ends = set(reached[-1])
    good_totals = [cut for cut in totals if any(_near(_sums(cut, columns), sums, room) for sums in ends)]
    back = {sums for sums in ends if any(_near(_sums(cut, columns), sums, room) for cut in good_totals)}
    if not back:
        return None
    kept: list[list[Cut]] = [good_totals]
    for at in range(len(rows) - 1, -1, -1):
        good: list[Cut] = []
        before: set[Sums] = set()
        for cut in rows[at]:
            step = _sums(cut, columns)
            origins = {_minus(sums, step) for sums in back} & reached[at]
            if origins:
                good.append(cut)
                before |= origins
        kept.append(good)
        back = before
    return [*reversed(kept[1:]), kept[0]]


def _accidents(
    rows: Sequence[Sequence[Cut]], totals: Sequence[Cut], columns: Sequence[int], signed: Sequence[bool], room: int
) -> float:
    """Return how many ways would add up if the total row had nothing to do with the rows, none above its figures."""
    expected = 0.0
    for total in totals:
        wanted = _sums(total, columns)
        ways = 1.0
        for row in rows:
            ways *= sum(
                all(s or n <= w + room for n, w, s in zip(_sums(cut, columns), wanted, signed, strict=True))
                for cut in row
            )
        for one in wanted:
            ways *= min(1.0, (2 * room + 1) / max(abs(one), 1))
        expected += ways
    return expected


def _sums(cut: Cut, columns: Sequence[int]) -> Sums:
    return tuple((piece.value or 0) if (piece := cut[c]) else 0 for c in columns)


def _plus(one: Sums, other: Sums) -> Sums:
    return tuple(a + b for a, b in zip(one, other, strict=True))


def _minus(one: Sums, other: Sums) -> Sums:
    return tuple(a - b for a, b in zip(one, other, strict=True))


def _near(one: Sums, other: Sums, room: int) -> bool:
    return all(abs(a - b) <= room for a, b in zip(one, other, strict=True))

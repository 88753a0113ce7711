"""Rows bound by a total row: which ways to cut each of them add up to it, column by column.

Invariant: a way is dropped only when no ways of the other rows add up with it, each sum give or take what rounding
makes; where there are too many sums to look at, none is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.structure.glued.cuts import Cut, TooMany, full

_MOST = 12_000  # sums that are kept
_STEPS = 150_000  # additions
_TELLING = 0.02  # how many ways may be expected to add up by accident

Sums = tuple[int, ...]


def adding_up(
    rows: Sequence[Sequence[Cut]], totals: Sequence[Cut], columns: Sequence[int]
) -> tuple[list[list[Cut]], float] | None:
    """Return the ways to cut each row, last the total row, that add up in ``columns``; None where that tells nothing.

    With them goes how many ways may be expected to add up by accident. It tells nothing where no ways add up, or some
    would by accident. Raises `TooMany` where there are more sums than are looked at.
    """
    totals = [cut for cut in totals if full(cut)]
    if not columns or not totals or not all(rows):
        return None
    room = (len(rows) + 1) // 2
    wanted = {_sums(cut, columns) for cut in totals}
    most = tuple(max(sums[i] for sums in wanted) + room for i in range(len(columns)))
    signed = tuple(any(_sums(cut, columns)[i] < 0 for ways in rows for cut in ways) for i in range(len(columns)))
    limits = tuple(None if s else m for m, s in zip(most, signed, strict=True))
    reached = _reached(rows, columns, limits)
    expected = _accidents(rows, totals, columns, signed, room)
    kept = _kept(rows, totals, columns, reached, room) if reached[-1] and expected <= _TELLING else None
    return (kept, expected) if kept else None


def _reached(rows: Sequence[Sequence[Cut]], columns: Sequence[int], limits: Sequence[int | None]) -> list[set[Sums]]:
    """Return the sums that the first rows can come to, from none of the rows to all."""
    reached: list[set[Sums]] = [{(0,) * len(columns)}]
    steps = 0
    for ways in rows:
        ahead = {one for cut in ways if _within(one := _sums(cut, columns), limits)}
        steps += len(ahead) * len(reached[-1])
        if steps > _STEPS:
            raise TooMany
        sums = (_plus(done, step) for done in reached[-1] for step in ahead)
        reached.append({one for one in sums if _within(one, limits)})
        if len(reached[-1]) > _MOST:
            raise TooMany
    return reached


def _within(sums: Sums, limits: Sequence[int | None]) -> bool:
    return all(limit is None or one <= limit for one, limit in zip(sums, limits, strict=True))


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

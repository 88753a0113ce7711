"""A total row leaves those ways to cut the rows that add up."""

from __future__ import annotations

import pytest

from corpus.structure.glued.cuts import TooMany, cuts
from corpus.structure.glued.totals import adding_up


def ways(runs: list[str], columns: int) -> list[tuple]:  # type: ignore[type-arg]
    return [cuts(run, (0,) * columns, grouped=True) for run in runs]


def test_the_ways_that_add_up_are_kept() -> None:
    *rows, total = ways(["1,6571,641", "981968", "2,6382,609"], 2)
    found = adding_up(rows, total, (0, 1))
    assert found is not None
    kept, expected = found
    assert [len(left) for left in kept] == [1, 1, 1]
    assert expected < 0.02


def test_a_total_row_that_is_no_sum_tells_nothing() -> None:
    *rows, total = ways(["1,6571,641", "981968", "7,1119,245"], 2)
    assert adding_up(rows, total, (0, 1)) is None


def test_small_figures_that_may_add_up_by_accident_tell_nothing() -> None:
    *rows, total = ways(["112", "213", "35"], 2)
    assert adding_up(rows, total, (0, 1)) is None


def test_too_many_sums_are_given_up() -> None:
    rows = [cuts("".join(str((7 * n + k) % 9 + 1) for k in range(9)), (0,) * 4, grouped=False) for n in range(12)]
    with pytest.raises(TooMany):
        adding_up(rows, cuts("839182736", (0,) * 4, grouped=False), (0, 1, 2, 3))

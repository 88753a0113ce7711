"""Intervals: known values, and what must hold of any."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluation.metrics.intervals import mean_interval, paired_difference, percentile, share_interval


def test_wilsons_interval_has_its_known_values() -> None:
    assert share_interval(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)
    assert share_interval(0, 10) == pytest.approx((0.0, 0.2775), abs=1e-4)
    assert share_interval(10, 10) == pytest.approx((0.7225, 1.0), abs=1e-4)
    with pytest.raises(ValueError, match="nothing"):
        share_interval(0, 0)


def test_a_difference_of_the_same_items_leaves_out_what_is_hard_for_both() -> None:
    before = [0.0, 1.0] * 50
    after = [0.0, 1.0] * 49 + [1.0, 1.0]
    mean, low, high = paired_difference(before, after)
    assert mean == pytest.approx(0.01)
    assert low == 0.0  # one item better in a hundred may be chance …
    assert high < 0.04  # … and is not much in any case
    clear = paired_difference([0.0] * 40 + [1.0] * 10, [1.0] * 30 + [0.0] * 10 + [1.0] * 10)
    assert clear[1] > 0


def test_pairs_must_be_pairs() -> None:
    with pytest.raises(ValueError, match="longer"):
        paired_difference([1.0], [1.0, 0.0])
    with pytest.raises(ValueError, match="nothing"):
        mean_interval([])


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_the_interval_of_a_mean_lies_within_the_values_and_is_the_same_every_time(values: list[float]) -> None:
    low, high = mean_interval(values)
    assert min(values) - 1e-9 <= low <= high <= max(values) + 1e-9
    assert mean_interval(values) == (low, high)


def test_a_percentile_is_interpolated_and_of_nothing_there_is_none() -> None:
    assert percentile([1.0, 3.0], 0.5) == 2.0
    assert percentile([], 0.5) is None

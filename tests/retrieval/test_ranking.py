"""The best of many scores."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.ranking import best_rows


@pytest.mark.parametrize(
    ("limit", "rows"), [(0, []), (1, [1]), (2, [1, 0]), (3, [1, 0, 2]), (4, [1, 0, 2, 4]), (9, [1, 0, 2, 4, 3])]
)
def test_the_best_come_first_and_equal_ones_in_their_order(limit: int, rows: list[int]) -> None:
    scores = np.array([0.5, 0.9, 0.5, -1.0, 0.5], dtype=np.float32)
    assert best_rows(scores, limit).tolist() == rows


def test_no_scores_have_no_best() -> None:
    assert best_rows(np.zeros(0, dtype=np.float32), 3).tolist() == []


@given(st.lists(st.integers(-3, 3), max_size=30), st.integers(0, 40))
def test_it_is_what_sorting_everything_gives(numbers: list[int], limit: int) -> None:
    expected = sorted(range(len(numbers)), key=lambda row: -numbers[row])[:limit]
    assert best_rows(np.array(numbers, dtype=np.float32), limit).tolist() == expected

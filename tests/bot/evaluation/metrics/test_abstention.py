"""Abstention measures, with their arithmetic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluation.metrics.abstention import area_under_risk, auroc, detection, risk_coverage


def test_abstaining_is_measured_as_detecting_what_cannot_be_answered() -> None:
    measured = detection([True, True, True, False, False], [True, False, True, True, False])
    assert measured.precision == pytest.approx(2 / 3)
    assert measured.recall == pytest.approx(2 / 3)
    assert measured.f1 == pytest.approx(2 / 3)


def test_what_is_not_defined_has_no_score() -> None:
    assert detection([False, False], [True, False]).precision is None
    assert detection([False, False], [True, False]).f1 == 0
    assert detection([True], [False]).recall is None
    assert detection([True], [False]).f1 is None
    assert auroc([0.1, 0.2], [True, True]) is None
    assert area_under_risk([]) is None
    assert risk_coverage([], [], 4) == ()


def test_auroc_counts_pairs_in_the_right_order_and_ties_by_half() -> None:
    assert auroc([0.9, 0.4, 0.4, 0.1], [True, True, False, False]) == (1 + 1 + 0.5 + 1) / 4


def test_risk_is_the_share_of_wrong_answers_among_the_most_confident() -> None:
    points = risk_coverage([0.9, 0.8, 0.7], [True, False, True], total=4)
    assert points == ((1 / 4, 0.0), (2 / 4, 1 / 2), (3 / 4, 1 / 3))
    assert area_under_risk(points) == pytest.approx((0 + 1 / 2 + 1 / 3) / 3)


def test_answers_of_equal_confidence_are_given_together() -> None:
    assert risk_coverage([0.5, 0.5], [True, False], total=2) == ((1.0, 0.5),)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=30))
def test_the_last_point_is_the_whole_and_the_order_of_items_does_not_matter(pairs: list[tuple[float, bool]]) -> None:
    confidences, right = [c for c, _ in pairs], [r for _, r in pairs]
    points = risk_coverage(confidences, right, len(pairs))
    assert points[-1] == (1.0, right.count(False) / len(pairs))
    assert points == risk_coverage(confidences[::-1], right[::-1], len(pairs))

"""The figures the reader is judged by, each by visible arithmetic."""

from __future__ import annotations

import math

import pytest

from retrieval.reader.scores import auroc, calibration_error, exact, f1, fit_calibration, reliability


def test_an_answer_is_exact_whatever_its_width_and_marks() -> None:
    assert exact("「２０２５年」", ["2025年", "昨年"]) == 1
    assert exact("2025年10月", ["2025年"]) == 0


def test_f1_counts_characters() -> None:
    assert f1("2025年10月", ["2025年"]) == pytest.approx(2 * 5 / (8 + 5))
    assert f1("abc", ["xyz", "abcd"]) == pytest.approx(2 * 3 / (3 + 4))


def test_auroc_counts_pairs_and_halves_ties() -> None:
    assert auroc([0.9, 0.5], [0.1, 0.5]) == pytest.approx((1 + 1 + 1 + 0.5) / 4)


def test_reliability_has_a_row_for_each_bin_in_use() -> None:
    first, last = reliability([0.05, 0.95, 1.0], [False, True, False])
    assert first == (1, 0.05, 0.0)
    assert last == (2, (0.95 + 1.0) / 2, 1 / 2)


def test_the_calibration_error_weighs_bins_by_their_size() -> None:
    error = calibration_error([0.05, 0.95, 1.0], [False, True, False])
    assert error == pytest.approx((1 * 0.05 + 2 * (0.975 - 0.5)) / 3)


def test_a_fitted_calibration_makes_overconfident_probabilities_right() -> None:
    # Said .9 and .1, right three times in four: the logit of .9 has to become that of .75.
    probabilities = [0.9] * 4 + [0.1] * 4
    scale, shift = fit_calibration(probabilities, [True] * 3 + [False] + [False] * 3 + [True])
    assert scale == pytest.approx(math.log(3) / math.log(9), abs=1e-3)
    assert shift == pytest.approx(0, abs=1e-6)

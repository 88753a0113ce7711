"""Arithmetic is exact, and says so where it cannot be."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.compose.tables import calculation
from bot.compose.tables.calculation import average, difference, quotient, ratio, share, shown, total

D = Decimal
amounts = st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False)


def test_a_difference_shows_both_operands_and_its_growth() -> None:
    outcome = difference(D(37448619), D(32774311), growth=True, signed=True)
    assert outcome.text == "+4,674,308"
    assert outcome.aside == "+14.3 %"
    assert outcome.formula == "37,448,619 − 32,774,311 = 4,674,308; ÷ 32,774,311 ≈ 14.3 %"
    assert outcome.rounded


def test_an_exact_growth_is_not_marked_as_rounded() -> None:
    outcome = difference(D(125), D(100), growth=True, signed=True)
    assert (outcome.aside, outcome.rounded) == ("+25 %", False)
    assert outcome.formula.endswith("= 25 %")


def test_a_fall_carries_a_true_minus() -> None:
    outcome = difference(D("8.4"), D("14.6"), growth=True, signed=True)
    assert (outcome.text, outcome.aside) == ("−6.2", "−42.5 %")


@pytest.mark.parametrize("base", [D(0), D(-5)])
def test_nothing_grows_in_per_cent_from_zero_or_less(base: Decimal) -> None:
    assert difference(D(5), base, growth=True, signed=True).aside == ""


def test_tenths_add_up_exactly() -> None:
    outcome = total([D("0.1"), D("0.2")])
    assert (outcome.text, outcome.formula) == ("0.3", "0.1 + 0.2 = 0.3")


def test_negative_terms_stand_in_brackets() -> None:
    assert total([D(5), D(-3)]).formula == "5 + (−3) = 2"


def test_an_average_has_one_decimal_more_than_its_terms_and_says_when_rounded() -> None:
    assert average([D(1), D(2)]).formula == "(1 + 2) ÷ 2 = 1.5"
    rounded = average([D(1), D(1), D(2)])
    assert (rounded.text, rounded.rounded) == ("1.3", True)
    assert "≈" in rounded.formula


def test_a_ratio_to_zero_does_not_exist() -> None:
    assert ratio(D(5), D(0)) is None
    assert share([D(5)], [D(0)]) is None


def test_a_share_of_rows_shows_the_sum_it_is_a_share_of() -> None:
    outcome = share([D(30)], [D(30), D(70)])
    assert outcome is not None
    assert (outcome.text, outcome.formula) == ("30", "30 + 70 = 100; 30 ÷ 100 = 30 %")


def test_half_is_rounded_up() -> None:
    assert quotient(Fraction(1, 8), 2) == ("0.13", True)
    assert quotient(Fraction(-1, 8), 2) == ("−0.13", True)


@given(amounts, amounts)
def test_adding_what_was_subtracted_gives_the_first_again(a: Decimal, b: Decimal) -> None:
    gap = difference(a, b, growth=False, signed=False).text.replace(",", "").replace("−", "-")
    assert Decimal(gap) + b == a


@given(st.fractions(max_denominator=10**6), st.integers(0, 4))
def test_a_rounded_quotient_is_within_half_a_step(value: Fraction, places: int) -> None:
    text, rounded = quotient(value, places)
    error = abs(Fraction(text.replace(",", "").replace("−", "-")) - value)
    assert error <= Fraction(1, 2 * 10**places)
    assert rounded == (error != 0)


@given(amounts)
def test_a_number_is_shown_whole(value: Decimal) -> None:
    assert Decimal(shown(value).replace(",", "").replace("−", "-")) == value


def test_what_falls_to_one_has_one_decimal_more_than_the_whole() -> None:
    assert calculation.each(D(1404), D(6)) == calculation.Outcome("234", "1,404 ÷ 6 = 234")
    assert calculation.each(D(100), D(7)) == calculation.Outcome("14.3", "100 ÷ 7 ≈ 14.3", True)
    assert calculation.each(D(100), D(0)) is None


def test_a_portion_is_taken_exactly_and_shows_the_share_as_printed() -> None:
    assert calculation.portion(D(36), Fraction(3, 4), "4分の3").formula == "36 × 4分の3 = 27"
    assert calculation.portion(D(10), Fraction(1, 3), "1/3").text == "3.3"


def test_a_rest_is_the_whole_less_every_part() -> None:
    assert calculation.rest(D(100), [D(52), D(31)]).formula == "100 − 52 − 31 = 17"


def test_a_product_prints_no_power_of_ten() -> None:
    assert calculation.product(D("1.4E+8"), D("6.2")).formula == "140,000,000 × 6.2 = 868,000,000"


def test_a_number_grows_or_falls_by_a_share_of_what_it_was() -> None:
    fell = calculation.growth(D(98), D(73))
    assert fell is not None
    assert fell.formula == "98 − 73 = 25; 25 ÷ 98 ≈ 25.5 %"
    assert calculation.growth(D(0), D(5)) is None

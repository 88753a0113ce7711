"""When two points give values that cannot both hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.compose.values import comparable, incompatible
from bot.question import Ask

WHEN, COUNT = Ask("when", 0, 0), Ask("count", 0, 0)


@pytest.mark.parametrize(
    ("ask", "one", "other", "differ"),
    [
        (WHEN, "3月9日", "3월 10일", True),
        (WHEN, "2023年4月5日", "2023年4月", False),
        (WHEN, "2023年4月5日", "翌日", False),
        (COUNT, "約350人", "420人", True),
        (COUNT, "2025年2月末で1,180人", "1350人", True),
        (COUNT, "350人", "350人以上", False),
        (COUNT, "350人", "420台", False),
    ],
)
def test_only_different_values_of_one_kind_and_unit_differ(ask: Ask, one: str, other: str, differ: bool) -> None:
    assert incompatible(ask, one, other) is differ


@given(st.integers(1, 999), st.integers(1, 999))
def test_it_does_not_matter_which_comes_first(one: int, other: int) -> None:
    assert incompatible(COUNT, f"{one}人", f"{other}人") is (one != other)
    assert incompatible(COUNT, f"{other}人", f"{one}人") is (one != other)


@pytest.mark.parametrize(
    ("ask", "one", "other", "alike"),
    [
        (COUNT, "35万羽", "約32万4千羽", True),
        (COUNT, "35万羽", "4キロ", False),
        (COUNT, "271万トン", "276만 톤", True),
        (WHEN, "3月9日", "3월 10일", True),
        (WHEN, "3月9日", "翌日", False),
    ],
)
def test_values_of_one_kind_and_unit_can_be_held_side_by_side(ask: Ask, one: str, other: str, alike: bool) -> None:
    assert comparable(ask, one, other) is alike

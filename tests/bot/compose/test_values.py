"""When two points give values that cannot both hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.compose.values import comparable, incompatible, near, of_one_time
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


@pytest.mark.parametrize(
    ("ask", "one", "other", "close"),
    [
        (WHEN, "2024年6月2日", "June 5, 2024", True),
        (WHEN, "2024年6月", "2024年8月1日", True),
        (WHEN, "2023年9月3日", "2025年9月3日", False),
        (WHEN, "6月2日", "6月5日", False),  # of which year is not known
        (COUNT, "約250人", "286명", True),
        (COUNT, "12人", "480人", False),
        (COUNT, "12人", "12台", False),
    ],
)
def test_what_is_told_of_one_thing_mostly_lies_near(ask: Ask, one: str, other: str, close: bool) -> None:
    assert near(ask, one, other) is close
    assert near(ask, other, one) is close


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [("1時間30分", "90 minutes", False), ("2시간 10분", "90分", True), ("2時間", "120分", False)],
)
def test_hours_are_held_against_minutes(one: str, other: str, differ: bool) -> None:
    assert incompatible(COUNT, one, other) is differ


@pytest.mark.parametrize(
    ("ours", "theirs", "may_be"),
    [
        (("2024-06-30",), ("2024-06-29",), True),
        (("2024-06-30",), ("2023-11-25",), False),
        (("2022",), ("2022-11-25",), True),
        (("2022",), ("2023-12-06",), False),
        ((), ("2023-12-06",), True),
        (("--06-30",), ("2023-12-06",), True),  # of which year is not known
    ],
)
def test_numbers_told_with_dates_far_apart_are_of_two_events(
    ours: tuple[str, ...], theirs: tuple[str, ...], may_be: bool
) -> None:
    assert of_one_time(ours, theirs) is may_be
    assert of_one_time(theirs, ours) is may_be

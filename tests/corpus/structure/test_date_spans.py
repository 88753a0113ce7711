"""Long stretches of time: from nothing that is so long another date is counted."""

from __future__ import annotations

import pytest

from corpus.structure.dates import find_dates, resolve_dates
from corpus.structure.dates.counts import number
from corpus.structure.dates.eras import ERA_SPANS


@pytest.mark.parametrize(
    "text", ["1950年代後半に港が栄えた。翌年、橋が落ちた。", "大正末に港が栄えた。翌年、橋が落ちた。"]
)
def test_no_year_is_counted_from_a_stretch_of_them(text: str) -> None:
    assert resolve_dates(text, "2025-03-24")[-1].value == ""


@pytest.mark.parametrize("name", sorted(ERA_SPANS))
def test_the_years_of_an_era_lie_between_its_first_and_its_last(name: str) -> None:
    first, last = ERA_SPANS[name]
    assert first <= last
    if name not in ("民国", "民國"):
        assert [one.value for one in find_dates(f"{name}元年の文書")] == [str(first)]


@pytest.mark.parametrize(
    ("printed", "value"), [("四十二", 42), ("十", 10), ("两", 2), ("열흘", 10), ("Twelve", 12), ("7", 7)]
)
def test_a_count_is_read_as_it_is_written(printed: str, value: int) -> None:
    assert number(printed) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("藤井は1987年に店を開いた。客は少なかった。その三年後、火事に遭った。", "1990"),
        ("藤井は1987年に店を開いた。苦しい冬だった。その三年後、火事に遭った。", ""),
        ("藤井は1987年に店を開いた。客は少なかった。1990年に越した。駅が近い。三年後、火事に遭った。", ""),
        ("The mill opened in 1931. It employed forty people. Two years later it was sold.", "1933"),
        ("He was born in 1931. He joined the mill at the age of twenty. Two years later it was sold.", ""),
        ("공장은 1971년에 문을 열었다. 직원은 열 명이었다. 3년 뒤 백 명을 넘었다.", "1974"),
    ],
)
def test_a_count_goes_on_from_the_one_date_told_where_no_word_of_time_stands_between(text: str, value: str) -> None:
    assert resolve_dates(text, "2025-03-24")[-1].value == value

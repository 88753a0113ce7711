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

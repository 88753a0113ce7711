"""Seasons by their place after the day of the text: a winter that is going on is called by its first year."""

from __future__ import annotations

import pytest

from corpus.structure.dates import resolve_dates


@pytest.mark.parametrize("published", ["2025-02-20", "2024-11-20"])
def test_a_winter_is_called_by_its_first_year(published: str) -> None:
    told = resolve_dates("町は昨冬に備え、今冬も備え、来冬も備える。", published)
    assert [(m.value, m.until) for m in told] == [
        ("2023-12", "2024-02"),
        ("2024-12", "2025-02"),
        ("2025-12", "2026-02"),
    ]


def test_the_winter_of_a_year_is_that_years_own() -> None:
    told = resolve_dates("雪は昨年の冬に多く、昨夏は暑かった。", "2025-02-20")
    assert [(m.value, m.until) for m in told] == [("2024-12", "2025-02"), ("2024-06", "2024-08")]

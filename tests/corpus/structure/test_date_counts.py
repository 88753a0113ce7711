"""Distances in Chinese numerals, days that are named as coming, and the day of a report behind a picture's."""

from __future__ import annotations

import pytest

from corpus.structure.dates import resolve_dates


def values(text: str, published: str = "2024-05-18") -> list[str]:
    return ["/".join(filter(None, (m.value, m.until))) for m in resolve_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("橋は十二年前に廃止された。", ["2012"]),
        ("橋は二十年前に廃止された。", ["2004"]),
        ("額は1978年に決まった。四十年後に町が改めた。", ["1978", "2018"]),
        ("来る6月17日に式を開く。", ["2024-06-17"]),
        ("来月5日に二代目の車が走り始める。", ["2024-06-05"]),
    ],
)
def test_it_is_told(text: str, found: list[str]) -> None:
    assert values(text) == found


@pytest.mark.parametrize("text", ["約十年後に町が改めた。", "百二十年前に橋ができた。", "五日に一回、船が出る。"])
def test_it_is_no_date(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    "caption",
    ["［写真］通行止めの橋＝4月28日、港町", "通行止めの橋＝4月28日、港町、早瀬みどり撮影", "写真：橋（1月28日）"],
)
def test_a_bare_day_behind_the_day_of_a_picture_counts_from_the_report(caption: str) -> None:
    assert values(f"{caption}\n\n市は17日、船を再び走らせると発表した。")[-1] == "2024-05-17"


def test_behind_another_day_of_the_text_it_stays_open() -> None:
    assert values("市は1月28日に調べた。\n\n市は17日、船を走らせた。")[-1] == "---17"

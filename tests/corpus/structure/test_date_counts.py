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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2020년 9월 그는 항구를 둘러본 뒤, 석 달 후의 회의에서 말했다.", ["2020-09", "2020-12"]),
        ("2020년 9월 12일 문을 열었다. 그 3일 전에는 비가 왔다.", ["2020-09-12", "2020-09-09"]),
        ("民国二十一年元旦，码头落成。", ["1932-01-01"]),
        ("1939年5月，他编出一份表。该表于半年后被采用。", ["1939-05", "1939-11"]),
        ("翌年2月、1936年の翌年に組合ができた。", ["--02", "1936", "1937"]),
        ("1936年省府改组。翌年2月，商社成立，推举社长。两个月后，商号歇业。", ["1936", "1937-02", "1937-04"]),
        ("1952年4月，她出任主席。到同年年底，人数增加。后年再作比较。", ["1952-04", "1952-12", "2026"]),
        ("The board hired boats in October 2020. It stopped eighteen months later.", ["2020-10", "2022-04"]),
        ("The fund will close at the end of next year.", ["2025-12"]),
        ("先后年年如此，最后年轻人离开。", []),
    ],
)  # fmt: skip
def test_native_counts_old_years_and_halves_of_a_year(text: str, found: list[str]) -> None:
    assert values(text) == found

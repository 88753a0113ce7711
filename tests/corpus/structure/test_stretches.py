"""A year with a word beside it is the part of time that both mean, and nothing is counted from ten years."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.structure.dates import find_dates, matches, resolve_dates


def read(text: str, published: str = "2024-05-10") -> list[tuple[str, str]]:
    return [
        (one.text, f"{one.value}/{one.until}" if one.until else one.value) for one in resolve_dates(text, published)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2019年度に建てた。", [("2019年度", "2019-04/2020-03")]),
        ("令和元年度の調べ。", [("令和元年度", "2019-04/2020-03")]),
        ("2028年度末までに終える。", [("2028年度末", "2029-03-31")]),
        ("2021年末に出資した。", [("2021年末", "2021-12")]),
        ("2021年の暮れに出資した。", [("2021年の暮れ", "2021-12")]),
        ("去年末に出資した。", [("去年末", "2023-12")]),
        ("2022年秋に急増した。", [("2022年秋", "2022-09/2022-11")]),
        ("2022年の冬に急増した。", [("2022年の冬", "2022-12/2023-02")]),
        ("2023年前半は減った。", [("2023年前半", "2023-01/2023-06")]),
        ("2023年第2四半期は減った。", [("2023年第2四半期", "2023-04/2023-06")]),
        ("今年前三季度亏损。", [("今年前三季度", "2024-01/2024-09")]),
        ("截至2021年底。", [("2021年底", "2021-12")]),
        ("1990年代から減った。", [("1990年代", "1990/1999")]),
        ("昭和40年代の話だ。", [("昭和40年代", "1965/1974")]),
        ("It closed in the 1980s.", [("1980s", "1980/1989")]),
        ("He took over in the spring of 1997.", [("the spring of 1997", "1997-03/1997-05")]),
        ("1879年に大水があった。その年の暮れに去った。", [("1879年", "1879"), ("その年の暮れ", "1879-12")]),
        ("1990年代に減った。翌年、港は閉じた。", [("1990年代", "1990/1999"), ("翌年", "")]),
        ("2022年度に始めた。翌年、港は閉じた。", [("2022年度", "2022-04/2023-03"), ("翌年", "2023")]),
        ("2023年末広がりの扇。", [("2023年", "2023")]),
        ("会议报告了2023年度的数字。", [("2023年度", "2023")]),  # not everywhere does it begin in April
    ],
)
def test_a_year_and_the_word_beside_it(text: str, found: list[tuple[str, str]]) -> None:
    assert read(text) == found


def test_a_question_is_read_as_it_is_printed() -> None:
    assert [one.value for one in find_dates("2019年度と2021年末")] == ["2019", "2021"]


@pytest.mark.parametrize(("asked", "agrees"), [("2022", True), ("2023", False), ("2023-02", True), ("2023-05", False)])
def test_a_year_of_account_is_called_by_its_first_year(asked: str, agrees: bool) -> None:
    assert matches(asked, "2022-04", "2023-03") is agrees


@given(
    st.lists(st.sampled_from(["2019年度", "末", "秋", "1990年代", "2021年", "の", "翌年", "。", "前半", "昨年", "底"]))
)
def test_mentions_stay_in_order_and_are_slices(pieces: list[str]) -> None:
    text = "".join(pieces)
    at = 0
    for one in resolve_dates(text, "2024-05-10"):
        assert at <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        at = one.end

"""What gold expects is found however it is spelt, and only where it is stated."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluation.patterns import read_pattern


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("number:34000000", "2024年は3400万ドルに達し"),
        ("number:34000000", "trade hit $34M in 2024"),
        ("number:34000000", "about 34 million dollars"),
        ("number:179374424", "1億7937万4424ドル"),
        ("number:179374424", "１７９，３７４，４２４"),
        ("number:179374424", "67030000 | かつら | 179,374,424"),
        ("number:14.3", "+14.3 %"),
        ("number:-5344864", "−5,344,864 US dollars"),
        ("number:3", "三日間の日程"),
        ("number:5", "3-5位の商品"),
        ("number:12", "12.0 %"),
        ("date:2025-09-03", "令和7年9月3日"),
        ("date:2025-09-03", "September 3, 2025"),
        ("date:2025-09-03", "2025. 9. 3."),
        ("date:2025-09-03", "9月3日に"),
        ("date:2025-10", "翌月〔2025年10月〕"),
        ("date:2025-10", "2025年10月9日"),
        ("date:--10-28", "10月25–28日"),
        ("date:--10-09", "2025年10月9日"),
        ("text:李強", "李强总理"),
        ("text:ABC123", "ａｂｃ１２３"),
        ("トーラム|To Lam", "TO LAM came"),
        ("3か国", "３か国"),
    ],
)
def test_the_same_is_found_in_other_spellings(pattern: str, text: str) -> None:
    assert read_pattern(pattern).found_in(text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("number:15", "2015年"),
        ("number:15", "15.5 %"),
        ("number:4", "14 %"),
        ("number:179374424", "1,179,374,424"),
        ("number:34000000", "3400ドル"),
        ("date:2025-09-03", "2025年9月"),
        ("date:2025-09-03", "2024年9月3日"),
        ("date:2025-10", "2025年"),
        ("date:--10-09", "10月"),
        ("text:李強", "李克強"),
    ],
)
def test_what_only_resembles_it_is_not_found(pattern: str, text: str) -> None:
    assert not read_pattern(pattern).found_in(text)


def test_a_date_that_must_not_be_said_wants_its_year_printed() -> None:
    pattern = read_pattern("date:2024-09-03")
    assert pattern.found_in("9月3日に")
    assert not pattern.found_in("9月3日に", exactly=True)
    assert pattern.found_in("2024年9月3日に", exactly=True)


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("", "empty"),
        ("number:many", "not a number"),
        ("date:2025-13", "not a date"),
        ("text: ", "no words"),
        ("(", "not a regular expression"),
        ("a*", "everything"),
    ],
)
def test_a_pattern_that_cannot_be_used_is_refused_with_the_reason(source: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        read_pattern(source)


@given(st.integers(min_value=1_000, max_value=10**12))
def test_a_number_is_found_with_and_without_separators_and_never_as_part_of_another(value: int) -> None:
    pattern = read_pattern(f"number:{value}")
    assert pattern.found_in(f"合計は{value:,}ドル")
    assert pattern.found_in(f"合計は{value}ドル")
    assert not pattern.found_in(f"合計は{value}7ドル")
    assert not pattern.found_in(f"合計は7{value}ドル")


@given(st.decimals(min_value=Decimal("0.1"), max_value=Decimal("99.9"), places=1))
def test_a_decimal_is_found_by_its_value(value: Decimal) -> None:
    assert read_pattern(f"number:{value}").found_in(f"伸びは{value}%だった")

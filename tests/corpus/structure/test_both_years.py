"""A year that two calendars tell keeps its month and day: 2024年（令和6年）3月9日."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.structure.dates import find_dates, resolve_dates
from corpus.structure.sources import parse

Make = Callable[..., Document]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("港は2019年（令和元年）6月2日に開いた。", [("2019年（令和元年）6月2日", "2019-06-02", "")]),
        ("令和元年（2019年）6月2日（日）", [("令和元年（2019年）6月2日", "2019-06-02", "")]),
        ("2019(令和元)年6月2日", [("2019(令和元)年6月2日", "2019-06-02", "")]),
        ("大正九（一九二〇）年四月三日", [("大正九（一九二〇）年四月三日", "1920-04-03", "")]),
        ("昭和35年〔1960〕7月", [("昭和35年〔1960〕7月", "1960-07", "")]),
        ("2019年（令和元年）6月から8月まで", [("2019年（令和元年）6月から8月", "2019-06", "2019-08")]),
        # two years that differ, a year alone, another day in the brackets: each as it is printed
        ("2019年（令和3年）6月2日", [("2019年", "2019", ""), ("令和3年", "2021", ""), ("6月2日", "--06-02", "")]),
        ("令和元年（2019年）の港", [("令和元年", "2019", ""), ("2019年", "2019", "")]),
        ("2019年（6月2日）", [("2019年", "2019", ""), ("6月2日", "--06-02", "")]),
    ],
)
def test_a_year_told_twice_is_of_one_date(text: str, dates: list[tuple[str, str, str]]) -> None:
    assert [(one.text, one.value, one.until) for one in find_dates(text)] == dates


def test_what_follows_takes_its_month_from_it() -> None:
    found = resolve_dates("工事は2017年に始まり、2019年（令和元年）6月2日に終わった。同月20日に船が来た。")
    assert [one.value for one in found] == ["2017", "2019-06-02", "2019-06-20"]


def test_documents_and_sources_have_the_whole_date(made: Make) -> None:
    document = made("港に市が立つ\n\n2019年（令和元年）6月2日　浜野新聞\n\n港の朝市が十年ぶりに戻り、人が並んだ。\n")
    assert document.date == "2019-06-02"
    assert [one.date for one in parse("浜野市「朝市要綱」平成31年（2019年）3月9日。")] == ["2019-03-09"]

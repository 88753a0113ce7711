"""The day a document is of is read from its opening, damaged or behind a label, and is never its title."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import Document
from corpus.shelf import load_shelf
from corpus.structure.issued import as_meant, has_shape_of_day

BODY = "\n\n港の倉庫は昨年5月に開いた。今年8月からは市が使う。\n\n## 一　倉庫\n\n倉庫は木で建てた。\n"


def read(tmp_path: Path, text: str) -> Document:
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    return load_shelf([tmp_path]).documents[0]


@pytest.mark.parametrize("line", ["2O24年6月3日", "発表日：2O24年6月3日", "２０２４年６月３日", "(2O24年6月3日)"])
def test_a_damaged_day_above_the_title_dates_the_document(tmp_path: Path, line: str) -> None:
    document = read(tmp_path, f"関係者各位\n\n{line}\n\n木の倉庫を港に開く{BODY}")
    assert (document.date, document.title) == ("2024-06-03", "木の倉庫を港に開く")
    assert [one.value for one in document.told.dates if one.relative] == ["2023-05", "2024-08"]
    assert line in document.text  # what is printed stays


def test_a_line_of_the_shape_of_a_day_is_no_title_even_where_it_cannot_be_read(tmp_path: Path) -> None:
    document = read(tmp_path, f"関係者各位\n\n20▲▲年6月3日\n\n木の倉庫を港に開く{BODY}")
    assert (document.date, document.title) == ("", "木の倉庫を港に開く")
    assert [one.value for one in document.told.dates if one.relative] == ["--05", "--08"]


@pytest.mark.parametrize(
    "head", ["日時：令和6年6月3日（月）10時～12時\n場所：倉庫", "開催日：2024年6月3日\n場所：倉庫"]
)
def test_a_labelled_day_right_below_the_title_dates_minutes(tmp_path: Path, head: str) -> None:
    document = read(tmp_path, f"第3回　倉庫会議　議事要旨\n\n{head}{BODY}")
    assert document.date == "2024-06-03"


def test_the_day_in_a_line_of_source_and_author_dates_an_article(tmp_path: Path) -> None:
    text = "港口仓库的五年\n\n来源：港口网　作者：周明　2024年6月3日 09:10　编辑：李红\n\n"
    document = read(
        tmp_path,
        text + "2019年3月，市里启动了工程。2024年2月，桥修好了。去年7月，仓库开放。\n\n一、由来\n\n仓库是木头的。\n",
    )
    assert document.date == "2024-06-03"
    assert [one.value for one in document.told.dates if one.relative] == ["2023-07"]


@pytest.mark.parametrize(
    ("line", "meant"), [("2O24年6月3日", "2024年6月3日"), ("2024年6月3日", "2024年6月3日"), ("IMO 2024", "IMO 2024")]
)
def test_only_a_letter_in_a_number_is_put_right(line: str, meant: str) -> None:
    assert as_meant(line) == meant


@pytest.mark.parametrize("line", ["2024年の港", "年月日", "2024年6月3日に港を開く", "三年目の港"])
def test_a_title_is_no_day(line: str) -> None:
    assert not has_shape_of_day(line)


def test_a_record_is_called_by_what_it_is_of_and_not_by_the_hour_it_began(tmp_path: Path) -> None:
    head = "令和7年第1回 潮見町議会定例会会議録（第3号）\n\n令和7年3月11日（火曜日）\n\n午前10時00分　開議"
    roll = "出席議員（2名）\n　1番　有賀 洋一　　2番　布施 真理\n\n議事日程\n　日程第1　一般質問"
    document = read(tmp_path, f"{head}\n\n{roll}{BODY}")
    assert document.title.startswith("令和7年第1回 潮見町議会定例会会議録")
    assert (document.date, document.publisher, document.series) == ("2025-03-11", "潮見町議会", "")


def test_the_day_in_a_numbered_line_of_minutes_dates_them(tmp_path: Path) -> None:
    head = "1．日時　令和6年6月3日（月）10時～12時\n\n2．場所　倉庫\n\n3．出席者\n\n（略）"
    assert read(tmp_path, f"第3回　倉庫会議　議事要旨\n\n{head}{BODY}").date == "2024-06-03"
    assert read(tmp_path, f"倉庫の話\n\n{head}{BODY}").date == ""


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("公開日：2027年3月5日\n最終更新日：2027年4月9日", "2027-03-05"),
        ("最終更新日：2027年4月9日\n公開日：2027年3月5日", "2027-03-05"),
        ("最終更新日：2027年4月9日　公開日：2027年3月5日", "2027-03-05"),
        ("2027年4月9日更新（2027年3月5日公開）", "2027-03-05"),
        ("2027年3月5日公開（4月9日更新）", "2027-03-05"),
        ("印刷日時：2028年1月6日 9:00\n2027年3月5日 公開", "2027-03-05"),
        ("2027年3月1日印刷　2027年3月5日発行", "2027-03-05"),
        ("Last updated: 9 April 2027\nPublished: 5 March 2027", "2027-03-05"),
        ("최종 수정일: 2027년 4월 9일\n게시일: 2027년 3월 5일", "2027-03-05"),
        ("更新日：2027年4月9日", "2027-04-09"),  # of no other day it is
        ("印刷日時：2028年1月6日 9:00", "2028-01-06"),
        ("2027年3月　公開\n2027年4月9日　更新", "2027-04-09"),  # the only one that says a day
        ("2027年3月5日\n2027年4月9日", "2027-03-05"),
    ],
)
def test_the_day_a_page_appeared_comes_before_that_of_a_change_or_of_its_printing(
    tmp_path: Path, head: str, day: str
) -> None:
    assert read(tmp_path, f"木の倉庫を港に開く\n{head}{BODY}").date == day
    assert read(tmp_path, f"{head}\n\n木の倉庫を港に開く{BODY}").date == day

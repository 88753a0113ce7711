"""A chronology is a table of times and what was then; other lines that a date opens are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

Make = Callable[..., Document]
PROSE = "港の貿易は前の年に比べて大きく増えたが、船員の数は減り続けている。"


def _rows(document: Document) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]


def test_times_and_what_was_then_are_cells_below_what_the_lines_are_about(made: Make) -> None:
    lines = (
        "灯台の歩み\n明治42年　点灯\n1951年3月　電灯に替わる。油庫は残る\n同年9月　灯台守が退く\n令和元年　文化財に登録"
    )
    document = made(f"# 題名\n\n{PROSE}\n\n{lines}\n\n{PROSE}\n")
    assert _rows(document) == [
        ["明治42年", "点灯"],
        ["1951年3月", "電灯に替わる。油庫は残る"],
        ["同年9月", "灯台守が退く"],
        ["令和元年", "文化財に登録"],
    ]
    assert document.tables[0].caption == "灯台の歩み"


def test_a_line_of_names_above_is_the_header(made: Make) -> None:
    document = made(f"# 題名\n\n{PROSE}\n\n年月　出来事\n1951年　点灯\n1960年　改修\n1971年　無人化\n\n{PROSE}\n")
    assert document.tables[0].header == ("年月", "出来事")
    assert len(_rows(document)) == 3


@pytest.mark.parametrize(
    "lines",
    [
        "1951年　点灯\n1960年　改修",  # two are too few
        "1971年　無人化\n1960年　改修\n1951年　点灯",  # they go back
        "1951年　214　380\n1960年　251　402\n1971年　268　419",  # figures: a table of another kind
        "2021年3月　港湾局\n2021年3月　統計課\n2021年4月　総務課",  # all of one year: who wrote
    ],
)
def test_other_lines_make_no_chronology(made: Make, lines: str) -> None:
    document = made(f"# 題名\n\n{PROSE}\n\n{lines}\n\n{PROSE}\n")
    assert not any(table.header == () and table.rows[0].cells[1].text[0] not in "23" for table in document.tables)


def test_prose_that_wraps_before_dates_is_no_chronology(made: Make) -> None:
    text = "港は\n1951 年 3 月に開かれ、\n1960 年 5 月に広げられ、\n1971 年 8 月に閉じられた。"
    assert made(f"# 題名\n\n{PROSE}\n\n{text}\n").tables == ()

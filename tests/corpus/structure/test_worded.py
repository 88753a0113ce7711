"""Words that stand one space apart in columns are a table in a script without spaces between words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

Make = Callable[..., Document]
PROSE = "港口的贸易比上年大幅增长，但船员的人数仍在减少，今后支撑港口的人手将会不足。"


def test_cells_one_space_apart_are_a_table_where_a_column_holds_times(made: Make) -> None:
    lines = "渡口 船名 启用 船型\n东岸 海燕号 1962年 木船\n西岸 白鹭号 1975—1990年 铁船\n北岸 长风号 1988年 铁船"
    document = made(f"# 题名\n\n{PROSE}\n\n表1　渡船（1990年）\n\n{lines}\n\n资料来源：港务局。\n\n{PROSE}\n")
    (table,) = document.tables
    assert (table.label, table.header) == ("表1", ("渡口", "船名", "启用", "船型"))
    assert [cell.text for cell in table.rows[1].cells] == ["西岸", "白鹭号", "1975—1990年", "铁船"]
    assert table.source


@pytest.mark.parametrize(
    "lines",
    [
        "渡口 船名 船型\n东岸 海燕号 木船\n西岸 白鹭号 铁船",  # no column of figures or times
        "渡口 船名 启用\n东岸 海燕号 1962年\n西岸 白鹭号",  # a row lacks a cell
        "渡口 1962年 启用\n东岸 1963年 木船\n西岸 1964年 铁船",  # no names on top
        "나루 배 취항\n동안 제비호 1962년\n서안 백로호 1975년",  # a script that sets spaces between words
    ],
)
def test_other_words_apart_are_no_table(made: Make, lines: str) -> None:
    assert made(f"# 题名\n\n{PROSE}\n\n{lines}\n\n{PROSE}\n").tables == ()

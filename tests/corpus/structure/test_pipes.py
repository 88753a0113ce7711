"""Bars between cells make a table where a rule, outer bars or a column of figures says so; a menu is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

Make = Callable[..., Document]
SAID = "塩は島の外へ船で運ばれると、島の人は言う。"


def test_rows_without_a_rule_or_outer_bars_are_a_table_below_their_names(made: Make) -> None:
    rows = "港 | 塩（俵） | 前年比\n北港 | 1,210 | 101.5%\n南港 | 980 | 99.0%"
    document = made(f"灯台の島\n\n{SAID}\n\n表1　塩の出荷\n\n{rows}\n\n資料：灯台局\n\n{SAID}\n")
    (table,) = document.tables
    assert table.header == ("港", "塩（俵）", "前年比")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["北港", "1,210", "101.5%"],
        ["南港", "980", "99.0%"],
    ]
    assert table.source == "資料：灯台局"
    assert not document.furniture


@pytest.mark.parametrize(
    "rows",
    [
        "ホーム | 記事 | 連絡先",
        "ホーム | 記事 | 連絡先\n港 | 灯台 | 塩",
        "塩の話 | 2030年の港 | 灯台\n船の話 | 2031年の港 | 灯台",
    ],
)
def test_rows_of_words_between_bars_are_none(made: Make, rows: str) -> None:
    assert not made(f"灯台の島\n\n{SAID}\n\n{rows}\n\n{SAID}\n").tables

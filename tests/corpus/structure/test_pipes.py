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


def table_of(made: Make, *rows: str) -> Document:
    bars = [f"| {row} |" for row in rows]
    ruled = [bars[0], "|---" * (rows[0].count("|") + 1) + "|", *bars[1:]]
    return made(f"# 灯台の島\n\n{SAID}\n\n表1　塩の出荷\n\n" + "\n".join(ruled) + f"\n\n{SAID}\n", "made.md")


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        (("出荷 |", "港 | 俵", "北港 | 1,210", "南港 | 980"), ("出荷 港", "出荷 俵")),
        (("港 | 出荷 | 出荷", "港 | 塩 | 油", "北港 | 1,210 | 7", "南港 | 980 | 9"), ("港", "出荷 塩", "出荷 油")),
        (
            ("港 | 出荷 | | 計", " | 2030年 | 2031年 | ", "北港 | 1 | 7 | 8", "南港 | 2 | 9 | 11"),
            ("港", "出荷 2030年", "出荷 2031年", "計"),
        ),
        (
            ("港 | 塩 | 油", " | （俵） | （樽）", "北港 | 1,210 | 7", "南港 | 980 | 9"),
            ("港", "塩 （俵）", "油 （樽）"),
        ),
    ],
)
def test_the_row_below_a_rule_may_still_name_the_columns(
    made: Make, rows: tuple[str, ...], header: tuple[str, ...]
) -> None:
    (table,) = table_of(made, *rows).tables
    assert table.header == header
    assert [row.cells[0].text for row in table.rows] == ["北港", "南港"]


def test_units_below_the_names_are_those_of_the_figures(made: Make) -> None:
    (table,) = table_of(made, "港 | 塩 | 油", " | （俵） | （樽）", "北港 | 1,210 | 7", "南港 | 980 | 9").tables
    assert [cell.unit for cell in table.rows[0].cells] == ["", "俵", "樽"]


@pytest.mark.parametrize(
    "rows",
    [
        ("港 | 塩 | ", "北港 | 不明 | 改装中", "南港 | 1,210 | ", "西港 | 980 | "),
        ("港 | 塩 | 油", "北港 | 不明 | 不明", "南港 | 1,210 | 7", "西港 | 980 | 9"),
        ("港 | 塩 | ", "北港 | 45 | 改装中", "南港 | 1,210 | ", "西港 | 980 | "),
        ("港 | 長 | 長", "北港 | 岬 一郎 | 浜 花", "南港 | 沖 進 | 磯 清", "西港 | 汀 実 | 渚 円"),
    ],
)
def test_a_first_row_of_words_is_a_row(made: Make, rows: tuple[str, ...]) -> None:
    (table,) = table_of(made, *rows).tables
    assert [row.cells[0].text for row in table.rows] == ["北港", "南港", "西港"]

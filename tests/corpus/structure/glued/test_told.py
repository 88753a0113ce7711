"""Names of columns without a sign between are parted where the caption, or how they are made, tells it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.structure.glued.told import told_names

Make = Callable[..., Document]


@pytest.mark.parametrize(
    ("text", "caption", "parts"),
    [
        ("地区計画材積搬出材積搬出率", "表1　地区別（単位：トン、搬出率は％）", "地区|計画材積|搬出材積|搬出率"),
        ("港輸入量輸出量依存率", "表2　港別の荷動き（単位：トン、依存率は％）", "港|輸入量|輸出量|依存率"),
        ("校区定員人数利用人数", "表3　校区別の利用", "校区|定員人数|利用人数"),
        ("区分補助金整備面積残余面積", "表4（単位：ヘクタール、補助金は百万円）", "区分|補助金|整備面積|残余面積"),
    ],
)  # fmt: skip
def test_names_are_parted_where_that_is_told(text: str, caption: str, parts: str) -> None:
    assert [text[a:b] for a, b in told_names(text, [caption])] == parts.split("|")


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("地区計画材積搬出材積搬出率", "表1　実績（単位：立方メートル、搬出率は％）"),
        ("地区計画材積搬出量搬出率", "表1　地区別の実績（単位：立方メートル、搬出率は％）"),
        ("地区の概要を示す。", "表1　地区別の実績"),
        ("地区計画", "表1　地区別の実績"),
    ],
)
def test_names_that_nothing_parts_stay_together(text: str, caption: str) -> None:
    assert told_names(text, [caption]) == []


@given(st.text("地区計画材積搬出率", max_size=14))
def test_names_take_all_of_the_line_in_order(text: str) -> None:
    found = told_names(text, ["表1　地区別の実績（単位：立方メートル、搬出率は％）"])
    assert "".join(text[a:b] for a, b in found) == (text if found else "")
    assert all(a < b for a, b in found)


def test_such_names_let_the_total_row_part_the_figures(made: Make) -> None:
    document = made(
        "題名\n\n表1　校区別の利用実績（単位：人、利用率は％）\n校区定員人数利用人数利用率\n"
        "東1,2401,11089.5\n西98074676.1\n南62043770.5\n北30012040.0\n合計3,1402,41376.8\n\n本文である。"
    )
    (table,) = document.tables
    assert (table.caption, table.header) == (
        "校区別の利用実績（単位：人、利用率は％）",
        ("校区", "定員人数", "利用人数", "利用率"),
    )
    assert [(str(cell.value), cell.unit) for cell in table.rows[1].cells[1:]] == [
        ("980", "人"),
        ("746", "人"),
        ("76.1", "％"),
    ]

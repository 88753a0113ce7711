"""Columns set apart by wide space are found although most rows lack a cell."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.structure.aligned import aligned
from corpus.structure.lines import Line, width

Make = Callable[..., Document]


def lines(*texts: str) -> list[Line]:
    return [Line(n, text, tuple(range(len(text))), len(text), raw=text) for n, text in enumerate(texts)]


def test_rows_that_lack_cells_leave_the_columns_in_their_places(made: Make) -> None:
    document = made(
        "題名\n\n表1　農道舗装の費用（単位：千円）\n"
        "路線        区分            延長（km）   前回     今回   請負者\n"
        "東山線      砂利舗装              3.4   1,200     980   山根組\n"
        "西谷線      同上                  0.8              640   同上\n"
        "原線        擁壁                  0.2     760            浜田建設\n"
        "計                                4.4   1,960   1,620\n\n本文である。"
    )
    (table,) = document.tables
    assert (table.label, table.header) == ("表1", ("路線", "区分", "延長（km）", "前回", "今回", "請負者"))
    assert [[cell.text for cell in row.cells] for row in table.rows[1:]] == [
        ["西谷線", "同上", "0.8", "", "640", "同上"],
        ["原線", "擁壁", "0.2", "760", "", "浜田建設"],
        ["計", "", "4.4", "1,960", "1,620", ""],
    ]


ROWS = ("Quay    Work       2022   2023", "North   Paving      315    298")


@pytest.mark.parametrize(
    "row",
    [
        "Some words   of prose   far right",
        "South                          9    1",
        "Old     Bollards   wide words over both",
    ],
)
def test_cells_under_no_column_or_under_two_make_no_table(row: str) -> None:
    assert aligned(lines(*ROWS, row, row), 0, {}) is None


def test_one_row_with_all_cells_is_too_little() -> None:
    assert (
        aligned(lines(ROWS[0], "North   Paving      315", "South   Dredging", "Old     Paving       41"), 0, {}) is None
    )


@given(st.lists(st.lists(st.booleans(), min_size=4, max_size=4), min_size=1, max_size=6))
def test_whatever_cells_are_empty_each_stays_in_its_column(filled: list[list[bool]]) -> None:
    names = ["路線", "区分", "延長", "費用"]
    rows = [names, ["東線", "舗装", "1,240", "3,150"]]
    rows += [
        [cell if keep else "" for cell, keep in zip(["西線", "擁壁", "820", "640"], row, strict=True)] for row in filled
    ]
    rows = [row for row in rows if sum(map(bool, row)) > 1]
    texts = ["".join(cell + " " * (10 - width(cell)) for cell in row).rstrip() for row in rows]
    found = aligned(lines(*texts), 0, {})
    assert found is not None
    read = [list(row.texts) for row in (*found.header, *found.rows)]
    assert [[*row, *[""] * (len(names) - len(row))] for row in read] == rows


def test_what_fills_a_cell_to_its_width_may_leave_one_wide_space(made: Callable[..., Document]) -> None:
    table = (
        "職名　　氏名　　　　所属\n会長　　五十嵐 京子　白浜大学\n副会長　森 孝　　　　白浜銀行\n"
        "委員　　大西 梨沙　　白浜新聞社\n"
    )
    document = made(f"会の記録\n\n1. 役員\n\n　役員は表のとおりである。\n\n表1　役員\n{table}\n　以上である。\n")
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[0] == ["会長", "五十嵐 京子", "白浜大学"]
    assert rows[1] == ["副会長", "森 孝", "白浜銀行"]

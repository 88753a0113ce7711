"""What is printed around a table and in its cells: sources told from remarks, units by row, repeated cells, periods."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.structure.figures import repeats, unit_column
from corpus.structure.grid import spanning
from corpus.structure.source_lines import part
from corpus.structure.table_periods import period

Made = Callable[..., Document]


@pytest.mark.parametrize(
    ("line", "sources", "remarks"),
    [
        (
            "出典：南部町「漁業台帳」。同町は令和元年に調査を改めた。",
            ["出典：南部町「漁業台帳」。"],
            ["同町は令和元年に調査を改めた。"],
        ),
        ("資料：甲県「年報」。乙市『要覧』2019年。", ["資料：甲県「年報」。乙市『要覧』2019年。"], []),
        ("資料：『浜の帳面』。町立図書館所蔵。", ["資料：『浜の帳面』。町立図書館所蔵。"], []),
        ("（出所：港湾課。数値は速報である）", ["出所：港湾課。"], ["数値は速報である"]),
        ("注：端数は丸めた。出典：造船協会", ["出典：造船協会"], ["注：端数は丸めた。"]),
        ("备注：数据为初步统计。资料来源：市统计局", ["资料来源：市统计局"], ["备注：数据为初步统计。"]),
        ("资料来源：市水务局。其中不含地下水。", ["资料来源：市水务局。"], ["其中不含地下水。"]),
        ("자료: 군청 「어업 통계」. 2021년은 잠정치이다.", ["자료: 군청 「어업 통계」."], ["2021년은 잠정치이다."]),
        (
            "Source: Harbour Board, Returns 2022. The figures for May are provisional.",
            ["Source: Harbour Board, Returns 2022."],
            ["The figures for May are provisional."],
        ),
    ],
)
def test_a_line_below_a_table_is_parted_into_its_source_and_what_it_tells(
    line: str, sources: list[str], remarks: list[str]
) -> None:
    found = part(line)
    assert [line[span.start : span.end] for span in found.sources] == sources
    assert [line[span.start : span.end] for span in found.remarks] == remarks


@given(st.text(alphabet="出典：資料注「」。、はが2020年A ", max_size=40))
def test_the_parts_of_a_line_are_in_order_and_apart(line: str) -> None:
    found = part(line)
    spans = sorted([*found.sources, *found.remarks], key=lambda span: span.start)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(line) for span in spans)


def test_a_remark_in_brackets_parts_no_source_from_its_table(made: Made) -> None:
    document = made(
        "# 漁港\n\n表1　水揚げ（トン）\n\n港\t量\n北浜\t120\n南浜\t95\n\n"
        "（注）南浜は4月を除く。\n出典：県水産課「月報」\n\n港は二つある。\n",
        "made.md",
    )
    (table,) = document.tables
    assert table.source == "出典：県水産課「月報」"
    assert [document.text[span.start : span.end] for span in table.remarks] == ["（注）南浜は4月を除く。"]


def test_each_row_is_counted_in_the_unit_it_tells(made: Made) -> None:
    document = made("表　船の仕様\n\n項目\t値\t単位\n全長\t24.5\tm\n重さ\t88\tt\n船名\tはやて\t\n", "made.txt")
    cells = [row.cells[1] for row in document.tables[0].rows]
    assert [(str(cell.value), cell.unit) for cell in cells] == [("24.5", "m"), ("88", "t"), ("None", "")]


@pytest.mark.parametrize("name", ["単位", "单位", "단위", "Unit", "units"])
def test_a_column_of_units_is_known_in_every_language(name: str) -> None:
    assert unit_column(("", "x", name)) == 2
    assert unit_column((f"{name} (kg)", "x")) is None


def test_a_cell_that_repeats_another_says_what_that_one_says_and_stays_as_printed(made: Made) -> None:
    document = made(
        "| 氏名 | 役職 | 任期 |\n|---|---|---|\n"
        "| 甲野 | 庶務係 | 一年 |\n| 乙田 | 同上 | 〃 |\n| 丙川 | 同上 | 二年 |\n"
    )
    rows = document.tables[0].rows
    assert [cell.text for cell in rows[1].cells] == ["乙田", "同上", "〃"]
    assert [[cell.means for cell in row.cells] for row in rows] == [
        ["", "", ""],
        ["", "庶務係", "一年"],
        ["", "庶務係", ""],
    ]


def test_ditto_below_an_empty_cell_repeats_the_one_beside_it_and_a_word_for_above_does_not(made: Made) -> None:
    document = made(
        "| Item | Port | Bay |\n|---|---|---|\n| Mooring | 20 | - |\n| Pilot | 35 a day | ditto |\n| 錨 | 9 | 同上 |\n"
    )
    rows = document.tables[0].rows
    assert rows[1].cells[2].means == "35 a day"
    assert (rows[2].cells[2].means, document.tables[0].rows[0].cells[2].means) == ("35 a day", "")


@pytest.mark.parametrize(
    ("text", "which"),
    [("同上", "above"), ("″", "above"), ("ditto", "above"), ("同左", "left"), ("同上郡", ""), ("", "")],
)
def test_only_a_cell_that_says_nothing_else_repeats(text: str, which: str) -> None:
    assert repeats(text) == which


@pytest.mark.parametrize(
    ("caption", "told"),
    [
        ("2001年と2021年の人口", "2001年と2021年"),
        ("出荷額（2019年度及び2020年度下半期）", "2019年度及び2020年度下半期"),
        ("2019年和2023年对比", "2019年和2023年"),
        ("2018년과 2022년의 비교", "2018년과 2022년"),
        ("2020年の法による2023年1月の認定", "2023年1月"),
    ],
)
def test_dates_that_stand_side_by_side_are_the_period_together(caption: str, told: str) -> None:
    assert period(caption) == told


def test_an_upper_name_is_that_of_every_column_it_stands_over() -> None:
    assert spanning(["", "去年", "", "今年", ""], ["店", "額", "率", "額", "率"]) == [
        "",
        "去年",
        "去年",
        "今年",
        "今年",
    ]
    assert spanning(["", "去年", "備考"], ["店", "額", ""]) == ["", "去年", "備考"]
    assert spanning(["港", "去年", ""], ["", "額", "備考"]) == ["港", "去年", ""]


def test_years_of_building_are_no_figures(made: Made) -> None:
    document = made("| 建物 | 竣工年 | 面積（㎡） |\n|---|---|---|\n| 本館 | 1931 | 1,200 |\n| 別館 | 1964 | 840 |\n")
    assert [[str(cell.value) for cell in row.cells] for row in document.tables[0].rows] == [
        ["None", "None", "1200"],
        ["None", "None", "840"],
    ]


def test_a_heading_right_above_a_table_may_be_its_caption(made: Made) -> None:
    rows = "| 氏名 | 役 |\n|---|---|\n| 甲野 | 会長 |\n| 乙田 | 幹事 |\n"
    document = made(f"# 会則\n\n本文である。\n\n## 付表　役員\n\n{rows}")
    assert (document.tables[0].label, document.tables[0].caption) == ("付表", "役員")
    assert ("付表　役員",) in {passage.section for passage in document.passages}

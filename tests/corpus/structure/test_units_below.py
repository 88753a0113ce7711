"""Units in brackets below the names of columns, rows that wide blanks part less clearly, headings that state a unit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

Make = Callable[..., Document]
TEXT = "港の荷は前の年に比べて大きく増えたが、船員の数は減り続けており、これからの港を支える人が足りない。"


def _rows(document: Document) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[0].rows]


@pytest.mark.parametrize("blank", ["", "\n"])
def test_units_below_names_stand_under_their_columns_and_a_blank_line_may_follow(made: Make, blank: str) -> None:
    names = "品名　　　　　　工場数　従業員数　出来高　売上\n　　　　　　　　（所）　（人）　　（台）　（千円）\n"
    body = (
        "桐箱　　　　　　21　　　140　　　 310　　 877\n竹かご　　　　　8　　　 66　　　　205　　 431\n"
        "漆器（3寸,5寸）　4　　　 35　　　　98　　　612\n和紙　　　　　　2　　　 11　　　　…　　　 X\n"
        "蝋燭　　　　　　3　　　 14　　　　…　　　 X\n計　　　　　　　38　　　266　　　 613　　 1,920\n"
    )
    document = made(f"# 題名\n\n{TEXT}\n\n表2　伝統工芸の工場\n\n{names}{blank}{body}\n{TEXT}\n")
    (table,) = document.tables
    assert (table.label, table.header[1]) == ("表2", "工場数 （所）")
    assert [cell.unit for cell in table.rows[0].cells] == ["", "所", "人", "台", "千円"]
    assert table.rows[3].cells[0].text == "和紙"


def test_units_may_stand_below_some_names_only(made: Make) -> None:
    lines = (
        "Year    Trips    Ferries    Fuel          Delay\n                            ($ thousand)  (minutes)\n"
        "2017    5,310    12         6,020         9.4\n2018    5,122    10         6,415         10.1\n"
        "2019    5,480    10         6,930         11.7\n"
    )
    document = made(f"The harbour\n\n{TEXT}\n\nTable 1. Ferries of Port Example\n\n{lines}\n{TEXT}\n")
    assert document.tables[0].header == ("Year", "Trips", "Ferries", "Fuel ($ thousand)", "Delay (minutes)")
    assert [cell.unit for cell in document.tables[0].rows[0].cells][3:] == ["$ thousand", "minutes"]


def test_words_in_brackets_below_the_names_of_rows_are_no_units(made: Make) -> None:
    lines = (
        "港名　　　　令和２年　令和３年\n（本港）\n北浜　　　　1,310　　1,422\n"
        "南浦　　　　908　　　877\n東崎　　　　415　　　402\n"
    )
    document = made(f"# 題名\n\n{TEXT}\n\n表1　荷の量\n\n{lines}\n{TEXT}\n")
    assert not any("（本港）" in name for table in document.tables for name in table.header)


def test_a_row_whose_name_fills_its_column_goes_on_the_table(made: Make) -> None:
    lines = (
        "項目　　　　甲案　　　乙案\n桟橋の長さ　120m　　　95m\n水深　　　　8.5m　　　6.0m\n"
        "市街までの道　2.4km　0.9km\n浚渫　　　　不要　　　要\n"
    )
    document = made(f"# 題名\n\n{TEXT}\n\n表1　桟橋の案\n{lines}\n{TEXT}\n")
    assert _rows(document)[2:] == [["市街までの道", "2.4km", "0.9km"], ["浚渫", "不要", "要"]]
    document = made(f"# 題名\n\n{TEXT}\n\n表1　桟橋の案\n{lines}　甲案は　安いが　浅い海を埋める。\n")
    assert len(_rows(document)) == len(lines.splitlines()) - 1


def test_a_heading_that_states_a_unit_captions_the_table_right_below(made: Make) -> None:
    table = "| 費目 | 予算 | 決算 |\n|---|---:|---:|\n| 塗装 | 410 | 395 |\n| 電装 | 180 | 202 |\n"
    document = made(f"# 題名\n\n{TEXT}\n\n**改修の費用（単位：万円）**\n\n{table}\n{TEXT}\n", "made.md")
    assert (document.tables[0].caption, document.tables[0].unit) == ("改修の費用（単位：万円）", "万円")
    assert [cell.unit for cell in document.tables[0].rows[0].cells] == ["", "万円", "万円"]
    document = made(f"# 題名\n\n{TEXT}\n\n## 改修の費用\n\n{table}\n{TEXT}\n", "made.md")
    assert (document.tables[0].caption, document.tables[0].unit) == ("", "")

"""A row over all columns that holds a table's source, remark, unit or caption is none of its rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.readers import read

Make = Callable[..., Document]
SAID = "塩は島の外へ船で運ばれると、島の人は言う。"


def page(tmp_path: Path, table: str) -> Document:
    path = tmp_path / "page.html"
    path.write_text(
        '<html lang="ja"><head><meta charset="utf-8"><title>灯台の島</title></head>'
        f"<body><h1>灯台の島</h1><p>{SAID}</p>"
        f"<table>{table}</table><p>{SAID}</p></body></html>",
        "utf-8",
    )
    return read(path)


HEAD = "<tr><th>年</th><th>塩（俵）</th><th>船（隻）</th></tr>"
ROWS = "<tr><td>2030</td><td>1,210</td><td>8</td></tr><tr><td>2031</td><td>1,500</td><td>9</td></tr>"


@pytest.mark.parametrize(
    "foot",
    [
        '<tfoot><tr><td colspan="3">{}</td></tr></tfoot>',
        '<tr><td colspan="3">{}</td></tr>',
        "<tr><td>{}</td><td></td><td></td></tr>",
    ],
)
def test_a_foot_that_names_the_source_is_no_row(tmp_path: Path, foot: str) -> None:
    document = page(tmp_path, f"<caption>表1　塩</caption>{HEAD}{ROWS}{foot.format('資料：灯台局「年報」')}")
    (table,) = document.tables
    assert table.source == "資料：灯台局「年報」"
    assert len(table.rows) == 2
    assert [row.cells[0].value for row in table.rows] == [None, None]  # years are no figures


def test_remarks_and_source_below_each_other_are_told_apart(tmp_path: Path) -> None:
    foot = '<tr><td colspan="3">（注）俵は旧制。</td></tr><tr><td colspan="3">出所：灯台局<sup>[1]</sup></td></tr>'
    document = page(tmp_path, f"<caption>表1　塩</caption>{HEAD}{ROWS}{foot}")
    (table,) = document.tables
    assert table.source == "出所：灯台局"
    assert [document.text[span.start : span.end] for span in table.remarks] == ["（注）俵は旧制。"]
    assert [mark.marker for mark in table.marks] == ["1"]


def test_in_markdown_the_mark_of_such_a_row_is_the_tables(made: Make) -> None:
    table = "| 年 | 俵 |\n|---|---|\n| 2030 | 12 |\n| 2031 | 15 |\n| 出典：灯台局[^1] | |"
    document = made(f"# 島の灯\n\n表1　塩\n\n{table}\n\n{SAID}\n\n[^1]: 灯台局「年報」2032年5月。\n", "made.md")
    assert document.tables[0].source == "出典：灯台局"
    assert [mark.marker for mark in document.tables[0].marks] == ["1"]
    assert len(document.tables[0].rows) == 2


def test_a_unit_or_caption_over_the_names_is_told_as_such(tmp_path: Path) -> None:
    over = '<tr><td colspan="3">表4　塩の出荷</td></tr><tr><td colspan="3">単位：千俵</td></tr>'
    head = "<tr><td>港</td><td>2030年</td><td>2031年</td></tr>"
    rows = "<tr><td>北港</td><td>1,210</td><td>8</td></tr><tr><td>南港</td><td>1,500</td><td>9</td></tr>"
    (table,) = page(tmp_path, over + head + rows).tables
    assert (table.label, table.caption, table.unit) == ("表4", "塩の出荷", "千俵")
    assert table.header == ("港", "2030年", "2031年")
    assert [str(row.cells[1].value) for row in table.rows] == ["1210", "1500"]


def test_a_name_that_reaches_over_both_rows_of_names_is_told_once(tmp_path: Path) -> None:
    head = '<tr><th rowspan="2">年</th><th colspan="2">出荷</th></tr><tr><th>塩（俵）</th><th>船（隻）</th></tr>'
    (table,) = page(tmp_path, head + ROWS).tables
    assert table.header == ("年", "出荷 塩（俵）", "出荷 船（隻）")


@pytest.mark.parametrize(
    "row",
    ["<td>西港</td><td></td><td></td>", "<td>注目の年</td><td></td><td></td>", "<td>資料館</td><td>7</td><td>1</td>"],
)
def test_a_row_without_figures_or_with_a_like_name_stays_one(tmp_path: Path, row: str) -> None:
    (table,) = page(tmp_path, f"{HEAD}{ROWS}<tr>{row}</tr>").tables
    assert len(table.rows) == 3
    assert table.source == ""


def test_years_beside_a_total_are_no_figures(tmp_path: Path) -> None:
    (table,) = page(tmp_path, f"{HEAD}{ROWS}<tr><td>計</td><td>2,710</td><td>17</td></tr>").tables
    assert [row.cells[0].value for row in table.rows] == [None, None, None]
    assert str(table.rows[2].cells[1].value) == "2710"


def test_words_behind_their_label_where_figures_stand_above_are_a_remark_and_a_source(tmp_path: Path) -> None:
    foot = (
        '<tr><td>注</td><td colspan="2">俵は旧制。</td></tr><tr><td>資料</td><td colspan="2">灯台局「年報」</td></tr>'
    )
    document = page(tmp_path, f"<caption>表1　塩</caption>{HEAD}{ROWS}{foot}")
    (table,) = document.tables
    assert table.source == "資料 灯台局「年報」"
    assert [document.text[span.start : span.end] for span in table.remarks] == ["注 俵は旧制。"]
    assert len(table.rows) == 2


@pytest.mark.parametrize("second", ["配布物一覧", "1,200"])
def test_a_row_that_is_called_by_such_a_label_stays_one(tmp_path: Path, second: str) -> None:
    rows = f"<tr><td>会場</td><td>灯台</td><td>浜</td></tr><tr><td>資料</td><td>{second}</td><td></td></tr>"
    head = "<tr><th>項目</th><th>内容</th><th>備考</th></tr>"
    (table,) = page(tmp_path, f"{head}{rows}").tables
    assert [row.cells[0].text for row in table.rows] == ["会場", "資料"]


def test_a_third_row_of_names_that_are_units_is_one(made: Make) -> None:
    rows = "港\t出荷額\t\t備考\n\t2030年\t2031年\t\n\t百万円\t百万円\t\n北港\t1,210\t1,100\t\n南港\t980\t990\t新設"
    (table,) = made(f"灯台の島\n\n{SAID}\n\n表1　塩の出荷\n\n{rows}\n\n{SAID}\n").tables
    assert table.header == ("港", "出荷額 2030年 百万円", "出荷額 2031年 百万円", "備考")
    assert [cell.unit for cell in table.rows[0].cells] == ["", "百万円", "百万円", ""]
    assert [row.cells[0].text for row in table.rows] == ["北港", "南港"]

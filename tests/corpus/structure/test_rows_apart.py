"""Blank lines between the rows of a table part no table; what only stands apart as rows do is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

Make = Callable[..., Document]
SAID = "塩は島の外へ船で運ばれると、島の人は言う。"


def rows_of(document: Document) -> list[list[str]]:
    (table,) = document.tables
    return [list(table.header), *([cell.text for cell in row.cells] for row in table.rows)]


ROWS = [["港", "塩（俵）", "前年比"], ["北港", "1,210", "101.5%"], ["南港", "980", "99.0%"], ["西港", "45", "88.0%"]]


@pytest.mark.parametrize("below", [1, 2, 4, 6])
@pytest.mark.parametrize("between", [1, 2, 3])
def test_names_and_rows_with_tabs_stand_blank_lines_apart(made: Make, below: int, between: int) -> None:
    if between > below:
        return
    lines = ["\t".join(row) for row in ROWS]
    table = lines[0] + "\n" * below + ("\n" * between).join(lines[1:])
    document = made(f"灯台の島\n\n{SAID}\n\n表1\n\n\n\n塩の出荷（2030年）\n\n\n\n{table}\n\n{SAID}\n")
    assert rows_of(document) == ROWS
    (found,) = document.tables
    assert (found.label, found.caption, found.unit) == ("表1", "塩の出荷（2030年）", "俵")


@pytest.mark.parametrize("caption", ["表1　塩の出荷", "表1\n\n塩の出荷"])
@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n\n"])
def test_rows_of_wide_spaces_below_a_caption_stand_apart(made: Make, caption: str, between: str) -> None:
    lines = [
        "港　　　　塩（俵）　　前年比",
        "北港　　　　1,210　　101.5%",
        "南港　　　　　980　　　99.0%",
        "西港　　　　　　45　　　88.0%",
    ]
    document = made(f"灯台の島\n\n{SAID}\n\n{caption}\n\n{between.join(lines)}\n\n西港は減った。\n\n{SAID}\n")
    assert rows_of(document) == ROWS
    assert document.tables[0].caption == "塩の出荷"
    assert not [one.text for one in document.passages if one.kind == "heading" and "西港" in one.text]


@pytest.mark.parametrize(
    "text",
    [
        "塩の部　　　島の会\n\n油の部　　　港の会\n\n船の部　　　灯台の会",
        "2030年　　　灯台が建つ\n\n2031年　　　港が開く",
        "島の会　　　会長　　　岬 一郎\n\n島の会　　　書記　　　浜 花",
    ],
)
def test_lines_without_figures_below_each_other_are_no_such_table(made: Make, text: str) -> None:
    assert not made(f"灯台の島\n\n{SAID}\n\n表1　塩の出荷\n\n{text}\n\n{SAID}\n").tables


def test_two_tables_far_apart_stay_two(made: Make) -> None:
    first, second = "年\t俵\n2030\t1,210\n2031\t980", "港\t隻\n北港\t12\n南港\t9"
    document = made(f"灯台の島\n\n{SAID}\n\n表1　塩の出荷\n\n{first}\n\n\n\n\n{second}\n\n{SAID}\n")
    assert [table.header for table in document.tables] == [("年", "俵"), ("港", "隻")]

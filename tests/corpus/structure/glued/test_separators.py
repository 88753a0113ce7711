"""Tables are read alike whatever stands between their columns, or are refused and named; no cell is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.issues import issues
from tests.corpus.run_together import STYLES, drawn, outcome

Made = Callable[..., Document]
PROSE = "港の貿易は前の年に比べて大きく増えたが、船員の数は減り続けている。"
ROWS = (
    ("030617", "冷凍えび", "9,204,118"),
    ("440710", "針葉樹の板 厚さが6ミリを超えるもの", "812,450"),
    ("270112", "石炭", "77,301"),
)
NAMES = ("HSコード", "品目", "金額（千円）")
_SEEDS = range(24)
_LEAST = {"all glued": 0, "all glued, names tabs": 12, "one blank": 12, "code glued, one blank": 12}  # read exactly


def cells(document: Document) -> list[tuple[str, ...]]:
    (table,) = document.tables
    return [tuple(cell.text for cell in row.cells) for row in table.rows]


def around(*lines: str) -> str:
    return "# 題名\n\n" + PROSE + "\n\n表1 輸入の上位\n\n" + "\n".join(lines) + f"\n\n出典：税関年報\n\n{PROSE}\n"


@pytest.mark.parametrize("style", STYLES)
def test_rows_are_read_exactly_or_left_as_they_are_printed(style: str) -> None:
    found = {seed: outcome(drawn(style, seed)) for seed in _SEEDS}
    assert [seed for seed, one in found.items() if one == "wrong"] == []
    assert Counter(found.values())["exact"] >= _LEAST.get(style, 16)


@pytest.mark.parametrize("code", ["", "\t", "\t\t", "\u3000", "   ", " "])
@pytest.mark.parametrize("figure", ["", "\t", "\t\t", "\u3000", "   ", " "])
@pytest.mark.parametrize("name", ["\t", "\t\t", "\u3000", "   ", " "])
def test_any_two_signs_and_any_between_the_names_part_the_same_cells(
    made: Made, name: str, code: str, figure: str
) -> None:
    document = made(around(name.join(NAMES), *(code.join(row[:2]) + figure + row[2] for row in ROWS)))
    assert document.tables[0].header == NAMES
    assert cells(document) == list(ROWS)
    assert [str(row.cells[2].value) for row in document.tables[0].rows] == ["9204118", "812450", "77301"]


@pytest.mark.parametrize("digits", ["2701", "27 01", "27.01", "270112", "2701.12", "27 01 12 00"])
def test_a_code_is_no_figure_however_it_is_printed(made: Made, digits: str) -> None:
    rows = [(digits[:-1] + str(at), *row[1:]) for at, row in enumerate(ROWS)]
    document = made(around("\t".join(NAMES), *(f"{code}{name}\t{figure}" for code, name, figure in rows)))
    assert cells(document) == rows
    assert all(row.cells[0].value is None for row in document.tables[0].rows)


def test_a_rank_stands_in_its_column_and_a_total_has_neither_rank_nor_code(made: Made) -> None:
    rows = [f"{at}\t{code}{name}\t{figure}" for at, (code, name, figure) in enumerate(ROWS, 1)]
    document = made(around("\t".join(("順位", *NAMES)), *rows, "合計\t10,093,869"))
    assert cells(document)[0] == ("1", *ROWS[0])
    assert cells(document)[3] == ("", "", "合計", "10,093,869")


def test_figures_that_ran_into_each_other_are_parted_where_thousands_are_full(made: Made) -> None:
    document = made(around("品目\t輸出額\t割合", "冷凍えび\t9,204,11812.5%", "石炭\t77,3013.4%", "木材\t812,45040.0%"))
    assert cells(document)[1] == ("石炭", "77,301", "3.4%")


def test_a_name_that_a_line_break_parts_is_one_cell(made: Made) -> None:
    lines = [f"{code}{name}\t{figure}" for code, name, figure in ROWS]
    lines[1:2] = [lines[1][:10], lines[1][10:]]
    document = made(around("\t".join(NAMES), *lines))
    assert [tuple("".join(cell.split("\n")) for cell in row) for row in cells(document)] == list(ROWS)


def test_a_title_between_two_tables_is_no_row(made: Made) -> None:
    lines = ["\t".join(NAMES), *(f"{code}{name}\t{figure}" for code, name, figure in ROWS)]
    document = made(around(*lines, "輸出の上位", *lines))
    assert [len(table.rows) for table in document.tables] == [3, 3]


def test_a_name_may_begin_and_end_with_digits(made: Made) -> None:
    rows = [("870321", "2輪自動車", "1,204"), ("271012", "ガソリン オクタン価95", "8,450"), ("480256", "紙", "301")]
    document = made(around("\t".join(NAMES), *(f"{code}{name}\t{figure}" for code, name, figure in rows)))
    assert cells(document) == rows
    told = [issue for issue in issues(document) if issue.kind == "ran together"]
    assert [document.text[issue.start : issue.end] for issue in told] == ["8703212輪自動車\t1,204"]


def test_names_without_borders_leave_every_line_one_cell_and_an_issue(made: Made) -> None:
    lines = ["".join(row) for row in ROWS]
    document = made(around("".join(NAMES), *lines))
    assert cells(document) == [(line,) for line in lines]
    assert [issue.kind for issue in issues(document)] == ["ran together"] * 3


def test_a_row_that_nothing_decides_stays_as_it_is_printed(made: Made) -> None:
    lines = ["030617\t冷凍えび\t9,2041,118", "440710\t針葉樹の板\t8124,450", "270112\t石炭\t77,301210"]
    document = made(around("HSコード\t品目\t2023年\t2024年", *lines))
    assert cells(document) == [
        ("030617", "冷凍えび", "9,204", "1,118"),
        (lines[1],),
        ("270112", "石炭", "77,301", "210"),
    ]
    assert "nothing decides" in [issue.reason for issue in issues(document)][1]


@pytest.mark.parametrize("sign", ["\t", "\t\t"])
def test_posts_and_years_are_cells_and_no_names_of_columns(made: Made, sign: str) -> None:
    rows = [("田村健一", "議長", "2009年"), ("Maria Ortiz", "第2委員会委員", "2015年"), ("三宅隆", "書記", "2013年")]
    document = made(around(sign.join(("氏名", "役職", "就任年")), *(sign.join(row) for row in rows)))
    assert document.tables[0].header == ("氏名", "役職", "就任年")
    assert cells(document) == rows


def test_an_empty_cell_stays_empty_where_one_tab_stands_between_cells(made: Made) -> None:
    document = made(around("地区\t2022年\t2023年", "北\t1,204\t1,310", "南\t\t980", "西\t712\t"))
    assert cells(document) == [("北", "1,204", "1,310"), ("南", "", "980"), ("西", "712", "")]

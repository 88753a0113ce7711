"""A name and one figure that ran into each other are put apart, below a line that names both."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

Make = Callable[..., Document]
PROSE = "港の貿易は前の年に比べて大きく増えたが、船員の数は減り続けている。"


@pytest.mark.parametrize(
    ("top", "names", "unit"),
    [
        ("品目数量（トン）", ("品目", "数量（トン）"), "トン"),
        ("国・地域輸出額（千円）", ("国・地域", "輸出額（千円）"), "千円"),
        ("项目金额（元）", ("项目", "金额（元）"), "元"),
    ],
)
def test_a_figure_is_parted_from_the_name_it_ran_into(made: Make, top: str, names: tuple[str, str], unit: str) -> None:
    document = made(f"# 題名\n\n{PROSE}\n\n{top}\n乾しいたけ1,204\n栗及び栗の加工品318\nはちみつ96.5\n\n{PROSE}\n")
    (table,) = document.tables
    assert table.header == names
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["乾しいたけ", "1,204"],
        ["栗及び栗の加工品", "318"],
        ["はちみつ", "96.5"],
    ]
    assert (str(table.rows[0].cells[1].value), table.rows[0].cells[1].unit) == ("1204", unit)
    assert all(row.cells[1].recovered for row in table.rows)


@pytest.mark.parametrize(
    "lines",
    [
        "品目数量（トン）\n乾しいたけ1,204\n栗318",  # two rows are too few
        "品目数量（トン）\n乾しいたけ1,204\n栗318\n栗96",  # the same name again: its end is not sure
        "港の将来\n乾しいたけ1,204\n栗318\nはちみつ96",  # no names of columns
        "品目数量（トン）\n第1区204\n第2区318\n第3区96",  # digits in the names
    ],
)
def test_other_lines_are_left_as_they_are(made: Make, lines: str) -> None:
    assert made(f"# 題名\n\n{PROSE}\n\n{lines}\n\n{PROSE}\n").tables == ()

"""What cells print: exact numbers with their units, never codes, ranks or years."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from corpus.document import Document
from corpus.structure.figures import column_kinds, counted_in, figure, unit_in

Make = Callable[..., Document]


@pytest.mark.parametrize(
    ("printed", "value"),
    [("1,234", "1234"), ("▲10", "-10"), ("12.5%", "12.5"), ("$3.5", "3.5"), ("3400万", "34000000"), ("１２", "12")],
)
def test_a_figure_is_the_exact_decimal(printed: str, value: str) -> None:
    assert figure(printed) == Decimal(value)


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("1,127（1）", "1127", ""),
        ("30.5 (29.8)", "30.5", ""),
        ("120人（12%）", "120", "人"),
        ("45[注1]", "45", ""),
        ("約30", "30", ""),
        ("p 45", "45", ""),
        ("66.1※1", "66.1", ""),
    ],
)
def test_a_rank_a_share_or_a_note_behind_a_figure_is_no_part_of_it(printed: str, value: str, unit: str) -> None:
    assert (figure(printed), unit_in(printed)) == (Decimal(value), unit)


@pytest.mark.parametrize("printed", ["", "—", "n/a", "2024年", "6枚切り", "砂糖", "1,3-ブタジエン", "A(3)", "(1,234)"])
def test_what_is_no_figure_has_no_value(printed: str) -> None:
    assert figure(printed) is None


def test_codes_ranks_and_years_are_told_from_figures() -> None:
    rows = [["1", "2019", "67030000", "12"], ["2", "2020", "15079000", "7"], ["3", "2021", "60063200", "3"]]
    assert column_kinds(("", "年度", "品目", "数"), rows) == ("order", "time", "code", "figure")


def test_cells_know_their_value_and_unit(made: Make) -> None:
    document = made(
        "題名\n\n表1 港別の取扱（単位：千円）\n\n港\tコード\t金額\t前年比（％）\n"
        "北港\t0101\t1,204\t3.5\n南港\t0102\t880\t\n東港\t0103\t310\t▲2\n"
    )
    (table,) = document.tables
    assert [(cell.value, cell.unit) for cell in table.rows[0].cells] == [
        (None, ""),
        (None, ""),
        (Decimal(1204), "千円"),
        (Decimal("3.5"), "％"),
    ]
    assert table.rows[1].cells[3].value is None


@pytest.mark.parametrize(
    ("cell", "unit"),
    [("480 a day", "crowns a day"), ("37b", "crowns"), ("12 kg", "kg"), ("12", "crowns"), ("5 t", "t")],
)
def test_a_rate_is_in_its_columns_unit_and_a_letter_that_sends_below_is_none(cell: str, unit: str) -> None:
    assert counted_in(cell, "crowns") == unit

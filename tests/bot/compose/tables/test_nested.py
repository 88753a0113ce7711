"""A sub-total and a part of the row above are asked for like any row, and never ranked, counted or added in again."""

from __future__ import annotations

import pytest

from bot.compose.tables.making import grids
from corpus.document import Document
from tests.bot.compose.tables.table_maker import ask, make_document, short


def catches() -> Document:
    """Two years of five kinds, with a sub-total that says so, and a printed total."""
    return make_document(
        (
            "表1 浜名港の水揚げ量（単位：トン）",
            ("魚種", "2022年", "2023年"),
            [
                ["カツオ", "7,512", "6,840"],
                ["ビンナガ", "2,918", "3,275"],
                ["キハダ", "3,104", "2,460"],
                ["メバチ", "1,342", "1,187"],
                ["まぐろ類小計", "7,364", "6,922"],
                ["合計", "14,876", "13,762"],
            ],
        )
    )


def staff() -> Document:
    """No total is printed; two rows add up those above and below them, and one is a part of the row above."""
    return make_document(
        (
            "表1 白浜病院の職員数（単位：人）",
            ("職種", "2022年", "2023年"),
            [
                ["医師", "120", "130"],
                ["看護師", "480", "500"],
                ["うち非常勤", "90", "101"],
                ["診療部門計", "600", "630"],
                ["事務", "210", "215"],
                ["用務", "40", "42"],
            ],
        )
    )


def departments() -> Document:
    """A row that its name does not give away adds up the two below it in both years."""
    return make_document(
        (
            "表1 港湾局の支出（単位：千円）",
            ("費目", "2022年", "2023年"),
            [
                ["建設", "5,310", "6,120"],
                ["岸壁", "3,200", "3,900"],
                ["航路", "2,110", "2,220"],
                ["事務", "870", "905"],
            ],
        )
    )


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("2023年の水揚げ量が多い順で3位の魚種は何か", "キハダ"),
        ("キハダの2022年の水揚げ量は何位か", "2位"),
        ("2023年のまぐろ類小計は何トンか", "6,922"),
        ("2023年の水揚げ量が最も少ない魚種は", "メバチ"),
        ("2022年の水揚げ量が3,000トン以上の魚種はいくつあるか", "2"),
    ],
)
def test_a_sub_total_has_no_rank_and_is_not_counted(question: str, expected: str) -> None:
    assert expected in short(ask(question, catches()))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("2023年の白浜病院の職員数は合計で何人か", "887"),
        ("2022年の白浜病院の職員数が最も多い職種は", "看護師"),
        ("2023年の診療部門計は何人か", "630"),
        ("2023年の非常勤は何人か", "101"),
    ],
)
def test_what_a_table_adds_up_itself_is_not_added_again(question: str, expected: str) -> None:
    assert expected in short(ask(question, staff()))


def test_two_columns_that_agree_tell_a_sub_total_whatever_it_is_called() -> None:
    (grid,) = grids((departments(),))
    assert [line.name.text for line in grid.body if line.nested] == ["建設"]
    assert "7,025" in short(ask("2023年の港湾局の支出の合計はいくらか", departments()))


def test_one_small_coincidence_makes_no_sub_total() -> None:
    rows = [["甲", "3", "11"], ["乙", "4", "5"], ["丙", "7", "9"], ["丁", "2", "1"]]
    (grid,) = grids((make_document(("表1 来客数（単位：人）", ("店", "月曜", "火曜"), rows)),))
    assert not any(line.nested for line in grid.body)

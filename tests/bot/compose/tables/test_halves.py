"""Halves of a year as columns, whichever words name them, and columns that only break down another."""

from __future__ import annotations

import pytest

from corpus.document import Document
from tests.bot.compose.tables.table_maker import ask, make_document, short


def exports() -> Document:
    """Exports of two halves of one year."""
    return make_document(
        (
            "表1 南岬港の輸出(2028年上半期・下半期、単位:万円)",
            ("品目", "上半期", "下半期"),
            [["干し柿", "690", "815"], ["煎茶", "318", "477"], ["真珠", "286", "213"]],
        )
    )


def passengers() -> Document:
    return make_document(
        (
            "表1 南岬航路の利用者(単位:人)",
            ("年", "利用者", "うち学生"),
            [["2017年", "36,800", "24,100"], ["2018年", "43,900", "29,700"], ["2019年", "41,300", "22,500"]],
        )
    )


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("煎茶の輸出、2028年下半期はいくら", "477"),
        ("2028年上半期の煎茶の輸出額は？", "318"),
        ("煎茶の輸出額は後半6か月でいくら", "477"),
        ("年の前半の真珠の輸出額は", "286"),
        ("2028年7-12月の煎茶の輸出額は？", "477"),
        ("煎茶の輸出、上半期から下半期にいくら増えた", "159"),
        ("真珠の輸出は上半期と下半期のどちらが多い？", "上半期"),
        ("煎茶の輸出が少なかったのは年の前半と後半のどっち", "上半期"),
    ],
)
def test_a_half_is_meant_by_its_name_its_months_or_its_place_in_the_year(question: str, answer: str) -> None:
    draft = ask(question, exports())
    assert draft is not None
    assert answer in short(draft).split("（")[0]


def test_a_half_of_another_year_is_not_there() -> None:
    draft = ask("煎茶の輸出、2029年下半期はいくら", exports())
    assert draft is None or not draft.statements


def test_of_a_column_and_its_part_the_whole_is_meant_until_the_part_is_named() -> None:
    whole = ask("2019年の利用者は前年より何人減った", passengers())
    part = ask("2019年の学生の利用者は何人", passengers())
    assert whole is not None and "2,600" in short(whole)
    assert part is not None and "22,500" in short(part)


@pytest.mark.parametrize(("day", "found"), [("5月10日", True), ("5月11日", False)])
def test_up_to_the_day_on_which_a_table_ends_is_what_it_covers(day: str, found: bool) -> None:
    document = make_document(
        (
            "表1 渡船の利用者(令和12年4月20日~5月10日、単位:人)",
            ("区分", "西港発", "東港発"),
            [["島民", "1,184", "1,021"], ["観光客", "976", "1,243"]],
        )
    )
    draft = ask(f"東港発の観光客は{day}までで何人", document)
    assert (draft is not None and bool(draft.statements)) is found

"""Moments without a date are dated by what a table prints and by when its document was written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.document import Document
from tests.bot.compose.tables.table_maker import ask, make_document, short


def polls() -> Document:
    """Shares by year in rows, and by year in columns."""
    return replace(
        make_document(
            (
                "表1 新橋の建設についての賛否（単位 ％）",
                ("調査年", "賛成", "反対"),
                [["2019年", "51", "22"], ["2021年", "44", "38"], ["2023年", "41", "47"], ["2025年", "36", "52"]],
            ),
            (
                "表2 町にしてほしいこと（単位 ％）",
                ("項目", "2023年", "2025年"),
                [["道路の舗装", "40.1", "32.5"], ["保育所の増設", "21.0", "30.2"], ["医師の確保", "55.4", "58.0"]],
            ),
        ),
        date="2025-06-10",
    )


def libraries() -> Document:
    """Readers by year of an era, and floor space."""
    return make_document(
        (
            "表1 図書館の利用者数（単位 人）",
            ("館名", "令和4年度", "令和5年度", "令和6年度"),
            [["本町図書館", "8,100", "8,600", "8,450"], ["浜図書館", "2,000", "2,200", "2,750"]],
        ),
    )


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("新橋に賛成の人は今年何％？", "36"),
        ("賛成は最初の調査から何ポイント落ちた？", "−15"),
        ("賛成は2021年からどれだけ減った？", "−8"),
        ("町にしてほしいことで今年2番目に多いのは？", "道路の舗装"),
        ("町にしてほしいことで2023年より減ったのはどれ？", "道路の舗装"),
        ("医師の確保は一昨年何％？", "55.4"),
    ],
)
def test_a_moment_is_that_of_the_table(question: str, answer: str) -> None:
    draft = ask(question, polls())
    assert draft is not None
    assert answer in short(draft)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("浜図書館の利用者は5年度に何人？", "2,200"),
        ("浜図書館の利用者は5年度から6年度で何人増えた？", "+550"),
        ("浜図書館の利用者は6年度に前年比でどれだけ増えた？", "+550"),
        ("本町図書館の利用者は4年度から何人増えた？", "+350"),
        ("本町図書館の利用者数は令和6は？", "8,450"),
    ],
)
def test_a_year_of_an_era_may_leave_the_era_out(question: str, answer: str) -> None:
    draft = ask(question, libraries())
    assert draft is not None
    assert answer in short(draft)


def test_what_the_table_does_not_print_is_lost() -> None:
    draft = ask("新橋に賛成の人は来年何％？", polls())
    assert draft is None or not draft.statements


def test_years_that_go_by_are_counted_back_from_the_last() -> None:
    document = make_document(
        (
            "표 1 마을별 학생 수(명)",
            ("학교", "2015년", "2020년", "2025년", "학급 수(2025년)"),
            [["가람초", "80", "61", "40", "6"], ["나래초", "150", "160", "171", "8"]],
        ),
        lang="ko",
    )
    assert "−50" in short(ask("가람초 10년 동안 몇 % 줄었어", document))
    assert "+11" in short(ask("나래초는 2020년보다 몇 명 늘었나", document))


def test_since_when_one_is_above_the_other() -> None:
    draft = ask("新橋に反対が賛成を上回ったのはいつから？", polls())
    assert draft is not None
    assert short(draft).startswith("2023年")


def test_two_rows_in_one_year_are_set_against_each_other_and_not_against_another_year() -> None:
    draft = ask("2023年の道路の舗装と医師の確保の差は何ポイント？", polls())
    assert draft is not None
    assert "15.3" in short(draft)


def test_a_date_of_another_column_than_the_ones_meant_is_no_error() -> None:
    document = make_document(
        (
            "表1 診療科別の患者数（人）",
            ("診療科", "外来 2023年度", "外来 2024年度", "入院 2022年度", "入院 2024年度"),
            [["内科", "610", "580", "310", "330"], ["外科", "240", "248", "180", "170"]],
        ),
    )
    assert "−30" in short(ask("内科の外来は2023年度から何人減った？", document))
    ask("内科の外来は2022年度から何人減った？", document)


def test_months_without_a_year_mean_the_only_row_of_these_months() -> None:
    document = make_document(
        (
            "Table 1 Water made by quarter",
            ("Quarter", "Output (ML)"),
            [["Jul-Sep 2024", "1,900"], ["Oct-Dec 2024", "2,940"], ["Jan-Mar 2025", "4,800"]],
        ),
        lang="en",
    )
    assert "2,940" in short(ask("how much output in the october to december quarter?", document))

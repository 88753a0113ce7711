"""Whose people or firms are in which country, in four languages, and never the other way round."""

from __future__ import annotations

import pytest

from corpus.structure.stays import Stay, staying, the_other_way_round
from tests.bot.compose.tables.table_maker import ask, make_document, short
from tests.conftest import Bench


@pytest.mark.parametrize(
    "text",
    [
        "タイに支店を置くチリの銀行",
        "タイの大学で学ぶチリ人学生",
        "Chilean banks with branches in Thailand",
        "在泰国的智利银行",
        "태국에 있는 칠레 은행",
    ],
)
def test_which_country_is_where_and_which_is_whose(text: str) -> None:
    assert staying(text) == Stay("tha", "chl")


@pytest.mark.parametrize(
    "text",
    [
        "タイとチリの銀行",  # neither is said to be where
        "タイからチリに輸出された米",  # what is sent stays nowhere
        "タイにある銀行",  # one country alone
        "タイにあるチリの銀行とペルーの銀行",  # three
    ],
)
def test_what_is_left_open_tells_nothing(text: str) -> None:
    assert staying(text) is None


def test_the_same_two_the_other_way_round_are_another_matter() -> None:
    assert the_other_way_round("タイにいるチリの学生", "チリの大学で学ぶタイ人学生は9人")
    assert not the_other_way_round("タイにいるチリの学生", "タイの大学で学ぶチリ人学生は9人")
    assert not the_other_way_round("タイの学生", "チリの大学で学ぶタイ人学生は9人")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("2026年にタイにあったチリの銀行は何行", "11"),
        ("2026年にチリにあったタイの銀行は何行", "3"),
    ],
)
def test_of_two_rows_the_one_is_meant_that_has_each_country_in_its_place(question: str, answer: str) -> None:
    document = make_document(
        (
            "表1 支店を置く銀行の数(各年末、単位:行)",
            ("区分", "2026年", "2028年"),
            [["タイに支店を置くチリの銀行", "11", "19"], ["チリに支店を置くタイの銀行", "3", "8"]],
        )
    )
    draft = ask(question, document)
    assert draft is not None
    assert answer in short(draft)


def test_of_two_numbers_in_a_sentence_the_one_is_meant_that_stands_with_them(bench: Bench) -> None:
    document = bench.read(
        "# 学生\n\nタイの大学に在籍するチリ人学生は127人、チリの大学で学ぶタイ人学生は63人である。\n", "students.md"
    )
    answer = bench.ask("チリに留学しているタイの学生は何人か", document)
    assert answer.short is not None
    assert answer.short.text == "63人"

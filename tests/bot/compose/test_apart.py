"""The difference and the ratio of what was asked for one by one, over a table and a sentence."""

from __future__ import annotations

import pytest

from bot.answer import Answer
from corpus.document import Document
from tests.conftest import Bench

HARBOUR = """# 港の荷

表1 2023年 北港から南港への出荷

| 品目 | 金額（円） |
|---|---|
| なまこ | 9,000 |
| あわび | 4,000 |

表2 2023年 南港から北港への出荷

| 品目 | 金額（円） |
|---|---|
| 氷 | 1,500 |
| 木箱 | 700 |

北港の灯台の改修費は2,500円であった。灯台の見学者は300人であった。
"""


@pytest.fixture
def harbour(bench: Bench) -> Document:
    return bench.read(HARBOUR)


def short(answer: Answer) -> str:
    return answer.short.text if answer.short else ""


def test_rows_of_two_tables_are_set_against_each_other(bench: Bench, harbour: Document) -> None:
    answer = bench.ask("あわびの出荷額と木箱の出荷額の差はいくら", harbour)
    assert answer.calculation is not None
    assert answer.calculation.formula == "4,000 − 700 = 3,300"
    assert [(one.table, one.row) for one in answer.calculation.operands] == [
        ("表1 2023年 北港から南港への出荷", 2),
        ("表2 2023年 南港から北港への出荷", 2),
    ]
    assert short(answer).startswith("3,300")
    assert answer.rejected == ()


def test_a_cell_and_a_sentence_are_set_against_each_other(bench: Bench, harbour: Document) -> None:
    answer = bench.ask("あわびの出荷額と北港の灯台の改修費の差はいくら", harbour)
    assert answer.calculation is not None
    assert answer.calculation.formula == "4,000 − 2,500 = 1,500"


@pytest.mark.parametrize(
    "question",
    [
        "あわびの出荷額と灯台の見学者の差はいくら",  # yen and people
        "あわびの出荷額とほたての出荷額の差はいくら",  # one of them is not there
        "あわびの出荷額と木箱の出荷額はそれぞれいくら",  # no difference is asked for
    ],
)
def test_otherwise_nothing_is_reckoned(bench: Bench, harbour: Document, question: str) -> None:
    assert bench.ask(question, harbour).calculation is None

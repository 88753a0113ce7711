"""Sentences that tell of another matter by the country, the deed or the place that they name."""

from __future__ import annotations

import pytest

from bot.compose.unfit import cannot_answer
from tests.conftest import Bench

TALKS = """# 漁業交渉

ノルウェーと日本の漁業交渉は4月に決裂した。市民プールは5月に閉鎖された。
"""


@pytest.mark.parametrize(
    ("question", "holding", "out"),
    [
        ("フィンランドとの漁業交渉はいつ決裂したか", "漁業交渉は", True),  # which the document never names
        ("ノルウェーとの漁業交渉はいつ決裂したか", "漁業交渉は", False),
        ("漁業交渉はいつ決裂したか", "漁業交渉は", False),
        ("市民プールはいつ開放されたか", "閉鎖", True),
        ("市民プールはいつ開館したか", "閉鎖", True),
        ("市民プールはいつ閉鎖されたか", "閉鎖", False),
    ],
)
def test_another_country_or_what_undoes_the_deed_is_no_answer(
    bench: Bench, question: str, holding: str, out: bool
) -> None:
    asked, candidate = bench.candidate(question, bench.read(TALKS), holding)
    assert cannot_answer(asked, asked.question.asks[0], candidate) is out


def test_a_text_need_not_say_in_which_country_it_was_written(bench: Bench) -> None:
    document = bench.read("# 訪問\n\nノルウェーの首相は5月12日に来た。\n")
    asked, candidate = bench.candidate("ノルウェーの首相が日本に来たのはいつか", document, "5月12日")
    assert not cannot_answer(asked, asked.question.asks[0], candidate)

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


MEETINGS = """---
title: 港湾協議会
date: 2031-05-20
---

港湾協議会は2031年5月12日に第3回の会合を開いた。

港湾協議会の総会は2031年6月9日に開く予定である。
"""


@pytest.mark.parametrize(
    ("question", "holding", "out"),
    [
        ("次の港湾協議会の会合はいつですか", "第3回", True),  # what has been is not the next
        ("When is the next meeting of the port council?", "第3回", True),
        ("港湾协议会下一次会议是什么时候？", "第3回", True),
        ("항만협의회의 다음 회합은 언제야?", "第3回", True),
        ("次の港湾協議会の総会はいつですか", "総会", False),  # still to come when it was written
        ("港湾協議会の会合はいつでしたか", "第3回", False),
        ("その次の会合はいつ開かれたか", "第3回", False),
        ("次のうち先に開かれるのはいつの会合ですか", "第3回", False),
    ],
)
def test_what_has_been_is_not_the_next_one(bench: Bench, question: str, holding: str, out: bool) -> None:
    asked, candidate = bench.candidate(question, bench.read(MEETINGS), holding)
    assert cannot_answer(asked, asked.question.asks[0], candidate) is out

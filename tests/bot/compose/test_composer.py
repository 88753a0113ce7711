"""Whether a table or a sentence answers."""

from __future__ import annotations

from tests.conftest import Bench

RIDERS = """# 延伸区間の利用

一か月間の延伸区間の利用者は、一日平均で6,950人でした。停留場ごとの乗車人数は次のとおりです。

| 停留場 | 乗車人数（人／日） |
|---|---|
| 造船所前 | 1,020 |
| 埋立町 | 640 |
| 魚市場 | 1,480 |
"""


def test_an_average_that_a_sentence_states_is_not_reckoned_from_rows(bench: Bench) -> None:
    answer = bench.ask("延伸区間の利用者は、一日平均で何人？", bench.read(RIDERS))
    assert answer.short is not None
    assert "6,950人" in answer.short.text
    assert answer.calculation is None


def test_an_average_over_rows_is_reckoned_where_that_is_asked_for(bench: Bench) -> None:
    answer = bench.ask("停留場の乗車人数の平均は？", bench.read(RIDERS))
    assert answer.calculation is not None
    assert answer.calculation.formula.startswith("(1,020 + 640 + 1,480) ÷ 3")


def test_what_is_told_of_another_year_is_no_answer(bench: Bench) -> None:
    document = bench.read(
        "# 館\n\n2025年11月1日\n\n10月の入館者は1万2,860人、前の年の同じ月は1万4,930人だった。\n", "hall.md"
    )
    assert bench.ask("2023年10月の入館者は何人", document).abstained
    answer = bench.ask("2025年10月の入館者は何人", document)
    assert answer.short is not None
    assert "1万2,860人" in answer.short.text

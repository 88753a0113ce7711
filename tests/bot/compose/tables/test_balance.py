"""Exports less imports: from two tables that differ in direction alone; no surplus where there is a deficit."""

from __future__ import annotations

import pytest

from tests.conftest import Bench

TRADE = """# ザンゴアの貿易

表1　ザンゴアの対カレンバ輸入（単位：万ドル）

| 品目 | 2021年 | 2022年 |
|---|---|---|
| 電力 | 310 | 3,860 |
| 製材 | 874 | 912 |
| 総額（その他を含む） | 5,120 | 8,640 |

表2　ザンゴアの対カレンバ輸出（単位：万ドル）

| 品目 | 2021年 | 2022年 |
|---|---|---|
| 石油製品 | 5,510 | 7,320 |
| 冷凍魚 | 815 | 790 |
| 総額（その他を含む） | 10,204 | 12,677 |
"""


@pytest.mark.parametrize(
    "question",
    [
        "2022年、ザンゴアのカレンバとの貿易は差し引きいくらの黒字か",
        "2022年のザンゴアの対カレンバ貿易で、輸出は輸入をどれだけ上回ったか",
    ],
)
def test_the_balance_is_reckoned_from_the_totals_of_both_tables(bench: Bench, question: str) -> None:
    answer = bench.ask(question, bench.read(TRADE, "trade.md"))
    assert answer.calculation is not None
    assert answer.calculation.formula == "12,677 − 8,640 = 4,037"
    assert [operand.value for operand in answer.calculation.operands] == ["12,677", "8,640"]


@pytest.mark.parametrize(
    "question",
    [
        "2022年、ザンゴアのカレンバとの貿易は差し引きいくらの赤字か",  # there is none
        "2020年、ザンゴアのカレンバとの貿易は差し引きいくらの黒字か",  # of a year that is not there
        "2022年、ザンゴアのモリバとの貿易は差し引きいくらの黒字か",  # of another country
    ],
)
def test_no_balance_is_told_that_the_tables_do_not_give(bench: Bench, question: str) -> None:
    assert bench.ask(question, bench.read(TRADE, "trade.md")).calculation is None


def test_totals_of_tables_in_different_units_make_no_balance(bench: Bench) -> None:
    mixed = TRADE.replace("輸出（単位：万ドル）", "輸出（単位：億円）")
    question = "2022年、ザンゴアのカレンバとの貿易は差し引きいくらの黒字か"
    assert bench.ask(question, bench.read(mixed, "mixed.md")).calculation is None

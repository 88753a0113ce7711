"""Cells that are damaged, repeat another or have a unit of their row: told as such, reckoned with where they may be."""

from __future__ import annotations

import pytest

from bot.sic import SIC
from bot.verify_asides import wrong_asides, wrong_short
from tests.conftest import Bench

TEXT = """# 町の記録

表1 港ごとの水揚げ（単位：トン）

| 港 | 4月 | 5月 |
|---|---|---|
| 南浜 | 1,204 | 1,311 |
| 沖野 | l,873 | 1,402 |
| 白瀬 | 955 | 870 |
| 潮見 | 620 | 701 |

表2 渡船の仕様

| 項目 | 値 | 単位 |
|---|---|---|
| 全長 | 24.5 | m |
| 総重量 | 88 | t |
| 出力 | 450 | kW |

表3 役員の名簿

| 氏名 | 役職 |
|---|---|
| 大森 健 | 漁協の組合長 |
| 小寺 文 | 同上 |
| 牧 洋子 | 監事 |
"""


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("沖野の4月の水揚げは？", f"l,873{SIC} トン〔おそらく1,873〕"),
        ("渡船の総重量は？", "88 t"),
        ("小寺文の役職は？", "同上〔漁協の組合長〕"),
        ("5月の水揚げの合計は？", "4,284 トン"),
    ],
)
def test_a_cell_is_told_with_what_is_known_of_it(bench: Bench, question: str, short: str) -> None:
    document = bench.read(TEXT)
    answer = bench.ask(question, document)
    citations = {one.n: one for one in answer.citations}
    assert answer.short is not None and answer.short.text == short
    assert not list(wrong_short(answer.short, citations, {document.id: document}, "ja"))
    for statement in answer.statements:
        assert not list(wrong_asides(statement, citations, {document.id: document}, "ja"))


@pytest.mark.parametrize("question", ["4月の水揚げの合計は？", "4月の水揚げの平均は？", "4月の水揚げが最も多い港は？"])
def test_nothing_is_made_of_a_column_with_a_damaged_cell(bench: Bench, question: str) -> None:
    answer = bench.ask(question, bench.read(TEXT))
    assert answer.calculation is None
    assert answer.status == "partial"
    assert "沖野" in answer.missing


def test_figures_of_different_units_are_not_reckoned_with(bench: Bench) -> None:
    answer = bench.ask("渡船の全長と総重量の差は？", bench.read(TEXT))
    assert answer.calculation is None
    assert answer.short is not None and "24.5 m" in answer.short.text and "88 t" in answer.short.text

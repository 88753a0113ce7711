"""A sentence about the way back is no answer to a question about the way there."""

from __future__ import annotations

import pytest

from bot.compose.directions import goes_back
from tests.conftest import Bench


@pytest.mark.parametrize(
    ("question", "told", "back"),
    [
        ("中国から北朝鮮への輸出額は？", "北朝鮮から中国への輸出は増えた。", True),
        ("中国から北朝鮮への輸出額は？", "中国から北朝鮮への輸出は増えた。", False),
        ("中国から北朝鮮への輸出額は？", "両国の貿易は増えた。", False),
        ("What goods went from China to North Korea?", "Goods from North Korea to China were few.", True),
        ("How large were China's exports to Vietnam?", "Vietnam's exports to China rose.", True),
        ("中国对越南的出口额是多少？", "越南对中国的出口增加了。", True),
        ("중국에서 베트남으로 수출한 금액은?", "베트남에서 중국으로 수출이 늘었다.", True),
        ("東京から大阪への移動は何人か", "大阪から東京への移動は300人だった。", True),
    ],
)
def test_the_way_back_is_told_in_four_languages(bench: Bench, question: str, told: str, back: bool) -> None:
    asked, candidate = bench.candidate(question, bench.read(f"# 記録\n\n{told}\n"), told[:6])
    assert goes_back(asked, candidate) is back


def test_the_way_back_does_not_answer(bench: Bench) -> None:
    document = bench.read("# 貿易\n\n2020年に中国からベトナムへ輸出された機械は300台であった。\n", "way.md")
    there = bench.ask("2020年に中国からベトナムへ輸出された機械は何台か", document)
    back = bench.ask("2020年にベトナムから中国へ輸出された機械は何台か", document)
    assert there.short is not None and "300台" in there.short.text
    assert back.abstained

"""A sentence about the way back is no answer to a question about the way there."""

from __future__ import annotations

import pytest

from bot.compose.directions import ways
from tests.conftest import Bench


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("中国から北朝鮮への輸出", ("中国", "北朝鮮")),
        ("goods from China to North Korea", ("China", "North Korea")),
        ("China's exports to Vietnam rose", ("China", "Vietnam")),
        ("中国对越南的出口", ("中国", "越南")),
        ("중국에서 베트남으로 수출", ("중국", "베트남")),
    ],
)
def test_from_where_to_where_is_read_in_four_languages(text: str, way: tuple[str, str]) -> None:
    assert ways(text) == (way,)


def test_the_way_back_does_not_answer(bench: Bench) -> None:
    document = bench.read("# 貿易\n\n2020年に中国からベトナムへ輸出された機械は300台であった。\n", "way.md")
    there = bench.ask("2020年に中国からベトナムへ輸出された機械は何台か", document)
    back = bench.ask("2020年にベトナムから中国へ輸出された機械は何台か", document)
    assert there.short is not None and "300台" in there.short.text
    assert back.abstained

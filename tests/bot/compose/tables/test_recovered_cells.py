"""A figure that was put apart from others it was printed with is told as such, and the addition can be verified."""

from __future__ import annotations

import pytest

from bot.compose.tables.statement import APART
from bot.verify_asides import wrong_asides
from tests.conftest import Bench

RAN_TOGETHER = """# 区の記録

表1 区別世帯数（単位：世帯）

区令和3年令和4年令和5年
中央区4,1084,0974,133
南区2,9463,0123,188
北区1,6571,6411,620
西区981968953
計9,6929,7189,894
"""
APART_AS_PRINTED = """# 区の記録

表1 区別世帯数（単位：世帯）

| 区 | 令和3年 | 令和4年 |
|---|---|---|
| 中央区 | 4,108 | 4,097 |
| 西区 | 981 | 968 |
"""


@pytest.mark.parametrize(("text", "told"), [(RAN_TOGETHER, True), (APART_AS_PRINTED, False)])
def test_an_answer_says_that_a_figure_was_put_apart(bench: Bench, text: str, told: bool) -> None:
    document = bench.read(text, "made.txt" if told else "made.md")
    answer = bench.ask("西区の令和4年の世帯数は？", document)
    citations = {one.n: one for one in answer.citations}
    assert answer.short is not None and answer.short.text == "968 世帯"
    assert any(APART["ja"] in statement.text for statement in answer.statements) is told
    for statement in answer.statements:
        assert not list(wrong_asides(statement, citations, {document.id: document}, "ja"))


def test_the_addition_is_wrong_where_no_figure_was_put_apart(bench: Bench) -> None:
    together, apart = bench.read(RAN_TOGETHER, "made.txt"), bench.read(APART_AS_PRINTED, "made.md")
    answer = bench.ask("西区の令和4年の世帯数は？", together)
    citations = {one.n: one for one in answer.citations}
    statement = next(one for one in answer.statements if APART["ja"] in one.text)
    assert list(wrong_asides(statement, citations, {together.id: apart}, "ja"))

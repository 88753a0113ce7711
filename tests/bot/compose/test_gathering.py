"""What comes with the best sentence where all of something is asked for, and with no other question."""

from __future__ import annotations

import pytest

from tests.conftest import Bench

AIMS = """# ダム

ダムの工事は春に始まった。

政府がダムを建てる狙いは三つある。第一に、電化率を引き上げること。第二に、銅鉱山へ電気を送ること。さらに、電力を隣国へ売ること。

式には知事が出席した。
"""
DEAL = """# 合意

両国は十月にダムの合意を結んだ。上流国は水を流し続ける。下流国は電力を買う。委員会を年に二回開く。

式には知事が出席した。
"""


def said(bench: Bench, text: str, question: str) -> str:
    return "\n".join(statement.text for statement in bench.ask(question, bench.read(text, "dam.md")).statements)


def test_who_asks_for_all_gets_the_whole_enumeration(bench: Bench) -> None:
    answer = said(bench, AIMS, "政府がダムを建てる狙いを全部挙げて")
    assert all(words in answer for words in ("電化率", "銅鉱山", "隣国へ売る"))
    assert "知事" not in answer


@pytest.mark.parametrize("all_of_it", ["を漏れなく挙げて", "をすべて教えて", "を一つ残らず並べて"])
def test_without_numbers_the_paragraph_goes_on_from_the_best_sentence(bench: Bench, all_of_it: str) -> None:
    answer = said(bench, DEAL, f"両国が十月に結んだダムの合意の中身{all_of_it}")
    assert all(words in answer for words in ("流し続ける", "電力を買う", "年に二回"))
    assert "知事" not in answer


def test_who_asks_for_one_thing_gets_the_sentence_alone(bench: Bench) -> None:
    assert "年に二回" not in said(bench, DEAL, "両国がダムの合意を結んだのはいつか")

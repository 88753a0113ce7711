"""What comes with the best sentence where all of something is asked for, and with no other question."""

from __future__ import annotations

import pytest

from bot.compose.gathering import gathered
from bot.compose.scoring import Scored
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


def test_what_follows_a_sentence_of_a_further_passage_comes_only_where_it_answers(bench: Bench) -> None:
    other = "# 合意の話\n\n両国は十月にダムの合意を結んだ。朝の市場は晴れていた。夜は水を分けた。\n"
    documents = [bench.read(DEAL, "dam.md"), bench.read(other, "other.md")]
    asked, found = bench.candidates("両国が十月に結んだダムの合意の中身をすべて教えて", *documents)
    relevance = {"両国": 0.9, "夜は": 0.5}
    ranked = [
        Scored(candidate, 0.9 if candidate.text.startswith("両国") else 0.2, None, 1.0, relevance=likely)
        for candidate in found
        if candidate.passage.kind == "prose"
        for likely in [relevance.get(candidate.text[:2], 0.01)]
    ]
    told = [item.candidate.text for item in gathered(asked, sorted(ranked, key=lambda item: -item.score))]
    assert "委員会を年に二回開く。" in told  # follows the best, and may be part of it whatever the reader says
    assert "夜は水を分けた。" in told
    assert "朝の市場は晴れていた。" not in told


def test_an_enumeration_may_stand_in_one_sentence(bench: Bench) -> None:
    text = "# 公园\n\n园长：三件事。第一，修好栈桥；第二，建观鸟屋；第三，种芦苇。今年水很高。\n"
    answer = said(bench, text, "园长想做哪几件事")
    assert all(words in answer for words in ("栈桥", "观鸟屋", "芦苇"))

"""Differences and sums of numbers that several sentences hold: exact, shown with operands, or not given at all."""

from __future__ import annotations

import pytest

from bot.answer import Answer
from bot.compose.uses import EVERY_USE
from tests.bot.compose.test_reread import Marking, ask
from tests.conftest import Bench

TEXT = """# 祭りの記録

1年目の祭りには町の内外から1,430人の客が訪れた。

屋台の売り上げは260万円だった。

2年目の祭りには雨のなか860人の客が訪れた。
"""
BOTH = {"1,430人": 0.9, "860人": 0.8}


def asked(bench: Bench, question: str, words: dict[str, float]) -> Answer:
    return ask(bench, bench.read(TEXT, "fair.md"), question, Marking(words), EVERY_USE)


@pytest.mark.parametrize(
    ("question", "result", "formula"),
    [
        ("祭りの客は1年目と2年目でどれだけ違うか", "570人", "1,430 − 860 = 570"),
        ("祭りの客は1年目と2年目を合わせて何人か", "2,290人", "1,430 + 860 = 2,290"),
        ("How many more visitors came to the fair in the first year than in the second?", "570人", "1,430 − 860 = 570"),
    ],
)
def test_numbers_of_two_sentences_are_reckoned_with(bench: Bench, question: str, result: str, formula: str) -> None:
    answer = asked(bench, question, BOTH)
    assert answer.rejected == ()
    assert answer.short is not None
    assert answer.short.text == result
    assert answer.calculation is not None
    assert answer.calculation.formula == formula
    assert [operand.value for operand in answer.calculation.operands] == ["1,430人", "860人"]
    assert {operand.citation for operand in answer.calculation.operands} <= {c.n for c in answer.citations}
    assert len(answer.statements) == 2


def test_numbers_of_different_units_are_not_mixed(bench: Bench) -> None:
    answer = asked(bench, "祭りの客と売り上げはどれだけ違うか", {"1,430人": 0.9, "260万円": 0.9})
    assert answer.calculation is None


def test_one_number_is_not_reckoned_with(bench: Bench) -> None:
    assert asked(bench, "祭りの客は1年目と2年目でどれだけ違うか", {"1,430人": 0.9}).calculation is None


def test_a_question_that_asks_for_no_difference_gets_none(bench: Bench) -> None:
    assert asked(bench, "1年目の祭りには何人の客が訪れたか", BOTH).calculation is None


def test_how_many_times_one_number_is_another(bench: Bench) -> None:
    answer = asked(bench, "1年目の祭りの客は2年目の何倍か", BOTH)
    assert answer.short is not None
    assert answer.short.text == "1.66倍"
    assert answer.calculation is not None
    assert answer.calculation.formula == "1,430 ÷ 860 ≈ 1.66"


MONEY = """# Fair

In its first year the fair took $3.4 million from its visitors.

In its second year the fair took $1.2 million from its visitors.

| Costs | Amount (千ドル) |
| --- | --- |
| Stage | 1,430 |
"""


def test_a_sign_before_a_number_and_the_scale_behind_it_are_no_unit(bench: Bench) -> None:
    marking = Marking({"$3.4 million": 0.9, "$1.2 million": 0.8})
    question = "How much more did the fair take in its first year than in its second?"
    answer = ask(bench, bench.read(MONEY, "money.md"), question, marking, EVERY_USE)
    assert answer.short is not None
    assert answer.short.text == "$2,200,000"
    assert answer.calculation is not None
    assert answer.calculation.formula == "3,400,000 − 1,200,000 = 2,200,000"
    assert answer.calculation.unit == "$"


def test_a_cell_in_thousands_is_not_reckoned_with_a_full_amount(bench: Bench) -> None:
    marking = Marking({"$3.4 million": 0.9, "1,430": 0.9})
    question = "By how much did the takings of the first year differ from the costs of the stage?"
    answer = ask(bench, bench.read(MONEY, "money.md"), question, marking, EVERY_USE)
    assert answer.calculation is None

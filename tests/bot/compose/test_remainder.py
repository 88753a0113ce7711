"""What is left of a whole without its part: reckoned only where the sentence ties the two and the question asks so."""

from __future__ import annotations

import pytest

from bot.answer import Answer
from bot.compose.uses import EVERY_USE
from tests.bot.compose.test_reread import Marking, ask
from tests.conftest import Bench

JA = "# 港の工事\n\n工事の補償金の支払いを終えたのは、対象3,100世帯のうち2,480世帯だという。\n"


def asked(bench: Bench, text: str, question: str, marked: str) -> Answer:
    return ask(bench, bench.read(text, "port.md"), question, Marking({marked: 0.9}), EVERY_USE)


@pytest.mark.parametrize(
    ("text", "marked", "question", "told"),
    [
        (JA, "2,480世帯", "工事の補償金をまだもらえていないのは何世帯か", ("620世帯", "3,100 − 2,480 = 620")),
        (
            "# 港\n\n港の従業員は現在1,140人で、うち県内での採用は420人。\n",
            "420人",
            "港の従業員のうち県内採用じゃない人は何人か",
            ("720人", "1,140 − 420 = 720"),
        ),
        (
            "# Port\n\nThe port has paid 2,480 of the 3,100 families that moved.\n",
            "2,480",
            "How many of the families that moved is the port still to pay?",
            ("620 families", "3,100 − 2,480 = 620"),
        ),
        (
            "# 港口\n\n港口的职工共有1140人，其中县内录用420人。\n",
            "420人",
            "港口的职工里，县内录用以外的有多少人？",
            ("720人", "1,140 − 420 = 720"),
        ),
        (
            "# 港の会\n\n港の会の開催費は320万ラリで、うち200万ラリを政府が、残りを参加国が負担します。\n",
            "320万ラリ",
            "港の会の開催費のうち政府以外の負担はいくらか",
            ("1,200,000ラリ", "3,200,000 − 2,000,000 = 1,200,000"),
        ),
    ],
)
def test_the_rest_of_a_whole_is_reckoned(
    bench: Bench, text: str, marked: str, question: str, told: tuple[str, str]
) -> None:
    answer = asked(bench, text, question, marked)
    assert answer.short is not None
    assert answer.calculation is not None
    assert (answer.short.text, answer.calculation.formula) == told
    assert answer.rejected == ()


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (JA, "工事の補償金の支払いを終えたのは何世帯か"),  # asks for the part
        (JA.replace("終えた", "終えていない"), "工事の補償金をまだもらえていないのは何世帯か"),  # the part is the rest
        (JA.replace("対象3,100世帯のうち", "対象3,100人のうち"), "工事の補償金をまだもらえていないのは何世帯か"),
        (JA.replace("だという", "、県外は90世帯だという"), "工事の補償金をまだもらえていないのは何世帯か"),  # two parts
        (JA.replace("3,100世帯のうち2,480", "2,100世帯のうち2,480"), "工事の補償金をまだもらえていないのは何世帯か"),
    ],
)
def test_nothing_is_taken_away_where_the_sentence_or_the_question_leave_it_open(
    bench: Bench, text: str, question: str
) -> None:
    assert asked(bench, text, question, "2,480世帯").calculation is None

"""Which of several sentences has the point: the one the reader takes for the answer."""

from __future__ import annotations

import pytest

from bot.compose.uses import EVERY_USE
from tests.bot.compose.test_reread import Marking, ask
from tests.conftest import Bench

TWO = """# 港

式典の日の朝、青森港の会場に知事が着いた。

式典の日の夜、函館港の会場に知事が着いた。
"""


@pytest.mark.parametrize(("more", "words"), [("青森港", "青森港"), ("函館港", "函館港")])
def test_the_sentence_that_the_reader_takes_for_the_answer_has_the_point(bench: Bench, more: str, words: str) -> None:
    marking = Marking({more: 0.8, "港の会場": 0.6})
    answer = ask(bench, bench.read(TWO, "two.md"), "式典の日に知事はどこに着いたか", marking, EVERY_USE)
    assert answer.short is not None
    assert answer.short.text.startswith(words)


def test_who_is_named_in_the_next_sentence_answers_where_the_nearest_names_only_whom_the_question_names(
    bench: Bench,
) -> None:
    document = bench.read(
        "# 港\n\n野田恵室長は港の建設室を四月に去り、企画部へ移った。\n\n"
        "四月に着いた上田茂室長は港の建設室で頭を下げた。\n",
        "room.md",
    )
    marking = Marking({"上田茂室長": 0.6})
    answer = ask(bench, document, "野田さんの去った後の港の建設室の室長は誰か", marking, EVERY_USE)
    assert answer.short is not None
    assert answer.short.text == "上田茂室長"

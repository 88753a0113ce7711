"""A meeting told by two countries in one word is of the people whom a question names, or of others."""

from __future__ import annotations

import pytest

from bot.answer import Answer
from bot.compose.uses import EVERY_USE
from tests.bot.compose.test_reread import Marking, ask
from tests.conftest import Bench

TEXT = """# 会談

中国の林健国家主席、ロシアのイワノフ大統領、ベトナムのグエン首相が青森に集まった。

中ロ首脳会談は2023年4月5日に開かれた。

中越首脳会談は2023年4月6日に開かれた。
"""


EITHER = Marking({"2023年4月5日": 0.95, "2023年4月6日": 0.9})  # the reader likes the first better, whoever is named


def asked(bench: Bench, question: str) -> Answer:
    return ask(bench, bench.read(TEXT, "summits.md"), question, EITHER, EVERY_USE)


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("林健国家主席とイワノフ大統領の会談はいつ開かれたか", "2023年4月5日"),
        ("林健国家主席とグエン首相の会談はいつ開かれたか", "2023年4月6日"),
        ("中越首脳会談はいつ開かれたか", "2023年4月6日"),
    ],
)
def test_the_meeting_is_that_of_those_who_are_named(bench: Bench, question: str, day: str) -> None:
    answer = asked(bench, question)
    assert answer.short is not None
    assert answer.short.text == day


def test_a_meeting_between_others_is_no_answer(bench: Bench) -> None:
    assert asked(bench, "グエン首相とイワノフ大統領の会談はいつ開かれたか").abstained


def test_a_meeting_of_heads_is_none_of_who_stands_below_the_head(bench: Bench) -> None:
    text = (
        "# 会談\n\n中国の林健国家主席、中国の王立首相、ロシアのイワノフ大統領が青森に集まった。\n\n"
        "中ロ首脳会談は2023年4月5日に開かれた。\n"
    )
    document = bench.read(text, "heads.md")
    below = ask(bench, document, "王立首相とイワノフ大統領の会談はいつ開かれたか", EITHER, EVERY_USE)
    head = ask(bench, document, "林健国家主席とイワノフ大統領の会談はいつ開かれたか", EITHER, EVERY_USE)
    assert below.abstained
    assert head.short is not None and head.short.text == "2023年4月5日"


def test_traffic_between_two_countries_is_no_meeting(bench: Bench) -> None:
    text = (
        "# 会談\n\n中国の林健国家主席、ロシアのイワノフ大統領が青森に集まった。\n\n"
        "中ロ間の往来は2023年4月5日に増えた。\n\n中ロ首脳会談は2023年4月6日に開かれた。\n"
    )
    answer = ask(bench, bench.read(text, "way.md"), "林健国家主席とイワノフ大統領の会談はいつ", EITHER, EVERY_USE)
    assert answer.short is not None and answer.short.text == "2023年4月6日"

"""Who holds a post is answered by a sentence that only names the holder, whatever else it tells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answer import Answer
from bot.compose.offices import just_asked_for
from bot.compose.uses import EVERY_USE
from bot.question import parse_question
from tests.bot.compose.test_reread import Marking, ask
from tests.conftest import Bench, PlainWords

TOWN = """# 港町の橋

港町の佐藤一郎町長は4日、「橋は要る」と述べた。

橋の長さは300メートルで、工事は2年かかる。
"""
TWO_STATES = "# 協定\n\n北国側は田代健外相、南国側は大川実漁業相が署名した。\n"


def asked(bench: Bench, text: str, question: str) -> Answer:
    return ask(bench, bench.read(text, "told.md"), question, Marking({}), EVERY_USE)


@pytest.mark.parametrize("question", ["港町の町長は誰", "港町の町長って今だれ？", "港町の町長の名前は？"])
def test_a_holder_named_in_passing_is_the_answer_though_the_reader_doubts_it(question: str, bench: Bench) -> None:
    answer = asked(bench, TOWN, question)
    assert answer.short is not None
    assert answer.short.text == "佐藤一郎町長"
    assert answer.confidence > 0.5


def test_who_is_told_to_be_of_the_country_holds_its_post_before_who_is_told_of_none(bench: Bench) -> None:
    text = (
        "# 会談\n\n中国の李明首相が着いた。李明首相と朴泰成首相の会談では、「中朝双方が合意した」と伝えられた。\n\n"
        "2009年の温家宝首相の訪朝も同じ名目であった。\n"
    )
    answer = asked(bench, text, "北朝鮮の首相は誰？")
    assert answer.short is not None
    assert answer.short.text == "朴泰成首相"


@pytest.mark.parametrize(
    "question",
    [
        "山町の町長は誰",  # whose post it is, the text does not say
        "港町の助役は誰",
        "港町の前町長は誰",
        "港町の町長は誰と会ったか",
    ],
)
def test_the_holder_of_another_post_is_not(question: str, bench: Bench) -> None:
    answer = asked(bench, TOWN, question)
    assert answer.short is None or "佐藤" not in answer.short.text


def test_two_holders_of_a_post_leave_it_open(bench: Bench) -> None:
    text = TOWN + "\n港町の山田花子町長は8日、「橋は要らない」と述べた。\n"
    assert asked(bench, text, "港町の町長は誰").abstained


def test_of_two_sides_each_has_its_own_holder(bench: Bench) -> None:
    answer = asked(bench, TWO_STATES, "北国の外相は誰")
    assert answer.short is not None
    assert answer.short.text == "田代健外相"
    other = asked(bench, TWO_STATES, "南国の外相は誰")
    assert other.short is None or "田代" not in other.short.text


def test_a_post_that_is_near_in_meaning_is_another(bench: Bench) -> None:
    """``akin`` says that 館長 and 会長 are near."""
    near = replace(bench, words=PlainWords(bench.words.rarity, {"館長": {"会長": 0.64}}))
    asked, candidate = near.candidate("館長は誰", near.read("# 会議\n\n水野会長は説明を求めた。\n"), "水野")
    assert not just_asked_for(asked, "会長")
    assert candidate.people


GUESTS = """# 記念式典

ハーラン王は、バトエルデネ・モンゴル大統領と言葉を交わし、ソムチャイ・ラオス首相とは立ち話をした。
"""


@pytest.mark.parametrize(
    "question",
    [
        "モンゴルの大統領は誰",
        "モンゴルの首脳は誰ですか",
        "Who is the president of Mongolia?",
        "蒙古国的领导人是谁？",
        "몽골 대통령 이름이 뭐야?",
    ],
)
def test_a_post_of_a_country_is_that_country_s_alone(question: str, bench: Bench) -> None:
    answer = asked(bench, GUESTS, question)
    assert answer.short is not None
    assert "バトエルデネ" in answer.short.text
    assert "ソムチャイ" not in answer.short.text


def test_the_head_of_a_country_that_the_text_does_not_name_is_nobody_there(bench: Bench) -> None:
    assert asked(bench, GUESTS, "ネパールの首脳は誰ですか").abstained


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("同行した外相は誰？", (4, 6)),
        ("外相は誰が同行した？", (0, 2)),
        ("外相は誰と会った？", None),  # of whom its holder met
        ("外相は来た？", None),
    ],
)
def test_a_post_is_asked_for_by_another_word_and_as_who_did(
    question: str, place: tuple[int, int] | None, bench: Bench
) -> None:
    assert just_asked_for(bench.asked(parse_question(question)), "外務大臣") == place

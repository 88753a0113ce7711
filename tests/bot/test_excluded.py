"""What a question leaves out is no part of what it asks about."""

from __future__ import annotations

import pytest

from bot.cues import Lang
from bot.excluded import excluded
from bot.question import parse_question


@pytest.mark.parametrize(
    ("question", "lang", "left_out"),
    [
        ("知事と市長のほかに式へ出たのは誰？", "ja", "知事と市長のほか"),
        ("青森以外で展示した町は？", "ja", "青森以外"),
        ("besides Aomori and Hakodate, which towns showed it?", "en", "besides Aomori and Hakodate"),
        ("who spoke other than the mayor?", "en", "other than the mayor"),
        ("除了市长和知事，还有谁讲话？", "zh", "除了市长和知事"),
        ("시장이랑 지사 말고 누가 왔어?", "ko", "시장이랑 지사 말고"),
    ],
)
def test_who_is_left_out_is_said_by_a_closed_class_of_words(question: str, lang: Lang, left_out: str) -> None:
    assert [question[one.first : one.last] for one in excluded(question, lang)] == [left_out]


@pytest.mark.parametrize(
    ("question", "lang", "names"),
    [
        ("知事と市長のほかに式へ出たのは誰？", "ja", "知事と市長"),
        ("Except for sugar, what was sold most?", "en", "sugar"),
        ("除了市长和知事，还有谁讲话？", "zh", "市长和知事"),
        ("시장이랑 지사 말고 누가 왔어?", "ko", "시장이랑 지사"),
    ],
)
def test_the_names_stand_apart_from_the_words_that_leave_them_out(question: str, lang: Lang, names: str) -> None:
    assert [question[one.start : one.end] for one in excluded(question, lang)] == [names]


def test_what_is_left_out_needs_no_support() -> None:
    asked = parse_question("知事のほかに式へ出たのは誰？")
    assert any(asked.query[start:end] == "のほか" for start, end in asked.frame)
    assert [asked.query[start:end] for start, end in asked.left_out] == ["知事"]


@pytest.mark.parametrize(("question", "lang"), [("式に出たのは誰？", "ja"), ("who came?", "en"), ("谁来了", "zh")])
def test_a_question_that_leaves_nobody_out_has_none(question: str, lang: Lang) -> None:
    assert excluded(question, lang) == ()

"""What a follow-up points at: the answer to an earlier question where it asked for the like."""

from __future__ import annotations

import pytest

from bot.language import language
from bot.referring import asked_for, name_of, pointer, spelt_out, topic


@pytest.mark.parametrize(
    ("turns", "question", "at"),
    [
        (("館長は誰？",), "その人はいつ就任した？", 0),
        (("館長は誰？", "どこの大学の出？"), "彼の前任は？", 0),
        (("開館式はどこであった？",), "そこまで駅から何分？", None),  # まで: so far
        (("開館式はどこであった？",), "そこは駅から何分？", 0),
        (("一番売れた品は何？",), "それは前年いくらだった？", 0),
        (("一番売れた品は何？",), "その理由は？", None),
        (("開館式はいつ？",), "その年に来た人は何人？", 0),
        (("入館料はいくら？",), "それは誰が払う？", None),
        (("開館式はいつ、どこで？",), "そこは広い？", None),  # two things were asked for
        (("Who runs the museum?",), "When was she appointed?", 0),
        (("Where was it opened?",), "How many people live there?", 0),
        (("Where was it opened?",), "How many rooms are there?", None),
        (("馆长是谁？",), "他什么时候上任的？", 0),
        (("馆长是谁？",), "其他人呢？", None),
        (("관장이 누구예요?",), "그분은 언제 취임했어요?", 0),
        (("입장료는 얼마예요?",), "그 사람은 언제 왔어요?", None),
    ],
)
def test_a_pronoun_is_the_answer_of_the_latest_question_that_asked_for_the_like(
    turns: tuple[str, ...], question: str, at: int | None
) -> None:
    points = pointer(question, language(question))
    assert (asked_for(points, turns, "ja") if points else None) == at


@pytest.mark.parametrize(
    "question", ["その後どうなった？", "そのうち何人が来た？", "それで終わり？", "館長はいつ就任した？", "Is it true?"]
)
def test_words_that_only_join_point_at_nothing(question: str) -> None:
    assert pointer(question, language(question)) is None


@pytest.mark.parametrize(
    ("question", "name", "spelt"),
    [
        ("その人はいつ就任した？", "山口花子", "山口花子はいつ就任した？"),
        ("When was she appointed?", "山口花子", "When was 山口花子 appointed?"),
        ("What was his first post?", "Lee", "What was Lee's first post?"),
        ("그게 얼마예요?", "소금", "소금이 얼마예요?"),
    ],
)
def test_the_name_stands_where_the_pronoun_stood(question: str, name: str, spelt: str) -> None:
    lang = language(question)
    points = pointer(question, lang)
    assert points is not None
    assert spelt_out(question, points, name, lang) == spelt


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("山口花子", "山口花子"),
        ("小麦（400 万円）", "小麦"),
        ("2024年〔翌年〕", "2024年"),
        ("小麦 ／ 砂糖", ""),
        ("館長は山口花子です", ""),
        ("港の新しい航路を開くために各地から集まった人々とその家族と友人たち", ""),
    ],
)
def test_only_one_name_can_stand_for_a_pronoun(short: str, name: str) -> None:
    assert name_of(short) == name


@pytest.mark.parametrize(
    ("turn", "about"),
    [
        ("2号って最初はいつ飛ぶ予定だった", "2号"),
        ("나기사 패스는 한 달에 얼마예요?", "나기사 패스"),
        ("誰が来た？", ""),
        ("What did it cost?", ""),
    ],
)
def test_a_question_says_in_its_first_words_what_it_is_about(turn: str, about: str) -> None:
    assert topic(turn, language(turn)) == about

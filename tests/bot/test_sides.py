"""A question that compares two things is also asked of each of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cues import Lang
from bot.language import language
from bot.sides import sides


@pytest.mark.parametrize(
    ("text", "each"),
    [
        (
            "港の予算は2021年と2024年でどれくらい違いますか",
            ("港の予算は2021年でどれくらい", "港の予算は2024年でどれくらい"),
        ),
        (
            "橋について、前の市長と今の市長は何と言っているか、並べて",
            ("橋について、前の市長は何と言っているか、", "橋について、今の市長は何と言っているか、"),
        ),
        (
            "予約した人数と、ふたを開けて集まった人数、それぞれ何人?",
            ("予約した人数、何人?", "ふたを開けて集まった人数、何人?"),
        ),
        ("1号と2号の重さはそれぞれ何キロ？", ("1号の重さは何キロ？", "2号の重さは何キロ？")),
        ("知事の3月の訪問と10月の訪問を比べて", ("知事の3月の訪問", "知事の10月の訪問")),
        ("氷の出荷額と木箱の出荷額の差はいくら", ("氷の出荷額はいくら", "木箱の出荷額はいくら")),
        ("北港出口的海参和南港出口的木箱相差多少？", ("北港出口的海参多少？", "南港出口的木箱多少？")),
        ("얼음과 나무상자의 출하액 차이는?", ("얼음의 출하액?", "나무상자의 출하액?")),
        ("1号和2号的重量分别是多少？", ("1号的重量是多少？", "2号的重量是多少？")),
        ("아오모리에서 기차 요금이랑 버스 요금을 비교해 주세요", ("아오모리에서 기차 요금", "아오모리에서 버스 요금")),
        (
            "How did the mood at the first talks compare with the second meeting?",
            ("How did the mood at the first talks?", "How did the mood at the second meeting?"),
        ),
    ],
)
def test_each_side_is_asked_with_the_words_that_both_share(text: str, each: tuple[str, str]) -> None:
    assert sides(text, language(text)) == each


@pytest.mark.parametrize(
    "text",
    [
        "市長と知事が会ったのはいつですか",
        "10年前と比べていくつ上がった？",
        "市長は橋を閉じると言ったのですか",
        "Who met the mayor and the governor?",
        "谁和市长见面了？",
    ],
)
def test_what_is_only_named_together_is_not_split(text: str) -> None:
    assert sides(text, language(text)) == ()


@given(st.text("橋と港は比べて、それぞれ3月のcompareand ", max_size=40), st.sampled_from(("ja", "en", "zh", "ko")))
def test_there_are_two_sides_or_none(text: str, lang: Lang) -> None:
    assert len(sides(text, lang)) in (0, 2)

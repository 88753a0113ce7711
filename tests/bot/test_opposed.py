"""Two things that a question has reckoned with each other, each as a question of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language import language
from bot.opposed import opposed


@pytest.mark.parametrize(
    ("text", "each"),
    [
        (
            "2024年の氷の出荷額は木箱の出荷額よりいくら多い？",
            ("2024年の氷の出荷額はいくら？", "2024年の木箱の出荷額はいくら？"),
        ),
        ("2024年の出荷額は2023年よりいくら多い？", ("2024年の出荷額はいくら？", "2023年の出荷額はいくら？")),
        ("氷と木箱、出荷額を合計したらいくら？", ("氷の出荷額はいくら？", "木箱の出荷額はいくら？")),
        ("冷蔵庫の台数から冷凍庫の台数を引くと何台？", ("冷蔵庫の台数は何台？", "冷凍庫の台数は何台？")),
        ("港の船の数は島の船の数の何倍？", ("港の船の数はいくら？", "島の船の数はいくら？")),
        (
            "How much bigger were the ice exports than the timber imports?",
            ("how much: the ice exports?", "how much: the timber imports?"),
        ),
        (
            "what's the gap between ice sold and timber bought in 2024?",
            ("how much: ice sold in 2024?", "how much: timber bought in 2024?"),
        ),
        ("2024年冰块比2023年少卖了多少吨？", ("2024年冰块是多少吨？", "2023年冰块是多少吨？")),
        ("2024年冰块和木箱出口加起来多少？", ("2024年冰块出口是多少？", "2024年木箱出口是多少？")),
        (
            "얼음 수출액이 목재 수입액보다 얼마나 더 커? 2024년 기준",
            ("2024년 얼음 수출액: 얼마?", "2024년 목재 수입액: 얼마?"),
        ),
    ],
)
def test_each_side_is_asked_by_itself(text: str, each: tuple[str, ...]) -> None:
    assert opposed(text, language(text)) == each


@pytest.mark.parametrize(
    "text",
    [
        "氷の出荷額はいくら？",
        "知事と市長は何と言った？",
        "How much ice was sold?",
        "Who met the mayor and the governor?",
        "冰块和木箱哪个更贵？",
        "얼음은 어디로 갔나요?",
    ],
)
def test_what_reckons_with_nothing_has_no_sides(text: str) -> None:
    assert opposed(text, language(text)) == ()


@given(st.text(max_size=80))
def test_whatever_is_asked_there_are_two_sides_or_none(text: str) -> None:
    assert len(opposed(text, "ja")) in (0, 2)
    assert len(opposed(text, "en")) in (0, 2)

"""The values between which a question leaves the choice, apart from what they are of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.alternatives import asking_for, choice
from bot.cues import Lang
from bot.language import language
from bot.question import parse_question


@pytest.mark.parametrize(
    ("text", "left", "kind", "values"),
    [
        ("開港式があった日、3日？4日？", "開港式があった日", "when", ("3日", "4日")),
        ("橋の定員は300人か350人か", "橋の定員は", "count", ("300人", "350人")),
        ("館の席って80席なの？100席なの？", "館の席って", "count", ("80席", "100席")),
        ("Did the port open on May 3 or May 5?", "Did the port open on?", "when", ("May 3", "May 5")),
        ("港口是2019年还是2020年开的", "港口是开的", "when", ("2019年", "2020年")),
        ("개항일은 3일이야 5일이야?", "개항일은?", "when", ("3일", "5일")),
    ],
)
def test_two_values_and_a_choosing_word_are_a_choice(text: str, left: str, kind: str, values: tuple[str, ...]) -> None:
    found = choice(text, language(text), doubts=False)
    assert found is not None
    assert (found.left, found.kind, found.values) == (left, kind, values)


@pytest.mark.parametrize(
    "text", ["橋の長さは120mと135m", "I've seen 15 GL and 17 GL for the dam's volume", "다리 길이는 120m와 135m"]
)
def test_what_is_only_joined_is_a_choice_where_it_is_asked_which_is_right(text: str) -> None:
    assert choice(text, language(text), doubts=False) is None
    assert choice(text, language(text), doubts=True) is not None


def test_a_unit_of_no_table_belongs_to_its_number_and_what_was_seen_is_no_question() -> None:
    found = choice("I've seen 15 GL and 17 GL for the dam's volume", "en", doubts=True)
    assert found is not None
    assert (found.left, found.values) == ("dam's volume", ("15 GL", "17 GL"))


@pytest.mark.parametrize(
    "text",
    [
        "2021年と2024年でどれくらい違いますか",
        "3月から4月まで何日ありますか",
        "橋は120mで、駅は3階ですか",
        "From 2019 to 2021, how many came?",
        "13日？14人？",
    ],
)
def test_what_runs_from_one_to_another_or_is_of_another_kind_is_no_choice(text: str) -> None:
    assert choice(text, language(text), doubts=False) is None


def test_a_choice_asks_for_what_its_values_are() -> None:
    of = choice("開港式があった日、3日？4日？", "ja", doubts=False)
    assert of is not None
    asked = asking_for(parse_question(of.left), of)
    assert asked.kinds() == frozenset(("when",))
    assert (asked.doubts, asked.between) == (True, ("3日", "4日"))


@given(st.text("開港式は3日か5日？と、人80 or", max_size=30), st.sampled_from(("ja", "en", "zh", "ko")))
def test_something_is_always_left(text: str, lang: Lang) -> None:
    found = choice(text, lang, doubts=True)
    assert found is None or (found.left and len(found.values) == 2)

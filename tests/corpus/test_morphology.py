"""Japanese words divided and read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.morphology import name_readings, names_something, units


def test_units_are_the_shortest_words() -> None:
    assert units("国際連合") == ("国際", "連合")
    assert units("") == ()


@pytest.mark.parametrize(
    ("word", "readings"),
    [
        ("榎並", {"エナミ"}),
        ("上浜", {"ウエハマ", "カミハマ"}),
        ("東京", {"トウキョウ"}),
        ("ザンゴア", {"ザンゴア"}),
        ("", {""}),
    ],
)
def test_a_name_has_the_readings_of_the_dictionary(word: str, readings: set[str]) -> None:
    assert readings <= set(name_readings(word))


def test_a_name_of_several_parts_has_the_readings_of_each() -> None:
    assert {"ウエハマハナコ", "カミハマハナコ"} <= set(name_readings("上浜花子"))


@given(st.text(alphabet="上浜中島神戸一二三大小山川田崎村善姫アーxのa 、", max_size=10))
def test_readings_are_few_and_each_once(word: str) -> None:
    found = name_readings(word)
    assert 1 <= len(found) == len(set(found)) < 40


@pytest.mark.parametrize("word", ["榎並", "平壌", "北京", "金正恩", "李強", "ザンゴア"])
def test_a_name_names_something(word: str) -> None:
    assert names_something(word)


@pytest.mark.parametrize("word", ["貿易", "会談", "非核化", "訪れる", "テーブル", ""])
def test_a_common_word_does_not(word: str) -> None:
    assert not names_something(word)

"""Whether a question asks for the name of a thing, and of which; a person's name is none."""

from __future__ import annotations

import pytest

from bot.called import asked_by_name
from bot.cues import Lang
from bot.question import parse_question
from tests.conftest import Bench


@pytest.mark.parametrize(
    ("question", "lang", "noun"),
    [
        ("先月開いた水族館の名前なんだっけ", "ja", "水族館"),
        ("荷物を運んだ船の名前", "ja", "船"),
        ("丘の上の塔は何という？", "ja", "塔"),
        ("なんていう橋が落ちたの", "ja", "橋"),
        ("what's the hill where the goats graze called?", "en", "hill"),
        ("What is the name of the ferry sent to the island?", "en", "ferry"),
        ("what's the old lighthouse's name", "en", "lighthouse"),
        ("新开的水族馆叫什么名字？", "zh", "新开的水族馆"),
        ("그 등대 이름이 뭐야?", "ko", "등대"),
    ],
)
def test_the_noun_whose_name_is_asked_for_is_found(question: str, lang: Lang, noun: str) -> None:
    found = asked_by_name(question, lang)
    assert [question[one.start : one.end] for one in found] == [noun]
    assert parse_question(question).kinds() == {"what"}


@pytest.mark.parametrize(
    ("question", "lang"),
    [
        ("新しい館長の名前は？", "ja"),
        ("担当者の名前を教えて", "ja"),
        ("船長は何と言った？", "ja"),
        ("What is the name of the captain of the ferry?", "en"),
        ("who called the meeting?", "en"),
        ("新任馆长叫什么名字？", "zh"),
        ("선장의 이름이 뭐야?", "ko"),
    ],
)
def test_the_name_of_a_person_is_no_name_of_a_thing(question: str, lang: Lang) -> None:
    assert not asked_by_name(question, lang)


def test_the_name_of_a_person_is_asked_for_with_who() -> None:
    for question in ("新しい館長の名前は？", "선장의 이름이 뭐야?", "新任馆长叫什么名字？"):
        assert parse_question(question).kinds() == {"who"}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("what's the hill where the goats graze called?", ["hill", "goats", "graze"]),
        ("What is the name of the ferry that didn't sink?", ["ferry", "sink"]),
        ("who's the man who called the doctor?", ["man", "called", "doctor"]),
    ],
)
def test_what_calls_and_contracts_needs_no_support(bench: Bench, question: str, said: list[str]) -> None:
    assert [term.surface for term in bench.asked(parse_question(question)).terms] == said

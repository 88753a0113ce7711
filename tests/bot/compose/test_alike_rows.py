"""Rows that say the same of others answer together, also where the question is in another language."""

from __future__ import annotations

from dataclasses import replace

from bot.answer import Answer
from bot.compose.uses import EVERY_USE
from tests.bot.compose.test_reread import Marking, ask
from tests.conftest import Bench, PlainWords

ROSTER = """# 訪問団

表1　訪問団の主な顔ぶれ

| 氏名 | 所属 |
|---|---|
| 森健 | 水産局次長 |
| 林恵 | 水産局係長 |
| 大川実 | 港湾局長 |
"""


def asked(bench: Bench, question: str, akin: dict[str, str], found: str) -> Answer:
    words = PlainWords(akin={word: {meant: 0.6} for word, meant in akin.items()})
    bench = replace(bench, words=words)
    return ask(bench, bench.read(ROSTER, "roster.md"), question, Marking({found: 0.9}), EVERY_USE)


def test_each_row_of_the_body_asked_for_is_named(bench: Bench) -> None:
    akin = {"fisheries": "水産", "bureau": "局"}
    answer = asked(bench, "who came from the fisheries bureau?", akin, "森健")
    assert answer.short is not None
    assert answer.short.text == "森健 ／ 林恵"
    assert [statement.citations for statement in answer.statements] == [(1,), (2,)]


def test_a_row_that_alone_says_it_stands_alone(bench: Bench) -> None:
    answer = asked(bench, "who came from the harbour bureau?", {"harbour": "港湾", "bureau": "局"}, "大川実")
    assert answer.short is not None
    assert answer.short.text == "大川実"

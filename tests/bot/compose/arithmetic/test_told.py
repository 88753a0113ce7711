"""The numbers that sentences tell: of what each is, for one of what, a part of what, and where it is printed."""

from __future__ import annotations

import pytest

from bot.compose.arithmetic.told import Told, passage_numbers
from bot.compose.scoring import Scored
from tests.conftest import Bench


def told(bench: Bench, text: str, words: str) -> list[Told]:
    asked, candidate = bench.candidate("港の船は何隻か", bench.read(f"# 港\n\n{text}\n", "told.md"), words)
    return passage_numbers(asked, Scored(candidate, 1.0, None, 1.0))


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("港の券は1枚260円で、回数券は1冊2400円である。", [("260円", "枚"), ("2400円", "冊")]),
        ("港の貸し船は月額3,200円で、保険は別に900円かかる。", [("3,200円", "month"), ("900円", "")]),
        ("港では1人当たり35万円を助成する。", [("35万円", "person")]),
        ("港の券は4000人に売れた。", [("4000人", "")]),
        ("港では1例目が318隻、2例目が41隻だった。", [("1", ""), ("318隻", ""), ("2", ""), ("41隻", "")]),
        ("港の券は1か月7700円、1つ90円である。", [("7700円", "month"), ("90円", "piece")]),
    ],
)
def test_a_number_that_is_told_for_one_says_of_what(bench: Bench, text: str, each: list[tuple[str, str]]) -> None:
    assert [(one.quantity.text, one.per) for one in told(bench, text, "港")] == each


@pytest.mark.parametrize(
    ("text", "parts", "aside"),
    [
        ("港の船は90隻で、うち30隻が古い。", ["30隻"], []),
        ("港の船は90隻で、前年の80隻から増えた。このうち30隻が古い。", ["30隻"], ["80隻"]),
        ("港の船は90隻あり、島の船は30隻ある。", [], []),
    ],
)
def test_parts_and_what_another_is_held_against_are_told_apart(
    bench: Bench, text: str, parts: list[str], aside: list[str]
) -> None:
    numbers = told(bench, text, "港")
    assert [one.quantity.text for one in numbers if one.part] == parts
    assert [one.quantity.text for one in numbers if one.aside] == aside


def test_a_number_printed_bare_counts_what_the_one_before_it_does(bench: Bench) -> None:
    numbers = told(bench, "Harbour drew 214,000 visits, Quay 96,500 and Pier 71,300. It has 12 rooms.", "Harbour")
    assert [one.unit for one in numbers] == ["visits", "visits", "visits", "rooms"]


def test_both_ends_of_what_a_number_became_and_a_share_in_words_are_told(bench: Bench) -> None:
    numbers = told(bench, "港の使用料は352万円から418万円に増え、3分の2を県が出す。", "港")
    assert [one.quantity.text for one in numbers] == ["352万円", "418万円", "3分の2"]


@pytest.mark.parametrize("text", ["港の船は９０隻で、うち３０隻が古い。", "港の船は1万2千隻、港の客は三人だ。"])
def test_every_number_stands_at_its_place(bench: Bench, text: str) -> None:
    for one in told(bench, text, "港"):
        document = one.of.candidate.document
        assert document.text[one.at : one.end] == one.quantity.text

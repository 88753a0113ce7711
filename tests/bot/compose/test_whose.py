"""Whose a thing is: the words right before its noun, and nobody else whom the sentence names."""

from __future__ import annotations

import pytest

from bot.compose.asked import Point
from bot.compose.point import points
from tests.conftest import Bench


def found(bench: Bench, question: str, told: str) -> list[Point]:
    document = bench.read(f"# T\n\n{told}\n", "told.md")
    asked, candidate = bench.candidate(question, document, told[-6:-1])
    return points(asked, asked.question.asks[0], candidate)


@pytest.mark.parametrize(
    ("question", "told", "owner"),
    [
        (
            "誰の名義で会食が開かれた？",
            "グエン・セルナ議長に対しては、北湾ホテルでセルナ友好協会名義による会食が開かれた。",
            "セルナ友好協会",
        ),
        (
            "会食は誰の名義で開かれましたか",
            "会食は漁業組合の理事長の名義で開かれ、青木市長が招かれた。",
            "漁業組合の理事長",
        ),
        ("誰の提案で橋ができたの？", "橋は田代首相の提案でできたが、佐藤知事が反対した。", "田代首相"),
        (
            "Whose proposal was the bridge?",
            "The bridge was built on Petra Holm's proposal, and Ivo Lantz opened it.",
            "Petra Holm",
        ),
        (
            "whose idea was the ferry?",
            "The ferry was the idea of the harbour guild, as Mr Lantz told us.",
            "the harbour guild",
        ),
        ("晚宴是以谁的名义举办的？", "晚宴以渔业工会的名义举办，市长李明出席。", "渔业工会"),
        ("누구의 명의로 잔치가 열렸어?", "잔치는 어업 조합 명의로 열렸고 김철수 시장이 참석했다.", "어업 조합"),
    ],
)
def test_the_words_before_the_noun_say_whose_it_is(bench: Bench, question: str, told: str, owner: str) -> None:
    best, *_ = found(bench, question, told)
    assert best.text == owner
    assert best.plain


def test_of_two_owners_neither_is_plain(bench: Bench) -> None:
    both = found(bench, "誰の提案で橋ができた？", "田代首相の提案と佐藤知事の提案で橋ができた。")
    assert {point.text for point in both} == {"田代首相", "佐藤知事"}
    assert not any(point.plain for point in both)


def test_what_stands_before_the_noun_and_is_nobody_is_no_owner(bench: Bench) -> None:
    best, *_ = found(bench, "誰の名義で会食が開かれた？", "会食は別の名義で開かれ、青木市長が出た。")
    assert best.text == "青木市長"
    assert not best.plain


def test_a_noun_that_the_sentence_lacks_leaves_the_names(bench: Bench) -> None:
    best, *_ = found(bench, "誰の名義で会食が開かれた？", "会食は青木市長が開いた。")
    assert best.text == "青木市長"

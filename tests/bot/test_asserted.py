"""What a yes-or-no question asserts, asked openly: a date, a number, a means."""

from __future__ import annotations

import pytest

from bot.asserted import open_questions
from bot.cues import Lang
from tests.conftest import Bench


@pytest.mark.parametrize(
    ("lang", "question", "asks"),
    [
        ("ja", "林市長との会談も9月3日だったよね？", "林市長との会談はいつ？"),
        ("ja", "林市長の会談は9月3日に行われた？", "林市長の会談はいつ行われた？"),
        ("ja", "林市長は飛行機で東京に飛んだんだよね？", "林市長は何で東京に飛んだ？"),
        ("ja", "出席したのは26か国ですよね", "出席したのは何か国です？"),
        ("en", "Did Mayor Hayashi visit Seoul on September 3?", "When Did Mayor Hayashi visit Seoul?"),
        ("zh", "林市长是9月3日访问首尔的吗？", "林市长是什么时候访问首尔？"),
        ("ko", "하야시 시장은 9월 3일에 서울을 방문했어?", "하야시 시장은 언제 서울을 방문했어?"),
    ],
)
def test_what_is_asserted_is_exchanged_for_what_asks(lang: Lang, question: str, asks: str) -> None:
    assert open_questions(question, lang) == (asks,)


@pytest.mark.parametrize(
    "question",
    ["林市長は東京を訪れた？", "1億円以上の費目はある？", "列車での移動は楽だった？", "9月3日か9月4日だった？"],
)
def test_nothing_is_opened_where_nothing_is_asserted(question: str) -> None:
    assert open_questions(question, "ja") == ()


TEXT = "# 市長\n\n林市長は2031年10月4日に列車で金沢を訪れた。式には26か国の大使が出席した。\n"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("林市長は9月に金沢を訪れたんだよね？", "10月4日"),
        ("林市長は2031年10月4日に金沢を訪れた？", "10月4日"),
        ("林市長は飛行機で金沢を訪れた？", "列車"),
    ],
)
def test_the_documents_correct_what_is_asserted(question: str, said: str, bench: Bench) -> None:
    answer = bench.ask(question, bench.read(TEXT))
    assert said in answer.answer
    assert answer.question == question


def test_what_no_document_tells_corrects_nothing(bench: Bench) -> None:
    assert bench.ask("森外相は9月に函館を訪れた？", bench.read(TEXT)).abstained

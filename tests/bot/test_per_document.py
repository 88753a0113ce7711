"""A question that asks what each of several documents says."""

from __future__ import annotations

import pytest

from bot.cues import Lang
from bot.per_document import per_document
from tests.conftest import Bench


@pytest.mark.parametrize(
    ("lang", "text", "left"),
    [
        ("ja", "橋の完成年は両方の資料でどう書かれてる？", "橋の完成年は？"),
        ("ja", "2つの記事では死者は何人とされている？", "死者は何人とされている？"),
        ("ja", "橋は完成したことになってる？文書ごとに教えて", "橋は完成したことになってる？"),
        (
            "ja",
            "橋の完成年、書き手で違うみたいだけど、それぞれどう書いてますか",
            "橋の完成年、書き手で違うみたいだけど",
        ),
        ("en", "What does each document say about the opening date?", "the opening date?"),
        ("en", "How do the two articles describe the mayor's visit?", "the mayor's visit?"),
        ("en", "Is the bridge finished, according to both sources?", "Is the bridge finished?"),
        ("zh", "桥是在2019年还是2020年建成的？两份资料怎么说", "桥是在2019年还是2020年建成的？"),
        ("zh", "两份材料对市长的称呼一样吗？", "对市长？"),
        ("ko", "개통식 이름이 두 문서에서 어떻게 다르게 나와요?", "개통식 이름이?"),
    ],
)
def test_the_words_that_ask_it_of_each_document_are_taken_out(lang: Lang, text: str, left: str) -> None:
    assert per_document(text, lang) == (left, True)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ja", "両方の資料に署名した人は誰"),
        ("ja", "二つの文書を書いたのは誰？"),
        ("ja", "各資料の題名は？"),
        ("ja", "論考と記事ではそれぞれどう書いてるの"),
        ("en", "Both documents were signed by whom?"),
        ("zh", "这两份文件是谁签的？"),
        ("ko", "두 문서를 누가 썼나요?"),
    ],
)
def test_documents_that_are_the_matter_itself_stay(lang: Lang, text: str) -> None:
    assert per_document(text, lang) == (text, False)


def test_what_each_document_says_stands_side_by_side(bench: Bench) -> None:
    one = bench.read("# 橋\n\n橋は2019年に完成した。橋は長い。\n", "one.md")
    other = bench.read("# 橋の話\n\n橋は2020年に完成したという。\n", "other.md")
    answer = bench.ask("橋がいつ完成したか、両方の資料はどう書いてる？", one, other)
    assert {citation.doc for citation in answer.citations} == {one.id, other.id}
    assert "2019年に完成した" in answer.answer
    assert "2020年に完成した" in answer.answer


def test_no_point_of_one_document_stands_for_what_each_says(bench: Bench) -> None:
    one = bench.read("# 橋\n\n市は橋を市民の誇りと呼んだ。\n", "one.md")
    other = bench.read("# 橋の話\n\n組合は橋を無駄な橋と呼んだ。\n", "other.md")
    answer = bench.ask("橋をどんな橋と呼んだか、文書ごとに教えて", one, other)
    assert answer.short is None
    assert {citation.doc for citation in answer.citations} == {one.id, other.id}

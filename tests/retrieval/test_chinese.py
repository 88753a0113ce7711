"""Chinese told from kana-less Japanese, and divided into words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.normalize import search_text
from retrieval.chinese import Part, is_chinese, segment


def whole(word: str) -> tuple[Part, ...]:
    """Divide nothing: a Japanese that knows every word."""
    return (Part(0, len(word), word, known=True),)


def words(text: str) -> list[str]:
    return [word.term for word in segment(search_text(text), whole) if word.term]


@pytest.mark.parametrize(
    "text",
    [
        "李强总理什么时候访问平壤",
        "夏志和是谁",
        "首脑会谈在哪里举行",
        "金正恩總書記與李在明總統有什麼關係",
        "中国的出口额是多少",
        "美国和日本的反应如何",
    ],
)
def test_simplified_characters_or_function_words_make_a_text_chinese(text: str) -> None:
    assert is_chinese(text)


def test_a_passage_is_chinese_in_search_form_too() -> None:
    assert is_chinese(search_text("金正恩在北京参加了纪念活动，这是他第一次出席多边的国际活动。"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025",
        "李強首相北朝鮮訪問",
        "中国税関統計",
        "経済的・政治的影響",
        "対中国輸出額",
        "在日本大使館",
        "現在終了",
        "平壌の吗",
        "金正恩 방문",
    ],
)
def test_japanese_without_kana_and_anything_with_kana_or_hangul_is_not(text: str) -> None:
    assert not is_chinese(text)


def test_one_function_word_in_a_page_of_japanese_names_does_not_make_it_chinese() -> None:
    assert not is_chinese("\n".join(["東京都北区役所", "外務省条約局", "朝鮮中央通信社"] * 8) + "的了")


def test_function_words_are_told_from_characters_inside_words() -> None:
    assert words("总理访问的目的是什么") == ["総理", "訪問", "目的"]


@pytest.mark.parametrize("name", ["卢卡申科", "斯维里坚科", "李强", "夏志和", "李在明", "金与正"])
def test_characters_of_a_name_are_joined(name: str) -> None:
    assert words(f"{name}访问了平壤") == [search_text(name), "訪問", "平壌"]


def test_and_between_two_names_is_no_part_of_them() -> None:
    def alone(word: str) -> tuple[Part, ...]:
        return tuple(Part(at, at + 1, character, known=True) for at, character in enumerate(word))

    found = [run for run in segment(search_text("李强和王毅"), alone) if run.term]
    assert "".join(word.term for word in found) == "李強王毅"


def test_a_word_gives_its_parts_where_japanese_knows_them_all() -> None:
    def halves(word: str) -> tuple[Part, ...]:
        return (Part(0, 2, word[:2], known=True), Part(2, len(word), word[2:], known=word != "委員会"))

    assert [word.term for word in segment("委員会", halves)] == ["委員会"]
    assert [(word.start, word.end, word.term) for word in segment("代表団", halves)] == [(0, 2, "代表"), (2, 3, "団")]


@given(st.text(alphabet="金正恩在这之前访问了中国李强和夏志与的卢卡申科里那中日朝", max_size=30))
def test_the_words_of_a_run_cover_it_in_order(text: str) -> None:
    run = search_text(text)
    at = 0
    for word in segment(run, whole):
        assert word.start == at < word.end
        at = word.end
    assert at == len(run)

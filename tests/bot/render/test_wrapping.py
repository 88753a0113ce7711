"""Lines of mixed East Asian and Western text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from bot.render.wrapping import wrap

CHARACTERS = "李強首相が平壌を訪れ、た。」「…っー（）北韓국은 word 10,000%　é か\u3099 😀,."
paragraphs = st.lists(
    st.one_of(st.text(CHARACTERS, max_size=30), st.text(max_size=12), st.just("https://example.org/a?b=c,d")),
    max_size=8,
).map("".join)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(paragraphs, st.integers(20, 100))
def test_nothing_is_lost_and_no_line_is_wider_than_asked_unless_it_holds_a_url(text: str, width: int) -> None:
    lines = wrap(text, width, " - ", "     ")
    assert squeezed("".join(lines)) == squeezed(("-" if text.strip() else "") + text)
    assert all(cell_len(line) <= width or "https://" in line for line in lines)


@given(
    st.from_regex(r"(「{0,2}[漢字かな]{1,9}[A-Z]{0,3}[、。]?」{0,2}(\[1\])?[、。]?)*", fullmatch=True),
    st.integers(20, 60),
)
def test_no_line_starts_with_closing_punctuation_or_ends_with_an_opening_bracket(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert not any(line[0] in "、。」[" for line in lines)
    assert not any(line[-1] == "「" for line in lines)


def test_japanese_breaks_between_characters_and_takes_the_full_stop_along() -> None:
    assert wrap("中朝首脳の再会であった。", 20) == ["中朝首脳の再会であっ", "た。"]
    assert wrap("中朝首脳の再会だった。", 20) == ["中朝首脳の再会だっ", "た。"]


def test_opening_brackets_and_footnote_marks_stay_with_their_words() -> None:
    assert wrap("習近平総書記の「訪朝」", 15) == ["習近平総書記の", "「訪朝」"]
    assert wrap("習近平国家主席[1][2]。", 14) == ["習近平国家主", "席[1][2]。"]


def test_korean_and_english_break_between_words() -> None:
    assert wrap("이 자료로는 답할 수 없습니다.", 14) == ["이 자료로는", "답할 수", "없습니다."]
    assert wrap("documents do not answer", 12) == ["documents do", "not answer"]


@pytest.mark.parametrize("width", [20, 40])
def test_a_url_is_never_broken(width: int) -> None:
    url = "http://www.example.org/politics/leaders/20251009/abcdefghijkl.html"
    assert wrap(f"新華社「会談」2025-10-09 {url} 参照", width, "↳ ", "  ")[-2:] == [f"  {url}", "  参照"]


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert wrap("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


def test_a_text_without_visible_characters_gives_no_line() -> None:
    assert wrap(" \u3000", 10, "- ") == []

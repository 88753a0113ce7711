"""Questions made unanswerable: one name is exchanged for another of its kind."""

from __future__ import annotations

import random

import pytest

from retrieval.reader.data import apart, is_held, windows
from retrieval.reader.swap import named, pool, swapped

QUESTION = "1923年に関東地方で起きた地震は何か"
WINDOW = "1923年、関東地方で大きな地震が起きた。"


def test_years_places_and_people_are_named_by_kind() -> None:
    found = {QUESTION[item.start : item.end]: item.kind for item in named(QUESTION)}
    assert found["1923"] == "year"
    assert found["関東"] == "place"


def test_a_year_becomes_another_year() -> None:
    names = {"year": ["1945", "1923"]}
    assert swapped(QUESTION, WINDOW, "", (), names, random.Random(1)) == QUESTION.replace("1923", "1945")


def test_only_what_the_window_holds_is_exchanged() -> None:
    assert swapped(QUESTION, "大きな地震が起きた。", "", (), {"year": ["1945"]}, random.Random(1)) is None


def test_where_nothing_else_of_the_kind_is_known_nothing_is_exchanged() -> None:
    assert swapped(QUESTION, WINDOW, "", (), {"year": ["1923"]}, random.Random(1)) is None


@pytest.mark.parametrize("seed", range(5))
def test_an_exchanged_question_is_another_question(seed: int) -> None:
    names = pool([QUESTION, "大阪で1970年に開かれた博覧会は何か", "1964年に東京で何が開かれたか"])
    wrong = swapped(QUESTION, WINDOW, "", (), names, random.Random(seed))
    assert wrong is not None
    assert wrong != QUESTION
    assert wrong.endswith("起きた地震は何か")


def test_windows_are_runs_of_sentences_of_bounded_length() -> None:
    text = "一つ目である。二つ目である。" + "長" * 250 + "。四つ目である。"
    found = [text[span.start : span.end] for span in windows(text)]
    assert "一つ目である。二つ目である。" in found
    assert "長" * 250 + "。" in found
    assert all(len(window) <= 260 for window in found)
    assert [text[span.start : span.end] for span in apart(text)] == [
        "一つ目である。二つ目である。",
        "長" * 250 + "。四つ目である。",
    ]


def test_an_article_is_held_or_not_by_its_title_alone() -> None:
    held = [title for title in (f"記事{number}" for number in range(400)) if is_held(title)]
    assert 5 <= len(held) <= 40
    assert held == [title for title in held if is_held(title)]

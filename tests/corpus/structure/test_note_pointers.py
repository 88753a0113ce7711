"""Words that lead to a note by its number, without being its mark."""

from __future__ import annotations

import pytest

from corpus.document import Note, Span
from corpus.structure.note_pointers import pointed_at
from corpus.structure.notes import text_marks

NOTES = [Note(marker, "灯台局『年報』", 0, 0) for marker in ("1", "2", "3", "*4")]


@pytest.mark.parametrize(
    ("words", "markers"),
    [
        ("出所：注2に同じ", ["2"]),
        ("資料：前掲注３", ["3"]),
        ("出典：注1・2による", ["1", "2"]),
        ("资料来源：同注2", ["2"]),
        ("자료: 주 3과 같음", ["3"]),
        ("Source: as in notes 1 and 3", ["1", "3"]),
        ("Source: see note 2.", ["2"]),
        ("출처: 등대국, 주 3회 조사", []),
        ("出所：注※4に同じ", []),
        # Numbers of something else, and a note that is not printed.
        ("資料：灯台局、発注2件", []),
        ("出所：注9に同じ", []),
        ("注1：端数は丸めた", []),
        ("資料：灯台局、受注3件の記録", []),
    ],
)
def test_a_number_behind_the_word_for_a_note_leads_to_it(words: str, markers: list[str]) -> None:
    assert [mark.marker for mark in pointed_at(words, Span(0, len(words)), NOTES)] == markers


def test_of_two_notes_with_one_number_none_is_led_to() -> None:
    assert list(pointed_at("出所：注1に同じ", Span(0, 8), [*NOTES, Note("1", "別の注", 9, 9)])) == []


@pytest.mark.parametrize(("words", "marked"), [("（三割注1）", ["1"]), ("（出所は同注1）", []), ("三割注1）", ["1"])])
def test_a_bracket_around_such_words_is_not_that_of_a_mark(words: str, marked: list[str]) -> None:
    found = text_marks(words)
    assert [name for _, _, names, _ in found for name in names] == marked
    assert all(end == len(words) - words.startswith("（") for _, end, _, _ in found)

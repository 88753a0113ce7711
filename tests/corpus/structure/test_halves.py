"""Halves of notes behind a page end that have lost their beginning stand beside a note and join none that is whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.structure.halves import rest_of

Make = Callable[..., Document]
WHOLE = "岬町「灯台の計画」2019年3月。"
HALVES = [
    "co.example.jp/a/-/x.html", "<misaki.example.jp/plan/akari.pdf>", "akari.pdf（2020年1月5日閲覧）",
    "（2020年1月5日閲覧）。", "最終閲覧日：2020年1月5日", "12頁。", "12–15頁。", "pp. 4-5.", "Accessed May 3, 2020.",
    "『浜新報』2019年4月2日付。",
]  # fmt: skip


@pytest.mark.parametrize("half", HALVES)
def test_what_can_only_end_a_note_is_half_of_one(half: str) -> None:
    assert rest_of(WHOLE, half, in_notes=False, page_break=True) == "stray"
    assert rest_of(WHOLE, half, in_notes=True, page_break=True) == "stray"
    assert rest_of(WHOLE, half, in_notes=False, page_break=False) == ""


@pytest.mark.parametrize(
    "text",
    [
        "12",
        "and/or",
        "灯台.pdf",
        "3.5/2",
        "『浜新報』は2019年4月2日に休刊した。",
        "2020年1月5日に閲覧した人は三人だった。",
    ],
)
def test_words_of_the_text_are_none(text: str) -> None:
    assert rest_of(WHOLE, text, in_notes=False, page_break=True) == ""


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("岬町「灯台の計画」2019年、", "12頁。"),
        ("岬町「灯台の計画」https://misaki.example.jp/2019/lib", "_akari.html"),
        ("岬町「灯台の計画」https://misaki.example.jp/2019/lib", "akari.pdf（2020年1月5日閲覧）"),
    ],
)
def test_a_note_that_lacks_its_end_gets_it(note: str, text: str) -> None:
    assert rest_of(note, text, in_notes=False, page_break=True) == "joined"


def test_an_address_that_ends_in_a_file_goes_on_in_no_other() -> None:
    note = "岬町「灯台の計画」https://misaki.example.jp/2019/akari.pdf"
    assert rest_of(note, "co.example.jp/a/-/x.html", in_notes=False, page_break=True) == "stray"


@pytest.mark.parametrize("half", HALVES)
def test_half_a_note_is_a_flagged_candidate_and_no_words_of_the_text(made: Make, half: str) -> None:
    document = made(
        "題名\n\n灯台は消えた<sup>1</sup>。霧笛も止まる<sup>2</sup>。\n\n"
        f"<sup>1</sup> {WHOLE}\n\n---\n\n{half}\n\n<sup>2</sup> 岬町「霧笛の記録」2020年3月。\n"
    )
    first, second = document.notes
    assert [stray.text for stray in first.strays] == [half]
    assert first.text == WHOLE and second.text == "岬町「霧笛の記録」2020年3月。" and second.strays == ()
    assert "stranded half" in {flag.kind for flag in first.flags}
    assert half not in [passage.text for passage in document.passages if passage.kind == "prose"]


def test_an_address_without_its_scheme_stands_beside_the_note_that_prints_none(made: Make) -> None:
    document = made(
        "題名\n\n灯台は消えた<sup>1</sup>。霧笛も止まる<sup>2</sup>。船は去る<sup>3</sup>。\n\n"
        f"<sup>1</sup> {WHOLE}\n\n<sup>2</sup> 岬町「霧笛の記録」2020年3月。https://misaki.example.jp/muteki\n\n"
        "---\n\nkeikaku.example.jp/plan/akari.pdf\n\n<sup>3</sup> 岬町「船の記録」2021年3月。\n"
    )
    assert [note.marker for note in document.notes if note.strays] == ["1"]

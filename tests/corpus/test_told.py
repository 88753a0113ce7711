"""What a document tells of time and people is read once, kept beside it, and is plain data."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import pytest

from corpus.document import Document

TEXT = "港の橋\n\n2025年6月14日\n\n田中一郎社長は13日に会見した。同氏は、橋は10月に開通する予定だと述べた。\n"


def test_everything_told_is_reached_from_the_document_and_read_once(made: Callable[..., Document]) -> None:
    document = made(TEXT)
    told = document.told
    assert document.told is told
    assert told.dates is told.dates
    assert [mention.value for mention in told.dates] == ["2025-06-14", "2025-06-13", "2025-10"]
    assert [(one.name, one.post) for one in told.people] == [("田中一郎", "社長")]
    (reference,) = told.references
    assert document.text[reference.to[0].start : reference.to[0].end] == "田中一郎社長"
    at = document.text.index("開通")
    announcement = told.announced(at, at + 2)
    assert announcement is not None
    assert (announcement.as_of, announcement.date) == ("2025-06-14", "2025-10")
    assert told.announced(0, 3) is None


def test_what_is_told_is_plain_data(made: Callable[..., Document]) -> None:
    told = made(TEXT).told
    parts: list[Any] = [*told.dates, *told.people, *told.references, *told.announcements]
    assert json.loads(json.dumps([asdict(part) for part in parts], ensure_ascii=False))


def test_a_post_that_a_sentence_says_someone_held_is_told_too(made: Callable[..., Document]) -> None:
    text = "港の橋\n\n2025年6月14日\n\n田中一郎社長は会見した。同氏は2019年まで県の港湾課長を務め、橋に反対した。\n"
    told = made(text).told
    assert [(one.name, one.post, one.former) for one in told.people] == [
        ("田中一郎", "社長", False),
        ("田中一郎", "港湾課長", True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "長" * 20_000 + "両国は",
        "アイウ" * 4_000 + "氏",
        "アイ・" * 2_000,
        "王毅、" * 2_000 + "両外相",
        "同社" * 2_000 + "。",
    ],
)
def test_endless_words_are_read_without_an_error(text: str, made: Callable[..., Document]) -> None:
    document = made(f"題\n\n日本と中国は。{text}会った。両国は。\n")
    told = document.told
    parts: list[Any] = [*told.dates, *told.people, *told.references, *told.announcements]
    places = [(one.start, one.end) for one in parts]
    assert all(0 <= start <= end <= len(document.text) for start, end in places)

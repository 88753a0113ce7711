"""Sentences written before what they tell of are marked with the day they were written."""

from __future__ import annotations

from corpus.structure.announcements import find_announcements
from corpus.structure.dates import resolve_dates

TEXT = "港は3月に開いた。\n\n橋は10月に開通する予定だ。2026年には空港もできる。式は昨年開かれた。"


def announced(text: str, published: str) -> list[tuple[str, str, str]]:
    found = find_announcements(text, resolve_dates(text, published), published)
    return [(text[one.start : one.end], one.as_of, one.date) for one in found]


def test_a_plan_and_a_date_after_the_documents_own_are_announcements() -> None:
    assert announced(TEXT, "2025-06-14") == [
        ("橋は10月に開通する予定だ。", "2025-06-14", "2025-10"),
        ("2026年には空港もできる。", "2025-06-14", "2026"),
    ]


def test_without_a_date_of_its_own_only_the_words_of_a_plan_make_an_announcement() -> None:
    assert announced(TEXT, "") == [("橋は10月に開通する予定だ。", "", "")]


def test_a_heading_and_a_date_line_announce_nothing() -> None:
    assert announced("今後の予定\n\n2026年1月1日", "2025-06-14") == []

"""Sentences written before what they tell of are marked with the day they were written."""

from __future__ import annotations

import pytest

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


def test_what_is_to_be_so_until_or_since_a_day_has_only_that_end() -> None:
    text = "令和9年度以降の額は決まっていない。措置は令和9年度末までとする。来年3月までに決める。"
    found = find_announcements(text, resolve_dates(text, "2024-11-15"), "2024-11-15")
    assert [(one.date, one.until) for one in found] == [("2027-04", ""), ("", "2028-03-31"), ("", "2025-03")]


def test_both_ends_of_a_stretch_that_is_printed_are_kept() -> None:
    text = "期間は2025年4月1日から2030年3月31日までとする。"
    found = find_announcements(text, resolve_dates(text, "2024-11-15"), "2024-11-15")
    assert [(one.date, one.until) for one in found] == [("2025-04-01", "2030-03-31")]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("시는 지난해 9월 매각 계획을 발표했고, 다음 달 업체에 제안서를 요청했다.", 0),
        ("시는 지난해 9월 매각 계획을 발표했다.", 1),
        ("她上任后搁置了扩建计划，改为贷款。", 0),
        ("市は昨年9月、橋を売る計画を明らかにした。", 1),
    ],
)
def test_a_plan_that_has_been_gone_on_from_is_not_to_come(text: str, count: int) -> None:
    assert len(announced(text, "2025-02-20")) == count


@pytest.mark.parametrize(
    ("text", "date", "until"),
    [
        ("窯場は今月末に火を止める。", "2027-11", ""),
        ("窯場は今月中に火を止める。", "", "2027-11"),
        ("窯場は年内に火を止める。", "", "2027"),
        ("窯場は月内に火を止める。", "", "2027-11"),
        ("届けの締め切りは今月末。", "2027-11", ""),
        ("窯場は今月末までに火を止める。", "", "2027-11-30"),
        ("가마는 이달 말 불을 끈다.", "2027-11", ""),
        ("窑厂本月底前会停火。", "", "2027-11"),
    ],
)
def test_what_is_left_of_the_month_or_year_is_to_come(text: str, date: str, until: str) -> None:
    found = find_announcements(text, resolve_dates(text, "2027-11-08"), "2027-11-08")
    assert [(one.date, one.until) for one in found] == [(date, until)]


@pytest.mark.parametrize(
    "text",
    [
        "窯場は先月末に火を止めた。",
        "窯場は今月中に三度火を止めた。",
        "窯場は年内に火を止めた。",
        "窯場は月内に火を止めた。",
        "窯場は三か月内に火を止める。",
        "가마는 이달 말 불을 껐다.",
        "窑厂本月底前的会议记录在此。",
        "窯場は2028年4月に移る予定だったが、早まった。",
    ],
)
def test_what_has_been_or_was_once_planned_is_not_to_come(text: str) -> None:
    assert announced(text, "2027-11-08") == []


NOTICE = (
    "火入れ式を次のとおり行う。\n\n日時：2027年12月4日（土）午後1時から\n場所：北の窯\n\n"
    "・12月5日（日）　窯の見学\n・申込みは窯場\n\n"
    "日付 | 行事\n2027年12月4日 | 火入れ\n2027年10月4日 | 下見"
)


def test_a_line_of_a_notice_with_its_day_is_an_announcement() -> None:
    assert announced(NOTICE, "2027-11-08") == [
        ("日時：2027年12月4日（土）午後1時から", "2027-11-08", "2027-12-04"),
        ("・12月5日（日）　窯の見学", "2027-11-08", "2027-12-05"),
        ("2027年12月4日 | 火入れ", "2027-11-08", "2027-12-04"),
    ]
    assert announced(NOTICE, "2028-11-08") == []


@pytest.mark.parametrize(
    "text",
    [
        "最終更新日：2027年12月4日",
        "印刷日時：2027年12月4日 9:00",
        "・2027年12月4日（土）",
        "窯だより | 2027年12月号",
        "2027年12月4日 | 14",
        "年度 | 2027年度 | 2028年度",
    ],
)
def test_a_day_of_the_page_or_a_day_alone_announces_nothing(text: str) -> None:
    assert announced(f"窯の案内\n\n{text}", "2027-11-08") == []

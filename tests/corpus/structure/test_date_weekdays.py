"""A day of the week that stands alone is one of the days around news, told or planned; elsewhere it is none."""

from __future__ import annotations

import pytest

from corpus.structure.dates import resolve_dates

DAY = "2027-11-10"  # a Wednesday


def named(text: str, published: str = DAY) -> list[tuple[str, str]]:
    return [
        (one.text, one.value) for one in resolve_dates(text, published) if one.relation.part[:4] in ("past", "comi")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("昨日は雨だった。組合は月曜日に窯を閉じた。", [("月曜日", "2027-11-08")]),
        ("昨日は雨だった。組合は金曜日に窯を閉じた。", [("金曜日", "2027-11-05")]),
        ("The kiln closed on Monday. It rained yesterday.", [("Monday", "2027-11-08")]),
        ("It rained yesterday. The kiln will open on Friday.", [("Friday", "2027-11-12")]),
        ("어제 비가 왔다. 조합은 월요일에 가마를 닫았다.", [("월요일", "2027-11-08")]),
        ("The kiln closed on Wednesday. It rained yesterday.", [("Wednesday", "")]),  # that day, or a week ago
    ],
)
def test_a_day_of_the_week_in_news_is_the_nearest(text: str, found: list[tuple[str, str]]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "組合は月曜日に窯を閉じる。昨日は雨だった。",  # every week, it may be
        "昨日は雨だった。毎週の月曜日に窯を閉じた。",
        "It rained yesterday. The kiln is shut on Mondays.",
        "It rained yesterday. The kiln closed on Monday, 1 November 2027.",
        "It rained yesterday. He wrote a book on Friday the thirteenth.",
    ],
)
def test_a_day_of_every_week_or_one_with_its_date_is_none(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The kiln closed on Monday.", DAY),  # no news: a tale
        ("It rained yesterday. In 1956 a kiln was built. The roof fell on Monday.", DAY),
        ("It rained yesterday. The kiln closed on Monday.", "2027-11"),
    ],
)
def test_a_day_of_the_week_is_open_where_the_text_tells_of_another_time(text: str, published: str) -> None:
    assert [value for _, value in named(text, published)] == [""]

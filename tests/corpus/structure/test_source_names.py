"""Whom a note names before a title, and where its next source begins."""

from __future__ import annotations

import pytest

from corpus.structure.lines import Link
from corpus.structure.sources import parse


@pytest.mark.parametrize(
    ("note", "publisher"),
    [
        ("대림운수(주), 「폐업 신고서」, 2024년 7월 15일.", "대림운수(주)"),
        ("县民政局、财政局：《实施意见》，2020年4月16日。", "县民政局、财政局"),
        ("山口一、田中二『港史』港書房、1990年。", "港書房"),
    ],
)
def test_a_publisher_is_whole(note: str, publisher: str) -> None:
    assert parse(note)[0].publisher == publisher


def test_a_law_is_a_source_before_the_next() -> None:
    law, guide = parse("「운수사업법」 제36조. 국토교통부, 「지원 지침」, 2023년 12월.")
    assert (law.title, law.date) == ("운수사업법", "")
    assert (guide.title, guide.publisher, guide.date) == ("지원 지침", "국토교통부", "2023-12")


def test_a_second_work_of_the_same_author_is_a_source_of_its_own() -> None:
    first, second = parse("石渡泰三『気象史』蒼書院、1968年、同「警報」『論叢』第12巻3号、1974年。")
    assert (first.title, first.publisher, first.date) == ("気象史", "蒼書院", "1968")
    assert (second.title, second.publisher, second.date) == ("警報", "論叢", "1974")


def test_words_quoted_in_a_sentence_are_no_title() -> None:
    assert [one.title for one in parse("『水難書類』。なお、副本には「要再調」と書き込まれている。")] == ["水難書類"]


def test_an_address_over_two_lines_is_whole() -> None:
    (source,) = parse("「意見書」資料館、https://www.example.jp/\nuragami/ikensho.html（2023年12月20日閲覧）。")
    assert source.url == "https://www.example.jp/uragami/ikensho.html"


def test_a_second_work_behind_and_is_one_too() -> None:
    first, second = parse("石渡泰三「料金」『評論』第61巻2号、2024年8月、および同『水の自治』蒼書院、2023年。")
    assert (first.title, first.date) == ("料金", "2024-08")
    assert (second.title, second.publisher, second.date) == ("水の自治", "蒼書院", "2023")


def test_a_title_that_a_link_holds_is_without_its_quotes() -> None:
    note = "湾民具館「湾の墨書」（2024年2月20日）を参照。"
    (source,) = parse(note, (Link(4, 10, "https://example.org/a"),))
    assert (source.title, source.publisher, source.url) == ("湾の墨書", "湾民具館", "https://example.org/a")


@pytest.mark.parametrize(
    ("cut", "address"),
    [
        ("https://a.example/x/\nreport12.pdf", "https://a.example/x/report12.pdf"),
        ("https://a.example/x/\n2021.html。", "https://a.example/x/2021.html"),
        ("https://a.example/x/\nminutes, p. 3", "https://a.example/x/"),
        ("https://a.example/x\nreport12.pdf", "https://a.example/x"),
    ],
)
def test_an_address_that_ends_a_line_with_a_slash_goes_on_with_the_name_of_a_file(cut: str, address: str) -> None:
    assert parse(f"港湾局「年次報告」2021年3月、{cut}")[0].url == address


def test_the_town_before_a_colon_is_none_of_the_publisher() -> None:
    assert parse("莫尔：《灯塔》，青石：海岸出版社，1999年，第3页。")[0].publisher == "海岸出版社"


def test_the_same_body_again_is_named_by_a_sign() -> None:
    first, second = parse("県水産試験場「試験の経過」平成10年3月；同「試験の終了」平成11年3月。")
    assert first.publisher == second.publisher == "県水産試験場"

"""When and by whom a text was issued, as its last lines print it, where its first lines say nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

Make = Callable[..., Document]
BODY = "湾の貨物は前の年に比べて大きく増えたが、船員の数は減り続けており、港を支える人が足りない。\n"


@pytest.mark.parametrize(
    ("last", "date", "publisher"),
    [
        ("令和6年7月　湾岸物流庁", "2024-07", "湾岸物流庁"),
        ("2024年7月\n編集・発行　湾岸物流庁", "2024-07", "湾岸物流庁"),
        ("2024年7月3日", "2024-07-03", ""),
    ],
)
def test_the_last_lines_say_when_and_by_whom(made: Make, last: str, date: str, publisher: str) -> None:
    document = made(f"# 湾の白書\n\n{BODY}\n{BODY}\n{last}\n")
    assert (document.date, document.publisher) == (date, publisher)


@pytest.mark.parametrize(
    "last", ["令和6年7月　荷が増えた", "令和6年　湾岸物流庁", "貨物は2024年7月に湾岸物流庁が数えた。"]
)
def test_what_says_more_than_that_is_no_colophon(made: Make, last: str) -> None:
    document = made(f"# 湾の白書\n\n{BODY}\n{BODY}\n{last}\n")
    assert not document.date


def test_the_first_lines_hold_where_they_say_it(made: Make) -> None:
    document = made(f"# 湾の白書\n\n2023年1月5日\n\n{BODY}\n{BODY}\n令和6年7月　湾岸物流庁\n")
    assert document.date == "2023-01-05"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("{body}\n（2025年3月3日）\n", "2025-03-03"),
        ("{body}\n（2025年3月3日脱稿）\n", "2025-03-03"),
        ("{line}（2025年3月3日）\n", "2025-03-03"),
        ("{line}[1]\n\n（2025年3月3日）\n\n注\n\n[1] 『年報』港務局、2020年。\n", "2025-03-03"),
        ("{body}\nPublished: 3 March 2025\n", "2025-03-03"),
        ("{body}\nLast updated: March 3, 2025\n", "2025-03-03"),
        ("{body}\n发布日期：2025年3月3日\n", "2025-03-03"),
        ("{body}\n입력: 2025년 3월 3일\n", "2025-03-03"),
        ("{body}\n開港：2025年3月3日\n", ""),
        ("{line}（港は2025年3月3日に開いた）\n", ""),
        ("{line}（2025年）\n", ""),
    ],
)
def test_a_day_behind_the_text_is_its_day_and_that_of_something_else_is_not(made: Make, text: str, date: str) -> None:
    document = made(f"# 湾の白書\n\n{BODY}\n" + text.format(body=BODY, line=BODY.strip()))
    assert document.date == date


@pytest.mark.parametrize(
    ("head", "last", "publisher", "series"),
    [
        ("（港湾研究会コメンタリー No. 15）\n\n東洋財団主席研究員", "", "港湾研究会", "港湾研究会コメンタリー No. 15"),
        ("海洋政策叢書 第3号\n発行：東洋出版社", "", "東洋出版社", "海洋政策叢書 第3号"),
        ("海洋政策叢書 第3号", "\n発行：東洋出版社\n", "東洋出版社", "海洋政策叢書 第3号"),
        ("海洋政策叢書 第3号", "", "海洋政策叢書", "海洋政策叢書 第3号"),
    ],
)
def test_publisher_and_series_are_two_where_both_are_printed(
    made: Make, head: str, last: str, publisher: str, series: str
) -> None:
    document = made(f"# 湾の白書\n\n{head}\n\n佐藤健一\n\n{BODY}\n{BODY}{last}")
    assert (document.publisher, document.series) == (publisher, series)


@pytest.mark.parametrize(
    ("last", "date", "publisher"),
    [
        ("（2027年3月5日　葦原新報夕刊）", "2027-03-05", "葦原新報"),
        ("葦原新報　2027年3月5日朝刊", "2027-03-05", "葦原新報"),
        ("（2027年3月5日　葦原新報夕刊の記事から）", "", ""),
        ("葦原新報夕刊", "", ""),  # of no day
    ],
)
def test_a_paper_is_named_without_its_edition(made: Make, last: str, date: str, publisher: str) -> None:
    document = made(f"# 湾の白書\n\n{BODY}\n{BODY}\n{last}\n")
    assert (document.date, document.publisher) == (date, publisher)

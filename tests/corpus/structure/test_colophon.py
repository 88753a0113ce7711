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

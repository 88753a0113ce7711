"""What is printed around the title of a source: the day, the print of a book, how often a paper appears, brackets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.structure.sources import parse

Make = Callable[..., Document]
Named = tuple[str, str, str]


def named(text: str) -> list[Named]:
    return [(one.title, one.publisher, one.date) for one in parse(text)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("浜新報2018年4月2日「灯が消える」", ("灯が消える", "浜新報", "2018-04-02")),
        ("浜新報2018年4月2日付夕刊「灯が消える」3面", ("灯が消える", "浜新報", "2018-04-02")),
        ("岬町の2018年4月2日の「灯台日誌」", ("灯台日誌", "岬町の2018年4月2日の", "")),  # not the day it appeared
        ("「灯が消える」海の通信（英語版）、2018年4月2日", ("灯が消える", "海の通信（英語版）", "2018-04-02")),
        ("「灯が消える」（『浜新報』2018年4月2日）", ("灯が消える", "浜新報", "2018-04-02")),
        ("『灯台の歌』（増補版、上下巻、海風社、2018年）", ("灯台の歌", "海風社", "2018")),
        ("『灯台の歌』改訂新版、海風社、2018年", ("灯台の歌", "海風社", "2018")),
        ("『灯台の歌』岬出版、2018年", ("灯台の歌", "岬出版", "2018")),  # a name that ends like a print
        ("月刊『海と灯』2018年4月号特集「霧笛を聞く」", ("霧笛を聞く", "海と灯", "2018-04")),
        ("浜野すず『海と灯』海風社、2018年4月", ("海と灯", "海風社", "2018-04")),
        ("Ministry of Lights, Yearbook 2017 (Leith: Quay Press, 2018), p. 5.", ("Yearbook 2017", "Quay Press", "2018")),
        (
            "岬町議会会議録、九月定例会（九月二十日）、https://gikai.example.jp/h30",
            ("九月定例会（九月二十日）", "岬町議会会議録", ""),
        ),
    ],
)  # fmt: skip
def test_what_stands_around_a_title(text: str, source: Named) -> None:
    assert named(text) == [source]


def test_the_same_with_a_page_points_to_the_note_before(made: Make) -> None:
    document = made(
        "岬の灯台\n\n灯台は岬に立つ[1]。霧は多い[2]。人はいない[3]。\n\n注\n\n"
        "[1] 『灯台の歌』海風社、2018年。\n\n[2] 同、四五―四六頁。\n\n[3] 共同、3名。\n"
    )
    same, other = document.notes[1:]
    assert [(one.title, one.by) for one in same.sources] == [("灯台の歌", "1")]
    assert not any(one.by for one in other.sources)

"""Primary sources over a shelf: each once, with the clauses that rest on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import Document, Source
from corpus.primary import identity, named, primaries
from corpus.readers import read

TEXT = """---
id: harbour
title: 港の一年
---

## 開港

港は四月に開いた[1]。市長は式を「静かな一日」と呼び[2]、漁協の組合長は欠席したが[3]、理由は述べられていない。
組合長は後日、届け出が遅れたためだと説明した[2]。

## 注

[1] 港湾局「開港の記録」2024年4月9日 https://example.org/port/1
[2] 浜日報「式典の朝」2024年4月10日 http://www.example.org/hama/
[3] 漁協会報「組合だより」2024年5月1日
"""
OTHER = """---
id: ferry
title: 渡し船
---

渡し船の運賃は百円である[1]。

## 注

[1] 浜日報「式典の朝」2024年4月10日 https://example.org/hama#top
"""


@pytest.fixture
def shelf(tmp_path: Path) -> tuple[Document, ...]:
    for name, text in (("harbour", TEXT), ("ferry", OTHER)):
        (tmp_path / f"{name}.md").write_text(text, "utf-8")
    return tuple(read(tmp_path / f"{name}.md") for name in ("harbour", "ferry"))


def test_a_source_stands_once_with_all_that_rests_on_it_in_all_documents(shelf: tuple[Document, ...]) -> None:
    first, *_ = primaries(shelf)
    assert first.source.publisher == "浜日報"
    assert [(document.id, note.marker) for document, note in first.notes] == [("harbour", "2"), ("ferry", "1")]
    assert [resting.text for resting in first.resting] == [
        "市長は式を「静かな一日」と呼び",
        "組合長は後日、届け出が遅れたためだと説明した。",
        "渡し船の運賃は百円である。",
    ]


def test_each_mark_of_a_sentence_closes_its_own_clause(shelf: tuple[Document, ...]) -> None:
    (found,) = named(primaries(shelf), "漁協会報")
    assert [resting.text for resting in found.resting] == ["漁協の組合長は欠席したが"]
    assert found.resting[0].section == ("開港",)


@pytest.mark.parametrize("words", ["浜日報", "example.org/hama", "https://www.example.org/hama/", "式典の朝"])
def test_a_source_is_found_by_publisher_address_or_title(shelf: tuple[Document, ...], words: str) -> None:
    assert [primary.source.title for primary in named(primaries(shelf), words)] == ["式典の朝"]


def test_what_no_document_names_is_not_found(shelf: tuple[Document, ...]) -> None:
    assert named(primaries(shelf), "山日報") == ()


def test_sources_are_one_by_address_else_by_title_and_publisher() -> None:
    assert identity(Source("", url="https://www.a.example/x/")) == identity(Source("", url="http://a.example/x#p"))
    assert identity(Source("", title="A", publisher="P")) != identity(Source("", title="A", publisher="Q"))
    assert identity(Source("『動向』No. 6")) == identity(Source("『動向』 No.6"))


def test_a_reference_belongs_to_the_source_it_means_and_stays_alone_where_that_is_not_known(tmp_path: Path) -> None:
    notes = ("港湾局編『港の年報』港湾局、2019年、11頁。", "同上、15頁。", "漁業組合前掲書。", "漁業組合前掲書。")
    text = "港が開いた[1]。船が来た[2]。魚が届いた[3]。市が立った[4]。\n\n## 注\n\n"
    (tmp_path / "made.md").write_text(
        "# 港\n\n" + text + "\n".join(f"[{n}] {note}" for n, note in enumerate(notes, 1)) + "\n", "utf-8"
    )
    first, *others = primaries((read(tmp_path / "made.md"),))
    assert (first.source.title, [note.marker for _, note in first.notes]) == ("港の年報", ["1", "2"])
    assert [[note.marker for _, note in one.notes] for one in others] == [["3"], ["4"]]

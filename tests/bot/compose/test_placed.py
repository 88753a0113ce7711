"""Rows that a sentence means by their places in a table, and what keeps them out."""

from __future__ import annotations

import pytest

from bot.compose.placed import rows_placed
from corpus.document import Document
from tests.conftest import Bench

RANKED = """# 港の荷

水揚げの多かった品目は表1のとおりである。このうち2-3位、5位の品目は現在、条例によって持ち出しが禁止されている。

表1 2023年 水揚げ高上位5品目

| 品目 | 水揚げ高（トン） |
|---|---|
| いわし | 900 |
| なまこ | 700 |
| あわび | 500 |
| さば | 300 |
| うに | 100 |
"""
QUESTION = "条例で持ち出しが禁止されている品目は何か"


def named(document: Document, bench: Bench, holding: str = "位") -> list[str]:
    _, candidate = bench.candidate(QUESTION, document, holding)
    return [document.text[one.name.start : one.name.end] for one in rows_placed(candidate)]


def test_places_bring_their_rows_and_the_names_are_the_point(bench: Bench) -> None:
    document = bench.read(RANKED)
    assert named(document, bench) == ["なまこ", "あわび", "うに"]
    answer = bench.ask(QUESTION, document)
    assert answer.short is not None
    assert answer.short.text == "なまこ ／ あわび ／ うに"
    told = [statement.text for statement in answer.statements]
    assert [sum(name in text for text in told) for name in ("なまこ", "あわび", "うに", "さば")] == [1, 1, 1, 0]
    assert sum("水揚げ高上位5品目" in text for text in told) == 1, "the caption stands behind the first row alone"
    assert answer.rejected == ()


def test_all_rows_are_shown_however_long_they_are(bench: Bench) -> None:
    names = {name: name + "の長い名前を持つ品目であって" * 12 for name in ("なまこ", "あわび", "うに")}
    text = RANKED
    for name, long in names.items():
        text = text.replace(f"| {name} |", f"| {long} |")
    told = "\n".join(statement.text for statement in bench.ask(QUESTION, bench.read(text)).statements)
    assert all(f"{name}の長い" in told for name in names)


def test_a_column_of_places_is_followed_where_the_rows_stand_in_another_order(bench: Bench) -> None:
    rows = "| 5 | うに | 100 |\n| 1 | いわし | 900 |\n| 3 | あわび | 500 |\n| 2 | なまこ | 700 |\n"
    head = RANKED.split("| 品目", maxsplit=1)[0]
    document = bench.read(f"{head}| 順位 | 品目 | 水揚げ高（トン） |\n|---|---|---|\n{rows}")
    assert named(document, bench) == ["なまこ", "あわび", "うに"]


@pytest.mark.parametrize(
    ("printed", "other"),
    [
        ("表1のとおり", "次のとおり"),  # no table is named
        ("2-3位、5位の品目", "2-3位、9位の品目"),  # a place that it does not have
        ("2-3位、5位の品目", "なまこが2位となった品目"),  # a place that is said of what is named
        ("| いわし | 900 |", "| いわし | 90 |"),  # the rows are in no order
    ],
)
def test_otherwise_no_row_is_brought(bench: Bench, printed: str, other: str) -> None:
    assert printed in RANKED
    assert named(bench.read(RANKED.replace(printed, other)), bench, "持ち出し") == []


def test_a_count_that_is_asked_for_is_no_row(bench: Bench) -> None:
    answer = bench.ask("持ち出しが禁止されている品目はいつ決まったか", bench.read(RANKED))
    assert not any("なまこ" in statement.text for statement in answer.statements)

"""Headings that kana and letters count, alone, in brackets or before a tab."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.structure.headings import style

Make = Callable[..., Document]

TOLD = ("渡し舟は昭和の初めに始まった。", "いまは日に四便だけが通う。", "来年からは予約した日に出す。")
HEADS = ("渡しの始まり", "便の数", "これから")


def outline(document: Document) -> list[tuple[str, ...]]:
    return list(dict.fromkeys(one.section for one in document.passages if one.kind == "prose" and one.section))


@pytest.mark.parametrize(
    "signs",
    [
        ("（ア）", "（イ）", "（ウ）"),
        ("（イ）", "（ロ）", "（ハ）"),
        ("イ．", "ロ．", "ハ．"),
        ("(a) ", "(b) ", "(c) "),
        ("i) ", "ii) ", "iii) "),
        ("1.\t", "2.\t", "3.\t"),
        ("(1)\t", "(2)\t", "(3)\t"),
    ],
)
def test_lines_alone_that_count_so_are_headings(made: Make, signs: tuple[str, str, str]) -> None:
    parts = "".join(f"{sign}{head}\n\n{told}\n\n" for sign, head, told in zip(signs, HEADS, TOLD, strict=True))
    document = made(f"渡し舟の町\n\n川口の町には、橋のない岸を結ぶ渡し舟がいまも残っている。\n\n{parts}")
    named = [(f"{sign}{head}".replace("\t", " "),) for sign, head in zip(signs, HEADS, strict=True)]
    assert outline(document) == named


def test_kana_in_brackets_stand_below_kana_and_these_below_numbers(made: Make) -> None:
    text = (
        "第１　渡し舟\n\n１　舟\n\n（１）大きさ\n\nア　長さ\n\n舟の長さは六メートルとする。\n\n（ア）櫓のある舟\n\n"
        "櫓の長さは数えない。\n\n（イ）櫓のない舟\n\n舳先から測る。\n\nイ　幅\n\n幅は二メートルとする。\n\n"
        "（２）数\n\n舟は三艘とする。\n"
    )
    top = ("第１　渡し舟", "１　舟")
    assert outline(made(text)) == [
        (*top, "（１）大きさ", "ア　長さ"),
        (*top, "（１）大きさ", "ア　長さ", "（ア）櫓のある舟"),
        (*top, "（１）大きさ", "ア　長さ", "（イ）櫓のない舟"),
        (*top, "（１）大きさ", "イ　幅"),
        (*top, "（２）数"),
    ]


def test_lines_below_each_other_that_count_so_stay_items(made: Make) -> None:
    items = "\n".join(f"（{sign}）{head}" for sign, head in zip("アイウ", HEADS, strict=True))
    text = f"渡し舟の町\n\n川口の町は、渡し舟について次のことを調べた。\n\n{items}\n\n調べは春に終わった。\n"
    assert outline(made(text)) == []


@pytest.mark.parametrize(
    "line",
    [
        "(a) the ferry must carry a light;",
        "b) and the keeper",
        "(c) The ferry carries a light at night, and",
        "5\t東岸",
    ],
)
def test_clauses_that_are_counted_in_their_sentence_have_no_style(made: Make, line: str) -> None:
    assert style(line) is None or style(line).name == "number"  # type: ignore[union-attr]
    told = "The rules of the ferry are older than the town and were never changed."
    text = f"The Ferry\n\n{told}\n\n{line}\n\nThe ferry runs.\n"
    assert outline(made(text)) == []

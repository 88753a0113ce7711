"""両 with a noun means the two of its kind that a sentence joins, or that a deal binds, and no two of another kind."""

from __future__ import annotations

import pytest

from tests.corpus.structure.test_antecedents import meant


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("白浜町と黒川市は水道の統合で合意した。両市町は来年、組合を作る。", ("両市町", ["白浜町", "黒川市"])),
        ("審議会は値上げ案と減便案を示した。両案には反対がある。", ("両案", ["値上げ案", "減便案"])),
        ("広田農協は昨年、北日本物産と契約を結んだ。双方は折り合った。", ("双方", ["広田農協", "北日本物産"])),
        ("南海物産と北辰商会の合併が決まった。両社の株主は集まる。", ("両社", ["南海物産", "北辰商会"])),
        (
            "事故を起こした業者と元請けの業者が争っている。両業者は責任を否定する。",
            ("両業者", ["事故を起こした業者", "元請けの業者"]),
        ),
    ],
)
def test_the_two_of_a_kind_that_a_sentence_joins_are_meant(text: str, found: tuple[str, list[str]]) -> None:
    assert found in meant(text)


@pytest.mark.parametrize(
    "text",
    [
        "田中一郎外相と佐藤花子蔵相が署名した。両大統領が立ち会った。",
        "市は水道と電車を買った。両案には反対がある。",
        "橋の両端が落ちた。両側に人がいた。",
        "値上げ案と減便案と現状案がある。両案には反対がある。",
    ],
)
def test_two_of_another_kind_or_three_are_not_meant(text: str) -> None:
    assert meant(text) == []

"""Japanese posts of who is titled 博士 or has a foreign name of one sign first, and posts told before one's own."""

from __future__ import annotations

import pytest

from corpus.structure import posts_ja


def named(text: str) -> list[tuple[str, str, bool]]:
    return [(one.name, one.post, one.former) for one in posts_ja.people(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("元白岬大学学長の榎本健一郎博士が話した。", [("榎本健一郎", "白岬大学学長", True)]),
        ("前外務次官のオ・ヨンジン氏が来た。", [("オ・ヨンジン", "外務次官", True)]),
        ("オ・ヨンジン前外交部長官は話した。", [("オ・ヨンジン", "外交部長官", True)]),
        ("元次官補の榎本亮氏が来た。", [("榎本亮", "次官補", True)]),
        ("アラン・リード元国務長官補は欠席した。", [("アラン・リード", "国務長官補", True)]),
        ("現学長の榎本由紀氏が来た。", [("榎本由紀", "学長", False)]),
        ("現社長の榎本由紀氏が来た。", [("榎本由紀", "社長", False)]),
        ("会長に久保由紀専務を選んだ。", [("久保由紀", "会長", False), ("久保由紀", "専務", False)]),
    ],
)
def test_a_post_is_read_whole_with_whoever_holds_it(text: str, found: list[tuple[str, str, bool]]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("エマ・ベルク総裁は答えた。", [("エマ・ベルク", "総裁", False)]),
        ("前議員の榎本亮氏が勝った。議員補選の結果だ。", [("榎本亮", "議員", True)]),
        ("現場監督の榎本亮氏が来た。", [("榎本亮", "現場監督", False)]),
        ("議長補佐の榎本亮氏が来た。", [("榎本亮", "議長補佐", False)]),
    ],
)
def test_what_only_looks_so_is_read_as_before(text: str, found: list[tuple[str, str, bool]]) -> None:
    assert named(text) == found

"""Names in a Chinese text end in what says what they are, and begin where a name can."""

from __future__ import annotations

import pytest

from corpus.document import Span
from corpus.structure import names_zh


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("2023年白崖国的税收增加。", "国", ["白崖国"]),
        ("这是全国的问题，我国和外国都有。", "国", []),
        ("此后，海桥集团退出。", "集团", ["海桥集团"]),
        ("他访问北岭国。北岭国很远。", "国", ["北岭国", "北岭国"]),
        ("云港市市长来了，云港市场很大。", "市", ["云港市"]),
        ("她在北川大学出版社工作。", "大学", ["北川大学"]),
        ("几家商业银行来了。", "行", []),
    ],
)
def test_a_name_begins_behind_what_is_no_part_of_it(text: str, kind: str, names: list[str]) -> None:
    found = names_zh.named(text, Span(0, len(text)), names_zh.KINDS[kind])
    assert [text[one.start : one.end] for one in found] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("总理拉莫斯在议会说话。拉莫斯走了。", {"拉莫斯"}),
        ("行长赫尔曼·科斯塔说话。", {"赫尔曼·科斯塔"}),
        ("部长卡布雷拉加强合作。卡布雷拉说话。", {"卡布雷拉"}),
        ("部长特别说明。", set()),
    ],
)
def test_people_in_signs_of_transliteration_end_where_the_signs_do(text: str, names: set[str]) -> None:
    assert set(names_zh.transliterated(text, "总理|行长|部长", "说|表示")) == names

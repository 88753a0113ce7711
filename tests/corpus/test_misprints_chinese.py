"""A Chinese character that makes no word where one of its shape makes a common one is a suspect; others are none."""

from __future__ import annotations

import pytest

from corpus.suspects import suspects_of_text


@pytest.mark.parametrize(
    ("text", "printed", "likely"),
    [
        ("他在曰记里写下了这件事。", "曰", "日"),
        ("这个办法末必可行。", "末", "未"),
        ("上个月开了座淡会。", "淡", "谈"),
        ("她巳经离开了村子。", "巳", "已"),
        ("拿到一年的薪永之后，他走了。", "永", "水"),
    ],
)
def test_a_character_of_the_wrong_shape_is_told_by_the_word(text: str, printed: str, likely: str) -> None:
    assert [(one.printed, one.likely) for one in suspects_of_text(text, "zh")] == [(printed, likely)]


@pytest.mark.parametrize(
    "text",
    [
        "周末他自己在家，年末再来。",
        "子曰：学而时习之。",
        "赵永路和王玉国住在慕村。",
        "淡水养殖与酒无关，洒水车来了。",
        "三人住在河边，村里人住得更远。",
    ],
)
def test_what_is_a_word_or_a_name_is_no_suspect(text: str) -> None:
    assert suspects_of_text(text, "zh") == ()

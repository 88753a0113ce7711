"""Chinese names end where the next word begins: 强 and 补 end names, 强调 and 补充 follow them."""

from __future__ import annotations

import pytest

from corpus.structure import posts_other
from tests.corpus.structure.meant import meant


def named(text: str) -> list[tuple[str, str, bool]]:
    return [(one.name, one.post, one.former) for one in posts_other.people(text, "zh")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("局长周永强上周离开。", [("周永强", "局长", False)]),
        ("局长周永强宣布改组。", [("周永强", "局长", False)]),
        ("局长周永强表示满意。", [("周永强", "局长", False)]),
        ("局长周永强强调安全。", [("周永强", "局长", False)]),
        ("前局長謝淑娟批評計畫。", [("謝淑娟", "局長", True)]),
    ],
)
def test_a_name_keeps_its_last_sign(text: str, found: list[tuple[str, str, bool]]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("局长周勇强调安全。", [("周勇", "局长", False)]),
        ("局长周勇补充说，还有时间。", [("周勇", "局长", False)]),
        ("局长周勇称，还有时间。", [("周勇", "局长", False)]),
    ],
)
def test_the_verb_behind_a_name_is_no_part_of_it(text: str, found: list[tuple[str, str, bool]]) -> None:
    assert named(text) == found


def test_two_companies_are_named_without_the_verb_and_are_no_person() -> None:
    assert ("两家", ["西江航运", "北湾物流"]) in meant("西江航运宣布与北湾物流合并。两家公司签了协议。", "zh")
    assert "两家" not in [said for said, _ in meant("局长周建国宣布与北湾物流合作。两家公司签了协议。", "zh")]
    assert "两家" not in [said for said, _ in meant("西江航运昨天开会，宣布与北湾物流合并。两家公司签了协议。", "zh")]

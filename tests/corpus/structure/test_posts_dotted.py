"""Chinese names with a dot are people: before and behind them stand their posts, and the last part is theirs alone."""

from __future__ import annotations

import pytest

from corpus.structure.posts_dotted import dotted_people


def _said(text: str) -> set[tuple[str, str, str, bool]]:
    return {(one.name, one.of, one.post, one.former) for one in dotted_people(text)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("首任馆长汉斯·莫尔曾任教育部次长，他主张开放。", ("汉斯·莫尔", "", "馆长", True)),
        ("时任交通大臣的安娜·林在会上说，路要修。", ("安娜·林", "", "交通大臣", True)),
        ("莫尔辞去馆长职务，由副馆长安娜·林接任。", ("安娜·林", "", "馆长", False)),
        ("基金派驻的检查员安娜·林在报告中写道。", ("安娜·林", "", "检查员", False)),
        ("安娜·林当选镇长，次年搬家。林在卸任之后承认。", ("安娜·林", "", "镇长", True)),
        ("汉斯·莫尔来了。基金前馆长莫尔在演讲中说。", ("汉斯·莫尔", "基金", "馆长", True)),
    ],
)
def test_a_post_before_or_behind_a_dotted_name_is_its_bearers(text: str, said: tuple[str, str, str, bool]) -> None:
    assert said in _said(text)


def test_a_last_part_that_two_share_is_neither() -> None:
    text = "汉斯·莫尔来了，安娜·莫尔也来了。基金前馆长莫尔在演讲中说。"
    assert not any(post == "馆长" for _, _, post, _ in _said(text))

"""Rosters and tables of people say who holds what: by the shape of three lines, or by what a column is called."""

from __future__ import annotations

from corpus.structure.posts_rosters import listed_people


def _said(text: str, year: int | None = None) -> list[tuple[str, str, str, bool]]:
    return [(one.name, one.of, one.post, one.former) for one in listed_people(text, year)]


def test_lines_of_one_shape_name_a_part_a_person_and_a_post_elsewhere() -> None:
    text = (
        "（委員）\n座長　早見慶太　白砂大学理学部教授\n委員　乙部しのぶ　鷺沼町長\n委員　ロイ・カーン　元水産試験場長\n"
    )
    said = _said(text)
    assert ("早見慶太", "", "座長", False) in said
    assert ("早見慶太", "白砂大学理学部", "教授", False) in said
    assert ("乙部しのぶ", "鷺沼町", "町長", False) in said
    assert ("ロイ・カーン", "水産試験場", "場長", True) in said
    assert _said("座長　早見慶太　白砂大学理学部教授\n") == []  # one line shows no shape


def test_a_column_says_what_its_posts_are_and_which_are_past() -> None:
    text = "氏名 | 現職 | 締結時の役職\n早見慶太 | 鷺沼町長 | 同左\n乙部しのぶ | 浜松汽船社長 | 潮見県水産課長\n"
    assert _said(text) == [
        ("早見慶太", "鷺沼町", "町長", False),
        ("早見慶太", "鷺沼町", "町長", True),
        ("乙部しのぶ", "浜松汽船", "社長", False),
        ("乙部しのぶ", "潮見県", "水産課長", True),
    ]


def test_a_term_that_is_over_makes_a_post_a_former_one() -> None:
    text = "港口 姓名 职务 任期\n东港 汉斯·莫尔 站长 2003—2009年\n西港 安娜·林 站长 2009—2030年\n"
    assert _said(text, 2024) == [("汉斯·莫尔", "", "站长", True), ("安娜·林", "", "站长", False)]


def test_a_table_of_things_names_nobody() -> None:
    assert _said("品名 | 役割 | 数量\n早見石 | 会長用 | 3\n", 2024) == []

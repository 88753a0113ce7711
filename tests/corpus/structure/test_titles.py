"""What a text is called where levels of headings are noise, its text is short, or its title names a place."""

from __future__ import annotations

from collections.abc import Callable

from corpus.document import Document

Make = Callable[..., Document]

PARTS = "# 火の始まり\n\n火は一八九〇年に入った。\n\n## 油\n\n油は島から来た。\n\n# 火の終わり\n\n火は消えた。\n"


def test_the_first_heading_is_the_title_though_those_below_are_set_higher(made: Make) -> None:
    document = made(f"### 岬の灯台を守る会の記録\n\n{PARTS}", "made.md")
    assert document.title == "岬の灯台を守る会の記録"
    assert ("火の始まり", "油") in {one.section for one in document.passages}


def test_the_one_heading_of_the_first_level_is_the_title_below_a_kicker(made: Make) -> None:
    text = "### 岬の灯台を守る会\n\n# 灯台の火の百年をたどる\n\n火は一八九〇年に入った。\n\n## 油\n\n油は島から来た。\n"
    assert made(text, "made.md").title == "灯台の火の百年をたどる"


def test_the_one_sentence_of_a_text_is_not_what_it_is_called(made: Make) -> None:
    document = made("灯台の油\n\n油は春と秋に、島から舟で運ばれた。\n\n表1　油の量\n\n年\t樽\n1891\t12\n1892\t14\n")
    assert document.title == "灯台の油"
    assert "油は春と秋に、島から舟で運ばれた。" in [one.text for one in document.passages if one.kind == "prose"]


def test_a_title_that_names_a_place_or_the_time_a_body_met_publishes_nothing(made: Make) -> None:
    body = "岬の灯台に残る千枚の絵はがきは、守り人が四十年かけて集めたものである。町は来春から公開する。\n"
    assert made(f"灯台のある町\n\n{body}").publisher == ""
    assert made(f"第4回 灯台を守る会\n\n{body}").publisher == ""
    assert made(f"汐崎研究所\n\n絵はがきを守る\n\n{body}").publisher == "汐崎研究所"

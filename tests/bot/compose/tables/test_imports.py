"""Tables of what one country imports from another, by quantity and by value, asked about in people's words."""

from __future__ import annotations

import pytest

from corpus.document import Document
from tests.bot.compose.tables.table_maker import ask, make_document, short


def trade() -> Document:
    return make_document(
        (
            "表1 ケニアの対ペルー輸入 上位品目(2028年、ペルー→ケニア)",
            ("順位", "品目", "数量(トン)", "金額(万ドル)"),
            [["1", "冷凍えび", "2,310", "536"], ["2", "キヌア原粒", "84", "331"], ["3", "銅線", "155", "96"]],
        ),
        (
            "表2 ケニアの対ペルー輸出 上位品目(2028年、ケニア→ペルー)",
            ("順位", "品目", "数量(トン)", "金額(万ドル)"),
            [["1", "紅茶", "900", "410"], ["2", "生花", "70", "220"], ["3", "銅線", "12", "8"]],
        ),
    )


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("ケニアのペルーからの輸入で銅線はいくら", "96 万ドル"),
        ("ペルーからケニアに入った銅線は何トン", "155 トン"),
        ("ケニアがペルーに売った銅線はいくら", "8 万ドル"),
        ("ケニアがペルーから買ったえびは何トン", "2,310 トン"),
        ("キヌアはペルーからケニアへいくら売れた", "331 万ドル"),
        ("ケニアの生花のペルー向け輸出額は", "220 万ドル"),
        ("ペルー向けの生花は何トン", "70 トン"),
    ],
)
def test_way_item_and_measure_are_each_told_by_the_question(question: str, answer: str) -> None:
    draft = ask(question, trade())
    assert draft is not None
    assert short(draft) == answer


@pytest.mark.parametrize("question", ["ケニアがペルーから買った魚は何トン", "ケニアがペルーから買った茶は何トン"])
def test_another_thing_is_not_there(question: str) -> None:
    draft = ask(question, trade())
    assert draft is None or not draft.statements

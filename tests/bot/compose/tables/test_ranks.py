"""The first, the first few and their total, in the ways that four languages ask for them."""

from __future__ import annotations

import pytest

from tests.bot.compose.tables.table_maker import ask_documents, make_document, short

CAPTION = "表1 モンゴルからラオスへの輸出 上位5品目(2024年、単位:万ドル)"
ROWS = (("石炭", "520"), ("羊毛", "310"), ("銅鉱", "75"), ("馬具", "40"), ("岩塩", "5"))
DOCUMENT = make_document((CAPTION, ("品目", "金額"), ROWS))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("モンゴルがラオスに売っているもののナンバーワンは？", "石炭"),
        ("モンゴルからラオスへの輸出のトップは", "石炭"),
        ("What's Mongolia's number one export to Laos?", "石炭"),
        ("What is Mongolia's No. 1 export to Laos?", "石炭"),
        ("Mongolia's number two export to Laos?", "羊毛"),
        ("蒙古对老挝出口第一的是什么？", "石炭"),
        ("몽골의 대라오스 수출 1위는 뭐야?", "石炭"),
        ("tell me the top three Mongolian exports to Laos", "銅鉱"),
        ("告诉我蒙古对老挝出口前三的商品", "銅鉱"),
        ("몽골이 라오스에 수출한 상위 3개 품목 알려줘", "銅鉱"),
        ("モンゴルのラオスへの輸出、上位3品目を教えて", "銅鉱"),
        ("What do Mongolia's top five exports to Laos add up to?", "950"),
        ("蒙古对老挝出口前五的商品总共多少？", "950"),
        ("蒙古对老挝出口前五商品合计多少", "950"),
        ("モンゴルのラオスへの輸出、上位5品目の合計は", "950"),
        ("몽골의 라오스 수출 상위 5개 합계는?", "950"),
    ],
)
def test_ranks_are_read(question: str, answer: str) -> None:
    assert answer in short(ask_documents(question, DOCUMENT))

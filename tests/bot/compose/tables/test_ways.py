"""Which way goods go is told by captions and questions in the words of four languages; the other way is not there."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.bot.compose.tables.table_maker import ask_documents, make_document, short


class Way(NamedTuple):
    """A table of what ``a`` sends to ``b``: captions that say so, its cells, questions with what they are answered."""

    a: str
    b: str
    captions: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    there: tuple[tuple[str, str], ...]
    back: tuple[str, ...]


WAYS = {
    "ja": Way(
        "モンゴル",
        "ラオス",
        (
            "表1 {A}から{B}への輸出 上位品目(2024年、単位:万ドル)",
            "表1 {A}の{B}向け輸出(2024年、単位:万ドル)",
            "表1 {A}の対{B}輸出(2024年、単位:万ドル)",
            "表1 {B}の{A}からの輸入(2024年、単位:万ドル)",
            "表1 {B}の対{A}輸入(2024年、単位:万ドル)",
            "表1 {A}・{B}間の貿易({A}→{B}、2024年、単位:万ドル)",
            "表1 {A}の{B}への輸出品目(2024年、単位:万ドル)",
            "表1 {B}に輸出された{A}の産品(2024年、単位:万ドル)",
            "表1 {A}産品の{B}における輸入額(2024年、単位:万ドル)",
            "表1 {B}が{A}から輸入した主な品目(2024年、単位:万ドル)",
        ),
        ("順位", "品目", "金額"),
        (("1", "石炭", "520"), ("2", "羊毛", "310"), ("3", "銅鉱", "75")),
        (
            ("{A}が{B}に輸出した羊毛はいくら", "310"),
            ("{B}が{A}から輸入した羊毛はいくら", "310"),
            ("{A}から{B}への羊毛の輸出額は", "310"),
            ("{B}の{A}からの羊毛の輸入額は？", "310"),
            ("{A}の対{B}輸出で羊毛はいくら", "310"),
            ("{B}の対{A}輸入で羊毛はいくら", "310"),
            ("{A}の羊毛の{B}向け輸出は2024年いくら", "310"),
            ("{B}が買った{A}の羊毛の金額は", "310"),
            ("羊毛は{A}から{B}へいくら売れた", "310"),
            ("{A}の対{B}輸出で一番多いのは", "石炭"),
            ("{B}が{A}から一番多く輸入したものは", "石炭"),
            ("{A}が{B}に売ったもので2番目に多いのは", "羊毛"),
            ("{B}の対{A}輸入の上位3品目は", "石炭"),
            ("2024年、{A}から{B}に輸出された石炭と羊毛の差額は", "210"),
        ),
        (
            "{B}が{A}に輸出した羊毛はいくら",
            "{A}が{B}から輸入した羊毛はいくら",
            "{B}の対{A}輸出で羊毛はいくら",
            "{A}の対{B}輸入で羊毛はいくら",
            "{B}から{A}への輸出で一番多いのは",
        ),
    ),
    "en": Way(
        "Mongolia",
        "Laos",
        (
            "Table 1 Exports from {A} to {B} (2024, US$ million)",
            "Table 1 {A}'s exports to {B} (2024, US$ million)",
            "Table 1 {B}'s imports from {A} (2024, US$ million)",
            "Table 1 {B} imports from {A} by product (2024, US$ million)",
            "Table 1 {A}n exports to {B}, top products (2024, US$ million)",
            "Table 1 Goods shipped from {A} to {B} in 2024 (US$ million)",
        ),
        ("Rank", "Product", "Value"),
        (("1", "Coal", "520"), ("2", "Wool", "310"), ("3", "Copper ore", "75")),
        (
            ("How much wool did {A} export to {B}?", "310"),
            ("How much wool did {B} import from {A}?", "310"),
            ("What was the value of {A}'s wool exports to {B}?", "310"),
            ("What was {B}'s biggest import from {A}?", "Coal"),
            ("What did {A} export most to {B} in 2024?", "Coal"),
            ("What was the value of wool that {B} bought from {A}?", "310"),
            ("How much wool did {A} sell to {B}?", "310"),
            ("Which product ranked second among {A}'s exports to {B}?", "Wool"),
            ("What is the difference between coal and wool exports from {A} to {B}?", "210"),
        ),
        (
            "How much wool did {B} export to {A}?",
            "How much wool did {A} import from {B}?",
            "What was {A}'s biggest import from {B}?",
        ),
    ),
    "zh": Way(
        "蒙古",
        "老挝",
        (
            "表1 {A}对{B}出口（2024年，单位：万美元）",
            "表1 {A}向{B}出口商品（2024年，单位：万美元）",
            "表1 {B}自{A}进口（2024年，单位：万美元）",
            "表1 {B}从{A}进口的主要商品（2024年，单位：万美元）",
            "表1 {A}出口{B}商品（2024年，单位：万美元）",
        ),
        ("排名", "商品", "金额"),
        (("1", "煤炭", "520"), ("2", "羊毛", "310"), ("3", "铜矿", "75")),
        (
            ("{A}向{B}出口了多少羊毛？", "310"),
            ("{B}从{A}进口羊毛的金额是多少？", "310"),
            ("{A}对{B}的羊毛出口额是多少？", "310"),
            ("{B}从{A}进口最多的商品是什么？", "煤炭"),
            ("{A}对{B}出口排第二的是什么？", "羊毛"),
            ("{A}卖给{B}的羊毛值多少？", "310"),
            ("{A}对{B}出口的煤炭和羊毛相差多少？", "210"),
        ),
        (
            "{B}向{A}出口了多少羊毛？",
            "{A}从{B}进口最多的是什么？",
        ),
    ),
    "ko": Way(
        "몽골",
        "라오스",
        (
            "표 1 {A}의 대{B} 수출(2024년, 단위: 만 달러)",
            "표 1 {A}에서 {B}로의 수출(2024년, 단위: 만 달러)",
            "표 1 {B}의 {A}산 수입(2024년, 단위: 만 달러)",
            "표 1 {B}의 대{A} 수입(2024년, 단위: 만 달러)",
            "표 1 {A}의 {B} 수출 품목(2024년, 단위: 만 달러)",
        ),
        ("순위", "품목", "금액"),
        (("1", "석탄", "520"), ("2", "양모", "310"), ("3", "구리광", "75")),
        (
            ("{A}이 {B}에 수출한 양모는 얼마야?", "310"),
            ("{B}가 {A}에서 수입한 양모 금액은?", "310"),
            ("{A}의 대{B} 양모 수출액은 얼마인가?", "310"),
            ("{B}가 {A}에서 가장 많이 수입한 품목은?", "석탄"),
            ("{A}의 {B} 수출 2위 품목은?", "양모"),
            ("{A}이 {B}에 판 양모는 얼마어치야?", "310"),
            ("{A}의 대{B} 수출에서 석탄과 양모의 차이는?", "210"),
        ),
        (
            "{B}가 {A}에 수출한 양모는 얼마야?",
            "{A}이 {B}에서 가장 많이 수입한 것은?",
        ),
    ),
}
CASES = [(lang, caption) for lang, way in WAYS.items() for caption in way.captions]


@pytest.mark.parametrize(("lang", "caption"), CASES)
def test_every_question_finds_the_goods_that_go_its_way(lang: str, caption: str) -> None:
    way = WAYS[lang]
    document = make_document((caption.format(A=way.a, B=way.b), way.header, way.rows), lang=lang)
    missed = []
    for question, answer in way.there:
        draft = ask_documents(question.format(A=way.a, B=way.b), document)
        if answer not in short(draft):
            missed.append((question, short(draft)))
    assert missed == []


@pytest.mark.parametrize(("lang", "caption"), CASES)
def test_no_question_finds_goods_that_go_the_other_way(lang: str, caption: str) -> None:
    way = WAYS[lang]
    document = make_document((caption.format(A=way.a, B=way.b), way.header, way.rows), lang=lang)
    drafts = [ask_documents(question.format(A=way.a, B=way.b), document) for question in way.back]
    assert [short(draft) for draft in drafts if draft is not None and draft.statements] == []

"""Measures and rows that a question of another language names by words akin to the table's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from bot.compose.tables.answer import answer_from_readings, readings_of
from bot.question import parse_question
from corpus.document import Document
from retrieval.hit import Evidence
from tests.bot.compose.tables.table_maker import PlainLexicon, make_document, short

KIN = {
    "beds": {"病床": 0.7},
    "outpatients": {"外来": 0.6, "患者": 0.6},
    "nurses": {"患者": 0.1},
    "wards": {"病院": 0.6},
    "cement": {"セメント": 0.5},
    "timber": {"木材": 0.6},
    "plutonium": {"木材": 0.1},
}


class AkinLexicon(PlainLexicon):
    """A lexicon that knows a few translations."""

    def kin(self, asked: Sequence[str], lang: str) -> Mapping[str, Mapping[str, float]]:
        return {word: KIN.get(word, {}) for word in asked}


LEXICON = AkinLexicon()


def hospitals() -> Document:
    return make_document(
        (
            "表1 緑川市 病院別の病床数と外来患者数 令和4年度",
            ("病院名", "病床数（床）", "外来患者数（人）"),
            [["中央病院", "420", "88,100"], ["北病院", "210", "15,020"], ["南病院", "150", "31,000"]],
        ),
        (
            "表2 緑川市 病院別の職員数 令和4年度",
            ("病院名", "職員数（人）"),
            [["中央病院", "900"], ["北病院", "410"], ["南病院", "220"]],
        ),
    )


def trade() -> Document:
    rows = [["木材", "70"], ["その他の水硬性セメント及び類似品", "50"], ["砂糖", "20"]]
    return make_document(("表1 2023年 日本からタイへの輸出品（単位：トン）", ("品名", "数量"), rows))


def answer(question: str, document: Document) -> str:
    evidence = Evidence(question, (), "")
    asked = parse_question(question)
    return short(answer_from_readings(asked, readings_of(asked, (document,), evidence, LEXICON), evidence))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How many beds did 北病院 in 緑川市 have in fiscal 2022?", "北病院 210"),
        ("Which of the wards of 緑川市 had the most outpatients in FY2022?", "中央病院 (88,100"),
        ("How many times as many beds as 南病院 did 中央病院 of 緑川市 have in fiscal 2022?", "2.8 times"),
        ("What do the beds and the outpatients of 南病院 in 緑川市 add up to in fiscal 2022?", "病床数 150 床 ／ 外来"),
    ],
)
def test_a_measure_is_the_one_that_stands_clear_in_its_document(question: str, expected: str) -> None:
    assert answer(question, hospitals()).startswith(expected)


@pytest.mark.parametrize(
    "question",
    [
        "How many beds did 東病院 in 緑川市 have in fiscal 2022?",
        "How many beds did 北病院 in 緑川市 have in fiscal 2021?",
    ],
)
def test_a_name_in_the_table_s_script_and_a_year_must_stand_there(question: str) -> None:
    assert answer(question, hospitals()).startswith("(")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How much cement did Japan export to Thailand in 2023?", "その他の水硬性セメント及び類似品 50"),
        ("How much more timber than cement did Japan export to Thailand in 2023?", "20"),
    ],
)
def test_a_word_names_the_row_that_translates_it_clearly(question: str, expected: str) -> None:
    assert answer(question, trade()).startswith(expected)


def test_a_word_that_is_akin_to_no_row_in_particular_names_none() -> None:
    assert answer("How much plutonium did Japan export to Thailand in 2023?", trade()) == "(missing: plutonium)"


def test_what_another_language_leaves_out_is_no_answer_and_what_it_does_not_know_leaves_the_table_open() -> None:
    document = make_document(
        (
            "表1 2025年 中国から日本への輸出品",
            ("品目", "金額（円）"),
            [["木材", "900"], ["砂糖", "700"], ["鉄くず", "400"]],
        )
    )
    question = "Except for {}, what did China export most to Japan in 2025?"
    assert answer(question.format("timber"), document).startswith("砂糖")
    assert "木材" not in answer(question.format("stoats"), document)

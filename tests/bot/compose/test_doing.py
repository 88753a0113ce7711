"""Another's deed is no answer, however many words it shares with the question; the deed itself comes first."""

from __future__ import annotations

import pytest

from bot.answer import Answer
from bot.compose.uses import EVERY_USE
from tests.bot.compose.test_reread import Marking, ask
from tests.conftest import Bench

TALKS = """# 往来

日本の森健外相は2025年5月にソウルを訪れ、大統領と会談した。

韓国の李英外相は2025年7月に東京を訪れた。

島の市長は返礼として、釜山市に松の苗木30本を贈った。
"""
JOURNEYS = """# 往来

表1　閣僚の往来

| 時期 | 訪れた人 | 行き先 | 相手 |
|---|---|---|---|
| 2025年5月3日 | 森健外相（日本） | ソウル | 李英外相 |
| 2025年7月9日 | 李英外相（韓国） | 東京 | 森健外相 |
"""
SURE = Marking({"2025年5月": 0.99, "2025年7月": 0.98, "30本": 0.9})


SURE_OF_ROWS = Marking({"2025年5月3日": 0.99, "2025年7月9日": 0.98})


def asked(bench: Bench, question: str, text: str = TALKS, sure: Marking = SURE) -> Answer:
    return ask(bench, bench.read(text, "talks.md"), question, sure, EVERY_USE)


@pytest.mark.parametrize(
    "question",
    [
        "韓国の外相がソウルを訪れたのはいつ",  # a minister went there, and not that one
        "日本の外相が東京を訪れたのはいつ",
        "日本の首相がソウルを訪れたのはいつ",
        "釜山市が島に贈った松は何本か",
    ],
)
def test_another_who_did_it_is_no_answer(question: str, bench: Bench) -> None:
    assert asked(bench, question).abstained


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("日本の外相がソウルを訪れたのはいつ", "2025年5月"),
        ("森健はいつソウルに行った？", "2025年5月"),
        ("韓国の外相が東京を訪れたのはいつ", "2025年7月"),  # though the reader likes the other date better
        ("李英がいつ東京に来た？", "2025年7月"),
        ("島の市長が釜山市に贈った松は何本か", "30本"),
    ],
)
def test_who_did_it_is(question: str, answer: str, bench: Bench) -> None:
    found = asked(bench, question)
    assert found.short is not None
    assert found.short.text == answer


def test_a_row_is_of_whom_it_names_first(bench: Bench) -> None:
    right = asked(bench, "李英外相はいつ東京に行った？", JOURNEYS, SURE_OF_ROWS)
    assert right.short is not None
    assert "7月9日" in right.short.text
    wrong = asked(bench, "李英外相はいつソウルに行った？", JOURNEYS, SURE_OF_ROWS)
    assert wrong.short is None or "5月3日" not in wrong.short.text


@pytest.mark.parametrize("words", ["釜山市", "30本"])
def test_neither_a_name_nor_a_number_of_things_is_a_time(words: str, bench: Bench) -> None:
    found = asked(bench, "市長が松を贈ったのはいつ", sure=Marking({words: 0.99}))
    assert found.short is None


def test_a_lead_that_tells_of_others_says_so(bench: Bench) -> None:
    answer = asked(bench, "日本の首相がソウルを訪れたのはいつ")
    assert answer.abstained
    told = next(lead for lead in answer.nearest if "森健" in lead.quote)
    assert told.why_not == "問われた人や場所とは別のことです"


def test_an_office_that_nobody_named_holds_is_another(bench: Bench) -> None:
    text = "# 会談\n\n日本の森健外相は2025年5月にソウルで大統領と話し合った。\n"
    assert asked(bench, "日本の首相がソウルを訪れたのはいつ", text).abstained


def test_a_passage_without_a_word_of_an_invitation_tells_of_none(bench: Bench) -> None:
    text = "# 会談\n\n日本の森健外相と大川大統領の会談は2025年5月に行われた。\n"
    assert asked(bench, "大川大統領が森健外相を招待したのはいつ", text).abstained
    told = asked(bench, "大川大統領が森健外相を招待したのはいつ", text.replace("の会談は", "が話し、招待は"))
    assert told.short is not None
    assert told.short.text == "2025年5月"


@pytest.mark.parametrize(
    ("question", "answer"),
    [("日本の外相が韓国に行ったのはいつ", "2025年5月"), ("韓国の外相が日本に行ったのはいつ", "2025年7月")],
)
def test_who_goes_to_a_capital_goes_to_the_country(question: str, answer: str, bench: Bench) -> None:
    found = asked(bench, question)
    assert found.short is not None
    assert found.short.text == answer


def test_who_goes_to_a_country_need_not_go_to_its_capital(bench: Bench) -> None:
    told = "# 往来\n\n日本の森健外相は2025年5月に韓国を訪れた。\n"
    assert asked(bench, "森健外相がソウルに行ったのはいつ", told, Marking({"2025年5月": 0.1})).abstained


def test_of_two_deeds_in_a_sentence_the_date_in_the_clause_of_the_one_asked_about_is_its(bench: Bench) -> None:
    told = "両国の間では、森健外相が2025年5月に韓国を訪れており、また李英外相も2025年7月に日本を訪れた。"
    sure = Marking({"2025年7月": 0.2})
    answer = asked(bench, "李英外相が日本を訪れたのはいつ", f"# 往来\n\n{told}\n", sure)
    assert answer.short is not None
    assert answer.short.text == "2025年7月"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("森健のほかに韓国を訪れたのは誰", "高木京子知事"),
        ("高木京子のほかに韓国を訪れたのは誰", "森健外相"),
        ("外相のほかに韓国を訪れたのは誰", "高木京子知事"),
        ("森健と高木京子のほかに韓国を訪れたのは誰", ""),
    ],
)
def test_whom_a_question_leaves_out_is_no_answer(question: str, answer: str, bench: Bench) -> None:
    told = "# 往来\n\n森健外相は秋に韓国を訪れた。\n\n高木京子知事は冬に韓国を訪れた。\n"
    found = asked(bench, question, told, Marking({"森健外相": 0.9, "高木京子知事": 0.85}))
    assert (found.short.text if found.short else "") == answer


def test_what_others_did_is_no_answer_about_somebody_whom_the_documents_know(bench: Bench) -> None:
    told = "# 秋\n\n森健外相は秋に会議を開いた。\n\n# 冬\n\n両国の代表は2025年1月に東京の塔を訪れ、花を供えた。\n"
    sure = Marking({"花を供えた": 0.6})
    assert asked(bench, "両国の代表は2025年1月に東京で何をした？", told, sure).short is not None
    assert asked(bench, "森健は2025年1月に東京で何をした？", told, sure).abstained

"""Of people named in parallel the one is meant whose own words, and no other's, say a word of the question."""

from __future__ import annotations

import pytest

from bot.compose.asked import Point
from bot.compose.point import points
from tests.conftest import Bench, PlainWords

MET = (
    "滞在中の動きは、南条英治・セルナ議長と握手したこと、アルマン・ポルタ大統領と会話したこと、"
    "トビア・ケレン大統領と立ち話をしたことが分かっている。"
)
GUESTS = "開会式には、セルナの李明博士、ポルタのグエン大使、ケレンのロペス博士が出席した。"
MINISTERS = (
    "The Minister of Trade of the Republic of Serna, Mr Paul Dorn, and the Minister of Trade of the Kingdom of Porta, "
    "Ms Vera Lindt, met in the harbour town of Keren."
)
MAYORS = "Petra Holm, the mayor of Serna, and Ivo Lantz, the mayor of Porta, opened the bridge."


def found(bench: Bench, question: str, told: str) -> list[Point]:
    document = bench.read(f"# T\n\n{told}\n", "told.md")
    asked, candidate = bench.candidate(question, document, told[-6:-1])
    return points(asked, asked.question.asks[0], candidate)


@pytest.mark.parametrize(
    ("question", "told", "name"),
    [
        ("セルナ側では誰と会った？", MET, "南条英治・セルナ議長"),
        ("立ち話をした相手は誰？", MET, "トビア・ケレン大統領"),
        ("ケレンから来たのは誰？", GUESTS, "ロペス博士"),
        ("式に来た港湾組合の人は誰？", "式には青木市長、港湾組合の上田茂理事長、大川実さんが来た。", "上田茂理事長"),
        ("who is Porta's minister of trade?", MINISTERS, "Ms Vera Lindt"),
        ("who is the minister of trade of Serna?", MINISTERS, "Mr Paul Dorn"),
        ("Who is the mayor of Porta?", MAYORS, "Ivo Lantz"),
        ("Who came from Serna?", MAYORS, "Petra Holm"),
        ("外交部长是谁？", "副总理王毅和外交部长李明在港口会面。", "外交部长李明"),
        ("부산에서 온 사람은 누구야?", "서울의 김철수 장관과 부산의 이영희 의원이 항구에서 만났다.", "이영희 의원"),
    ],
)
def test_whose_own_words_say_a_word_of_the_question_is_the_answer(
    bench: Bench, question: str, told: str, name: str
) -> None:
    best, *_ = found(bench, question, told)
    assert best.text == name
    assert best.plain


def test_a_word_in_another_language_tells_by_what_the_shelf_calls_it(bench: Bench) -> None:
    porta = Bench(bench.directory, PlainWords(akin={"ポルタ": {"porta": 0.9}}))
    best, *_ = found(porta, "ポルタの貿易相は誰", MINISTERS)
    assert best.text == "Ms Vera Lindt"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("式に出席したのは誰？", GUESTS),  # all of them
        ("首相と会ったのは誰？", "昨日、田代首相と佐藤知事が港で会った。"),  # the post is the other's
        ("山口市長の前の市長は誰？", "起工式に山口正樹市長と佐藤次郎知事が出た。"),  # whom the question names
        ("首相に旗を渡したのは誰？", "佐藤知事が田代首相に旗を渡した。"),  # no two with one part
        ("Who met in Keren?", MINISTERS),
    ],
)
def test_a_word_that_does_not_tell_them_apart_makes_nobody_plain(bench: Bench, question: str, told: str) -> None:
    assert not any(point.plain for point in found(bench, question, told))


def test_a_land_is_nobody_beside_people(bench: Bench) -> None:
    assert {point.text for point in found(bench, "Who met in Keren?", MINISTERS)} == {"Mr Paul Dorn", "Ms Vera Lindt"}


def test_who_holds_another_office_than_the_one_asked_for_is_not_found(bench: Bench) -> None:
    told = MINISTERS.replace("Minister of Trade", "Minister for Foreign Affairs")
    assert not found(bench, "セルナの首相って誰？", told)
    assert found(bench, "セルナの外相って誰？", told)


def test_whom_the_holder_of_an_office_met_may_hold_another(bench: Bench) -> None:
    best, *_ = found(bench, "田代首相は誰と会った？", "昨日、田代首相と佐藤知事が港で会った。")
    assert best.text == "佐藤知事"

"""People whom a sentence names as one part of it are the point together, where who had that part is asked."""

from __future__ import annotations

import pytest

from bot.compose.point import points
from bot.compose.together import together
from tests.conftest import Bench

GUESTS = "開会式には、セルナの李明博士、ポルタのグエン大使、ケレンのロペス博士らが出席した。"


def told(bench: Bench, question: str, sentence: str) -> str:
    document = bench.read(f"# T\n\n{sentence}\n", "told.md")
    asked, candidate = bench.candidate(question, document, sentence[-6:-1])
    ask = asked.question.asks[0]
    return together(asked, ask, points(asked, ask, candidate)[0]).text


@pytest.mark.parametrize(
    ("question", "sentence", "people"),
    [
        ("開会式には誰が出席した？", GUESTS, "セルナの李明博士、ポルタのグエン大使、ケレンのロペス博士ら"),
        ("開会式に出席したのは誰？", GUESTS, "セルナの李明博士、ポルタのグエン大使、ケレンのロペス博士ら"),
        ("開会式に出席した各国の人は誰？", GUESTS, "セルナの李明博士、ポルタのグエン大使、ケレンのロペス博士ら"),
        (
            "Who opened the bridge?",
            "Petra Holm, the mayor of Serna, and Ivo Lantz, the mayor of Porta, opened the bridge.",
            "Petra Holm, the mayor of Serna, and Ivo Lantz",
        ),
        (
            "式に参加した国防省の次官は誰と誰？",
            "式には、李明・外務次官、金浩・国防省次官、朴哲・国防省次官らが参加した。",
            "金浩・国防省次官、朴哲・国防省次官ら",
        ),
        ("谁在港口会面？", "副总理王毅和外交部长李明在港口会面。", "副总理王毅和外交部长李明"),
        ("누가 만났어?", "김철수 장관과 이영희 의원이 항구에서 만났다.", "김철수 장관과 이영희 의원"),
    ],
)
def test_who_did_something_together_is_named_together(bench: Bench, question: str, sentence: str, people: str) -> None:
    assert told(bench, question, sentence) == people


@pytest.mark.parametrize(
    ("question", "sentence", "person"),
    [
        ("ケレンから誰が出席した？", GUESTS.replace("ら", ""), "ロペス博士"),  # one of them is told from the others
        (
            "田代首相は誰と会った？",
            "昨日、田代首相と佐藤知事が港で会った。",
            "佐藤知事",
        ),
        ("ケレンから出席したのは誰？", GUESTS.replace("ら", ""), "ロペス博士"),
        ("誰が旗を渡したか", "佐藤知事が田代首相に旗を渡した。", "佐藤知事"),  # another part of the sentence
    ],
)
def test_who_is_told_apart_stands_alone(bench: Bench, question: str, sentence: str, person: str) -> None:
    assert told(bench, question, sentence) == person

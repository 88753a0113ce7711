"""The name of a thing is read from the words directly beside the noun of its kind."""

from __future__ import annotations

import pytest

from bot.compose.asked import Point
from bot.compose.point import points
from tests.conftest import Bench


def found(bench: Bench, question: str, told: str) -> list[Point]:
    document = bench.read(f"# T\n\n{told}\n", "told.md")
    asked, candidate = bench.candidate(question, document, told[-6:-1])
    return points(asked, asked.question.asks[0], candidate)


@pytest.mark.parametrize(
    ("question", "told", "name"),
    [
        ("穴をふさいだ船の名前", "堤防「北壁3」の穴をふさいだ作業船ペリカン。", "作業船ペリカン"),
        ("来月開く会館の名前は？", "桜井町長は先週、来月開く旧港町共同染物会館を見て回った。", "旧港町共同染物会館"),
        ("沖にとまった船は何という名前？", "沖にとまったのは練習船「みさき」で、三日後に出た。", "練習船「みさき」"),
        ("鹿のいる島の名前は？", "鹿は昨年からミルカ島に住む。", "ミルカ島"),
        ("丘の上の塔は何という？", "月影と呼ばれる塔が丘の上にある。", "月影"),
        (
            "what's the hill where the goats graze called?",
            "The goats graze on Marrow Hill above the bay.",
            "Marrow Hill",
        ),
        ("What is the rescue boat called?", "The crew of the rescue boat Pelican closed the gap.", "Pelican"),
        ("what's the name of the ferry that sank", "In March the Heron, a small ferry, sank near the pier.", "Heron"),
        ("这艘船叫什么名字", "堵住缺口的是一艘名为“鹈鹕”的船，它在三月到达。", "“鹈鹕”"),
        ("渡轮的名字是什么？", "渡轮“白鹭”号在三月停航。", "“白鹭”"),
        ("그 섬 이름이 뭐야?", "사슴은 작년부터 보름섬에 산다.", "보름섬"),
        ("구조선 이름이 뭐야?", "구조선 '펠리컨'이 구멍을 막았다.", "'펠리컨'"),
    ],
)
def test_the_only_name_beside_the_noun_is_the_answer(bench: Bench, question: str, told: str, name: str) -> None:
    best, *_ = found(bench, question, told)
    assert best.text == name
    assert best.plain


def test_a_finer_kind_without_a_name_is_no_plain_answer(bench: Bench) -> None:
    assert not any(point.plain for point in found(bench, "沖に来た船の名前は？", "沖には修理船がとまっている。"))


def test_of_two_things_of_a_kind_neither_is_plain(bench: Bench) -> None:
    points_found = found(bench, "穴をふさいだ船の名前は？", "作業船ペリカンと調査船カモメが港に入った。")
    assert {point.text for point in points_found} == {"作業船ペリカン", "調査船カモメ"}
    assert not any(point.plain for point in points_found)


def test_what_the_question_says_itself_is_no_name(bench: Bench) -> None:
    assert not found(bench, "壊れた橋の名前は？", "壊れた橋は通れない。")

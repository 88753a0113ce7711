"""What a sentence says alone does something."""

from __future__ import annotations

import pytest

from bot.compose.point import points
from tests.conftest import Bench

DINNER = "会期中に会長との食事会が開かれたのは、北浜組合と南浜組合だけだった。"
TRADE = "南浜組合が北浜組合以上に取引をしているのは西浜組合以外にはない。"


@pytest.mark.parametrize(
    ("question", "told", "point"),
    [
        ("会長と食事会を開いたのはどこだけ？", DINNER, "北浜組合と南浜組合"),
        ("会長の食事会に呼ばれたのは誰？", DINNER, "北浜組合と南浜組合"),
        ("南浜組合が北浜組合より多く取引する相手は誰？", TRADE, "西浜組合"),
    ],
)
def test_it_is_the_point_of_a_question_for_it(bench: Bench, question: str, told: str, point: str) -> None:
    asked, candidate = bench.candidate(question, bench.read(f"# 会\n\n{told}\n"), told[-6:-1])
    found = points(asked, asked.question.asks[0], candidate)
    assert found[0].text == point
    assert found[0].plain


@pytest.mark.parametrize(
    "told", ["会長が組合と会ったのはこれだけではない。", "会長が会ったのは北浜組合だけではなかった。"]
)
def test_what_is_not_alone_is_not(bench: Bench, told: str) -> None:
    asked, candidate = bench.candidate("会長が会ったのは誰？", bench.read(f"# 会\n\n{told}\n"), told[-6:-1])
    assert not any(point.plain for point in points(asked, asked.question.asks[0], candidate))


def test_what_the_question_says_itself_is_no_answer(bench: Bench) -> None:
    asked, candidate = bench.candidate("西浜組合は何をした？", bench.read(f"# 会\n\n{TRADE}\n"), TRADE[-6:-1])
    assert "西浜組合" not in [point.text for point in points(asked, asked.question.asks[0], candidate)]

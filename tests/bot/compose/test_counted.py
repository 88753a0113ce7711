"""The number that counts just what a question asks the number of, and how long something had not been."""

from __future__ import annotations

import pytest

from bot.compose.figures import quantities_asked
from tests.conftest import Bench


@pytest.mark.parametrize(
    ("question", "told", "plain"),
    [
        ("何か国の首脳が来たか", "式には26か国の首脳が来た。", ["26か国"]),
        ("何か国の首脳が来たか", "式には26か国首脳が来た。", ["26か国"]),
        ("何か国の首脳が来たか", "3か国での首脳会談は開かれなかった。", []),
        ("有几个国家的首脑出席？", "式には26か国の首脳が出席した。", ["26か国"]),
        ("会談は何年ぶりだったか", "創立80周年の年に、6年ぶりの会談が開かれた。", ["6年ぶり"]),
        ("How many years since the last meeting?", "創立80周年の年に、6年ぶりの会談が開かれた。", ["6年ぶり"]),
        ("회담은 몇 년 만이었어?", "創立80周年の年に、6年ぶりの会談が開かれた。", ["6年ぶり"]),
    ],
)
def test_what_counts_the_very_thing_is_plain(bench: Bench, question: str, told: str, plain: list[str]) -> None:
    asked, candidate = bench.candidate(question, bench.read(f"# 式\n\n{told}\n"), told[-6:-1])
    found = quantities_asked(asked, asked.question.asks[0], candidate)
    assert [point.text for point in found if point.plain] == plain
    assert "80周年" not in [point.text for point in found]


@pytest.mark.parametrize("question", ["会談はどれくらい続いた？", "會談谈了多久？", "How long did the talks last?"])
def test_how_long_something_had_not_been_is_not_how_long_it_lasted(bench: Bench, question: str) -> None:
    asked, candidate = bench.candidate(question, bench.read("# 会談\n\n6年ぶりの会談は40分続いた。\n"), "40分")
    found = quantities_asked(asked, asked.question.asks[0], candidate)
    assert [point.text for point in found] == ["40分"]


@pytest.mark.parametrize(
    ("question", "told", "numbers"),
    [
        ("祭りは今年で何回目か", "第48回の祭りは2日間、8月に開かれた。", ["第48回"]),
        ("祭りは第何回だったか", "第48回の祭りは2日間、8月に開かれた。", ["第48回"]),
        ("今年的庙会是第几届？有几届？", "第48回の祭りは2日間、8月に開かれた。", ["第48回"]),
        ("祭りは今年で何回目か", "祭りは3回の中止を経て、8月に開かれた。", []),
        ("祭りは何回中止されたか", "第48回の祭りは3回の中止を経て開かれた。", ["3回"]),
    ],
)
def test_which_of_its_kind_is_numbered(bench: Bench, question: str, told: str, numbers: list[str]) -> None:
    asked, candidate = bench.candidate(question, bench.read(f"# 祭り\n\n{told}\n"), told[-6:-1])
    found = quantities_asked(asked, asked.question.asks[0], candidate)
    assert [point.text for point in found] == numbers

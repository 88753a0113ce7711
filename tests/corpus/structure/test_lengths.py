"""A length of time in several units is one."""

from __future__ import annotations

import pytest

from corpus.structure.lengths import runs_of_time
from corpus.structure.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("会談は2時間10分に及んだ", [["2時間", "10分"]]),
        ("記録は1時間2分3秒だった", [["1時間", "2分", "3秒"]]),
        ("it took 1 hour and 20 minutes", [["1 hour", "20 minutes"]]),
        ("会談は2時間、昼食は10分だった", [["2時間"], ["10分"]]),
        ("3人が2時間話した", [["3人"], ["2時間"]]),
    ],
)
def test_only_the_next_smaller_unit_right_behind_goes_on(text: str, runs: list[list[str]]) -> None:
    assert [[one.text for one in run] for run in runs_of_time(text, find_quantities(text))] == runs

"""Offices of a state in four languages, and those below and beside them."""

from __future__ import annotations

import pytest

from bot.compose.state_offices import offices_in


@pytest.mark.parametrize(
    ("words", "offices"),
    [
        ("大統領", {"president"}),
        ("副大統領と Vice President と vice-president", set()),
        ("首相", {"premier"}),
        ("副首相、副总理、부총리、首相補佐官", set()),
        ("deputy prime minister", set()),
        ("知事と市長と大使", {"governor", "mayor", "ambassador"}),
        ("副知事と副市長と大使館", set()),
        ("시장", {"mayor"}),
        ("수산시장", set()),
        ("国家主席", {"chairman"}),
        ("国家副主席", set()),
    ],
)
def test_a_deputy_an_aide_and_a_house_are_none_of_the_offices(words: str, offices: set[str]) -> None:
    assert offices_in(words) == offices

"""The short form of a Chinese name means the only fuller name before that ends in it."""

from __future__ import annotations

import pytest

from tests.corpus.structure.meant import meant


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("去年，县里成立了古渡保护委员会。天气转凉。委员会认为，渡口应当保留。", ("委员会", ["古渡保护委员会"])),
        ("方案由北湾水产协会提出。雨下了三天。协会的账目是公开的。", ("协会", ["北湾水产协会"])),
    ],
)
def test_a_short_form_means_the_fuller_name(text: str, found: tuple[str, list[str]]) -> None:
    assert found in meant(text, "zh")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("方案由北湾水产协会提出，南山茶业协会反对。雨下了三天。协会的账目是公开的。", "协会"),
        ("雨下了三天。协会的账目是公开的。", "协会"),
    ],
)
def test_a_short_form_of_two_names_or_of_none_stays_open(text: str, word: str) -> None:
    assert word not in [said for said, _ in meant(text, "zh")]

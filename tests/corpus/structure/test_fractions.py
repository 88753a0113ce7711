"""Shares that are printed in words, in four languages, and what only looks like one."""

from __future__ import annotations

from fractions import Fraction

import pytest

from corpus.structure.fractions import find_fractions, fraction_of


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("利用者は五年で三分の一に減り、過半数が通院の人である。", ["三分の一", "過半数"]),
        ("費用は半額を県が、3分の1を町が負担する。", ["半額", "3分の1"]),
        ("约三分之二的渔船没有出海，一半以上停在北港。", ["三分之二", "一半"]),
        ("주민의 절반이 떠났고 3분의 1은 돌아오지 않았다.", ["절반", "3분의 1"]),
        ("Two thirds of the boats stayed, and half of the crews were laid off.", ["Two thirds", "half"]),
        ("Catches fell by half. The fleet was halved, nine in ten say.", ["half", "halved", "nine in ten"]),
        ("後半の半年は、a third time half past three in a third country", []),
        ("年前一半会儿不来", []),
    ],
)
def test_shares_are_found(text: str, shares: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_fractions(text)] == shares


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("三分の一", Fraction(1, 3)),
        ("4分の3", Fraction(3, 4)),
        ("三分之二", Fraction(2, 3)),
        ("3분의 1", Fraction(1, 3)),
        ("two thirds", Fraction(2, 3)),
        ("an eighth", Fraction(1, 8)),
        ("半額", Fraction(1, 2)),
        ("過半数", None),
        ("nine in ten", None),
    ],
)
def test_a_share_has_its_exact_value_or_none(words: str, value: Fraction | None) -> None:
    assert fraction_of(words) == value

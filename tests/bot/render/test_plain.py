"""What front ends share: one number of a calculation, with its unit once and its place."""

from __future__ import annotations

import pytest

from bot.answer import Operand
from bot.render import plain


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (Operand("37,448,619", "米ドル", 2, "表1", 3, "金額"), "37,448,619 米ドル：表1 ／ 3行目 ／ 金額[2]"),
        (Operand("1,430人", "人", 1, "", 0, ""), "1,430人[1]"),
        (Operand("1987年", "", 1, "", 0, ""), "1987年[1]"),
    ],
)
def test_a_number_has_its_unit_once(cell: Operand, shown: str) -> None:
    assert plain.operand(cell, "ja") == shown

"""A raised figure that is an exponent never makes another number of its base, and never becomes a note's mark."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.structure.inline import clean_line
from corpus.structure.numbers import parse_number
from corpus.structure.quantities import find_quantities


@pytest.mark.parametrize(
    ("raw", "text", "marks"),
    [
        ("土砂は10<sup>7</sup>トンである", "土砂は10<sup>7</sup>トンである", []),
        ("精度は10<sup>-9</sup>", "精度は10<sup>-9</sup>", []),
        ("毎秒4 m s<sup>−1</sup>", "毎秒4 m s<sup>−1</sup>", []),
        ("土砂は3×１０<sup>７</sup>トン", "土砂は3×１０<sup>７</sup>トン", []),
        ("土砂は10⁷トン、精度は10⁻⁹、4 m s⁻¹", "土砂は10⁷トン、精度は10⁻⁹、4 m s⁻¹", []),
        # The marks of notes, and what is set flat as it was.
        ("土砂は1,310<sup>7</sup>、砂は1.10<sup>8</sup>", "土砂は1,310、砂は1.10", ["7", "8"]),
        ("第10<sup>7</sup>、表10<sup>8</sup>", "第10、表10", ["7", "8"]),
        ("船は10隻<sup>7</sup>、灯台は10<sup>[8]</sup>", "船は10隻、灯台は10", ["7", "8"]),
        ("増えた⁷⁻⁹。", "増えた。", ["7", "8", "9"]),
        ("面積は6 km<sup>2</sup>", "面積は6 km2", []),
    ],
)
def test_an_exponent_keeps_its_sign_and_a_mark_is_lifted(raw: str, text: str, marks: list[str]) -> None:
    line = clean_line(1, 0, raw, -1)
    assert (line.text, [marker for _, marker in line.marks]) == (text, marks)


@pytest.mark.parametrize(
    ("text", "printed", "value", "unit"),
    [
        ("土砂は10<sup>7</sup>トンである", "10<sup>7</sup>トン", "10000000", "tonne"),
        ("土砂は2.5×10^7トンである", "2.5×10^7トン", "25000000", "tonne"),
        ("土砂は約10⁷トンである", "10⁷トン", "10000000", "tonne"),
        ("砂の粒は1,200 x 10^3個", "1,200 x 10^3個", "1200000", "piece"),
        ("粒は4×10⁻⁶メートル", "4×10⁻⁶メートル", "0.000004", "m"),
        ("土砂は107トンである", "107トン", "107", "tonne"),
        ("面積は5m²である", "5m²", "5", "sqm"),
    ],
)
def test_a_power_of_ten_is_read_as_what_it_is_worth(text: str, printed: str, value: str, unit: str) -> None:
    assert [(q.text, q.value, q.unit) for q in find_quantities(text)] == [(printed, Decimal(value), unit)]


@pytest.mark.parametrize("text", ["鍵は2^16個", "土砂は×10^7トン", "土砂は3^{12}トン"])
def test_of_other_figures_with_something_raised_nothing_is_a_number(text: str) -> None:
    assert find_quantities(text) == ()


def test_a_cell_with_a_power_of_ten_has_its_value() -> None:
    assert [parse_number(cell) for cell in ("10^7", "3.1×10⁻²", "10<sup>3</sup>", "10^7トン")] == [
        Decimal(10_000_000),
        Decimal("0.031"),
        Decimal(1000),
        None,
    ]

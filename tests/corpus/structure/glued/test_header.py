"""Names of columns that ran together are cut only at what can only be a name by itself."""

from __future__ import annotations

import pytest

from corpus.structure.glued.header import header, rate_columns
from corpus.structure.lines import Line, whole


def names(text: str, *around: str) -> list[str] | None:
    line = Line(0, text, tuple(range(len(text))), len(text), raw=text)
    found = header(whole(line), around)
    return [found.stub.text, *(name.text for name in found.names)] if found else None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("地区2022年2023年増減率うち外国人", "地区|2022年|2023年|増減率|うち外国人"),
        ("区分令和元年度令和5年度前年比（％）構成比（％）", "区分|令和元年度|令和5年度|前年比（％）|構成比（％）"),
        ("Commodity20212022Change (%)", "Commodity|2021|2022|Change (%)"),
        ("RegionSales 2021Sales 2022Change %", "Region|Sales 2021|Sales 2022|Change %"),
        ("구분2022년2023년증감률", "구분|2022년|2023년|증감률"),
        ("区分人口構成比", "区分|人口|構成比"),
        ("2021年2022年増減", "|2021年|2022年|増減"),
    ],
)
def test_names_are_cut_at_years_and_rates(text: str, parts: str) -> None:
    assert names(text) == parts.split("|")


def test_the_caption_tells_what_the_rows_are() -> None:
    assert names("船種隻数構成比", "表１　船種別入港隻数") == ["船種", "隻数", "構成比"]
    assert names("船種隻数構成比") == ["船種隻数", "構成比"]


def test_a_line_without_a_certain_name_is_no_header() -> None:
    assert names("県は宿泊客の数を調べた") is None


def test_rates_are_told_by_their_names() -> None:
    assert rate_columns(["2021年", "増減率", "前年比（％）", "人数"]) == {1, 2}


def test_a_first_name_with_its_unit_is_parted_from_that_of_the_rows_where_the_caption_tells_it() -> None:
    assert names("種苗北浜（％）南浜（％）重さ（kg）", "表3　種苗別の生残率と重さ") == [
        "種苗",
        "北浜（％）",
        "南浜（％）",
        "重さ（kg）",
    ]

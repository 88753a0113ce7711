"""Korean's readings of Han characters: the table and the customs of both Koreas."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from retrieval.korean import readings, romanised

LINES = [
    line for line in (files("retrieval") / "hangul.txt").read_text("utf-8").splitlines() if not line.startswith("#")
]


def test_the_table_has_a_syllable_and_its_characters_in_each_line() -> None:
    for line in LINES:
        assert re.fullmatch("[\uac00-\ud7a3][\u4e00-\u9fff]+", line)
        assert len(set(line)) == len(line)


@pytest.mark.parametrize(
    "forms",
    ["姫姬", "鴬鶯", "諌諫", "蘓蘇", "学學", "国國", "芸藝", "欠缺", "缶罐", "台臺", "浜濱", "歩步", "闘鬪", "説說"],
)
def test_a_new_form_is_read_as_its_old_form(forms: str) -> None:
    new, old = forms[0], forms[1]
    assert readings([new], name=True) >= readings([old], name=True) > set()


def test_a_first_consonant_is_softened_or_not() -> None:
    assert readings(["労働"]) == {"로동", "노동"}
    assert readings(["年度"]) == {"년도", "연도"}
    assert readings(["会談"]) == {"회담"}


def test_within_a_compound_a_unit_of_two_is_softened_and_one_of_one_is_not() -> None:
    assert "해외여행" in readings(["海外", "旅行"])
    assert "기술역" not in readings(["技術", "力"])


def test_a_name_may_be_read_in_any_way_of_its_characters_and_a_word_as_korean_does() -> None:
    assert readings(["貿易"]) == {"무역"}
    assert readings(["貿易"], name=True) > {"무역"}


@pytest.mark.parametrize("units", [[], ["訪れる"], ["ア"], ["国", "々"]])
def test_what_is_not_all_han_characters_has_no_reading(units: list[str]) -> None:
    assert readings(units) == frozenset()


def test_a_long_word_of_many_readings_has_few() -> None:
    assert 0 < len(readings(["金金金金金金金金"], name=True)) < 100


def test_hangul_in_latin_letters() -> None:
    assert romanised("김정은") == "kimjongun"
    assert romanised("평양") == "pyongyang"
    assert romanised("Kim") == ""

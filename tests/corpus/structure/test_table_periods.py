"""The time a table's figures cover is whole: no part of a year that is told together with another is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.structure.table_periods import of_header, period


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("木炭の出荷(2031年上半期・下半期、港から内陸へ、単位:俵)", "2031年上半期・下半期"),
        ("塩の出荷（2031年第1四半期と第2四半期）", "2031年第1四半期と第2四半期"),
        ("灯台の点検（2030年・2031年上期、下期）", "2030年・2031年上期、下期"),
        ("鰊の水揚げ（2031年1月・7月、単位：箱）", "2031年1月・7月"),
        ("鰊の水揚げ（2031年3月～5月中旬、単位：箱）", "2031年3月～5月中旬"),
        ("盐的运出量（2031年上半年和下半年）", "2031年上半年和下半年"),
        ("소금 출하량(2031년 상반기·하반기)", "2031년 상반기·하반기"),
        ("Salt shipped, first and second halves of 2031", "first and second halves of 2031"),
        ("Salt shipped (tonnes, Q1 and Q2 2031)", "Q1 and Q2 2031"),
        ("Salt shipped (per cent, 2029 and 2031)", "2029 and 2031"),
        # What stands beside the time and is none of it.
        ("塩の出荷（2031年、7月調べ）", "2031年"),
        ("塩の出荷（2031年4月、10月1日現在の価格）", "2031年4月"),
        ("塩の出荷（2031年上半期・灯台町）", "2031年上半期"),
        ("Salt shipped in March 2031 and its price", "March 2031"),
        ("塩の出荷（上半期・下半期）", ""),
    ],
)
def test_the_time_of_a_caption_is_told_whole(words: str, told: str) -> None:
    assert period(words) == told


def test_the_names_of_columns_tell_a_time_in_brackets_only() -> None:
    assert of_header(("町", "人口（2031年上半期・下半期）", "面積（2029年）")) == "2031年上半期・下半期"
    assert of_header(("町", "2031年")) == ""


@given(st.text(alphabet="2031年上下半期・と、月17第四分和 Qand", max_size=30))
def test_a_time_is_a_slice_of_its_caption(words: str) -> None:
    assert period(words) in words

"""Lines of names and figures are taken apart into rows; other lines are none."""

from __future__ import annotations

import pytest

from corpus.structure.glued.rows import body, masked, rows, total_row
from corpus.structure.lines import Line


def line(text: str, number: int = 0) -> Line:
    return Line(number, text, tuple(range(len(text) + 1)), len(text), raw=text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("湯ノ原地区412385△6.631", [("湯ノ原地区", "412385△6.631")]),
        ("第1区41250.1第2区587.0", [("第1区", "41250.1"), ("第2区", "587.0")]),
        ("All districts 1,3131,360 3.6", [("All districts", "1,3131,360 3.6")]),
        ("북산지구−8.4", [("북산지구", "−8.4")]),
    ],
)
def test_names_and_figures(text: str, parts: list[tuple[str, str]]) -> None:
    assert [(row.name.text, row.run.text) for row in rows(line(text))] == parts


@pytest.mark.parametrize(
    "text",
    [
        "本文である。",
        "北沢12,3408,91072。。2",
        "資料：県統計課2023",
        "表２　地区別 2023",
        "県は2023年に調べた",
        "412385",
    ],
)
def test_other_lines_hold_no_rows(text: str) -> None:
    assert rows(line(text)) == ()


def test_a_name_may_stand_above_its_figures() -> None:
    found, taken = body([line("可燃ごみ18,40217,950"), line("不燃ごみ", 1), line("2,1042,088", 2), line("本文", 3)], 0)
    assert taken == 3
    assert [(row.name.text, row.run.text, len(row.slices)) for row in found][1] == ("不燃ごみ", "2,1042,088", 2)


def test_the_total_row_is_the_first_or_last_and_the_only_one() -> None:
    assert total_row(["東部", "西部", "県計"]) == 2
    assert total_row(["Total", "North", "South"]) == 0
    assert total_row(["東部", "小計", "西部", "合計"]) is None
    assert total_row(["会計", "設計"]) is None


def test_a_long_rule_is_read_in_step_with_its_length() -> None:
    assert rows(line("港" + "- " * 180)) == ()  # tried in every way, it would take for ever


def test_the_mark_of_a_remark_below_is_a_border_behind_a_figure() -> None:
    found, _ = body([line("西浜40.212.5※17l"), line("東浜38.111.970", 1), line("※1　雨の日を除く。", 2)], 0)
    assert found == []  # 7l is no figure, so the line is no row
    found, _ = body([line("西浜40.212.5※17O1"), line("東浜38.111.9703", 1), line("※1　雨の日を除く。", 2)], 0)
    assert [row.figures for row in found] == ["40.212.5  701", "38.111.9703"]
    assert masked("12.5※1", ()) == "12.5※1"

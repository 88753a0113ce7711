"""A line that tells from where tables come whose labels it names is the source of these, and leads to its note."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.structure.captions import caption, is_source
from corpus.structure.tables_named import spelled, tables_named

Make = Callable[..., Document]
TABLES = (
    "# 灯台の島\n\n塩は島の外へ出る[1]。油は島に入る[2]。船は減った[3]。\n\n"
    "表1　塩\n\n| 年 | 俵 |\n|---|---|\n| 2030 | 12 |\n| 2031 | 15 |\n\n"
    "{between}表2　油\n\n| 年 | 樽 |\n|---|---|\n| 2030 | 7 |\n| 2031 | 9 |\n\n{below}\n\n"
    "島の塩は冬に少なくなり、油はその分だけ多く運び込まれると、島の人は言う。\n\n## 注\n\n"
    "[1] 灯台局『年報』2031年\n[2] 港湾局『要覧』2032年\n[3] 島の会「船の話」2032年\n"
)


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("（表1・表2の出所はいずれも注2に同じ）", ("表1", "表2")),
        ("表1、2の出典は注3", ("表1", "表2")),
        ("図表1・2とも資料は前掲注5", ("図表1", "図表2")),
        ("表1～3の出典：灯台局『年報』2031年", ("表1", "表2", "表3")),
        ("出所：表4・5とも注6に同じ", ("表4", "表5")),
        ("表1・表2はいずれも前掲注6", ("表1", "表2")),
        ("注：表1と表2の資料は注6による。", ("表1", "表2")),
        ("Source for Tables 1 and 2: see note 6", ("table1", "table2")),
        ("(Tables 1–3: see note 6.)", ("table1", "table2", "table3")),
        ("표 1·2의 자료는 주 6과 같음", ("표1", "표2")),
        ("表1、表2数据来源同注6", ("表1", "表2")),
        # Captions, and what a text says of its tables.
        ("表1　出荷量（資料：灯台局）", ()),
        ("表1・表2に示すように、塩は注6の値より多い。", ()),
        ("表1の資料は前回の会議で配られた。", ()),
        ("表1、2の数値は注6の統計とは異なる", ()),
        ("表2の出所は「年報」であるが、数値は暫定である", ()),
        ("表1数据显示，出口增加（见注6）", ()),
        ("Table 1 shows data from note 6.", ()),
        ("Table 1: Salt (see note 6)", ()),
    ],
)
def test_a_line_names_the_tables_whose_source_it_tells(line: str, labels: tuple[str, ...]) -> None:
    assert tables_named(line) == labels
    assert not labels or (is_source(line) and caption(line) is None)


@given(st.text(alphabet="表図1２・、の出典は注6に同じ（）Table see note", max_size=30))
def test_labels_are_spelled_alike(line: str) -> None:
    assert all(spelled(label) == label for label in tables_named(line))


@pytest.mark.parametrize("line", ["（表1・表2の出所はいずれも注2に同じ）", "表1、2の出典は注2", "出所：表1・2とも注2"])
def test_both_tables_have_the_line_and_its_note(made: Make, line: str) -> None:
    document = made(TABLES.format(between="", below=line))
    assert [table.label for table in document.tables] == ["表1", "表2"]
    assert {table.source for table in document.tables} == {line.strip("（）")}
    assert [[mark.marker for mark in table.marks] for table in document.tables] == [["2"], ["2"]]


def test_a_line_below_one_table_that_names_the_other_is_the_source_of_that_only(made: Make) -> None:
    document = made(TABLES.format(between="", below="表1の出典は注1"))
    assert [table.source for table in document.tables] == ["表1の出典は注1", ""]


def test_a_table_keeps_its_own_source_line(made: Make) -> None:
    document = made(TABLES.format(between="出所：注3に同じ\n\n", below="表1・表2の資料は注2に同じ"))
    assert [table.source for table in document.tables] == ["出所：注3に同じ", "表1・表2の資料は注2に同じ"]
    assert [[mark.marker for mark in table.marks] for table in document.tables] == [["3"], ["2"]]


def test_what_a_text_says_of_its_tables_is_no_source(made: Make) -> None:
    document = made(TABLES.format(between="", below="表1・表2の資料は注2の人々が冬のあいだに集めて島へ送った。"))
    assert [table.source for table in document.tables] == ["", ""]

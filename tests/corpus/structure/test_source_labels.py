"""A line below a table that a label opens is its source however the label is set; it names no one who publishes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.issues import issues

Make = Callable[..., Document]
TEXT = (
    "灯台の島の塩\n\n塩は島の外へ船で運ばれると、島の人は言う。\n\n表1　塩の出荷\n\n"
    "年\t俵\t船\n2030\t1,210\t8\n2031\t1,500\t9\n2032\t1,730\t9\n\n{below}\n\n{after}\n"
)
AFTER = "塩は年ごとに増えている。"


@pytest.mark.parametrize(
    "line",
    [
        "資料）灯台局統計課",
        "出所）島の塩組合",
        "出典）灯台局「年報」",
        "資料　灯台局「年報」",
        "資料出所　灯台局「年報」",
        "＜出典＞島の塩組合",
        "〈資料〉灯台局統計課",
        "引用元：島の塩組合",
        "出　典：灯台局統計課",
        "出典は灯台局「年報」。",
        "提供：島の塩組合",
    ],
)
def test_a_label_opens_the_source_of_the_table_above(made: Make, line: str) -> None:
    document = made(TEXT.format(below=line, after=AFTER))
    assert [table.source for table in document.tables] == [line]
    assert document.publisher == ""
    assert not [one for one in issues(document) if one.kind == "suspect"]
    assert AFTER in [passage.text for passage in document.passages]
    assert line not in [passage.text for passage in document.passages if passage.kind == "heading"]


@pytest.mark.parametrize(
    ("below", "source", "remarks"),
    [
        ("注）俵は旧制。\n資料）灯台局統計課", "資料）灯台局統計課", ["注）俵は旧制。"]),
        ("（注）俵は旧制。（出所）島の塩組合「帳簿」", "（出所）島の塩組合「帳簿」", ["（注）俵は旧制。"]),
        ("備考：俵は旧制。　資料：灯台局統計課", "資料：灯台局統計課", ["備考：俵は旧制。"]),
        ("注）1. 俵は旧制。\n　　2. 船は和船。\n資料）灯台局", "資料）灯台局", ["注）1. 俵は旧制。", "2. 船は和船。"]),
        ("※1 俵は旧制。\n※2 船は和船。\n出典）灯台局", "出典）灯台局", ["※1 俵は旧制。", "※2 船は和船。"]),
    ],
)
def test_remarks_and_a_source_are_told_apart_on_one_line_or_several(
    made: Make, below: str, source: str, remarks: list[str]
) -> None:
    document = made(TEXT.format(below=below, after=AFTER))
    (table,) = document.tables
    assert table.source == source
    assert [document.text[span.start : span.end] for span in table.remarks] == remarks
    assert not [one for one in issues(document) if one.kind == "suspect"]
    assert AFTER in [passage.text for passage in document.passages]


@pytest.mark.parametrize("line", ["資料）灯台局統計課", "出典　灯台局「年報」"])
def test_so_is_the_source_of_a_figure_without_data(made: Make, line: str) -> None:
    document = made(f"灯台の島の塩\n\n塩は船で運ばれると、島の人は言う。\n\n図1　塩の出荷\n\n{line}\n\n{AFTER}\n")
    assert [figure.source for figure in document.figures] == [line]


def test_a_list_below_a_table_without_a_source_line_is_none_of_its_remarks(made: Make) -> None:
    document = made(TEXT.format(below="注）俵は旧制。\n\n1. 塩を運ぶ\n2. 油を運ぶ", after=AFTER))
    (table,) = document.tables
    assert [document.text[span.start : span.end] for span in table.remarks] == ["注）俵は旧制。"]


def test_a_source_line_at_the_end_of_a_text_is_not_who_publishes_it(made: Make) -> None:
    document = made(TEXT.format(below="塩は年ごとに増えている。", after="資料）島の塩研究所"))
    assert document.publisher == ""


@pytest.mark.parametrize(
    "line",
    [
        "資料の出し方は年ごとに変わる。",
        "資料　の置き場は灯台の下にある。",
        "出典は帳簿を見た人が書き足した。",
        "提供は春に始まった。",
        "（資料を見た人は少ない。）",
    ],
)
def test_what_only_speaks_of_sources_is_text(made: Make, line: str) -> None:
    document = made(TEXT.format(below=line, after=AFTER))
    assert [table.source for table in document.tables] == [""]


def test_a_line_with_such_a_label_elsewhere_is_no_source(made: Make) -> None:
    document = made(
        TEXT.format(below="塩は年ごとに増えていると島の人は言う。\n\n資料　灯台の歩み", after="灯台は古い。")
    )
    assert [table.source for table in document.tables] == [""]


def test_a_bracket_that_nothing_opened_is_still_reported_inside_a_sentence(made: Make) -> None:
    document = made(TEXT.format(below="島の人は資料館の隣）に塩を積むと言う。", after=AFTER))
    assert [one.reason for one in issues(document) if one.kind == "suspect"] == ["） was never opened"]

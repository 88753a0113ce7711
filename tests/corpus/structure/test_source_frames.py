"""A line in brackets right below a table is its source where it names one; elsewhere it is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.structure.source_frames import is_unlabelled

Make = Callable[..., Document]


@pytest.mark.parametrize(
    "line",
    [
        "（灯台局「点検一覧」2031年5月、https://todai.example/ichiran をもとに作成）",
        "（灯台局の年報を基に筆者作成）",
        "（島の会『船の話』より）",
        "（島の会『船の話』2031年5月）",
        "（『船の話』第3号、2031年）",
        "（港湾統計による）",
        "(島の会調べ)",
        "（筆者作成）",
        "灯台局「点検一覧」をもとに当会作成",
        "（根据灯塔局《年报》整理）",
        "(등대국 「연보」를 바탕으로 필자 작성)",
        "(Based on the Light Office, 'Returns', 2031)",
        "(https://todai.example/ichiran)",
    ],
)
def test_a_line_below_a_table_that_names_its_source_is_that(made: Make, line: str) -> None:
    assert is_unlabelled(line)
    document = made(
        f"# 島の灯\n\n表1　塩\n\n| 年 | 俵 |\n|---|---|\n| 2030 | 12 |\n| 2031 | 15 |\n\n{line}\n\n塩は減った。\n"
    )
    assert [table.source for table in document.tables] == [line.strip("（）()")]


@pytest.mark.parametrize(
    "line",
    [
        "（端数は四捨五入した）",
        "（合計が合わないのは端数処理による）",
        "（冬の分を除く）",
        "（「その他」含む）",
        "（「不明」「その他」以外）",
        "（担当：観光課「灯台係」）",
        "（この一覧は「点検」の前に作成）",
        "（注：灯台局「点検一覧」は暫定）",
        "（詳しくは「点検一覧」を島の会に尋ねられたい）",
        "台帳作成",
        "（一）塩は島の外へ（港湾統計による）",
        "(The figures for 2031 are provisional.)",
        "（2031年の値は「速報」である）",
    ],
)
def test_a_line_below_a_table_that_tells_something_is_no_source(made: Make, line: str) -> None:
    assert not is_unlabelled(line)
    document = made(
        f"# 島の灯\n\n表1　塩\n\n| 年 | 俵 |\n|---|---|\n| 2030 | 12 |\n| 2031 | 15 |\n\n{line}\n\n塩は減った。\n"
    )
    assert [table.source for table in document.tables] == [""]


def test_such_a_line_below_a_paragraph_is_no_source(made: Make) -> None:
    table = "表1　塩\n\n| 年 | 俵 |\n|---|---|\n| 2030 | 12 |\n| 2031 | 15 |\n"
    document = made(
        f"# 島の灯\n\n{table}\n塩は減ったと島の人は言う。\n\n（灯台局「点検一覧」をもとに作成）\n\n油は増えた。\n"
    )
    assert [table.source for table in document.tables] == [""]


@pytest.mark.parametrize(("line", "own"), [("（港湾統計より作成）", True), ("（島の会『船の話』2031年）", False)])
def test_between_two_tables_only_what_says_it_was_made_belongs_above(made: Make, line: str, own: bool) -> None:
    table = "| 年 | 俵 |\n|---|---|\n| 2030 | 12 |\n| 2031 | 15 |\n"
    document = made(f"# 島の灯\n\n塩は減ったと島の人は言う。\n\n{table}\n{line}\n\n{table}\n油は増えた。\n")
    assert [table.source for table in document.tables] == [line.strip("（）") if own else "", ""]


def test_a_starred_line_that_says_from_what_the_table_was_made_is_its_source(made: Make) -> None:
    table = "表1　塩\n\n| 年 | 俵 |\n|---|---|\n| 2030 | 12 |\n| 2031 | 15 |\n"
    document = made(f"# 島の灯\n\n{table}\n※港湾局「台帳」を基に筆者作成\n\n塩は減った。\n")
    assert [table.source for table in document.tables] == ["※港湾局「台帳」を基に筆者作成"]

"""A table whose cells stand below each other is read row by row; numbered headings are known by each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.structure.figures import figure

Make = Callable[..., Document]
BODY = "港の組合は春に融資を始めた。相談は多く、申込みもすぐに増えたと担当者は話している。\n\n"
CELLS = "組合\n件数\n金額\n北組合\n42\n186\n南組合\n18\n－\n計\n60\n186\n"


def test_cells_one_to_a_line_are_rows(made: Make) -> None:
    document = made(f"港の融資\n\n{BODY}別表2　融資の状況（単位：件、千円）\n\n{CELLS}資料：組合調べ。\n")
    (table,) = document.tables
    assert (table.label, table.header, table.source) == ("別表2", ("組合", "件数", "金額"), "資料：組合調べ。")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["北組合", "42", "186"],
        ["南組合", "18", "－"],
        ["計", "60", "186"],
    ]
    assert [cell.unit for cell in table.rows[0].cells] == ["", "件", "千円"]
    assert document.text[table.rows[0].start : table.rows[0].end] == "北組合\n42\n186"


@pytest.mark.parametrize(
    "lines",
    [
        "組合\n件数\n北組合\n42\n南組合\n東組合\n計\n60\n",  # no column of figures
        "組合\n件数\n北組合\n42\n南組合\n18\n計\n",  # a cell too few
        "1位\n山の駅\n2位\n海の駅\n3位\n川の駅\n",  # a ranking
    ],
)
def test_lines_that_do_not_fall_into_rows_are_no_table(lines: str, made: Make) -> None:
    assert made(f"港の融資\n\n{BODY}{lines}\n{BODY}").tables == ()


@pytest.mark.parametrize("cell", ["1万円未満", "3万円以上", "10人以下", "만 원 미만"])
def test_a_bound_is_no_figure(cell: str) -> None:
    assert figure(cell) is None


def test_numbered_lines_above_lists_and_labels_are_headings_with_those_above_sentences(made: Make) -> None:
    document = made(
        "港の調査\n\n１　方法\n　(1) 期間　4月から5月\n　(2) 場所　北港\n\n"
        f"２　結果\n　○ 北港では魚が半分に減った。\n\n３　原因\n　{BODY}【問合せ先】\n　港湾課　電話 000-000\n"
    )
    assert list(dict.fromkeys(one.section for one in document.passages if one.section)) == [
        ("１　方法",),
        ("２　結果",),
        ("３　原因",),
        ("【問合せ先】",),
    ]


def test_an_item_of_a_list_is_no_note_that_a_word_opens(made: Make) -> None:
    document = made(
        f"港の調査\n\n船は増えた（注1）。魚は減った（注2）。\n\n(1) 4月に「港の日」を開く。\n"
        f"(2) 5月に「海の日」を開く。\n\n{BODY}"
        "（注1）港の統計による。\n（注2）県の統計による。\n"
    )
    assert [(note.marker, note.text) for note in document.notes] == [
        ("1", "港の統計による。"),
        ("2", "県の統計による。"),
    ]


def test_a_mark_at_the_head_of_a_line_belongs_to_the_line_before(made: Make) -> None:
    document = made(
        "港の橋\n\n　橋は古くなった（1）。町の人は橋を直すことを何度も願い出て、三十年のあいだ待っていたのである\n"
        "（2）。県はこれを認めなかったが、町は橋を自分の手で直すことにして、寄付を集めた（3）。\n\n注\n"
        "（1）『港史』港町、1990年。\n（2）『橋史』港町、1991年。\n（3）『町史』港町、1992年。\n"
    )
    marks = {mark.marker: document.text[mark.at - 4 : mark.at] for one in document.passages for mark in one.marks}
    assert marks["2"] == "のである"


def test_the_last_page_may_be_short(made: Make) -> None:
    page = BODY * 8
    document = made(f"港の橋\n\n{page}1\n\n{page}2\n\n終わりに橋の絵を載せる。\n\n3\n")
    assert [one.text for one in document.furniture if one.kind == "page number"] == ["1", "2", "3"]


def test_the_label_of_a_speaker_keeps_its_line(made: Make) -> None:
    document = made("議事録\n\n（三枝部長）\nはい。港の橋は来年の春に直します。\n（小暮館長）\n船の本は移します。\n")
    assert "（三枝部長）\nはい。" in document.text
    assert "直します。\n（小暮館長）\n船の本" in document.text


def rows_of(document: Document) -> list[list[str]]:
    (table,) = document.tables
    return [list(table.header), *([cell.text for cell in row.cells] for row in table.rows)]


LAYOUTS = ["{}", "\n{}", "（単位：件、千円）\n{}"]
TABLES = [
    "組合 件数 金額/北組合 42 186/南組合 18 95",
    "年度 北組合 南組合/2021年度 42 18/2022年度 45 20/2023年度 51 19",
    "年 北組合 南組合/2021 42 18/2022 45 20/2023 51 19",
    "組合 2021 2022 2023/北組合 42 45 51/南組合 18 20 19/計 60 65 70",
    "年齢 男 女/0～14歳 120 110/15～64歳 980 1,020/65歳以上 600 770",
    "組合 件数 金額/北組合 42 186/南組合 － …/計 60 281",
    "氏名 役職 所属/山田太郎 会長 北組合/佐藤花子 副会長 南組合/鈴木一郎 監事 東組合",
    "施設名 所在地 定員/北浜会館 北浜町1-2 120人/南浜会館 南浜町3-4 80人",
]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("between", ["\n", "\n\n", "rows"])
def test_cells_below_a_caption_are_rows_with_blank_lines_between_them_or_without(
    table: str, layout: str, between: str, made: Make
) -> None:
    rows = [row.split() for row in table.split("/")]
    if between == "rows":
        text = "\n\n".join("\n".join(row) for row in rows)
    else:
        text = between.join(cell for row in rows for cell in row)
    document = made(f"港の融資\n\n{BODY}表1　港の融資\n{layout.format(text)}\n\n{BODY}")
    assert rows_of(document) == rows


@pytest.mark.parametrize("behind", ["考察", "資料：組合調べ。", "## 次の節"])
def test_a_short_line_behind_cells_is_none_of_them(behind: str, made: Make) -> None:
    cells = "船名\n\n乗客\n\n北洋丸\n\n120\n\n南洋丸\n\n98\n\n東洋丸\n\n133"
    document = made(f"# 港の記録\n\n{BODY}**表1　寄港**\n\n{cells}\n\n{behind}\n\n{BODY}", "a.md")
    assert rows_of(document)[-1] == ["東洋丸", "133"]


@pytest.mark.parametrize(
    "lines",
    [
        "関連記事\n港の歴史\n2024\n島の船\n2023\n町の祭り\n2022\n",
        "目次\nはじめに\n1\n融資の歩み\n3\nおわりに\n9\n",
        "Home\nNews\nBoats\n3\nSport\n5\nCulture\n7\n",
        "図1　港の位置\n\n北港\n\n南港\n\n東港\n",
    ],
)
def test_menus_and_lists_of_contents_are_no_tables(lines: str, made: Make) -> None:
    assert made(f"港の融資\n\n{BODY}{lines}\n{BODY}").tables == ()

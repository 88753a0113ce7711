"""Ranks that ran into names are put apart where a column is named for them, and only where they count on."""

from __future__ import annotations

from collections.abc import Callable

from corpus.document import Document

Made = Callable[..., Document]


def rows(document: Document) -> list[tuple[str, ...]]:
    (table,) = document.tables
    return [tuple(cell.text for cell in row.cells) for row in table.rows]


def text(*lines: str) -> str:
    return "梨の産地の順位は十年で入れ替わった。\n\n表1 産出額の上位\n\n" + "\n".join(lines) + "\n\n出典：県の統計\n"


def test_ranks_that_count_on_are_cells_of_their_own(made: Made) -> None:
    document = made(text("順位\t市町村\t産出額（百万円）", "1檜川市\t3,120", "2北逢瀬町\t2,655", "3 甘木野市\t1,402"))
    assert rows(document) == [("1", "檜川市", "3,120"), ("2", "北逢瀬町", "2,655"), ("3", "甘木野市", "1,402")]


def test_so_are_they_where_the_cell_of_the_name_is_printed_empty(made: Made) -> None:
    lines = ("番号\t市町村\t産出額（百万円）", "1檜川市\t\t3,120", "2第2北逢瀬\t\t2,655", "3甘木野（旧町）\t\t1,402")
    document = made(text(*lines))
    assert rows(document) == [("1", "檜川市", "3,120"), ("2", "第2北逢瀬", "2,655"), ("3", "甘木野（旧町）", "1,402")]
    bars = made(text(*("| " + line.replace("\t", " | ") + " |" for line in lines)))
    assert rows(bars) == rows(document)


def test_equal_ranks_and_a_total_are_put_apart_too(made: Made) -> None:
    lines = ("1位檜川市\t3,120", "2位北逢瀬町\t2,655", "2位甘木野市\t2,655", "4位梨元村\t310", "計\t8,740")
    document = made(text("順位\t市町村\t産出額（百万円）", *lines))
    assert [row[:2] for row in rows(document)] == [
        ("1位", "檜川市"),
        ("2位", "北逢瀬町"),
        ("2位", "甘木野市"),
        ("4位", "梨元村"),
        ("", "計"),
    ]
    place = made(text("順位\t市町村\t産出額（百万円）", "1檜川市\t3,120", "2位田町\t2,655", "3甘木野市\t1,402"))
    assert rows(place)[1][:2] == ("2", "位田町")


def test_beside_an_empty_column_of_something_else_names_stay_whole(made: Made) -> None:
    document = made(text("番号\t備考\t利用者（人）", "1号館\t\t3,120", "2号館\t\t2,655", "3号館\t\t1,402"))
    assert rows(document)[0] == ("1号館", "", "3,120")


def test_where_ranks_do_not_count_on_nothing_is_put_apart(made: Made) -> None:
    document = made(
        text("番号\t市町村\t産出額（百万円）", "1檜川市\t\t3,120", "5北逢瀬町\t\t2,655", "3甘木野市\t\t1,402")
    )
    assert rows(document)[0] == ("1檜川市", "", "3,120")


def test_names_that_begin_with_numbers_stay_whole(made: Made) -> None:
    document = made(text("路線\t利用者（人）", "1号線\t3,120", "2号線\t2,655", "3号線\t1,402"))
    assert rows(document)[0] == ("1号線", "3,120")


def test_a_column_of_codes_and_names_is_two(made: Made) -> None:
    document = made(
        text("魚種コード・品名\t金額（千円）", "0312ブリ類\t412,860", "0417ズワイガニ\t388,145", "0205イカ\t143,972")
    )
    assert rows(document)[0] == ("0312", "ブリ類", "412,860")
    assert document.tables[0].header == ("魚種コード", "品名", "金額（千円）")


def test_codes_and_names_are_two_columns_where_their_names_ran_together_and_a_row_may_have_no_remark(
    made: Made,
) -> None:
    lines = ("0731鉄釘 2,140 ▲318 906 休止中", "0745蝶番 5,077 612 1,408", "0752針金 3,412 ▲96 877 調査中")
    document = made(text("品番コード品目 数量 前年差 金額 備考", *lines))
    assert document.tables[0].header[:2] == ("品番コード", "品目")
    assert rows(document)[:2] == [
        ("0731", "鉄釘", "2,140", "▲318", "906", "休止中"),
        ("0745", "蝶番", "5,077", "612", "1,408", ""),
    ]


def test_numbers_that_open_names_below_a_name_for_names_alone_stay(made: Made) -> None:
    lines = ("1001号室 2,140 ▲318 906 甲", "1002号室 5,077 612 1,408 乙", "1003号室 3,412 ▲96 877 丙")
    assert rows(made(text("品目 数量 前年差 金額 備考", *lines)))[0][0] == "1001号室"

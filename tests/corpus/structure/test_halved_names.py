"""A column of names whose halves stand as far apart as the columns do; and rows that only look so."""

from __future__ import annotations

from collections.abc import Callable

from corpus.document import Document

Make = Callable[..., Document]
TEXT = "橋の点検は春と秋に行い、結果を町の広報に載せるほか、委員の会議で次の年の予定を決めることとしている。"


def _rows(document: Document) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]


def test_a_name_with_a_wide_blank_inside_is_one_cell(made: Make) -> None:
    roster = (
        "役割　氏名　所属\n会長　大町　健一　瀬戸口町建設課長\n委員　小田切　恵子　瀬戸口橋梁協会理事\n"
        "委員　北見　直樹　東浜大学工学部准教授\n"
    )
    document = made(f"# 題名\n\n{TEXT}\n\n点検委員の名簿\n{roster}\n{TEXT}\n")
    assert document.tables[0].header == ("役割", "氏名", "所属")
    assert _rows(document)[:2] == [
        ["会長", "大町　健一", "瀬戸口町建設課長"],
        ["委員", "小田切　恵子", "瀬戸口橋梁協会理事"],
    ]


def test_rows_with_a_field_too_many_are_not_joined_where_no_column_is_of_names_or_the_halves_are_none(
    made: Make,
) -> None:
    for name, rows in (
        ("場所", "会長　大町　健一　甲\n委員　小田切　恵子　乙\n委員　北見　直樹　丙\n"),
        ("氏名", "会長　月曜　夜間　甲\n委員　火曜　昼間　乙\n委員　水曜　早朝　丙\n"),
    ):
        document = made(f"# 題名\n\n{TEXT}\n\n点検の分担\n役割　{name}　備考\n{rows}\n{TEXT}\n")
        assert not any("　" in cell.strip() and len(row) == 3 for row in _rows(document) for cell in row)

"""Names of columns that ran together, parted where words end and believed where the rows have as many cells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.structure.glued.wordcut import word_names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("コード施設名延床面積利用者数前年度比", ["コード", "施設名", "延床面積", "利用者数", "前年度比"]),
        ("品目輸出量輸出額前年比", ["品目", "輸出量", "輸出額", "前年比"]),
        ("学校名学級数児童数（人）教員数", ["学校名", "学級数", "児童数（人）", "教員数"]),
        ("会派氏名当選回数", ["会派", "氏名", "当選回数"]),
        ("地区の人口", []),
    ],
)
def test_a_line_of_words_is_parted_where_a_name_can_begin(line: str, names: list[str]) -> None:
    assert [line[a:b] for a, b in word_names(line)] == names


def test_codes_names_and_full_thousands_tell_how_many_names_there_are(made: Callable[..., Document]) -> None:
    table = (
        "表1　施設別の利用者数\nコード施設名利用者数入館者数前年度増減\n201歴史館12,4103,806△143\n"
        "202水族館41,98714,655△68\n203植物園8,5386,47121\n計62,93524,932△190\n"
    )
    document = made(f"施設の記録\n\n1. 利用\n\n　利用者数は次のとおりである。\n\n{table}\n　以上である。\n")
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert document.tables[0].header == ("コード", "施設名", "利用者数", "入館者数", "前年度増減")
    assert rows[0] == ["201", "歴史館", "12,410", "3,806", "△143"]
    assert rows[2] == ["203", "植物園", "8,538", "6,471", "21"]
    assert rows[3] == ["", "計", "62,935", "24,932", "△190"]

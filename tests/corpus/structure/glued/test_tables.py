"""Documents with tables whose columns ran together: their cells are put apart, say so, and stay slices of the text."""

from __future__ import annotations

from collections.abc import Callable

from corpus.document import Document
from corpus.issues import issues

Made = Callable[..., Document]

_WARDS = """{before}
区令和3年令和4年令和5年
中央区4,1084,0974,133
南区2,9463,0123,188
北区1,6571,6411,620
西区981968953
計9,6929,7189,894

本文である。"""


def cells(document: Document, table: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[table].rows]


def test_names_and_figures_are_put_apart_and_marked(made: Made) -> None:
    document = made(_WARDS.format(before="題名\n\n表１　区別世帯数（単位：世帯）"))
    (table,) = document.tables
    assert table.header == ("区", "令和3年", "令和4年", "令和5年")
    assert cells(document)[3] == ["西区", "981", "968", "953"]
    assert all(document.text[cell.start : cell.end] == cell.text for row in table.rows for cell in row.cells)
    assert [bool(cell.recovered) for cell in table.rows[3].cells] == [False, True, True, True]
    assert table.rows[3].cells[1].value == 981
    assert table.rows[3].cells[1].unit == "世帯"


def test_each_row_is_an_issue_that_says_how_it_was_read(made: Made) -> None:
    document = made(_WARDS.format(before="題名\n\n表１　区別世帯数"))
    found = [issue for issue in issues(document) if issue.kind == "ran together"]
    assert [document.text[issue.start : issue.end] for issue in found][3] == "西区981968953"
    assert "西区 | 981 | 968 | 953" in found[3].reason and "total row" in found[3].reason


def test_a_table_in_one_line_and_rows_in_one_line(made: Made) -> None:
    document = made(
        "題名\n\n表１　生産量（単位：トン）\n地域令和2年令和3年前年比東部54160211.3西部389377▲3.1南部1,2081,2755.5\n"
        "島部7366▲9.6県計2,2112,3204.9\n\n本文である。"
    )
    assert document.tables[0].header == ("地域", "令和2年", "令和3年", "前年比")
    assert cells(document)[0] == ["東部", "541", "602", "11.3"]
    assert cells(document)[3] == ["島部", "73", "66", "▲9.6"]
    assert [row.number for row in document.tables[0].rows] == [1, 2, 3, 4, 5]


def test_a_name_above_its_figures_belongs_to_them(made: Made) -> None:
    document = made(
        "題名\n\n表１　種類別の量\n種類令和2年度令和3年度\n可燃ごみ18,40217,950\n不燃ごみ\n2,1042,088\n"
        "資源ごみ5,6635,901粗大ごみ812790\n計26,98126,729\n\n本文である。"
    )
    assert cells(document)[1] == ["不燃ごみ", "2,104", "2,088"]
    assert len(document.tables[0].rows) == 5


def test_rows_that_stand_apart_help_those_that_ran_together(made: Made) -> None:
    document = made(
        "Orchards\n\nTable 2. Orchards by district\nDistrict        2019      2020     Growth\n"
        "Ashby            412       431        4.6\nBrindle          287       263       -8.4\n"
        "Corley36640911.7\nDunmore150156 4.0\nEaston           98        101        3.1\n"
        "All districts1,3131,3603.6\n\nText follows."
    )
    rows = document.tables[0].rows
    assert [cell.text for cell in rows[2].cells] == ["Corley", "366", "409", "11.7"]
    assert [any(cell.recovered for cell in row.cells) for row in rows] == [False, False, True, True, False, True]


def test_what_nothing_decides_stays_text(made: Made) -> None:
    document = made("Growers\n\nTable 3. Growers\nDistrict20192020\nAshby4117\nBrindle2915\nCorley318\n\nText follows.")
    assert document.tables == ()
    assert "Ashby4117" in document.text


def test_a_row_that_is_not_decided_stays_one_cell_and_is_an_issue(made: Made) -> None:
    document = made(
        "公报\n\n表1　分作物产量\n作物2022年2023年增减率（%）\n小麦41,20843,0154.4\n玉米38,75036,912-4.7\n"
        "水稻12,06412,8806.8\n大豆9871,1041 1.9\n合计93,00993,9111.0\n\n正文。"
    )
    assert cells(document)[3] == ["大豆9871,1041 1.9"]
    assert document.tables[0].rows[3].cells[0].value is None
    assert any("nothing decides" in issue.reason for issue in issues(document))


def test_digits_of_names_are_no_figures(made: Made) -> None:
    document = made("Zones\n\nTable 1. Zones\nArea20192020\nZone 1412385\nZone 2386390\nZone 3798775\n\nText follows.")
    assert document.tables == ()


def test_a_figure_that_ran_into_the_name_goes_back_to_its_column(made: Made) -> None:
    document = made(
        "題名\n\n表2　外国人延べ宿泊者数\n\n国\t令和元年\t令和4年\t令和5年\n台湾201,400\t18,250\t178,900\n"
        "豪州98,700\t9,120\t104,300\n香港86,150\t14,020\t61,480\n計386,250\t41,390\t344,680\n\n本文である。"
    )
    assert cells(document)[0] == ["台湾", "201,400", "18,250", "178,900"]


def test_names_that_end_in_digits_keep_them(made: Made) -> None:
    document = made("題名\n\n表2　装置\n\n装置\t長さ\t重さ\t色\nA12\t18\t30\nB20\t22\t34\nC31\t25\t33\n\n本文である。")
    assert [row[0] for row in cells(document)] == ["A12", "B20", "C31"]

"""What is told of a table around it, and which lines in columns are one: papers handed out, rosters, rows cut wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

Make = Callable[..., Document]
TEXT = "港の荷は前の年に比べて大きく増えたが、船員の数は減り続けており、これからの港を支える人が足りない。"
ROWS = (
    "年度　　　　　補助金　　点検費　　欠航（便）\n"
    "令和３年度　　48,000　　21,350　　　　38\n"
    "令和４年度　　52,500　　17,820　　　　41\n"
)


def _cells(document: Document, table: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[table].rows]


def test_a_paper_handed_out_is_the_label_of_the_table_below_and_a_row_may_lack_a_cell(made: Make) -> None:
    last = "令和５年度　　60,000　　　　　　　　　52\n（注）点検費は未報告。\n"
    document = made(f"# 題名\n\n{TEXT}\n\n資料１　補助金の推移（単位：千円）\n{ROWS}{last}\n{TEXT}\n")
    (table,) = document.tables
    assert (table.label, table.caption) == ("資料１", "補助金の推移（単位：千円）")
    assert _cells(document)[-1] == ["令和５年度", "60,000", "", "52"]
    assert [document.text[span.start : span.end] for span in table.remarks] == ["（注）点検費は未報告。"]


def test_a_paper_above_text_is_no_table(made: Make) -> None:
    assert not made(f"# 題名\n\n{TEXT}\n\n資料１　補助金の推移\n\n{TEXT}\n").tables


@pytest.mark.parametrize(
    ("lines", "tables"),
    [
        ("　委員長　　　　安曇　寛\n　副委員長　　　久世　みどり\n　委　員　　　　福良　千鶴\n", 0),
        ("　大豆油　　　　安い\n　菜種油　　　　やや高い\n　胡麻油　　　　高い\n", 1),
    ],
)
def test_who_was_there_in_which_post_is_a_list_and_no_table(made: Make, lines: str, tables: int) -> None:
    assert len(made(f"# 題名\n\n{TEXT}\n\n{lines}\n{TEXT}\n").tables) == tables


def test_a_year_is_the_name_of_its_row_and_a_sign_part_of_its_figure(made: Make) -> None:
    rows = "年\t輸出\t輸入\t収支\n2019年184,520\t96,310\t88,210\n2020年\t41,776\t60,902\t▲19,126\n"
    rows += "2022年\t12,08415,331\t▲3,247\n2023年57,690\t38,047\t19,643\n"
    assert _cells(made(f"# 題名\n\n{TEXT}\n\n表2　貿易（単位：千円）\n\n{rows}\n{TEXT}\n")) == [
        ["2019年", "184,520", "96,310", "88,210"],
        ["2020年", "41,776", "60,902", "▲19,126"],
        ["2022年", "12,084", "15,331", "▲3,247"],
        ["2023年", "57,690", "38,047", "19,643"],
    ]


@pytest.mark.parametrize(
    ("unit", "told"), [("（単位：千TEU、%）", "千TEU、%"), ("（単位：百万円、税抜）", "百万円"), ("（単位：円）", "円")]
)
def test_a_table_has_all_the_units_that_its_line_lists(made: Make, unit: str, told: str) -> None:
    rows = "港名\t前年度\t本年度\t構成比\n東港\t512\t488\t34.6\n西港\t401\t379\t26.8\n"
    document = made(f"# 題名\n\n{TEXT}\n\n図表2-1　取扱量\n{unit}\n{rows}\n{TEXT}\n")
    assert document.tables[0].unit == told


def test_a_remark_below_the_source_is_whole_and_none_of_the_source(made: Make) -> None:
    below = "（出所）港湾庁「貨物統計」（2024年5月）\n（備考）構成比は本年度。四捨五入のため計は合わない。\n"
    rows = "港名\t前年度\t本年度\n東港\t512\t488\n西港\t401\t379\n"
    document = made(f"# 題名\n\n{TEXT}\n\n図表2-1　取扱量\n\n{rows}{below}\n{TEXT}\n")
    (table,) = document.tables
    said = "".join(document.text[span.start : span.end] for span in table.remarks)
    assert "貨物統計" in table.source and "備考" not in table.source
    assert said.endswith("構成比は本年度。四捨五入のため計は合わない。")


def test_a_dotted_name_with_its_post_in_brackets_is_one_item(made: Make) -> None:
    listed = "アントン・ベルク（外務大臣）、ユリア・カシュ（副長官）、パヴェル・ロム（前大使）"
    document = made(f"# 題名\n\n{TEXT}\n\n表1 同行した人物\n\n{listed}\n\n出典：湾報から作成。\n\n{TEXT}\n")
    assert _cells(document)[:2] == [["アントン・ベルク", "外務大臣"], ["ユリア・カシュ", "副長官"]]


@pytest.mark.parametrize(("sign", "heads"), [("■", False), ("", True)])
def test_a_bare_line_above_a_table_is_its_caption_where_headings_have_a_sign(
    made: Make, sign: str, heads: bool
) -> None:
    rows = "港名\t前年度\t本年度\n東港\t512\t488\n西港\t401\t379\n"
    parts = f"{sign}港の歩み\n\n{TEXT}\n\n{sign}残る町\n\n{TEXT}\n\n主な港の荷\n\n{rows}\n{TEXT}\n"
    document = made(f"題名の行\n\n2024年5月1日\n\n{TEXT}\n\n{parts}")
    assert ("主な港の荷" in [passage.section[-1] for passage in document.passages if passage.section]) is heads


def test_a_line_below_that_opens_with_the_letter_of_a_figure_is_a_remark(made: Make) -> None:
    rows = "Year   Boats   Crews\n2019   9       12\n2020   7       15a\n2021   8       17\n"
    document = made(
        f"# The quay\n\nTable 1. Boats\n\n{rows}\na Without the ferry.\nSource: Pilot Office, annual returns.\n"
    )
    (table,) = document.tables
    assert [document.text[span.start : span.end] for span in table.remarks] == ["a Without the ferry."]
    assert "Pilot Office" in table.source


def _under_one_label(second: str) -> str:
    first = "【本線】\n駅名　令和２年　令和３年　増減\n鴨居浜　310　342　32\n白根沢　128　119　▲9\n早瀬口　77　81　4\n"
    return f"# 題名\n\n{TEXT}\n\n表3　駅ごとの乗客（単位：千人）\n{first}{second}\n{TEXT}\n"


def test_the_unit_of_a_caption_holds_for_all_tables_under_its_label_that_have_its_columns(made: Make) -> None:
    second = "【支線】\n駅名　令和２年　令和３年　増減\n岩出　41　39　▲2\n小柴　22　25　3\n滝見　18　18　0\n"
    first, other = made(_under_one_label(second)).tables
    assert (first.label, first.unit, other.label, other.unit) == ("表3", "千人", "表3", "千人")
    assert [cell.unit for cell in other.rows[0].cells] == ["", "千人", "千人", "千人"]


def test_a_table_under_the_label_with_a_unit_or_columns_of_its_own_takes_no_unit_from_the_caption(made: Make) -> None:
    second = (
        "【支線】（単位：本）\n駅名　令和２年　令和３年　増減\n岩出　41　39　▲2\n小柴　22　25　3\n滝見　18　18　0\n"
    )
    assert made(_under_one_label(second)).tables[1].unit == "本"
    second = "【設備】\n駅名　改札口　階段　窓口\n岩出　4　3　2\n小柴　2　2　3\n滝見　1　1　1\n"
    assert made(_under_one_label(second)).tables[1].unit == ""


def test_what_is_compared_names_the_columns_beside_a_word_for_what_rows_are_called(made: Make) -> None:
    rows = (
        "航続距離　　20km　　14km\n搭載量　　　4.0kg　　2.5kg\n電源　　　　交流100V　　同左\n防水　　　　対応　　－\n"
    )
    document = made(f"# 題名\n\n{TEXT}\n\n表1　機体の比較\n項目　　　　TB-80　　　TB-60\n{rows}\n{TEXT}\n")
    (table,) = document.tables
    assert table.header == ("項目", "TB-80", "TB-60")
    assert (table.rows[2].cells[2].text, table.rows[2].cells[2].means) == ("同左", "交流100V")
    document = made(f"# 題名\n\n{TEXT}\n\n表1　機体の比較\n質量　　　　1.2kg　　　0.9kg\n{rows}\n{TEXT}\n")
    assert document.tables[0].header == ()


def test_units_in_a_caption_are_of_the_columns_that_it_gives_them_to(made: Make) -> None:
    rows = "品目　搬入量　評価額　等級\n雑木　2,140　318　並\n杉　5,077　906　上\n檜　3,412　1,250　上\n"
    document = made(f"# 題名\n\n{TEXT}\n\n表2　貯木場の在庫（2021年、搬入量：トン、評価額：万円）\n{rows}\n{TEXT}\n")
    assert [cell.unit for cell in document.tables[0].rows[0].cells] == ["", "トン", "万円", ""]

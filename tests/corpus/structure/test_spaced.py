"""Tables whose columns stand one space apart, or none."""

from __future__ import annotations

from collections.abc import Callable

from corpus.document import Document

Make = Callable[..., Document]


def cells(document: Document) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[0].rows]


def test_wide_spaces_part_columns_and_not_the_letters_of_a_word(made: Make) -> None:
    document = made(
        "題名\n\n表1 港の費用\n\n費　目　前回　今回\n船体　1,120　1,248\n機関　640　683\n合　計　1,760　1,931\n\n"
        "本文である。"
    )
    assert document.tables[0].header == ("費　目", "前回", "今回")
    assert cells(document)[2] == ["合　計", "1,760", "1,931"]


def test_units_below_the_names_belong_to_the_columns_of_figures(made: Make) -> None:
    document = made(
        "題名\n\n表1 池の概要\n\n池名 面積 水深 流入\n(ha) (m)\n上池 3.2 2.1 沢水\n鏡池 1.8 2.8 排水\n"
        "寺池 4.6 4.0 導水\n\n本文である。"
    )
    assert document.tables[0].header == ("池名", "面積 (ha)", "水深 (m)", "流入")
    assert [cell.unit for cell in document.tables[0].rows[0].cells] == ["", "ha", "m", ""]


def test_figures_that_ran_together_are_cut_where_they_show_it(made: Make) -> None:
    document = made(
        "題名\n\n表1 地区別の世帯\n\n沢村1,204 318 774\n千丘2,0461,118 623\n"
        "三谷 587 96 350\n大曲1,330 402660\n\n本文である。"
    )
    assert cells(document) == [
        ["沢村", "1,204", "318", "774"],
        ["千丘", "2,046", "1,118", "623"],
        ["三谷", "587", "96", "350"],
        ["大曲", "1,330", "402", "660"],
    ]


def test_a_row_in_which_two_grouped_figures_ran_together_keeps_its_columns(made: Make) -> None:
    document = made(
        "题目\n\n表1 渡口客货　　单位：担；元\n年度 船户（户） 进货 出货 盈余\n2001 31 8,600 1,450 320\n"
        "2002 35 10,1205,700 875\n2003 38 9,900 9,880 410\n2004 40 缺 2,640 －980\n\n正文如此。"
    )
    (table,) = document.tables
    assert (table.caption, table.unit) == ("渡口客货", "担；元")
    assert cells(document)[1] == ["2002", "35", "10,120", "5,700", "875"]
    assert [cell.unit for cell in table.rows[1].cells] == ["", "户", "担", "担", "元"]


def test_a_row_without_its_last_cell_has_an_empty_one_and_a_torn_row_has_none(made: Make) -> None:
    document = made(
        "Title\n\nTable 1. Boats\nYear\tBoats\tLoads\tLosses\n2001/02\t1,300\t380\t8\n2002/03\t1,250\t360\n"
        "2003/04\t1,410500\t7\n2004/05\t9 or so\t280\n\nText follows here."
    )
    assert cells(document)[1:] == [
        ["2002/03", "1,250", "360", ""],
        ["2003/04", "1,410", "500", "7"],
        ["2004/05", "9 or so", "280"],
    ]


def test_a_korean_year_or_day_is_no_figure(made: Make) -> None:
    document = made("제목\n\n<표 1> 배\n구분\t배\t짐\n2021년\t12척\t30\n2022년\t15척\t41\n\n본문은 이러하다.")
    assert [cell.value for cell in document.tables[0].rows[0].cells] == [None, 12, 30]


def test_blank_lines_between_rows_part_no_table(made: Make) -> None:
    document = made(
        "題名\n\n表1\n\n港の推移\n\n（単位：千円）\n\n年度\t北港\t南港\n\n令和2\t48.2\t39.7\n\n"
        "令和3\t61.0\t50.3\n令和4\t66.4\t53.1\n\n本文である。"
    )
    (table,) = document.tables
    assert (table.label, table.caption, table.unit) == ("表1", "港の推移", "千円")
    assert [row.cells[0].text for row in table.rows] == ["令和2", "令和3", "令和4"]


def test_lines_of_prose_with_numbers_are_no_table(made: Make) -> None:
    document = made(
        "Title\n\nThe 12 boats left at 5 and\nthe 30 crates went to 3 or\n"
        "the 20 barrels came at 7 on\nthe next day of the week."
    )
    assert document.tables == ()

"""Things that look alike: captions and sentences, headings and items, marks and figures, tables and prose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.structure import sources
from corpus.structure.captions import caption, is_source, is_unit, names_sources, unit_of
from corpus.structure.headings import could_be_heading, style
from corpus.structure.inline import clean_line
from corpus.structure.lists import item
from corpus.structure.outline import Head, sections
from corpus.structure.paragraphs import goes_on

Make = Callable[..., Document]


def clean(text: str) -> tuple[str, list[str]]:
    line = clean_line(1, 0, text, -1)
    return line.text, [marker for _, marker in line.marks]


@pytest.mark.parametrize(
    ("line", "label", "words"),
    [
        ("表2", "表2", ""),
        ("表１　主要な人物", "表１", "主要な人物"),
        ("図 中朝貿易 2019–2025年", "図", "中朝貿易 2019–2025年"),
        ("Table 3. Exports by port.", "Table 3", "Exports by port."),
        ("Figure 2-1: Services", "Figure 2-1", "Services"),
        ("图3：港口数量", "图3", "港口数量"),
        ("표 1. 품목별 수출액", "표 1", "품목별 수출액"),
        ("〔表〕月別の入館者数", "表", "月別の入館者数"),
        ("（表2）月別の入館者数", "表2", "月別の入館者数"),
    ],
)
def test_captions(line: str, label: str, words: str) -> None:
    found = caption(line)
    assert found is not None
    assert (found.label, found.text) == (label, words)


@pytest.mark.parametrize(
    "line",
    [
        "表2に示すように、貿易は増えた。",
        "Table 3 shows that exports rose.",
        "図書館は休みである",
        "（表2）に示すように、貿易は増えた。",
        "表",
        "Figures rose in 2020.",
        "图书馆",
    ],
)
def test_sentences_about_tables_are_no_captions(line: str) -> None:
    assert caption(line) is None


@pytest.mark.parametrize(
    "line", ["出典：中国税関統計", "Source: Harbour Authority", "資料：海洋局", "（注）概算", "주: 잠정치"]
)
def test_source_lines(line: str) -> None:
    assert is_source(line) or line == "（注）概算"


@pytest.mark.parametrize(
    ("line", "only"),
    [
        ("出典：中国税関統計", True),
        ("出典：『動向』No. 657、通信社。", True),
        ("Source: Harbour Authority.", True),
        ("出典：海洋局。船は前の年より増えた。", False),
        ("出典は書かれていない。", False),
        ("船は前の年より増えた。", False),
        ("注：小数点以下は四捨五入した。", False),
    ],
)
def test_a_line_that_only_names_sources_tells_nothing(line: str, only: bool) -> None:
    assert names_sources(line) is only


def test_units() -> None:
    assert is_unit("（単位：千トン）")
    assert not is_unit("単位：この表では千トンを使う。説明は次のとおりである。")
    assert unit_of("輸出額（単位：百万円）", ()) == "百万円"
    assert unit_of("輸出額", ("品目", "価格（米ドル）")) == "米ドル"
    assert unit_of("推移（2015～2023年）", ("年", "数")) == ""


@pytest.mark.parametrize(
    "line", ["2024. 3. 1.", "3.5 metres were lost", "2024年3月1日", "10,000 tonnes", "12 March 2024"]
)
def test_dates_and_decimals_are_no_numbering(line: str) -> None:
    assert style(line) is None
    assert item(line) is None


@pytest.mark.parametrize(
    ("line", "name", "number"),
    [
        ("1. 概要", "number", 1),
        ("第２章\u3000結果", "chapter", 2),
        ("一、背景", "kanji", 1),
        ("十二、結語", "kanji", 12),
        ("(3) 費用", "(number)", 3),
        ("Ⅳ．結論", "roman", 4),
        ("2.1 Method", "number.number", 1),
        ("1 Introduction", "number", 1),
    ],
)
def test_numbering(line: str, name: str, number: int) -> None:
    found = style(line)
    assert found is not None
    assert (found.name, found.number) == (name, number)


def test_a_sentence_or_a_table_row_is_no_heading() -> None:
    assert could_be_heading("なぜ金正恩とプーチンは北京へ?")
    assert not could_be_heading("貿易は増えた。")
    assert not could_be_heading("品名\t金額")
    assert not could_be_heading("次のとおり：")


def test_bare_headings_between_numbers_are_below_them_and_after_the_last_beside_them() -> None:
    texts = ["はじめに", "1. 概要", "背景", "2. 結果", "まとめ"]
    paths = sections([Head(text, 0, style(text)) for text in texts])
    assert [len(path) for path in paths] == [1, 1, 2, 1, 1]


@pytest.mark.parametrize(
    ("raw", "text", "marks"),
    [
        ("述べた<sup>(2)</sup>。", "述べた。", ["2"]),
        ("述べた<sup>2,4–6</sup>。", "述べた。", ["2", "4", "5", "6"]),
        ("述べた[\\[3\\]](#page-1-0)。", "述べた。", ["3"]),
        ("Growth[^n1] and²", "Growth and", ["n1", "2"]),
        ("面積は30 m<sup>2</sup>", "面積は30 m2", []),
        ("10<sup>6</sup> and 1<sup>st</sup>", "10<sup>6</sup> and 1st", []),
        ("*NK News*と**強調**と`a_b*c*`", "NK Newsと強調とa_b*c*", []),
        ("snake_case_name と 3*4*5", "snake_case_name と 3*4*5", []),
        ("<<https://x.example/a_b_c>>", "<https://x.example/a_b_c>", []),
        ("[https://x.example/t\\\\_1](https://x.example/t_1)", "https://x.example/t_1", []),
        ("\\$34M と [表2] と [図]", "$34M と [表2] と [図]", []),
        ("* p<0.05, ** p<0.01", "* p<0.05, ** p<0.01", []),
    ],
)
def test_inline_markup(raw: str, text: str, marks: list[str]) -> None:
    assert clean(raw) == (text, marks)


def test_brackets_are_marks_only_where_the_note_exists(made: Make) -> None:
    document = made("題名\n\n港は栄えた[1]。配列の添字は[7]である。\n\n注\n\n[1] 『年報』、2024年。\n")
    assert "港は栄えた。配列の添字は[7]である。" in document.text
    assert [mark.marker for passage in document.passages for mark in passage.marks] == ["1"]


@pytest.mark.parametrize(
    ("left", "right", "page_break", "joined"),
    [
        ("コロナ禍を挟んで、両国の間では首脳の相互訪問も長く再開さ", "れないままだった。その後も続いた。", False, True),
        ("はじめに", "港の貿易は増えた。", False, False),
        ("金正恩総書記、北京で存在感を示す:ロシア・中国との関係深化と現在地", "港の貿易は増えた。", False, False),
        ("貿易は増えた。しかし、", "次の年には減った。", True, True),
        ("貿易は増えた。", "次の年には減った。", True, False),
        ("The council says that the harbour will", "close next year.", True, True),
        ("Executive Summary", "close next year.", False, False),
        ("It grew. The recovery was uneven because", "1. Introduction", True, False),
    ],
)
def test_what_goes_on_behind_a_page_break(left: str, right: str, page_break: bool, joined: bool) -> None:
    assert goes_on(left, right, page_break) is joined


@pytest.mark.parametrize(
    ("text", "title", "publisher", "date"),
    [
        ("「題」聯合ニュース、2025年9月3日。", "題", "聯合ニュース", "2025-09-03"),
        ("新華網「題」2025年10月10日（山田「別題」2025年、注8による）。", "題", "新華網", "2025-10-10"),
        ("中国税関統計（山田「別題」2025年12月18日、表2による）。", "", "", "2025-12-18"),
        ("“Trade up“, NK News, June 11, 2025.", "Trade up", "NK News", "2025-06-11"),
        (
            "Howe, J. K. (2021). Harbours in decline. Coastal Review, 3(2).",
            "Harbours in decline",
            "Coastal Review",
            "2021",
        ),
        ("Anwar Ibrahim、facebook、2025年9月3日の投稿。", "", "facebook", "2025-09-03"),
    ],
)
def test_sources(text: str, title: str, publisher: str, date: str) -> None:
    found = sources.parse(text)
    if not title and not publisher:
        assert not any(source.title for source in found)
        return
    assert [(source.title, source.publisher, source.date) for source in found] == [(title, publisher, date)]


def test_an_explanation_that_mentions_a_date_names_no_source() -> None:
    assert sources.parse("この会談は2025年9月に行われた。") == ()


def test_glued_columns_come_apart_only_where_the_column_shows_it(made: Make) -> None:
    table = made(
        "題名\n\n表1 品目\n\n番号\t品名\t金額\nA-01\t紙\t1,200\nA-02\t木\t900\nA-03石炭と鉄\t\t12,000\n"
    ).tables[0]
    assert [cell.text for cell in table.rows[2].cells] == ["A-03", "石炭と鉄", "12,000"]
    table = made("題名\n\n表1 品目\n\n品名\t数量\t金額\n紙\t12\t1,200\n木\t3\t900,500\n石炭85%\t\t12,000\n").tables[0]
    assert [cell.text for cell in table.rows[2].cells][2] == "12,000"


def test_justified_prose_is_no_table(made: Make) -> None:
    text = "The  harbour was   closed for the\nwinter   and  the boats were\nlaid up  on  the   shore until\nMay.\n"
    assert made("Title\n\n" + text).tables == ()


def test_figures_behind_labels_are_a_table_without_any_sign(made: Make) -> None:
    (table,) = made("Title\n\nExports 2020 2021\nSand 1,200 1,150\nTimber 300 310\nFish 45 40\n").tables
    assert table.header == ("Exports", "2020", "2021")
    assert [cell.text for cell in table.rows[0].cells] == ["Sand", "1,200", "1,150"]

"""Notes that point to an earlier note are given its source beside their own words, and others name theirs unquoted."""

from __future__ import annotations

import pytest

from corpus.notes import Note
from corpus.structure.referring import resolve
from corpus.structure.sources import parse


def read(*texts: str) -> list[list[tuple[str, str, str, str]]]:
    notes = [Note(str(n), text, 0, len(text), parse(text)) for n, text in enumerate(texts, 1)]
    return [[(one.title, one.publisher, one.date, one.by) for one in note.sources] for note in resolve(notes)]


FIRST = "港湾局編『港の年報』港湾局、2019年、11頁。"
KNOWN = ("港の年報", "港湾局", "2019", "1")


@pytest.mark.parametrize(
    "text",
    [
        "同上、15頁。",
        "前掲注1、22頁。",
        "前掲（１）、22頁。",
        "港湾局編前掲書、203頁。",
        "同[1]，第12页。",
        "Ibid., p. 4.",
        "同書、3頁。",
        "Author's calculation from the source cited in note 1.",
    ],
)
def test_a_reference_leads_to_the_source_of_the_earlier_note(text: str) -> None:
    assert read(FIRST, text)[1] == [KNOWN]


def test_a_reference_to_a_reference_leads_to_the_note_that_prints_it() -> None:
    assert read(FIRST, "同上、15頁。", "同上。")[2] == [KNOWN]


def test_an_issue_of_another_day_is_of_the_same_publisher_only() -> None:
    assert read("海運通信、2023年3月14日付。", "同上、2024年2月9日付。")[1] == [("", "海運通信", "2024-02-09", "1")]


@pytest.mark.parametrize(
    "texts",
    [
        ("『港』海社、2001年。『船』海社、2002年。", "同上。"),  # which of the two
        (FIRST, "前掲注7、22頁。"),  # no such note
        (FIRST, "漁業組合前掲書、3頁。"),  # nobody of that name
    ],
)
def test_a_reference_that_may_mean_two_things_or_none_stays_as_printed(texts: tuple[str, str]) -> None:
    assert [(title, by) for title, _, _, by in read(*texts)[1]] == [("", "")]


def test_what_a_note_prints_beside_a_reference_is_a_source_of_its_own() -> None:
    chain = "播磨については田代由紀『塩の道』港書房、2004年、第3章、讃岐については港湾局前掲書、61頁を参照。"
    assert read(FIRST, chain)[1] == [("塩の道", "港書房", "2004", ""), KNOWN]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("海運庁、港の現状に関する報告、2021年3月、4頁。", [("港の現状に関する報告", "海運庁", "2021-03")]),
        ("Harbour Board, Notice 14/2022, 6 April 2022.", [("Notice 14/2022", "Harbour Board", "2022-04-06")]),
        ("Okon, S., Report of Inquiry, State Printer, 2022, p. 88.", [("Report of Inquiry", "State Printer", "2022")]),
        ("岬町役場、明治三十一年統計綴、岬町立資料館所蔵。", [("明治三十一年統計綴", "岬町役場", "")]),
        ("『官報』第7964号、1910年1月14日。", [("", "官報", "1910-01-14")]),
        ("岬消防署への照会による（令和5年12月14日回答）。", [("", "岬消防署", "2023-12-14")]),
        ("岬市「検査の手引」（未公表の案による）。", [("検査の手引", "岬市", "")]),
        ("岬市「調査」2024年2月実施、3月29日公表。", [("調査", "岬市", "2024-03-29")]),
    ],
)  # fmt: skip
def test_what_is_not_quoted_is_read_where_it_stands_in_a_row(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(one.title, one.publisher, one.date) for one in parse(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "調査期間：2024年11月8日～17日、対象：1,200世帯、方法：郵送。",
        "この数は、筆者が、2020年に数えた。",
        "本稿は、筆者が2025年2月に行った聞き取りに基づく。",
    ],
)
def test_a_sentence_that_mentions_a_date_names_no_source(text: str) -> None:
    assert parse(text) == ()


def test_see_also_begins_another_source() -> None:
    text = "“Captain speaks,” Harbour Courier, 21 June 2022; see also “Day four,” Coast Radio, 22 June 2022."
    assert [(one.title, one.publisher) for one in parse(text)] == [
        ("Captain speaks", "Harbour Courier"),
        ("Day four", "Coast Radio"),
    ]


def test_a_shortened_title_behind_the_surname_is_that_of_the_earlier_note() -> None:
    first = 'Neil Cardew, "Two Islands, Two Endings," Institute for Economies, Working Paper 14, March 2023.'
    notes = read(
        first, 'Cardew, "Two Islands," p. 22; see also Mathers, op. cit., p. 101.', 'Grieg, "Two Islands," p. 3.'
    )
    assert notes[1][0][0] == "Two Islands, Two Endings"
    assert notes[1][0][3] == "1"
    assert len(notes[1]) == 2  # the abbreviation ends no source
    assert notes[2][0][0] == "Two Islands"


@pytest.mark.parametrize(
    ("text", "title", "publisher"),
    [
        ('Fiona Mathers, "Hulls" (Leith: Tidewater Press, 2011), 73.', "Hulls", "Tidewater Press"),
        ('Northern Roads Agency, "Closure Log" (Inverness, 2019).', "Closure Log", "Northern Roads Agency"),
        ("根岸寛治「視察復命書」1899年11月、県立文書館所蔵。", "視察復命書", "県立文書館"),
        ("光善寺住職日記、明治45年5月3日条、光善寺所蔵。", "光善寺住職日記", ""),
        ("도서관을 지키는 모임, 「통계가 아니다」, 2025. 7. 19.", "통계가 아니다", "도서관을 지키는 모임"),
    ],
)
def test_who_made_a_source_known(text: str, title: str, publisher: str) -> None:
    assert [one[:2] for one in read(text)[0]] == [(title, publisher)]


@pytest.mark.parametrize(
    ("first", "again", "known"),
    [
        (
            "Ann Lee, The Night Port (Leith: Quay Press, 2019), p. 3.",
            "Lee, The Night Port, p. 41.",
            ("The Night Port", "Quay Press", "2019", "1"),
        ),
        (
            "参见林岸：《夜港考》，潮声出版社，2011年，第3页。",
            "林岸：《夜港考》，第9页。",
            ("夜港考", "潮声出版社", "2011", "1"),
        ),
        (
            "《守灯人日记》第一册，1932年9月12日，港务档案馆藏。",
            "《守灯人日记》第三册，1946年2月3日。",
            ("守灯人日记", "", "1946-02-03", "1"),
        ),
        (
            "가람시, 『빈터 조사 보고서』, 2025년 1월; 가람시의회, 「회의록」, 2020년 12월 8일.",
            "가람시, 앞의 보고서, 31쪽.",
            ("빈터 조사 보고서", "가람시", "2025-01", "1"),
        ),
    ],
)
def test_a_title_said_again_is_that_of_the_earlier_note(first: str, again: str, known: tuple[str, ...]) -> None:
    assert read(first, again)[1] == [known]


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("林岸：《夜港考》，潮声出版社，2011年。", "周渡：《夜港考》，第9页。"),  # another author
        ("林岸：《夜港考》，潮声出版社，2011年。", "林岸：《夜港考》，新潮书局，2019年。"),  # another edition
        ("《夜港时报》，2022年4月1日。", "《夜港时报》，2022年4月6日。"),  # another issue
        ("Harbour Board, Annual Report, 6 April 2019.", "Harbour Board, Annual Report, 9 April 2020."),
    ],
)
def test_a_title_that_another_source_has_too_is_its_own(first: str, again: str) -> None:
    assert read(first, again)[1][0][3] == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("'Boats quit the quay', Harbour Courier, 12 July 2019.", [("Boats quit the quay", "Harbour Courier")]),
        (
            "Harbour Board, Minutes, 9 April 2019; ‘Nobody’s boat’, Coast Daily, 1 May 2019.",
            [("Minutes", "Harbour Board"), ("Nobody’s boat", "Coast Daily")],
        ),
        ("Ann Lee and Bo Dunn, Ports, Ships (Quay Press, 2003).", [("Ports, Ships", "Quay Press")]),
        ("Harbour Board, The pilots' guild's log, 9 April 2019.", [("The pilots' guild's log", "Harbour Board")]),
    ],
)
def test_titles_in_single_quotation_marks_and_books(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.title, one.publisher) for one in parse(text)] == found


def test_see_and_who_compiled_are_no_part_of_a_name() -> None:
    assert read("港务档案馆编：《账册选编》，2022年。")[0][0][1] == "港务档案馆"
    assert read("参见林岸：《夜港考》，第41页。")[0][0][1] == "林岸"

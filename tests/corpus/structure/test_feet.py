"""Notes at the foot of pages, and the bare figures in the text that point to them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import Document
from corpus.readers.document import to_document
from corpus.readers.text import decode
from tests.corpus.roundtrip import faults

Make = Callable[..., Document]
PLAIN = "港の貿易は前の年に比べて大きく増えたが、船員の数は減り続けており、港を支える人が足りない。\n"


def marks(document: Document) -> list[tuple[str, str]]:
    found = {(m.at, m.marker) for p in document.passages for m in p.marks}
    return [(marker, re.sub(r"\s", "", document.text[:at])[-3:]) for at, marker in sorted(found)]


def notes(document: Document) -> list[tuple[str, str]]:
    return [(note.marker, note.text) for note in document.notes]


def page(text: str, foot: str, number: int) -> str:
    return f"{text}\n{foot}- {number} -\n"


def test_figures_glued_to_clauses_point_to_the_foot_of_their_page(made: Make) -> None:
    document = made(
        "題名\n\n"
        + page(
            f"{PLAIN}港務局は3つの港を民営にすると発表した1。反対の声は「早すぎる」2と強く、\n"
            "組合は第3次計画3において、2021年に12隻を求めていたが4、局は退けた。\n",
            "1 港務局『港の計画』2021年3月。\n2 「早すぎる民営」『北港日報』2021年\n4月10日。\n"
            "3 組合「第3次計画」2020年5月。\n4 同上。\n",
            1,
        )
    )
    assert marks(document) == [("1", "表した"), ("2", "ぎる」"), ("3", "次計画"), ("4", "いたが")]
    assert [note.marker for note in document.notes] == ["1", "2", "3", "4"]
    assert document.notes[1].text.endswith("『北港日報』2021年4月10日。")
    for kept in ("3つの港", "第3次計画", "2021年に12隻を"):
        assert kept in document.text


def test_a_note_that_a_page_end_cuts_goes_on_at_the_next_foot(made: Make) -> None:
    document = made(
        "題名\n\n"
        + page(f"{PLAIN}港務局は計画を発表した1。\n", "1 港務局「港の計画」2021年3月、\n", 1)
        + page(f"\n{PLAIN}組合は反対している2。\n", "https://port.example/plan.pdf\n2 組合「声明」2021年4月1日。\n", 2)
    )
    assert [(s.title, s.url) for n in document.notes for s in n.sources] == [
        ("港の計画", "https://port.example/plan.pdf"),
        ("声明", ""),
    ]


def test_numbers_that_start_over_are_those_of_their_page(made: Make) -> None:
    first = page(
        "港务局宣布出售三座码头，\n工会反对这一计划。①市民也表示不满。\n", "① 港务局：《公告》，2021年3月。\n", 1
    )
    second = page("\n沿线①号至③号码头已经停用。议会要求调查。①\n", "① 议会：《决议》，2021年5月。\n", 2)
    document = made(f"题名\n\n{first}{second}")
    assert marks(document) == [("1", "计划。"), ("1 (2)", "调查。")]
    assert "沿线①号至③号" in document.text


def test_half_brackets_behind_full_stops_are_marks_and_a_list_is_not(made: Make) -> None:
    document = made(
        "제목\n\n"
        + page(
            "시는 도서관 스물네 곳을 열었다.1) 그러나 아홉 곳이 닫혔고,2) 까닭은 두 가지다.\n\n"
            "1) 이용자가 줄었다\n2) 임대료가 올랐다\n",
            "1) 시청, 「조성 계획」, 2015. 11. 2.\n2) 시의회, 「조사」, 2021. 12.\n",
            1,
        )
    )
    assert marks(document) == [("1", "었다."), ("2", "혔고,")]
    assert "1) 이용자가 줄었다" in document.text
    assert len(document.notes) == 2


@pytest.mark.parametrize(
    "text",
    [
        "委員は次の2点を求めた。\n\n1 運賃を下げる\n2 便数を保つ\n",  # a list, to which nothing points
        "指数は、東部では1、西部では2であった。\n\n1 運賃を下げる\n2 便数を保つ\n",  # counts behind particles
        "図1。表2。\n\n1 運賃を下げる。\n2 便数を保つ。\n",
        "港は3つある。次の1年で2港になる。\n\n1 港務局『計画』2021年。\n2 組合『声明』2021年。\n",
        "It bought 2 ferries in 1 year, and H2 fuel.\n\n1 Lower the fares\n2 Keep the ships\n",
    ],
)
def test_lines_to_which_nothing_points_are_no_notes(made: Make, text: str) -> None:
    body = f"{PLAIN}{text}"
    document = made(f"題名\n\n{page(body, '', 1)}")
    assert not marks(document)
    assert not document.notes
    assert [c for c in document.text if c.isdigit()] == [c for c in body if c.isdigit()]


PAGES = (
    "題名\n\nはじめに\n　港の貿易は前の年に比べて大きく増えたが、船員の数は減り続けており、港を支える人が\n"
    "足りない1)。組合は反対している2)。局は港を民営にすると言うが、その先を示し\n\n"
    "1) 港務局『港の計画』2021年3月、4頁。\n2) 組合「声明」2021年4月、2頁。\n\n- 1 -\n\n"
    "てはいない。船は減っている。\n"
    "　港務局は「早すぎる」と言う声を退けたが、組合は人が足りないと書いている3)。局は答えを\n出していない。\n\n"
    "２　「民営」は答えか\n　港務局は港を民営にする方針である。組合の見積もりでは、その費用は年に九百万円に\n"
    "のぼるという4)。港を支える人は足りない。\n\n"
    "3) 組合「第3次計画」2020年5月、3頁。\n4) 同上、9頁。\n\n- 2 -\n"
)


def test_a_section_whose_number_is_that_of_a_foot_opens_no_note(made: Make) -> None:
    document = made(PAGES)
    assert [note.marker for note in document.notes] == ["1", "2", "3", "4"]
    assert [mark for mark, _ in marks(document)] == ["1", "2", "3", "4"]
    assert {p.section for p in document.passages if p.section} == {("はじめに",), ("２　「民営」は答えか",)}
    assert not list(faults(document, PAGES.encode()))


def test_text_behind_a_paragraph_that_a_foot_parted_is_no_half_of_a_note(made: Make) -> None:
    document = made(
        PAGES.replace("　港務局は「早すぎる」", "　局の案内 https://port.example/plan\n\n　港務局は「早すぎる」")
    )
    assert not any(note.strays for note in document.notes)
    assert any("示してはいない。" in passage.text for passage in document.passages)
    assert any("局の案内 https://port.example/plan" in passage.text for passage in document.passages)


def test_text_behind_a_foot_whose_first_bracket_is_that_of_a_mark_is_no_half_of_a_note(made: Make) -> None:
    text = PAGES.replace("、その先を示し\n", "。\n").replace("てはいない。船は減っている。\n", "")
    document = made(text.replace("「早すぎる」と言う声を退けたが", "2020年に答えを延ばし"))
    assert not any(note.strays for note in document.notes)
    assert [mark for mark, _ in marks(document)] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("name", ["港の歩み", "１　港の歩み", "むすび"])
def test_a_short_line_above_an_indented_paragraph_heads_it(made: Make, name: str) -> None:
    document = made(f"題名\n\n{PLAIN}\n{name}\n　{PLAIN[:40]}\n{PLAIN[40:]}\n")
    assert [p.section for p in document.passages if p.section][-1] == (name,)


def test_a_line_that_ends_a_sentence_heads_no_indented_paragraph(made: Make) -> None:
    document = made(f"題名\n\n{PLAIN}\n港は閉じた。\n　{PLAIN[:40]}\n{PLAIN[40:]}\n")
    assert not any(p.section for p in document.passages)


def test_a_note_without_its_mark_is_flagged_and_takes_no_figure(made: Make) -> None:
    foot = "1 港務局『計画』2021年。\n2 組合『声明』2021年。\n3 議会『決議』2022年。\n"
    document = made(f"題名\n\n{page(f'{PLAIN}計画が出た1。港は2つある。議会は反対した3。{chr(10)}', foot, 1)}")
    assert [marker for marker, _ in marks(document)] == ["1", "3"]
    assert [note.marker for note in document.notes if any(flag.kind == "no mark" for flag in note.flags)] == ["2"]
    assert "港は2つある" in document.text


def test_figures_behind_english_words_and_stops(made: Make) -> None:
    document = made(
        "Title\n\n"
        + page(
            "The council bought a ferry for 2.4 million pounds.1 The ship, a Type\n45 conversion, could carry 120 "
            "people. Two firms bid to run it2 and\nboth withdrew, as one said to run it is hard.\n",
            '1 Council, "Minutes," 12 June 2018.\n2 "Bidder quits," Mercury, 19 December 2018.\n',
            1,
        )
    )
    assert marks(document) == [("1", "ds."), ("2", "nit")]
    assert "2.4 million" in document.text


ENGLISH = "The boats were laid up for a year, and the crews went to other ports along the coast.\n" * 3


@pytest.mark.parametrize(("marks_", "known"), [(("1", "2"), 2), (("", ""), 0)])
def test_notes_above_the_lines_on_who_wrote_a_text_are_the_foot_of_its_last_page(
    made: Make, marks_: tuple[str, str], known: int
) -> None:
    text = f"{ENGLISH}The board closed the quay.{marks_[0]} The crews had asked for time.{marks_[1]}\n\n"
    foot = "1 Harbour Board, Minutes, 9 April 2019.\n2 ‘Nobody asked’, Coast Daily, 1 May 2019.\n\n"
    assert len(notes(made(f"The Quay\n\n1. Opening\n\n{text}{foot}Ann Lee keeps the light.\n\n- 1 -\n"))) == known


def test_a_note_that_stops_in_a_word_goes_on_before_the_paragraph_does(made: Make) -> None:
    first = page(
        f"{ENGLISH}The board closed the quay,1 and the crews that\n", "\n1 Harbour Board, Plan; it was with-\n", 1
    )
    document = made(f"The Quay\n\n1. Opening\n\n{first}\ndrawn in May.\n\nhad stayed were paid.\n")
    assert notes(document) == [("1", "Harbour Board, Plan; it was withdrawn in May.")]
    assert re.sub(r"\s+", " ", document.text).count("the crews that had stayed were paid.") == 1


def test_a_list_that_prints_its_numbers_twice(made: Make) -> None:
    document = made(
        "題名\n\n計画が出た<sup>1</sup>。議会は反対した<sup>2</sup>。\n\n## 注\n\n"
        "1. 1　港務局『計画』2021年。\n2. 2　議会『決議』2022年。\n"
    )
    assert [source.publisher for note in document.notes for source in note.sources] == ["港務局", "議会"]


ENDS = st.sampled_from(
    ["計画を発表した", "これに反対している", "結論は出ていない", "「遅い」と述べた", "協定を結んだが"]
)
FILL = st.sampled_from(
    ["港は3つある。", "2021年に12隻が入った。", "第2次計画は1年で終わり、", "運賃は430円である。", "船が減り、"]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.tuples(FILL, ENDS), min_size=1, max_size=4), min_size=1, max_size=4))
def test_marks_rise_through_the_pages_and_nothing_is_lost(pages: list[list[tuple[str, str]]]) -> None:
    number, text, ends = 0, "題名\n\n", []
    for index, sentences in enumerate(pages, 1):
        body, foot = PLAIN, ""
        for fill, end in sentences:
            number += 1
            ends.append((str(number), end[-3:]))
            body += f"{fill}{end}{number}、" + "議会は黙っていた。\n"
            foot += f"{number} 港務局『報告{number}』2021年{number}月。\n"
        text += page(body, foot, index)
    data = text.encode()
    document = to_document(decode(Path("x.txt"), data))
    assert marks(document) == ends
    assert [note.marker for note in document.notes] == [marker for marker, _ in ends]
    assert list(faults(document, data)) == []

"""Sources that stand in a row in one note are told apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.structure.sources import parse

Make = Callable[..., Document]
Named = tuple[str, str, str]


def named(text: str) -> list[Named]:
    return [(one.title, one.publisher, one.date) for one in parse(text)]


@pytest.mark.parametrize(
    "sign", ["、", "，", "・", "　", " ", "", "および", " および", "、及び", "と", "、また", "のほか", "ならびに", ", "]
)
def test_a_second_article_is_a_source_of_its_own(sign: str) -> None:
    text = f"「灯が消える」『浜新報』2018年4月2日{sign}「霧笛も止まる」『岬日報』2018年5月6日。"
    assert named(text) == [("灯が消える", "浜新報", "2018-04-02"), ("霧笛も止まる", "岬日報", "2018-05-06")]


@pytest.mark.parametrize("sign", ["、", "，", "・", "　", "および", "と", "、また", "のほか"])
def test_so_is_one_whose_paper_or_author_stands_before_it(sign: str) -> None:
    papers = f"浜新報「灯が消える」2018年4月2日{sign}岬日報「霧笛も止まる」2018年5月6日。"
    assert named(papers) == [("灯が消える", "浜新報", "2018-04-02"), ("霧笛も止まる", "岬日報", "2018-05-06")]
    books = f"浜野すず『灯台の歌』海風社、2018年、45頁{sign}汐見透『霧の本』岬書房、2020年、12頁。"
    assert named(books) == [("灯台の歌", "海風社", "2018"), ("霧の本", "岬書房", "2020")]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("「灯が消える」『浜新報』、『岬日報』2018年4月2日", 1),  # one article in two papers
        ("「灯」、「霧」『浜新報』2018年4月2日", 1),
        ("浜野すず「灯台の歌」2018年3月、『灯台研究』第8号、12頁", 1),  # the paper behind the day
        ("『灯台年報』2018年、第3章「霧笛」2019年", 1),
        ("『灯台年報』2018年3月、「霧笛の記録」12頁", 1),
        ("『浜新報』2018年4月2日「灯が消える」", 1),
        ("「灯台の歌」『岬文学』1990年、再録『浜野すず全集』海風社、2005年", 1),
        ("「灯台の歌」『岬文学』1990年、のちに『浜野すず全集』2005年に収めた", 1),
        ("《灯塔》，2019年4月5日，《海角日报》2019年4月6日", 1),
        ("「灯が消える」『浜新報』2018年4月2日、「霧笛も止まる」『岬日報』同月6日", 2),
    ],
)  # fmt: skip
def test_what_belongs_to_the_title_before_is_no_source_of_its_own(text: str, sources: int) -> None:
    assert len(parse(text)) == sources


def test_a_day_of_the_same_month_takes_its_year_from_the_source_before() -> None:
    text = "「灯が消える」『浜新報』2018年4月2日、「霧笛も止まる」『岬日報』同月6日、「船も去る」同紙4月9日付。"
    assert named(text) == [
        ("灯が消える", "浜新報", "2018-04-02"),
        ("霧笛も止まる", "岬日報", "2018-04-06"),
        ("船も去る", "岬日報", "2018-04-09"),
    ]


def test_a_note_with_two_sources_in_a_row_is_flagged(made: Make) -> None:
    note = "「灯が消える」『浜新報』2018年4月2日、「霧笛も止まる」『岬日報』2018年5月6日。"
    document = made(f"岬の灯台\n\n灯台は消えた[1]。\n\n注\n\n[1] {note}\n")
    assert "several sources" in {flag.kind for flag in document.notes[0].flags}
    assert "「霧笛も止まる」" in document.notes[0].text

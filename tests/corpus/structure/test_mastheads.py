"""What the heads of all pages say of a document: its day and the paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.structure.mastheads import Masthead, issue_of_heads, of_heads, of_line

Make = Callable[..., Document]
PAGE = "港の貿易は前の年に比べて大きく増えたが、船員の数は減り続けており、これからの港を支える人が足りない。"


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        (["潮騒日報　朝刊　2019年5月2日（木）　3"], ("2019-05-02", "潮騒日報")),
        (["潮騒日報　2019年5月2日　3", "潮騒日報　2019年5月2日　4"], ("2019-05-02", "潮騒日報")),
        (["Orrin Courier  |  2 May 2019  |  3"], ("2019-05-02", "Orrin Courier")),
        (["特別委員会　2019年5月2日　3"], ("2019-05-02", "")),
        (["潮騒日報　2019年5月2日　3", "潮騒日報　2019年5月9日　4"], ("", "")),
        (["潮騒日報　2019年5月　3"], ("", "")),
        (["令和元年5月2日の会議録"], ("", "")),
        ([], ("", "")),
    ],
)
def test_the_day_and_the_paper_are_what_every_head_says(heads: list[str], said: tuple[str, str]) -> None:
    assert of_heads(heads) == said


def test_a_paper_that_prints_its_day_over_its_pages_only_dates_its_text(made: Make) -> None:
    head = "潮騒日報　朝刊　2019年5月2日（木）　"
    document = made(f"{head}3\n\n港を去る船\n\n{PAGE}昨年6月に\n\n{head}4\n\n便が減った。{PAGE}\n\n{head}5\n\n{PAGE}\n")
    assert (document.date, document.publisher) == ("2019-05-02", "潮騒日報")
    assert "2018-06" in {one.value for one in document.told.dates}


def test_a_source_line_that_returns_is_no_running_head(made: Make) -> None:
    table = "港\t隻数\n東\t12\n西\t15\n南\t18\n\n出典：港湾局統計\n"
    document = made(f"# 題名\n\n{PAGE}\n\n表1　船\n\n{table}\n{PAGE[:-4]}\n\n表2　船\n\n{table}\n{PAGE}\n")
    assert [one.source for one in document.tables] == ["出典：港湾局統計"] * 2


@pytest.mark.parametrize(
    ("line", "paper", "day", "author"),
    [
        ("岬新報　2031年4月3日　朝刊7面", "岬新報", "2031-04-03", ""),
        ("岬新報　2031年4月3日（木）　夕刊　社会面　久我涼介記者", "岬新報", "2031-04-03", "久我涼介"),
        ("岬新報 | 令和13年4月3日 | 文・久我涼介", "岬新報", "2031-04-03", "久我涼介"),
        ("곶일보 | 2031년 4월 3일 | 한다솔 기자", "곶일보", "2031-04-03", "한다솔"),
        ("海角日报　2031年4月3日　第3版", "海角日报", "2031-04-03", ""),
        ("海角日报 | 2031年4月3日 | 记者 王明远", "海角日报", "2031-04-03", "王明远"),
        ("Cape Courier | 3 April 2031 | Ann Reed", "Cape Courier", "2031-04-03", "Ann Reed"),
        ("Cape Courier – April 3, 2031 – page 3", "Cape Courier", "2031-04-03", ""),
    ],
)
def test_a_masthead_says_the_paper_the_day_and_who_wrote(line: str, paper: str, day: str, author: str) -> None:
    head = of_line(line)
    assert head is not None and (head.paper, head.day, head.author) == (paper, day, author)


@pytest.mark.parametrize(
    "line",
    [
        "灯台局　2031年4月3日",  # may head a letter
        "島の会　2031年4月3日　灯台の点検",
        "岬新報　昨年4月3日　朝刊",
        "岬新報　2031年4月3日　久我涼介　早瀬文乃",
        "灯台の点検　2031年4月3日",
        "2031年4月3日　久我涼介",
        "岬新報は2031年4月3日に伝えた。",
        "日時　令和13年4月3日（木）　午前10時",
    ],
)
def test_a_line_of_which_a_part_is_not_told_is_no_masthead(line: str) -> None:
    assert of_line(line) is None


def test_a_masthead_below_the_title_opens_no_section_and_fills_what_is_not_said(made: Make) -> None:
    text = f"# 港を去る船\n\n岬新報　2031年4月3日　朝刊7面\n\n{PAGE}\n\n■港の動き\n\n{PAGE}\n"
    for document in (made(text, "made.md"), made(f"---\ntitle: 港を去る船\n---\n\n{text}", "made.md")):
        assert (document.title, document.publisher, document.date) == ("港を去る船", "岬新報", "2031-04-03")
        assert {one.section for one in document.passages} == {(), ("■港の動き",)}


def test_what_front_matter_says_stands_before_a_masthead(made: Make) -> None:
    text = f"---\ntitle: 港\npublisher: 港の会\n---\n\n# 港\n\n岬新報　2031年4月3日　朝刊\n\n{PAGE}\n"
    assert made(text, "made.md").publisher == "港の会"


def test_a_masthead_is_told_in_full() -> None:
    assert of_line("곶일보 | 2031년 4월 3일 | 한다솔 기자") == Masthead("곶일보", "2031-04-03", "한다솔", "기자")


def test_a_long_row_of_figures_is_looked_through_at_once() -> None:
    assert of_line(f"岬新報　2031年4月3日　{'1' * 60}x") is None
    assert of_line(f"岬新報　2031年4月3日　{'朝刊1面' * 8}x") is None


@pytest.mark.parametrize(
    ("heads", "title", "series"),
    [
        (["汐崎港研究 第9号（2031）", "汐崎港研究 第9号（2031）"], "灯台の油", "汐崎港研究 第9号（2031）"),
        (["汐崎港研究 第9号", "灯台の油（瀬川）"], "灯台の油", "汐崎港研究 第9号"),
        (["汐崎港研究 第9号", "汐崎港研究 第10号"], "灯台の油", ""),
        (["灯台を守る会（第7回）議事録"], "第7回 灯台を守る会 議事録", ""),
        (["灯台の油"], "灯台の油", ""),
    ],
)
def test_the_issue_that_all_heads_name_is_the_series(heads: list[str], title: str, series: str) -> None:
    assert issue_of_heads(heads, title) == series

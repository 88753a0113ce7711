"""Who wrote a text holds the post beside the byline, and held those that the profile says came before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.structure.posts_signed import signed

Make = Callable[..., Document]
PROSE = "港の倉庫は昨年の春に開き、島の人は市場へ魚を運ぶようになった。港の役場は来月、桟橋の幅を広げる。"


def _said(text: str, author: str) -> list[tuple[str, str, str, bool]]:
    return [(one.name, one.of, one.post, one.former) for one in signed(text, author)]


@pytest.mark.parametrize(
    ("text", "author", "said"),
    [
        ("白砂研究所主任研究員\n\n樋渡真帆\n\n本文。", "樋渡真帆", ("樋渡真帆", "白砂研究所", "主任研究員", False)),
        ("闻人溪\n\n（青石大学，副研究员）\n\n正文。", "闻人溪", ("闻人溪", "青石大学", "副研究员", False)),
        ("乙羽環\n\nおとば・たまき　1971年生まれ。東部支局長を経て今。", "乙羽環", ("乙羽環", "", "東部支局長", True)),
        ("正文。\n\n（责任编辑：乐正澜）", "", ("乐正澜", "", "责任编辑", False)),
    ],
)  # fmt: skip
def test_a_line_beside_a_byline_or_a_profile_tells_a_post(
    text: str, author: str, said: tuple[str, str, str, bool]
) -> None:
    assert _said(text, author) == [said]


def test_a_name_in_the_text_and_a_line_that_says_no_post_tell_nothing() -> None:
    assert _said(f"港の話\n\n樋渡真帆\n\n{PROSE}", "樋渡真帆") == []
    assert _said("おとば・たまき　港の近くの店。", "乙羽環") == []


@pytest.mark.parametrize(
    ("opening", "author", "affiliation"),
    [
        ("五位堂梢（白砂政策研究所 上席研究員）", "五位堂梢", "白砂政策研究所 上席研究員"),
        ("白砂政策研究所主任研究員\n\n樋渡真帆", "樋渡真帆", "白砂政策研究所主任研究員"),
    ],
)
def test_an_author_whom_no_dictionary_has_is_known_by_the_line(
    made: Make, opening: str, author: str, affiliation: str
) -> None:
    document = made(
        f"# 港の倉庫をどう使うか\n\n2024年5月1日\n\n{opening}\n\n## 1. 倉庫\n\n{PROSE}\n\n## 2. 桟橋\n\n{PROSE}\n"
    )
    assert (document.author, document.affiliation) == (author, affiliation)


def test_a_heading_before_brackets_is_nobody(made: Make) -> None:
    document = made(f"# 港の倉庫\n\n2024年5月1日\n\n海洋経済（白砂政策研究所 上席研究員）\n\n## 1. 倉庫\n\n{PROSE}\n")
    assert document.author == ""


def test_the_label_of_a_series_is_no_part_of_its_name(made: Make) -> None:
    document = made(f"# 港の倉庫\n\nシリーズ：港湾レポート 第17号\n\n2024年5月1日\n\n## 1. 倉庫\n\n{PROSE}\n")
    assert document.series == "港湾レポート 第17号"

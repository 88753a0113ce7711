"""Menus and lists around a page's text are told by their shape, and only where something else shows a page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.structure.lines import has_sentence

Make = Callable[..., Document]

BODY = (
    "港は4月に開いた。船は毎週土曜に着き、島の人は市場へ魚を運ぶようになった。\n\n"
    "役場は来月、桟橋の幅を二倍に広げる工事を始めると発表した。\n"
)
HEAD = "岬の便り デジタル\nメニュー\n島\n畑\n相撲\nログイン\n\nホーム > 島 > 港\n\n"
ARTICLE = "「もう船を待たない」　岬の島、十年ぶりに港が開く\n\n2024年5月1日 6:00\n\n" + BODY
FOOT = (
    "\n（岬支局・佐藤花子）\n\n関連記事\n港の百年 2023年4月1日\n\nいま話題\n1 柿の値段\n2 寺の鐘\n\n会社案内\n"
    "Copyright © 岬の便り社 All rights reserved.\n"
)


def left_out(document: Document) -> list[str]:
    return [piece.text for piece in document.furniture if piece.kind == "navigation"]


def test_a_page_saved_as_text_is_called_by_its_headline_and_signed_below(made: Make) -> None:
    document = made(HEAD + ARTICLE + FOOT)
    assert document.title == "「もう船を待たない」　岬の島、十年ぶりに港が開く"
    assert (document.author, document.publisher, document.date) == ("佐藤花子", "岬の便り社", "2024-05-01")


def test_labels_above_and_lists_below_are_frame_and_the_text_is_whole(made: Make) -> None:
    document = made(HEAD + ARTICLE + FOOT)
    framed = [line for line in (HEAD + FOOT).split("\n") if line and not line.startswith("（岬支局")]
    assert left_out(document) == framed
    assert all(line in document.text for line in (ARTICLE + "（岬支局・佐藤花子）").split("\n"))


def test_a_row_of_labels_among_menus_is_no_title_and_the_byline_no_part_of_the_text(made: Make) -> None:
    head = "岬の便り\nトップ | 島 | 畑 | 相撲\nログイン　無料会員登録　紙面ビューアー\nホーム ＞ 島 ＞ 港\n\n"
    article = (
        "料金、来年に値上げへ　岬町が条例案\n2024年5月1日 5時00分\n社会部・佐藤花子\n\nシェア　印刷\n\n写真：岬の港\n\n"
    )
    document = made(head + article + BODY)
    assert (document.title, document.author) == ("料金、来年に値上げへ　岬町が条例案", "佐藤花子")
    assert BODY.split("\n", 1)[0] in [passage.text for passage in document.passages]


def test_a_notice_against_copying_is_not_the_end_of_the_text(made: Make) -> None:
    notice = "本サイトの記事・写真の無断転載を禁じます。すべての内容は著作権法で守られています。\n"
    document = made(HEAD + ARTICLE + FOOT + notice)
    assert "会社案内" in left_out(document) and notice.strip() in document.text


@pytest.mark.parametrize(
    "lines",
    [
        "会長　若狭佳代\n委員　能勢隼人\n委員　的野俊三",
        "海\n空\n雲\n風",
        "注\n\n[1] 岬の港史、2020年\n[2] 島の暮らし、2021年",
        "電話：00-0000\n担当：佐藤",
    ],
)
def test_short_lines_of_a_text_that_is_no_page_stay(made: Make, lines: str) -> None:
    document = made(f"岬の港\n\n{lines}\n\n{BODY}\n{lines}\n")
    assert not left_out(document)


def test_notes_and_facts_below_a_list_of_links_stay(made: Make) -> None:
    below = "注\n\n[1] 岬の港史、2020年\n[2] 島の暮らし、2021年\n"
    document = made(f"{HEAD}{ARTICLE}\n関連記事\n港の百年 2023年4月1日\n\n{below}")
    assert all(line in document.text for line in below.split("\n"))


@given(st.lists(st.sampled_from([*HEAD.split("\n"), *ARTICLE.split("\n"), *FOOT.split("\n")]), max_size=30).filter(any))
def test_no_sentence_is_ever_of_the_frame(made: Make, lines: list[str]) -> None:
    document = made("\n".join(lines) + "\n")
    assert not any(has_sentence(text) for text in left_out(document))

"""Heads of pages that print no number of their own, those with a number close by, and headings that return."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

Make = Callable[..., Document]
PAGE = "灯台の石炭は船で運び込まれ、荷を揚げる人が足りないときは島の人が夜に手を貸したという。" * 4
LEFT = "灯台守の一人は「雪の朝に戸を開けると、"
RIGHT = "道が消えていた」と話した。" + PAGE
HEAD = "岬の灯台会紀要 第14号"


def heads(document: Document) -> list[str]:
    return [piece.text for piece in document.furniture if piece.kind == "running head"]


def paged(first: str, *others: str, torn: int = 1) -> str:
    """Return a text with these lines at the ends of its pages, of which the first ones end in mid-sentence."""
    text = f"# 島の冬\n\n{PAGE}"
    for index, head in enumerate((first, *others)):
        text += f"{LEFT}\n\n{head}\n\n{RIGHT}" if index < torn else f"\n\n{head}\n\n{PAGE}"
    return text


@pytest.mark.parametrize("head", [HEAD, "岬の灯台会", "第14号", "2031.4.2", f"## {HEAD}", f"### {HEAD}"])
@pytest.mark.parametrize("pages", [2, 3, 4])
def test_a_line_that_returns_and_once_in_four_tears_a_sentence_is_furniture(head: str, pages: int, made: Make) -> None:
    document = made(paged(*[head] * pages), "made.md")
    assert heads(document) == [head] * pages
    assert LEFT + RIGHT[:12] in document.text
    assert {passage.section for passage in document.passages} <= {(), ("島の冬",)}


def test_the_rule_and_the_note_at_the_foot_of_a_page_stand_above_its_head(made: Make) -> None:
    note = "1) 灯台会『石炭の帳簿』1931年、4頁。"
    document = made(paged(f"{note}\n\n---\n\n{HEAD}", HEAD, HEAD).replace("足りない", "足りない1)", 1), "made.md")
    assert heads(document) == [HEAD] * 3
    assert LEFT + RIGHT[:12] in document.text


@pytest.mark.parametrize("head", ["課題", "## 課題", "今後の取り組み"])
@pytest.mark.parametrize(
    "end", ["", "「もう船は出た」", "・石炭を運ぶ道の整備と人の手配を進めること", "島の人は次のように話した："]
)
def test_headings_that_return_between_whole_sentences_stay(head: str, end: str, made: Make) -> None:
    text = "".join(f"{head}\n\n{PAGE}\n\n{end}\n\n" for _ in range(4))
    assert heads(made(f"# 島の冬\n\n{PAGE}\n\n{text}", "made.md")) == []


def test_a_line_that_announces_what_follows_stays(made: Make) -> None:
    assert heads(made(paged("灯台会の人の話：", "灯台会の人の話："), "made.md")) == []


def test_a_heading_that_returns_stays_where_one_of_five_stands_in_a_sentence(made: Make) -> None:
    assert heads(made(paged(*[HEAD] * 5), "made.md")) == []


@pytest.mark.parametrize(
    "printed", [("## 課題",) * 3, ("第14号",) * 3, ("1 冬", "2 春", "3 夏"), ("話 1", "話 2", "話 3")]
)
def test_headings_stay_though_one_paragraph_lacks_its_full_stop(printed: tuple[str, ...], made: Make) -> None:
    text = f"# 島の冬\n\n{PAGE}島の冬の荷はこれで終わった\n\n" + "".join(f"{head}\n\n{PAGE}\n\n" for head in printed)
    assert heads(made(text, "made.md")) == []


def test_speakers_stay_though_one_trails_off(made: Make) -> None:
    said = (
        "会長\n\nそれでは次の議題に移りますので、資料の三枚目をご覧ください。\n\n委員\n\n石炭の値段のことですが、\n\n"
    )
    document = made(f"# 会の記録\n\n{said * 3}会長\n\n以上で終わります。\n", "made.md")
    assert heads(document) == []


@pytest.mark.parametrize(
    "printed",
    [
        ("5 第一章 冬の灯台", "岬の灯台会 6", "7 第二章 石炭"),
        ("第14号（5）", "第14号（6）", "第14号（7）"),
        ("灯台の冬 5", "灯台の冬 6"),
    ],
)
def test_words_and_a_number_close_by_that_counts_on_are_heads_where_they_tear_sentences(
    printed: tuple[str, ...], made: Make
) -> None:
    document = made(paged(*printed, torn=2), "made.md")
    assert heads(document) == list(printed)
    assert document.text.count(LEFT + RIGHT[:12]) == 2


@pytest.mark.parametrize(
    "printed", [("話 1", "話 2", "話 3"), ("1 冬", "2 春", "3 夏"), ("灯台（1）", "灯台（2）", "灯台（3）")]
)
def test_numbered_headings_between_whole_sentences_stay(printed: tuple[str, ...], made: Make) -> None:
    document = made(paged(*printed, torn=0), "made.md")
    assert heads(document) == []
    assert all(line in document.text for line in printed)


def test_a_year_that_heads_of_pages_print_is_no_page(made: Make) -> None:
    document = made(paged("2031 灯台会", "2031 灯台会", torn=2), "made.md")
    assert heads(document) == ["2031 灯台会"] * 2
    assert {passage.page for passage in document.passages} == {None}

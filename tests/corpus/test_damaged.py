"""Figures and words that recognition damaged, by rules that need no odds: found where they are wrong, nowhere else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.suspects import suspects, suspects_in, suspects_of_text


def found(text: str, lang: str = "ja") -> list[tuple[str, str]]:
    return [(one.printed, one.likely) for one in suspects_of_text(text, lang)]


@pytest.mark.parametrize(
    ("text", "lang", "printed", "likely"),
    [
        ("会員は3 1,500人に増えた。", "ja", "3 1,500", "31,500"),
        ("費用は約1 8億円である。", "ja", "1 8", "18"),
        ("주민은 1 4,200명이다.", "ko", "1 4,200", "14,200"),
        ("总数约2 3,100人。", "zh", "2 3,100", "23,100"),
        ("a sum of about 1 6,000 coins", "en", "1 6,000", "16,000"),
        ("残高はl,905円だった。", "ja", "l,905", "1,905"),
        ("問い合わせは電話：0120-45-l789まで。", "ja", "0120-45-l789", "0120-45-1789"),
        ("担当（内線7O3）", "ja", "7O3", "703"),
        ("more than 8O per cent of it", "en", "8O", "80"),
    ],
)
def test_a_number_with_a_letter_or_a_gap_in_it_is_suspect(text: str, lang: str, printed: str, likely: str) -> None:
    assert (printed, likely) in found(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("表1 2,400人の内訳を示す。", "ja"),
        ("水槽は45lである。", "ja"),
        ("参加者は10 200人ではない。", "ja"),
        ("see Table 1 2,400 people", "en"),
        ("第3 1,200円の券を売る。", "ja"),
        ("a tank of 45l per day, and the firm O2 people know", "en"),
    ],
)
def test_a_label_a_litre_and_figures_that_make_no_number_are_none(text: str, lang: str) -> None:
    assert not found(text, lang)


TABLE = "| 港 | 量 |\n|---|---|\n| 北浜 | {} |\n| 南浜 | 1,310 |\n| 沖島 | 955 |\n| 西浦 | 2,044 |\n"


@pytest.mark.parametrize(
    ("printed", "likely"), [("l,204", "1,204"), ("1 1,204", "11,204"), ("8O6", "806"), ("61.O", "61.0")]
)
def test_a_cell_that_nearly_prints_a_figure_is_suspect_and_has_no_value(
    made: Callable[..., Document], printed: str, likely: str
) -> None:
    document = made(TABLE.format(printed), "made.md")
    cell = document.tables[0].rows[0].cells[1]
    assert [(one.printed, one.likely) for one in suspects(document)] == [(printed, likely)]
    assert suspects_in(document, cell.start, cell.end) == suspects(document)
    assert cell.value is None


@pytest.mark.parametrize("printed", ["1 204", "…", "△12", "未集計", ""])
def test_a_figure_an_empty_cell_and_thousands_parted_by_a_space_are_no_suspects(
    made: Callable[..., Document], printed: str
) -> None:
    assert not suspects(made(TABLE.format(printed), "made.md"))


@pytest.mark.parametrize(
    ("text", "printed", "likely"),
    [
        ("漁獲は去年より増つた。港は広がった。", "", ""),
        ("港の人口は五千に減つた。町は港を広げていった。", "減つた", "減った"),
        ("売上高は前年を下回つた。店は三つになっていた。", "下回つた", "下回った"),
        ("開業の時期は末定です。", "末定", "未定"),
    ],
)
def test_a_closed_class_settles_what_odds_leave(text: str, printed: str, likely: str) -> None:
    assert found(text) == ([(printed, likely)] if printed else [])


@pytest.mark.parametrize(
    "text",
    [
        "かつて港は栄えていった。",
        "荷を持つたびに休んでいった。",
        "彼は「風が立つた」と書いていった。",
        "今日はハ短調の曲を弾いた。",
        "末広は町の名である。",
        "やう云ふ訳で人は去つた。船も去つた。",
    ],
)
def test_words_with_a_right_of_their_own_are_left_alone(text: str) -> None:
    assert not found(text)

"""What a sentence tells of the coming weeks without a year, or without any verb, is of the text's own time."""

from __future__ import annotations

import pytest

from corpus.structure.dates import resolve_dates

DAY = "2027-11-08"


def values(text: str, published: str = DAY) -> list[str]:
    return ["/".join(filter(None, (m.value, m.until))) for m in resolve_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("町は来月に測量を始める。4月までに堤を直す。", "2028-04"),
        ("町は来月に測量を始めた。4月までに堤を直した。", "2027-04"),
        ("12月には市がある。", "2027-12"),
        ("12月には閉じた店がある。", "2026-12"),
        ("12月の調べには誤りがある。", "--12"),
    ],
)
def test_a_month_until_which_something_is_done_or_in_which_it_is_held_is_to_come(text: str, last: str) -> None:
    assert values(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("募集は12月3日から12月20日まで。", "2027-12-03/2027-12-20"),
        ("会期は12月3日から1月10日までとなっている。", "2027-12-03/2028-01-10"),
        ("募集は12月3日から12月20日までだった。", "2026-12-03/2026-12-20"),
        ("募集は5月3日から5月20日まで。", "2027-05-03/2027-05-20"),  # not so soon
        ("開館の日は12月3日。", "--12-03"),  # of every year, it may be
        ("選考は24日の予定。", "2027-11-24"),
        ("24日の予定表を配った。", "2027-10-24"),
    ],
)
def test_a_time_that_runs_from_or_until_a_day_is_the_next_where_that_is_soon(text: str, last: str) -> None:
    assert values(text)[-1] == last


def test_what_was_once_planned_says_of_nobody_who_he_is() -> None:
    text = "両館は2027年1月に覚書を交わし、2028年3月に移る予定だった。しかし延び、同9月の移転を目指すことになった。"
    assert values(text)[-1] == "2028-09"
    who = "両館は2027年1月に覚書を交わした。南館は2015年に移ってきた建物である。しかし延び、同9月に移った。"
    assert values(who)[-1] == "--09"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("窯は1年半前に直した。", "2026-05"),
        ("窯は二年半前から休んでいる。", "2025-05"),
        ("窯は約1年半前に直した。", ""),
    ],
)
def test_a_year_and_a_half_is_counted_in_months(text: str, value: str) -> None:
    assert "".join(values(text)) == value


@pytest.mark.parametrize("word", ["今月末", "来月末", "先月末", "今月中", "今月内"])
def test_the_end_of_a_month_is_a_word_with_it(word: str) -> None:
    (mention,) = resolve_dates(f"札は{word}に配る。", DAY)
    assert (mention.text, len(mention.value)) == (word, len("2027-11"))


def test_a_day_on_which_somebody_was_asked_is_no_day_of_the_text() -> None:
    noted = "先月8日に堤が切れた。\n\n（注1）山野あかねさんへのインタビュー、2027年10月30日。\n"
    assert values(f"文：海野 透\n\n出典：町の資料\n\n{noted}")[0] == "2027-10-08"
    assert values(f"――いつですか。\n\n{noted}")[0] == "2027-09-08"
    assert values(f"海野：いつですか。\n\n山野：雨の後です。\n\n海野：何日ですか。\n\n{noted}")[0] == "2027-09-08"

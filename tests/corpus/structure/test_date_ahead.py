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


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("窯場は今月20日に火を入れる。月末には見学会を開く。", "2027-11"),
        ("窯場は来月20日に火を入れる。月末には見学会を開く。", ""),  # of that month
        ("月末には家賃を納める。", ""),  # of every month
        ("窯場は今月20日に火を入れる。年末には店を閉じる。", "2027-12"),
        ("窯場は今月20日に火を入れる。年度末には冊子を配る。", "2028-03-31"),
        ("窯場は昨年11月に火を入れた。年末には店を閉じる。", ""),
        ("窯場は今月2日に火を入れた。月末には見学会を開いた。", ""),
    ],
)
def test_the_end_of_the_month_or_year_is_that_of_which_the_paragraph_tells(text: str, last: str) -> None:
    assert [one.value for one in resolve_dates(text, DAY) if one.text.endswith("末")] == [last]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("窯場は8日、薪を運び終えたと発表した。冬の薪は2割多い。10日後には火を入れる。", "2027-11-18"),
        ("窯場は8日、薪を運び終えたと発表した。冬の薪は2割多かった。10日後には火を入れた。", ""),
        ("窯場は12日に薪を運ぶ。冬の薪は2割多い。10日後には火を入れる。", ""),  # of that day, it may be
        ("届けを出す。書類は2割多い。10日後には札を渡す。", ""),  # of any day
    ],
)
def test_what_news_of_the_day_plan_in_some_days_is_counted_from_it(text: str, last: str) -> None:
    assert values(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("平成28年度の報告。H28.4.1現在の戸数は30。", ["2016-04/2017-03", "2016-04-01"]),
        ("令和4年の報告。R4.1.2に開いた。", ["2022", "2022-01-02"]),
        ("令和4年の報告。R4.1.2で数えた。", ["2022"]),
        ("令和4年の報告。R4.1.2（統計の道具）を使う。", ["2022"]),
        ("H28.4.1の版を使う。", []),
        ("令和4年の報告。H40.4.1の版を使う。", ["2022"]),
    ],
)
def test_an_era_by_its_letter_is_read_in_a_text_that_counts_by_eras(text: str, found: list[str]) -> None:
    assert values(text, "") == found

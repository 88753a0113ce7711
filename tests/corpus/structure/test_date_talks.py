"""Dates that are counted from what is not the text's own day: a talk, a letter, a winter, an era, a clause aside."""

from __future__ import annotations

import pytest

from corpus.structure.dates import resolve_dates

OLD = "2023-12-01"


def value(text: str, published: str, words: str) -> tuple[str, str]:
    return next((one.value, one.until) for one in resolve_dates(text, published) if one.text == words)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (
            "取材は二〇二四年六月三日、店で行った。\n\n――協定は。\n\n山本　先月十日に結びました。",
            "先月十日",
            "2024-05-10",
        ),
        ("――橋は。\n\n山本　来月に直します。\n\n――はい。\n\n（2024年6月3日収録）", "来月", "2024-07"),
        ("Interviewed on 3 June 2024 at the shop.\n\nQ: When did it open?\n\nA: Last month.", "Last month", "2024-05"),
        ("인터뷰는 2024년 6월 3일 가게에서 했다.\n\n― 협약은요?\n\n지난달 맺었습니다.", "지난달", "2024-05"),
        ("采访于2024年6月3日在店里进行。\n\n问：什么时候签的？\n\n答：上个月签的。", "上个月", "2024-05"),
        ("橋は六月に直した。\n\n――橋は。\n\n山本　来月に直します。", "来月", "2024-08"),
    ],
)
def test_words_of_a_talk_are_said_on_its_day(text: str, words: str, day: str) -> None:
    assert value(text, "2024-07-15", words)[0] == day


def test_what_stands_above_a_talk_is_said_on_the_day_of_the_text() -> None:
    text = "先月号の続き。取材は2024年6月3日に行った。\n\n――橋は。\n\n山本　直しました。"
    assert value("先月の続き。" + text, "2024-07-15", "先月")[0] == "2024-06"


@pytest.mark.parametrize("text", ["女工、先月だけで四人に上り候。", "先月は不作にて候ひし故、納め難く候。"])
def test_a_letter_in_the_old_style_is_of_no_known_month(text: str) -> None:
    assert value(f"手紙にはこうある。\n\n{text}", OLD, "先月") == ("", "")


@pytest.mark.parametrize(
    ("text", "published", "words", "first", "last"),
    [
        ("He left in 2016 and came back the following spring.", "", "the following spring", "2017-03", "2017-05"),
        ("Last winter two firms asked. On 12 May the council met them.", "2025-10", "12 May", "2025-05-12", ""),
        ("It will be signed early next year and sold that summer.", "2025-10", "that summer", "2026-06", "2026-08"),
        (
            "The mill, which burned down in 1998, is whole again. It opened its doors on 3 March.",
            "2024-05-20",
            "3 March",
            "2024-03-03",
            "",
        ),
        ("장관은 2020년 5월 편지를 보냈다. 그는 석 달 뒤 보낸 답장에서 좋다고 썼다.", OLD, "석 달 뒤", "2020-08", ""),
        ("2019年5月に店を開いた。彼は二年後に店を閉めた。", OLD, "二年後", "2021", ""),
        ("大正七年の正月七日、火が出た。", OLD, "大正七年の正月七日", "1918-01-07", ""),
        ("明治三十年正月に村へ戻った。", OLD, "明治三十年正月", "1897-01", ""),
        ("明治三十六年に届いた。\n\n翌三十七年の春に折れた。", OLD, "翌三十七年の春", "1904-03", "1904-05"),
        ("昭和十二年に橋が架かった。\n\n翌十三年に鉄道が通った。", OLD, "翌十三年", "1938", ""),
        ("师兄弟二人今年清明节在墓前碰了面。", "2025-05", "今年清明节", "2025-04", ""),
        ("昨年のクリスマスに店を開いた。", "2025-05-01", "昨年のクリスマス", "2024-12-25", ""),
        ("二人は5月上旬までに試算することで折り合った。", "2025-03-28", "5月上旬", "2025-05-01", "2025-05-10"),
    ],
)
def test_what_a_date_is_counted_from(text: str, published: str, words: str, first: str, last: str) -> None:
    assert value(text, published, words) == (first, last)


def test_a_year_of_two_digits_that_is_not_the_next_of_an_era_stays_open() -> None:
    assert value("明治三十六年に届いた。\n\n翌十二年に折れた。", OLD, "翌十二年")[0] == ""


def test_the_first_moon_of_the_old_calendar_is_no_january() -> None:
    assert all(one.value != "1900-01-03" for one in resolve_dates("光绪二十六年正月初三开工。"))

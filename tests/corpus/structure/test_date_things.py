"""Days told by what happened: an event that a sentence dates, a count of days from one, an old era, half a year."""

from __future__ import annotations

import pytest

from corpus.structure.dates import resolve_dates


def values(text: str, published: str = "") -> list[str]:
    return ["/".join(filter(None, (m.value, m.until))) for m in resolve_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2024年9月14日、町で記念の式典が開かれた。市長は前日に着いた。式典の翌日、会談が行われた。", "2024-09-15"),
        ("2024年9月14日、首相は庁舎の開所式に出席した。開所式の三日後、大臣は辞めた。", "2024-09-17"),
        ("2024年5月20日に知事が社長と会談した。翌日の発表は短い。この会談の3日前には要望書が出た。", "2024-05-17"),
        ("船が2023年10月19日に座礁した。\n\n2022年だ。事故の３日前、つまり10月16日に報告した。", "2023-10-16"),
        ("国は2007年2月に船を調べた。その時は、国が半年後に指針を出した。", "2007-08"),
        ("箱は天保3年に作られた。", "1832"),
        ("箱は天保3年に作られた。その5年後、箱は売られた。", "1837"),
        ("箱は昨年11月3日に届いた。古くは1891年の品で、1959年の台風で傷み、その翌年から倉にあった。", "1960"),
        ("2023年11月3日、箱が届いた。1891年の品だ。\n\n当館では同月20日に会議を開いた。", "2023-11-20"),
        ("社は昨年8月、航路を本年1月から移すと発表した。県は同年10月に協議会を設けた。", "2023-10"),
        ("町は今年1月から料金を上げた。町は2年後にも再び値上げを予定している。", "2026"),
    ],
)
def test_a_day_told_by_what_happened_is_known(text: str, last: str) -> None:
    assert values(text, "2024-07-09")[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("船が昨年10月19日に座礁した。点検は11月に終えた。船長が聞いたのは事故の翌日だった。", ""),  # which accident
        ("2024年5月20日に会談した。2024年6月2日にも会談した。この会談の3日前には要望書が出た。", ""),
        ("社長は2022年6月に就いた。事故の３日前、つまり10月16日に報告があった。", "--10-16"),
        ("町は1999年に料金を上げた。町は2年後にも再び値上げを予定している。", ""),
        ("古い食文化3年の歩みを記す。", ""),
    ],
)
def test_where_the_text_leaves_a_choice_nothing_is_said(text: str, last: str) -> None:
    assert (values(text, "2024-07-09") or [""])[-1] == last


def test_who_speaks_next_in_a_record_hangs_on_no_date_of_the_one_before() -> None:
    text = "○委員　私は2022年6月に就いた。\n○参考人　同年9月に届けた。\n"
    assert values(text, "2025-03-11")[-1] == "--09"

"""Which date a later one hangs on: none that only says since when or until when, none that cannot be meant."""

from __future__ import annotations

import pytest

from corpus.structure.dates import resolve_dates


def values(text: str, published: str = "") -> list[str]:
    return ["/".join(filter(None, (m.value, m.until))) for m in resolve_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("協会は昨年5月に基金を設けた。理事長は2018年から大学で教えている。基金は同8月に募集を始めた。", "2024-08"),
        ("협회는 2023년 4월 기금을 만들었다. 이사장은 2018년부터 가르치고 있다. 같은 해 9월 문을 열었다.", "2023-09"),
        ("It was set up in April 2023. Its head has taught since 2018. In May of the same year it opened.", "2023-05"),
        ("基金会2023年4月成立。自2018年起担任会长的他没有说话。同年9月，基金会开门。", "2023-09"),
        ("協会は2018年から募集を始めた。同年8月に締め切った。", "2018-08"),  # what began then is an event
    ],
)
def test_a_date_since_when_a_state_lasts_is_not_the_same_year(text: str, last: str) -> None:
    assert values(text, "2025-03-01")[-1] == last


def test_the_same_year_is_open_where_the_state_or_the_date_before_may_be_meant() -> None:
    text = "協会は2023年5月に基金を設けた。2018年から理事長を務める田中氏は同年8月に本を出した。"
    assert values(text, "2025-03-01")[-1] == "--08"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("市は2023年4月に案を示し、2030年までに建て替えると決めた。住民は同年9月に署名を出した。", "2023-09"),
        ("시는 2023년 4월 계획을 내놓고 2030년까지 줄이기로 했다. 주민은 같은 해 9월 서명을 냈다.", "2023-09"),
        ("They published it in April 2023 and will close it by 2030. In May of the same year we met.", "2023-05"),
        ("市政府2023年4月公布方案，计划到2030年关闭学校。同年9月，居民提出反对。", "2023-09"),
    ],
)
@pytest.mark.parametrize("published", ["2025-03-01", ""])
def test_a_date_until_which_something_is_planned_is_not_the_same_year(text: str, last: str, published: str) -> None:
    assert values(text, published)[-1] == last


def test_what_has_happened_does_not_lie_after_the_day_of_publication() -> None:
    assert values("橋は4月20日に決まった。翌年2月に測量が始まった。", "2024-10-17") == ["2024-04-20", "--02"]
    assert values("橋は4月20日に決まった。翌年2月に測量が始まる。", "2024-10-17")[-1] == "2025-02"
    assert values("橋は4月20日に決まった。翌年2月の測量を決めた。", "2024-10-17")[-1] == "2025-02"


def test_a_date_in_a_quote_anchors_only_what_stands_in_the_quote() -> None:
    assert values("館は2020年4月に閉じた。館長は「2011年の地震で壊れた」と話す。同年6月、移した。")[-1] == "2020-06"
    assert values("館長は「2011年の地震で壊れた。同年6月に移した」と話す。", "2025-03-01")[-1] == "2011-06"
    text = "館長は「2011年の地震で壊れた」と話す。館は6月に"
    assert values(text + "本を集めた。", "2025-03-01")[-1] == "--06"
    assert values(text + "開く予定だ。", "2025-03-01")[-1] == "2025-06"


@pytest.mark.parametrize(
    "text",
    [
        "在学する年度の2月に出す。",
        "各年2月の値。",
        "毎年の2月。",
        "입학한 연도의 2월.",
        "It is due in February of the year.",
    ],
)
def test_the_month_of_a_year_that_is_named_by_what_it_is_stays_open(text: str) -> None:
    assert values(text, "2025-03-01") == ["--02"]


def test_a_month_of_a_year_of_account_lies_where_that_year_has_it() -> None:
    assert values("昨年度は2月に終えた。", "2025-05-01")[-1] == "2025-02"
    assert values("今年度は6月に始まる。", "2025-05-01")[-1] == "2025-06"
    assert values("2022年度は2月に終えた。", "2025-05-01")[-1] == "2023-02"


def test_a_range_does_not_end_before_it_begins() -> None:
    assert values("2024年4月から本年3月まで続けた。", "2023-05-01") == ["2024-04", "--03"]
    assert values("2024年4月から本年3月まで続けた。", "2025-05-01") == ["2024-04", "2025-03"]


def test_a_word_that_opens_a_paragraph_takes_up_what_the_paragraph_before_is_about() -> None:
    assert values("1931年5月に店が開いた。父は1902年に来た人だった。\n\n同年8月、店は焼けた。")[-1] == "1931-08"
    assert (
        values("1931年5月に店が開いた。1933年に倉が建った。\n\n同年8月、店は焼けた。")[-1] == "--08"
    )  # which of the two
    assert values("1931年5月に店が開いた。\n\n店は同年8月に焼けた。")[-1] == "--08"


def test_a_month_told_in_passing_is_counted_from_in_the_next_sentence() -> None:
    assert values("組は昨年10月に調べを頼んだ。学者は翌月、まとめた。", "2025-03-01")[-1] == "2024-11"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("筆者は昨年8月に調べた。", "2024-08"),
        ("来年度に本を出す予定である。", "2025-04/2026-03"),
        ("組は「来年度に本を出す予定である」とした。", ""),
        ("昨年8月に調べた。", "--08"),
    ],
)
def test_what_the_writer_says_of_himself_is_of_his_own_day(text: str, value: str) -> None:
    assert values("1931年5月に店が開いた。\n\n" + text, "2025-03-01")[-1] == value


def test_words_counted_from_now_need_a_date_in_the_opening_lines() -> None:
    assert values("集いの記\n\n日時：2024年5月2日\n\n会は昨年に始まった。") == ["2024-05-02", "2023"]
    assert values("集いの記\n\n会は2019年4月の嵐で、昨年に続いて休んだ。") == ["2019-04", ""]
    assert values("集いの記\n\n2021年3月に始まった。2024年の会は昨年より多い。")[-1] == ""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("次回は3月19日とする。", "2025-03-19"),
        ("会は6月に開かれる大会で発表します。", "2025-06"),
        ("会は6月に開かれる大会で発表した。", "--06"),
        ("도서관은 12월 책을 보냈으며 문을 닫는다.", "2024-12"),
    ],
)
def test_the_end_of_a_sentence_says_whether_its_month_is_to_come(text: str, value: str) -> None:
    assert values(text, "2025-03-01") == [value]


def test_a_text_of_two_times_leaves_open_of_which_a_month_is() -> None:
    text = "1931年5月に店が開いた。\n\n倉は{}に建った。\n\n来年度に本を出す予定である。"
    assert values(text.format("5月"), "2025-03-01")[1] == "1931-05"
    assert values(text.format("8月"), "2025-03-01")[1] == "--08"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("市は2023年に決めた。2030年までに建て替える。同年9月に開校する。", "--09"),  # of which year nothing shows
        ("市は2023年5月、2030年までに終えると示した。翌年8月、工事が始まった。", "2024-08"),
        ("2024年度の予算は3月に決まった。", "--03"),  # before that year began
    ],
)
def test_a_date_is_not_completed_from_a_year_that_may_not_be_meant(text: str, last: str) -> None:
    assert values(text, "2025-03-24")[-1] == last


def test_the_year_of_a_title_is_not_the_year_of_writing_where_later_years_are_told() -> None:
    assert values("2019年9月嵐の記録\n\n昨年の会は2021年に続いて休んだ。")[1] == ""
    assert values("港の便り　2024年6月18日（港町、記者・山田）\n\n来月、会がある。2030年に終わる。")[1] == "2024-07"


def test_the_same_year_is_open_behind_a_sentence_that_says_who_someone_is() -> None:
    text = "2023年10月に人を訪ねた。山田氏は2009年に倉を建てた人物である。同年11月に話を聞いた。"
    assert values(text, "2025-03-24")[-1] == "--11"
    assert values("山田氏は2009年に倉を建てた人物である。同年11月に店も開いた。", "2025-03-24")[-1] == "2009-11"

"""A narrative is counted on from its own events: not from a flashback, the year of a thing, or a comparison."""

from __future__ import annotations

import pytest

from corpus.structure.dates import resolve_dates


def values(text: str, published: str = "2024-06-30") -> list[str]:
    return ["/".join(filter(None, (m.value, m.until))) for m in resolve_dates(text, published)]


@pytest.mark.parametrize(
    "text",
    [
        "2015年11月、町は案を示した。公社は2009年に赤字だった。翌年2月、町会が認めた。",
        "2015年11月，市政府公布方案。公司2009年亏损三亿。次年2月，议会通过。",
        "2015년 11월 시는 안을 냈다. 의회는 2009년 조사가 부실했다고 했다. 이듬해 2월 안이 통과됐다.",
        "In November 2015 the plan was drawn up after a survey of 2009. The following February it passed.",
    ],
)
def test_a_year_beside_the_course_is_not_counted_on_from(text: str) -> None:
    assert values(text)[-1] == "2016-02"


def test_where_the_flashback_may_be_gone_on_with_nothing_is_told() -> None:
    assert values("2015年に案が出た。公社は2009年に始まった。翌年、市場が開いた。")[-1] == ""
    assert values("2015年5月に案が出た。公社は2009年4月に始まった。翌年、市場が開いた。")[-1] == ""
    assert values("2024年5月に案が出た。公社は2009年4月に始まった。翌年、市場が開いた。")[-1] == "2010"


def test_the_same_year_keeps_to_the_nearest() -> None:
    assert values("2015年11月に案が出た。公社は2009年に始まった。同年、市場も開いた。")[-1] == "2009"


def test_english_that_went_back_in_time_leaves_the_next_month_open() -> None:
    text = "The line opened in May 1903. The firm had lost its boats. Its owner left the next month."
    assert values(text)[-1] == ""
    assert values("The line opened in May 1903. Its owner left the next month.")[-1] == "1903-06"


@pytest.mark.parametrize(
    "text",
    [
        "2021年の客は40万人で、前年を2割上回った。8月に駅が開いた。",
        "2021年，游客40万人，比上年增长20%。8月，车站启用。",
        "Visits in 2021 were higher than in 2020. A station opened in August.",
        "Visits in 2021 rose to 40,000, from 31,000 in 2020. A station opened in August.",
    ],
)
def test_what_is_compared_with_is_not_the_year_told_of(text: str) -> None:
    assert values(text)[-1] == "2021-08"


def test_a_text_that_only_compares_with_a_year_does_not_tell_of_it() -> None:
    assert values("比2019年减少。5月，工厂停产。")[-1] == "2024-05"


def test_what_would_be_lies_after_the_day_it_was_said() -> None:
    assert values("The board met in March. A member said the fee would rise in February.")[-1] == "2025-02"
    assert values("A member said the fee would rise in February.")[-1] == "--02"  # it may be past as well
    assert values("A member said the fee would rise in September.")[-1] == "2024-09"


def test_what_is_planned_or_set_is_no_event_to_count_from() -> None:
    text = "会は3月6日に開かれた。委員は7月1日とするなら早いと述べた。町は翌日、10月1日とする案を示した。"
    assert values(text, "2024-03-11") == ["2024-03-06", "2024-07-01", "2024-03-07", "2024-10-01"]


def test_a_month_lies_in_the_year_of_the_later_one_of_its_sentence() -> None:
    assert values("谷は5月の大雪で閉じ、9月の再開まで客が減った。", "2024-06-30") == ["2023-05", "2023-09"]
    assert values("谷は5月の大雪で閉じ、9月に再開する予定だ。", "2024-06-30") == ["--05", "2024-09"]
    assert values("谷は5月に閉じ、9月に再開する予定だ。", "2024-06-30") == ["2025-05", "2025-09"]


def test_each_of_several_years_has_its_own_year_before() -> None:
    assert values("2019年の客は多かった。3年続けて前年を上回った。")[-1] == ""


def test_the_year_before_is_that_of_the_year_its_sentence_goes_on_to_tell() -> None:
    assert values("前年度に始めた貸出は、令和4年度に40件あった。") == ["2021-04/2022-03", "2022-04/2023-03"]
    assert values("前年に始めた貸出は、昨年40件あった。") == ["", "2023"]


def test_a_counted_distance_that_opens_its_sentence_follows_the_one_date_before() -> None:
    assert values("1888年4月に家を出た。2か月後に港へ着いた。")[-1] == "1888-06"
    assert values("1888年4月に家を出て1889年5月に戻った。2か月後に店を開いた。")[-1] == ""


def test_a_winter_counts_on_from_the_year_it_is_called_by() -> None:
    assert values("1954年7月に水が出た。同年の冬に堤を直し、翌年2月に終えた。")[-1] == "1955-02"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2021년 시는 일을 맡겼다. 이 회사는 2008년에 설립된 중개 업체로, 배도 판다. 그해 등록이 늘었다.", "2021"),
        (
            "It quit in May 2019. Its rival was a family firm founded in 1987. It left in June of the same year.",
            "2019-06",
        ),
        ("2019年5月，公司撤走。码头是1958年建成的小型渔港，很旧。同年6月，工人离开。", "2019-06"),
        ("今年3月开馆。去年8月，笔者读到日记，始于1932年，止于1949年6月。同年11月，馆方公布账册。", "2023-11"),
        # what happened, and not what something is
        ("2021년 시는 일을 맡겼다. 2022년 3월에 시작된 공사는 길었다. 그해 등록이 늘었다.", "2022"),
        ("It quit in May 2019. Its rival was founded in June 2020. It left in July of the same year.", "2020-07"),
        ("2019年5月，公司撤走。运盐始于1958年3月。同年6月，工人离开。", "1958-06"),
    ],
)
def test_what_something_is_moves_no_course(text: str, value: str) -> None:
    assert values(text)[-1] == value


def test_a_word_whose_year_is_open_leaves_what_hangs_on_it_open() -> None:
    text = "去年8月，笔者读到日记。\n\n码头由商人承包。次年3月，局长到任，要求清丈。同年9月，他离任。"
    assert values(text)[1:] == ["--03", "--09"]


def test_the_month_of_a_state_that_lasts_is_taken_up_where_no_other_is_told() -> None:
    assert values("올해 2월부터는 공사가 운영을 맡고 있다. 사장은 같은\n달 20일 밝혔다.")[-1] == "2024-02-20"
    assert (
        values("5월에 문을 열었다. 2월부터는 공사가 운영을 맡고 있다. 사장은 같은 달 20일 밝혔다.")[-1] == "2024-05-20"
    )


def test_what_had_come_about_by_the_year_before_is_no_part_of_the_course() -> None:
    text = "2019年4月に便を減らした。前年には船員14人のうち5人が辞めている。町は同年7月に書面を出した。"
    assert [m.value for m in resolve_dates(text, "2024-05-18")] == ["2019-04", "2018", "2019-07"]
    text = "2019年4月に便を減らした。前年に船員5人が辞めた。船長も同年7月に去った。"
    assert [m.value for m in resolve_dates(text, "2024-05-18")][-1] != "2019-07"


def test_a_month_that_its_sentence_tells_is_counted_on_from() -> None:
    text = "市は2025年3月1日に発表した。\n\n記録は2018年11月に移った。同意は昨年10月である。公開は翌月の3日に始まった。"
    assert [m.value for m in resolve_dates(text, "2025-03-16")][-1] == "2024-11-03"


def test_days_before_what_is_to_be_done_are_not_counted_from_now() -> None:
    assert [m.value for m in resolve_dates("首相が町を訪れる二日前のことである。", "2025-03-16")] == []
    assert [m.value for m in resolve_dates("首相は二日前に町を訪れた。", "2025-03-16")] == ["2025-03-14"]

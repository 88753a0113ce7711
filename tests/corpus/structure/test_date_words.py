"""Words of time that other words decide: what they are counted from, and which part of a year they name."""

from __future__ import annotations

import pytest

from corpus.structure.dates import resolve_dates


def told(text: str) -> list[tuple[str, str]]:
    return [(m.text, "/".join(filter(None, (m.value, m.until)))) for m in resolve_dates(text, "2025-03-24")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("박 시장은 지난해 6월 물러났고, 후임은 임명 다음 달 계획을 밝혔다.", ""),  # the month after the naming
        ("우체국 다음 달 요금 인상", "2025-04"),  # a headline says who acts
        ("시는 다음 달 문을 연다고 밝혔다.", "2025-04"),
        ("시는 당장 다음 달 문을 연다고 밝혔다.", "2025-04"),
        ("역은 2024년 5월에 열렸다. 그 다음 달 닫았다.", "2024-06"),
    ],
)
def test_the_next_month_behind_an_event_is_not_counted_from_now(text: str, value: str) -> None:
    assert told(text)[-1] == ("다음 달", value)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("내년 상반기에 문을 연다.", ("내년 상반기", "2026-01/2026-06")),
        ("내년 말까지 짓는다.", ("내년 말", "2026-12")),
        ("该公司计划明年年底完工。", ("明年年底", "2026-12")),
        ("올해 하반기에 닫는다.", ("올해 하반기", "2025-07/2025-12")),
        ("2024년 3분기에 늘었다.", ("2024년 3분기", "2024-07/2024-09")),
        ("2024年度上半期は増えた。", ("2024年度上半期", "2024-04/2024-09")),
        ("2024年度第4四半期は増えた。", ("2024年度第4四半期", "2025-01/2025-03")),
        ("来年度後半に出す。", ("来年度後半", "2025-10/2026-03")),
        ("据统计，2024年游客8万人，比上年增长两成。", ("上年", "2023")),
    ],
)
def test_a_part_of_a_year_is_told_by_the_words_behind_it(text: str, found: tuple[str, str]) -> None:
    assert told(text)[-1] == found


@pytest.mark.parametrize("text", ["本月報の値である。", "売上年の値である。", "他上年纪了。"])
def test_words_that_only_look_like_months_and_years_are_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("text", ["A7．令和5年度は3件、翌年度は5件。", "A7．2023年度は3件、翌年度は5件。"])
def test_a_year_stands_behind_the_number_of_an_answer(text: str) -> None:
    assert [value for _, value in told(text)] == ["2023-04/2024-03", "2024-04/2025-03"]


@pytest.mark.parametrize("name", ["バルガン会合", "春の会合"])
def test_an_event_is_known_by_the_name_that_its_text_gives_it(name: str) -> None:
    text = f"2024年2月10日、港の町バルガンで第2回会合（以下、{name}）が開かれた。\n\n前は2022年5月だった。\n\n"
    assert told(text + f"{name}の翌月、市長が来た。")[-1] == ("翌月", "2024-03")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("시는 지난해 7월 안을 냈고, 다음 달 업체에 제안서를 요청했다.", "2024-08"),
        ("시는 지난해 7월 안을 냈고, 다음 달 공사를 시작한다.", "2025-04"),
        ("시는 지난해 7월 안을 냈고, 다음 달 공사를 시작하기로 했다.", "2025-04"),
        ("시는 지난해 7월 안을 냈고, 다음 달 열리는 회의를 준비했다.", "2025-04"),
        ("업체는 다음 달 제안서를 요청했다.", ""),  # of what month it is told
    ],
)
def test_the_next_month_in_the_telling_of_what_happened_is_counted_from_the_date_before(text: str, value: str) -> None:
    assert told(text)[-1] == ("다음 달", value)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The board spent more in 2003/04 than before.", ("2003/04", "2003/2004")),
        ("Annual Report 2016/17, p. 18.", ("2016/17", "2016/2017")),
        ("The 2010–11 season was short.", ("2010–11", "2010/2011")),
        ("The 2010/2011 season was short.", ("2010/2011", "2010/2011")),
        ("financial year 2010-11", ("2010-11", "2010/2011")),
        ("Updated 2010-11", ("2010-11", "2010-11")),
        ("Updated 2010/12", ("2010/12", "2010-12")),  # no year follows
        ("更新 2010/11", ("2010/11", "2010-11")),
        ("2010/11シーズンは短い。", ("2010/11", "2010/2011")),
    ],
)
def test_two_years_that_follow_each_other_are_a_year_of_account_and_no_month(text: str, found: tuple[str, str]) -> None:
    assert told(text)[-1] == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("倉は大正11年に建ち、翌12年4月に焼けた。", "1923-04"),
        ("倉は大正11年に建ち、同12年に焼けた。", "1923"),
        ("倉は大正11年に建ち、12年4月に焼けた。", "1923-04"),
        ("倉は2011年に建ち、12年4月に焼けた。", "2012-04"),
    ],
)
def test_a_year_of_two_digits_is_of_the_era_told_before(text: str, value: str) -> None:
    assert told(text)[-1][1] == value


def test_a_year_of_an_era_that_is_not_told_stays_open() -> None:
    assert told("倉は焼け、翌12年4月に建った。") == [("翌12年4月", "--04")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mill opened in May 1931. That autumn it closed.", "1931-09/1931-11"),
        ("The mill opened in May 1931. The following spring it closed.", "1932-03/1932-05"),
        ("The mill opened in May 1931. By the following March it had closed.", "1932-03"),
        ("방앗간은 1931년 5월 열렸다. 그해 가을 닫았다.", "1931-09/1931-11"),
    ],
)
def test_seasons_and_months_are_counted_on(text: str, value: str) -> None:
    assert told(text)[-1][1] == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1월 수출은 지난해 같은 달보다 늘었다.", ["2025-01", "2024", "2024-01"]),
        ("2025年2月の客は前年の同じ月より多い。", ["2025-02", "2024", "2024-02"]),
        ("2024年12月の客は昨年の同じ月より多い。", ["2024-12", "", ""]),  # of that year itself
    ],
)
def test_the_same_month_of_the_year_before_lies_a_year_back(text: str, values: list[str]) -> None:
    assert [value for _, value in told(text)] == values


def test_a_stamp_of_a_later_day_is_of_the_year_beside_it() -> None:
    assert told("2025年3月24日 6:00（3月25日 14:20更新）\n")[-1] == ("3月25日", "2025-03-25")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("令和5年度の赤字は4億円で、前の年度より多い。", "2022-04/2023-03"),
        ("2019年5月に開き、次の年に閉じた。", "2020"),
        ("2023년 매출은 전년보다 늘었다.", "2022"),
        ("2019年，产量下降。前一年曾大旱。", "2018"),
        ("He came on 4 May 1921. He left on a day in June. Two days earlier he fell ill.", ""),
        ("He left home on 4 May 1921; two days earlier he had fallen ill.", "1921-05-02"),
        ("He left home on 4 May 1921, two days earlier than his wife.", "1921-05-04"),
    ],
)
def test_the_year_before_and_after_have_other_words(text: str, value: str) -> None:
    assert told(text)[-1][1] == value


@pytest.mark.parametrize("text", ["この前の日曜日に会った。", "前の年賀状が届いた。", "전월세 시장은 얼어붙었다."])
def test_the_inside_of_another_word_is_no_day_or_year(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("会談は2024年4月9日に開かれた。その前夜、客を迎えた。", "2024-04-08"),
        ("港は2011年に開いた。记录缺少2011年的部分，该年数字另计。", "2011"),
        ("The board was set up in May 2018. It took over the yard later that year.", "2018"),
        ("She asked for a second yard as early as 1998, in vain.", "1998"),
        ("昨年8月に尋ねた。返事が来たのは、その三か月後である。", "2024-11"),
        ("活着率は、昨年度末の値である。", "2024-03-31"),
    ],
)
def test_a_night_before_a_year_pointed_at_and_the_end_of_an_account(text: str, value: str) -> None:
    assert told(text)[-1][1] == value


@pytest.mark.parametrize("text", ["革命前夜の港を描く。", "前夜祭が開かれた。", "She took as many as 1998 books."])
def test_a_word_for_an_eve_or_a_count_is_no_date(text: str) -> None:
    assert told(text) == []

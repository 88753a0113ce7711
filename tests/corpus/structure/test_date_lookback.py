"""A look back ends with its sentence, and a year that only measures opens no course of events."""

from __future__ import annotations

import pytest

from corpus.structure.dates import resolve_dates


def values(text: str, published: str = "2024-05-20") -> list[str]:
    return ["/".join(filter(None, (m.value, m.until))) for m in resolve_dates(text, published)]


@pytest.mark.parametrize(
    "text",
    [
        "両国は2010年にも対立したが、翌年3月に覚書を交わした。それは今も生きている。会談は4月末にあった。",
        "両国は2010年にも対立したが、翌年3月に覚書を交わした。\n\n会談は4月末にあった。",
        "两国曾在2010年对立，次年3月签了备忘录。\n\n会谈于4月举行了。",
        "양국은 2010년에도 대립했지만 이듬해 3월 각서를 나눴다.\n\n회담은 4월에 열렸다.",
        "The towns had quarrelled in 2010 and signed a pact in March 2011.\n\nThe talks were held in April.",
    ],
)
def test_after_a_look_back_a_month_is_of_the_texts_own_year(text: str) -> None:
    assert values(text)[-2:] == ["2011-03", "2024-04"]


def test_where_the_look_back_may_go_on_nothing_is_told() -> None:
    assert values("両国は2010年にも対立した。軍が国境に集まった。4月に兵を引いた。") == ["2010", "--04"]


def test_once_more_in_the_course_is_no_look_back() -> None:
    assert values("1980年に水が出た。1985年にも堤が切れた。6月に町が沈んだ。")[-1] == "1985-06"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("宿泊者は2019年の水準に達しない。月別では8月が最も多い。", "2024-06"),
        ("销量低于2019年的水平。8月销量最高。", "2024-10"),
        ("관광객은 2019년 수준에 못 미친다. 8월이 가장 많았다.", "2024-10"),
        ("Traffic is below the level of 2019. It peaked in August.", "2024-10"),
    ],
)
def test_a_year_that_measures_is_not_counted_on_from(text: str, published: str) -> None:
    assert values(text, published)[-1] != "2019-08"


def test_a_year_whose_level_is_told_is_counted_on_from() -> None:
    assert values("2019年の水準は高かった。翌年は下がった。")[-1] == "2020"


def test_the_cause_that_a_date_names_is_no_comparison() -> None:
    assert values("昨年3月の事故により、3軒が休んだ。うち2軒は同年11月に再開した。") == ["2023-03", "2023-11"]


def test_the_subject_of_a_record_is_not_since_when_it_is_one() -> None:
    assert values("10月の客は2011年以来の多さだった。翌月も増えた。", "2023-12-01")[-1] == "2023-11"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8月が最も多かった。翌月は前年同月を下回った。", "2022-09"),
        ("1902年3月に学堂となった。翌年同月に生徒が来た。", "1903-03"),
        ("书院1902年3月改为学堂。次年同月，学生到来。", "1903-03"),
        ("등대는 1921년 5월 불을 밝혔다. 이듬해 같은 달 태풍이 왔다.", "1922-05"),
        ("It was cast in March 1904. The same month of the following year it cracked.", "1905-03"),
        ("It was cast in March 1904. It cracked in the same month a year later.", "1905-03"),
    ],
)
def test_the_same_month_of_another_year_is_one_expression(text: str, value: str) -> None:
    assert values(text, "2023-12-01")[-1] == value


def test_nothing_hangs_on_the_month_that_another_is_compared_with() -> None:
    assert values("2023年9月は前年同月を下回った。同10月は増えた。")[-1] == "2023-10"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("次回は来年6月を予定している。速報は、それに先立つ4月に出る。", "2025-04"),
        ("4月19日の会見で語ったが、その二日前には話していた。", "2024-04-17"),
        ("회견은 4월 19일 열렸다. 그 이틀 전에 노조가 나섰다.", "2024-04-17"),
        ("2023年6月に案が出た。年が明けると、彼は職を退いた。", "2024"),
        ("The vote of 28 March 2023 was close. The previous evening he had written.", "2023-03-27"),
        ("In late 2019 she wrote a letter. It waited until the next autumn.", "2020-09/2020-11"),
        ("昨年6月に報告が出た。社は同 7 月に訴えた。", "2023-07"),
    ],
)
def test_what_has_just_been_told_is_counted_from(text: str, value: str) -> None:
    assert values(text)[-1] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("来月上旬から説明会を開く。", "2024-06-01/2024-06-10"),
        ("2024年2月下旬に開いた。", "2024-02-21/2024-02-29"),
        ("会议于2024年3月中旬召开。", "2024-03-11/2024-03-20"),
        ("회의는 2024년 3월 하순 열렸다.", "2024-03-21/2024-03-31"),
        ("截至2022年6月末，贷款减少。", "2022-06-30"),
        ("来年3月末までに広げる。", "2025-03-31"),
        ("本書はこの春に出た。", "2024-03/2024-05"),
        ("1998年に案が出た。この春に町ができた。", ""),
        ("結論は年内に出る見通しだ。", "2024"),
        ("工事は年内に終わった。", ""),
        ("预计年底前会面。", "2024"),
        ("시는 연내 대책을 내놓을 예정이다.", "2024"),
        ("県は翌年度からの支援策を協議している。", "2025-04/2026-03"),
        ("県は翌年度からの支援策を協議した。", ""),
        ("来年6月に開く。翌年度の予算を協議している。", ""),
    ],
)
def test_a_part_of_the_month_or_year(text: str, value: str) -> None:
    assert values(text)[-1] == value


@pytest.mark.parametrize(
    "text", ["数年内に終わる。", "3年内に終わる。", "这两年内将完工。", "この冬に出る。", "前年同月比で増えた。"]
)
def test_a_length_of_years_is_no_date(text: str) -> None:
    assert not [value for value in values(text) if value]


def test_no_day_is_counted_from_a_third_of_a_month() -> None:
    assert values("2024年3月上旬に会った。翌日、帰った。")[-1] == ""


def test_a_verbless_day_is_of_the_month_just_told() -> None:
    text = "市は来月上旬から説明会を開く。初回は3月4日、公民館で。その翌週には市役所でも開く。"
    assert values(text, "2025-02-20")[-2:] == ["2025-03-04", "2025-03-10/2025-03-16"]

"""Words of time that follow each other are counted from the right one, and from none where the telling has gone on."""

from __future__ import annotations

import pytest

from corpus.structure.dates import resolve_dates


def values(text: str, published: str = "") -> list[str]:
    return ["/".join(filter(None, (m.value, m.until))) for m in resolve_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("窯は1998年に火を入れた。翌年に煙突を直し、翌々年には店を出した。", ["1998", "1999", "2000"]),
        ("2021年8月30日、船が着いた。翌日に荷を下ろした。翌々日には出た。", ["2021-08-30", "2021-08-31", "2021-09-01"]),
        ("2021年11月に申し込んだ。翌月に審査があり、翌々月に決まった。", ["2021-11", "2021-12", "2022-01"]),
        (
            "2021年8月4日に開いた。翌週は休み、翌々週に閉じた。",
            ["2021-08-04", "2021-08-09/2021-08-15", "2021-08-16/2021-08-22"],
        ),
    ],
)
def test_two_steps_on_behind_one_step_are_counted_from_the_same_date(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("窯は1998年に火を入れた。翌年に煙突を直した。その翌々年には店を出した。", "2001"),  # it points there
        ("窯は1998年に火を入れた。翌々年に煙突を直した。翌年に店を出した。", "2001"),
        ("窯は1998年に火を入れた。翌月に煙突を直した。翌々年には店を出した。", "2000"),
    ],
)
def test_two_steps_on_from_what_was_told_otherwise_stay_counted_from_it(text: str, last: str) -> None:
    assert values(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("1961年に堤が切れた。それから4年たった春、水門ができた。同じ年の10月に道が通った。", "1965-10"),
        ("1961年に堤が切れた。4年を経て水門ができた。同年10月に道が通った。", "--10"),
        ("1961年に堤が切れた。4年を経て水門ができた。10月に道が通った。", "--10"),
        ("1961年に堤が切れた。1970年代には人が減った。その前年に学校が閉じた。", ""),
    ],
)
def test_a_year_that_the_telling_has_left_behind_is_not_the_same_year(text: str, last: str) -> None:
    assert values(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("1961年に堤が切れた。築後百年を経た蔵が流された。同年10月に道が通った。", "1961-10"),
        ("1961年に堤が切れた。開村から80年を経て初めてだった。同年10月に道が通った。", "1961-10"),
        ("1961年に堤が切れた。1930年代に積んだ石だった。同年10月に道が通った。", "1961-10"),
        ("1961年3月に堤が切れた。20日を経て水が引いた。同年10月に道が通った。", "1961-10"),
        ("1961年に堤が切れた。4年を経て、1965年に水門ができた。同年10月に道が通った。", "1965-10"),
    ],
)
def test_what_only_a_thing_has_lasted_leaves_the_year_as_it_was(text: str, last: str) -> None:
    assert values(text)[-1] == last


def test_what_still_lasts_is_no_date() -> None:
    assert values("2019年5月に決まった。それから5年がたち、橋は使われている。", "2025-03-01") == ["2019-05"]
    assert values("2019年5月に決まった。それから2年がたっても橋はできなかった。", "2025-03-01") == ["2019-05"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("昨年11月、南の橋が開いた。翌2月に北の橋も開いた。", "2024-02"),
        ("昨年11月、南の橋が開いた。町は喜んだ。翌2月に北の橋も開いた。", "--02"),  # too far behind
        ("昨年11月に南の橋が、今年6月に西の橋が開いた。翌2月に北の橋も開いた。", "--02"),  # of one of two
    ],
)
def test_the_next_month_of_its_name_follows_the_month_told_in_passing(text: str, last: str) -> None:
    assert values(text, "2024-09-12")[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2016年3月、西の窯が開いた。同年8月、東の窯が開いた。\n\n同月中旬、市が立った。", "2016-08-11/2016-08-20"),
        ("2016年3月、西の窯が開いた。窯元は8月3日に東の窯を開いた。\n\n翌日、市が立った。", "2016-08-04"),
        ("2016年3月2日、西の窯が開いた。市は早く、8月3日に東の窯を開いた。\n\n翌日、市が立った。", ""),
        ("2016年3月2日、西の窯が開いた。8月3日には東の窯が開いた。\n\n翌日、市が立った。", "2016-08-04"),
        ("2016年3月、西の窯が開いた。同年8月に東の窯を開く予定だった。\n\n同月中旬、市が立った。", ""),
        ("2016年8月、西の窯が開いた。同年3月、東の窯が開いた。\n\n同月中旬、市が立った。", "2016-08-11/2016-08-20"),
        ("2016年3月、西の窯が開いた。同年8月、東の窯が開いた。客も来た。\n\n同月中旬、市が立った。", ""),
    ],
)
def test_a_paragraph_goes_on_from_the_last_date_of_a_course_in_one_year(text: str, last: str) -> None:
    assert values(text)[-1] == last

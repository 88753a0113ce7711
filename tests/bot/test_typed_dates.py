"""The years that people type and no document would write so."""

from __future__ import annotations

import pytest

from bot.typed_dates import dates_asked


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("コーヒーの輸入は21年と22年でどうちがう", ["2021", "2022"]),
        ("2020年と22年をくらべるといくら違う", ["2020", "2022"]),
        ("令和4年度と5年度の差は何人か", ["2022", "2023"]),
        ("FY22 と FY23 の客はどちらが多いか", ["2022", "2023"]),
        ("22年を経て開いた橋はどれか", []),
        ("２４年の客は何人", ["2024"]),
        ("24年5月の会談は", ["2024"]),
        ("'23年に来た人は", ["2023"]),
        ("24년에 온 사람은 몇 명?", ["2024"]),
        ("平成30年の客は何人", ["2018"]),
        ("2024年の客は何人", ["2024"]),
        ("22年間の交渉を率いたのは誰か", []),
        ("20年ぶりの祭りはどこで開かれたか", []),
        ("創業から25年続いた店はどこか", []),
        ("99年の租借を決めたのは誰か", []),
    ],
)
def test_a_year_may_be_typed_with_two_digits(text: str, years: list[str]) -> None:
    assert [date.value[:4] for date in dates_asked(text)] == years


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("客の数の差は？2025", ["2025"]),
        ("2019 客は何人", ["2019"]),
        ("港の客（2019・2024）は何人", ["2019", "2024"]),
        ("客は2019→2024で何人増えたか", ["2019", "2024"]),
        ("how did it change, 2019 vs 2024?", ["2019", "2024"]),
        ("客は2015と2025人か", []),
        ("品目 2019番は何か", []),
        ("客は2019人か", []),
        ("品目 1820 は何か", []),
    ],
)
def test_a_year_may_stand_by_itself(text: str, values: list[str]) -> None:
    assert [date.value for date in dates_asked(text)] == values


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("令和4年度と5年度の差は何人か", ["令和4年度", "5年度"]),
        ("平成２９年と３０年の差は何人か", ["平成２９年", "３０年"]),
        ("令和4年と5年前の差は何人か", ["令和4年"]),
        ("令和4年、2024年の客は何人", ["令和4年", "2024年"]),
    ],
)
def test_the_second_year_of_an_era_stands_where_it_is_typed(text: str, texts: list[str]) -> None:
    dates = dates_asked(text)
    assert [date.text for date in dates] == texts
    assert [text[date.start : date.end] for date in dates] == texts


def test_what_a_document_would_write_so_is_read_once() -> None:
    assert [date.value for date in dates_asked("2024年の客は？ 2019")] == ["2024", "2019"]
    assert [date.value for date in dates_asked("平成30年の客は")] == ["2018"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("客は令和3年度から令和5年度にどれだけ増えたか", [("2021", ""), ("2023", "")]),
        ("客は令和3年度～令和5年度に何人か", [("2021", "2023")]),
        ("客は2023年10月から2024年3月に何人か", [("2023-10", "2024-03")]),
    ],
)
def test_years_of_account_are_asked_about_by_their_numbers(text: str, dates: list[tuple[str, str]]) -> None:
    assert [(date.value, date.until) for date in dates_asked(text)] == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("what was sold, jan-oct 2025?", [("2025-01", "2025-10")]),
        ("who came in october 2025", [("2025-10", "")]),
        ("what opened on may 3, 2024", [("2024-05-03", "")]),
        ("may we march on?", []),
        ("2025年前10个月卖了多少", [("2025-01", "2025-10")]),
        ("2025年头三个月卖了多少", [("2025-01", "2025-03")]),
        ("the first ten months of 2025", [("2025-01", "2025-10")]),
        ("2025년 첫 10개월", [("2025-01", "2025-10")]),
        ("2025年前13个月", []),
    ],
)
def test_months_may_be_typed_small_or_counted_from_the_first(text: str, dates: list[tuple[str, str]]) -> None:
    assert [(date.value, date.until) for date in dates_asked(text)] == dates


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("9/18の委員会に誰が出た？", ["--09-18"]),
        ("who came on 10/2?", ["--10-02"]),
        ("9/18에 누가 왔어", ["--09-18"]),
        ("5/1から何が変わった？", ["--05-01"]),
        ("3/4に来た人", ["--03-04"]),
        ("1/3の人が残った？", []),
        ("3/4以上の賛成が要る？", []),
        ("2024/9/18の会", ["2024-09-18"]),
        ("24/7で開いている？", []),
        ("https://example.jp/9/18 の記事", []),
    ],
)
def test_a_day_may_be_typed_with_a_stroke(text: str, values: list[str]) -> None:
    assert [date.value for date in dates_asked(text)] == values

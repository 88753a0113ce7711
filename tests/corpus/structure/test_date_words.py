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

"""Stretches that are told by their beginning: so many days from a day on, and years of account to another."""

from __future__ import annotations

import pytest

from corpus.structure.dates import resolve_dates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("使節は5月30日から四日間の日程で港に滞在した。", ["2024-05-30/2024-06-02"]),
        ("展示は2023年3月1日から2週間開かれた。", ["2023-03-01/2023-03-14"]),
        ("회의는 2023년 3월 1일부터 5일간 열렸다.", ["2023-03-01/2023-03-05"]),
        ("計画の期間は令和3年度から12年度までとする。", ["2021-04/2031-03"]),
        ("計画の期間は令和3年度から令和7年度までとする。", ["2021-04/2026-03"]),
        ("2019年度から2021年度までの三年間に行う。", ["2019-04/2022-03"]),
    ],
)
def test_a_stretch_ends_on_its_last_day_or_month(text: str, found: list[str]) -> None:
    dates = resolve_dates(text, "2024-08-01")
    assert ["/".join(filter(None, (m.value, m.until))) for m in dates][:1] == found

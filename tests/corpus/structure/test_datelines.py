"""Articles that one document collects are dated each from its own dateline."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.structure.dates import resolve_dates
from corpus.structure.dates.datelines import articles

BODY = (
    "港の新しい岸壁が{day}に開き、市長と組合長が式に出た。"
    "船主会は翌月にも臨時の便を増やすと話し、客の多くはその日のうちに島へ渡ったという。"
)


def dated(text: str, published: str = "") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for mention in resolve_dates(text, published):
        found.setdefault(mention.text, []).append(mention.value)
    return found


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("岸壁が開く\n\n2023年5月31日　社会部・岸真\n\n", "便を増やす\n\n2024年4月2日　支局・浜亮\n\n"),
        ("【東港 2023年5月31日 岸真】 ", "【東港 2024年4月2日 浜亮】 "),
        ("2023年5月31日　岸壁「待っていた」\n\n", "2024年4月2日　便を増やす\n\n"),
        ("Quay opens (31 May 2023)\n\n", "More boats (2 April 2024)\n\n"),
    ],
)
def test_a_bare_day_is_of_the_month_of_its_own_article(first: str, second: str) -> None:
    text = f"港の記事\n\n{first}{BODY.format(day='30日')}\n\n{second}{BODY.format(day='1日')}\n"
    found = dated(text, "2023-05-31")
    assert found["30日"] == ["2023-05-30"]
    assert found["1日"] == ["2024-04-01"]


def test_one_dateline_is_the_date_of_the_whole() -> None:
    text = f"港の記事\n\n2023年5月31日　社会部\n\n{BODY.format(day='30日')}\n"
    assert articles(text) == ((0, len(text), ""),)


def test_the_lines_of_a_chronology_are_no_datelines() -> None:
    lines = "\n\n".join(f"2021年{month}月14日　岸壁の工事" for month in range(1, 9))
    text = f"港の年表\n\n{lines}\n\n{BODY.format(day='昨年')}\n"
    assert len(articles(text)) == 1


@given(st.text(st.sampled_from("港2023年5月31日4。【】\n 　岸"), max_size=200))
def test_articles_cover_the_text_without_a_gap(text: str) -> None:
    found = articles(text)
    assert found[0].start == 0
    assert found[-1].end == len(text)
    assert all(one.end == other.start for one, other in pairwise(found))

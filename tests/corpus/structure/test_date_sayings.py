"""Words counted from now in what somebody said are counted from the day it was said, where the text dates that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.structure.dates import resolve_dates


def values(text: str, published: str = "2020-06-15") -> list[str]:
    return ["/".join(filter(None, (m.value, m.until))) for m in resolve_dates(text, published)]


@pytest.mark.parametrize(
    "text",
    [
        "祖父は1931年5月2日付の葉書に「昨年、店を畳んだ」と記した。",
        "祖父が1931年5月2日に送った手紙には「昨年、店を畳んだ」とある。",
        "会長は1931年5月2日の会見で、昨年の損失は小さいと述べている。",
        "他在1931年5月2日写给儿子的信中说：“去年关了店。”",
        "社长在1931年5月2日的记者会上表示，去年的亏损不大。",
        '그는 1931년 5월 2일 아들에게 보낸 편지에서 "작년 가게를 닫았다"고 썼다.',
        'In a letter of 2 May 1931 he told his son: "We closed the shop last year."',
        '"We closed the shop last year," he wrote in 1931.',
    ],
)
def test_a_word_in_what_was_said_is_counted_from_the_day_of_the_saying(text: str) -> None:
    assert "1930" in values(text)


def test_what_is_counted_in_months_or_years_of_account_is_counted_so_too() -> None:
    assert values("町長は2018年2月の会見で「来年度に着工する」と述べた。")[-1] == "2018-04/2019-03"
    assert values("父は1931年5月2日付の葉書に「先月、着いた」と記した。")[-1] == "1931-04"


@pytest.mark.parametrize(
    "text",
    [
        "今月は雨が多い。1987年に生まれた選手は「来年は勝つ」と話す。",
        "本月多雨。1987年创办的该店老板说：“明年开新店。”",
        '이번 달은 비가 잦다. 1987년 창업한 식당 주인은 "내년에는 옮긴다"고 말했다.',
        'It rained last month. The owner of the inn, opened in 1987, said: "We will move next year."',
        "今月は雨が多い。館は2019年に開いた。館長は「来年には庭を造る」と話す。",
    ],
)
def test_a_year_that_says_who_speaks_does_not_date_the_words(text: str) -> None:
    assert values(text)[-1] == "2021"


@pytest.mark.parametrize(
    "text",
    [
        "堰は2017年9月に切れた。これに対し村長は「昨年の工事は正しかった」と述べた。",
        "堤坝2017年9月决口。村长对此表示：“去年的工程没有问题。”",
    ],
)
def test_words_that_answer_an_earlier_event_are_left_open(text: str) -> None:
    assert values(text)[-1] == ""


@pytest.mark.parametrize(
    "text",
    [
        "2015年の台風で家が壊れ、男性は「昨年やっと直した」と話した。",
        "2015年優勝者は「昨年は負けた」と話した。",
        "2015年的台风中失去房子的男子说：“去年修好了。”",
        '2015년 태풍 피해자는 "작년 고쳤다"고 말했다.',
    ],
)
def test_a_year_that_may_or_may_not_date_the_words_leaves_them_open(text: str) -> None:
    assert values(text)[-1] == ""


def test_a_date_of_a_saying_is_itself_of_the_document_s_own_day() -> None:
    text = "今月は雨が多い。前町長は2015年に「上限は40億円」と述べたが、町長は本年3月の議会で、引き継がないと答えた。"
    assert values(text)[-1] == "2020-03"


def test_english_that_tells_in_its_own_words_may_count_from_either_day() -> None:
    assert values("In November 2017 she said that sales had fallen last year.")[-1] == ""
    assert values("In May 2020 she said that sales had fallen last year.")[-1] == "2019"


@given(st.integers(1900, 2019), st.integers(1, 12), st.sampled_from([("昨年", -1), ("今年", 0), ("来年", 1)]))
def test_the_document_s_own_day_does_not_touch_a_dated_letter(year: int, month: int, word: tuple[str, int]) -> None:
    text = f"兄は{year}年{month}月付の手紙で「{word[0]}は帰らない」と書いた。"
    assert values(text, "2020-06-15")[-1] == values(text, "2024-01-31")[-1] == str(year + word[1])

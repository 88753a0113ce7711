"""The parts of a question about tables, read without knowing any table."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.compose.tables.cues import label_key
from bot.compose.tables.query import Spelling, TableQuery, read_query
from bot.compose.tables.spans import spelled_out
from bot.question import parse_question
from tests.bot.compose.tables.table_maker import LEXICON


def read(text: str, *names: str, codes: tuple[str, ...] = (), turns: tuple[str, ...] = ()) -> TableQuery:
    return read_query(parse_question(text, turns), LEXICON, Spelling(frozenset(names), frozenset(codes)))


@pytest.mark.parametrize(
    ("text", "first", "last", "low"),
    [
        ("3位は何か", 3, 3, False),
        ("第5位の品目は", 5, 5, False),
        ("2番目に多いのは", 2, 2, False),
        ("2番目に少ないのは", 2, 2, True),
        ("下から3番目は", 3, 3, True),
        ("最下位はどこ", 1, 1, True),
        ("上位5品目は", 1, 5, False),
        ("トップ3を教えて", 1, 3, False),
        ("3位から5位の合計は", 3, 5, False),
        ("ワースト2は", 1, 2, True),
        ("Which item ranked 4th?", 4, 4, False),
        ("Which item ranked fifth?", 5, 5, False),
        ("the third largest item", 3, 3, False),
        ("the second smallest item", 2, 2, True),
        ("What are the top five items?", 1, 5, False),
        ("the 3 largest items", 1, 3, False),
        ("排第三位的是什么", 3, 3, False),
        ("前五名是哪些", 1, 5, False),
        ("세 번째로 큰 품목은", 3, 3, False),
        ("상위 3개 품목은", 1, 3, False),
        ("4위는 무엇인가요", 4, 4, False),
    ],
)
def test_ranks(text: str, first: int, last: int, low: bool) -> None:
    ranks = read(text).ranks
    assert [(r.first, r.last, r.low) for r in ranks] == [(first, last, low)]


@pytest.mark.parametrize(
    "text", ["第一季度的骑行量", "9月3日の会談", "3位以上の", "the first meeting", "3回目の訪問", "一番近い駅"]
)
def test_what_is_no_rank(text: str) -> None:
    assert [r for r in read(text, "第一季度").ranks if r.text != "3位"] == []


@pytest.mark.parametrize(
    ("text", "comparison", "value"),
    [
        ("1億ドル以上の品目", "at least", 100_000_000),
        ("2,000万円を超える品目", "above", 20_000_000),
        ("500人未満の支所", "below", 500),
        ("30%以下の項目", "at most", 30),
        ("items over 20 million dollars", "above", 20_000_000),
        ("at least 500 people", "at least", 500),
        ("超过70个的城区", "above", 70),
        ("100명 이상인 지점", "at least", 100),
    ],
)
def test_limits(text: str, comparison: str, value: int) -> None:
    limits = read(text).limits
    assert [(limit.comparison, limit.value) for limit in limits] == [(comparison, Decimal(value))]


def test_a_limit_inside_the_name_of_an_item_is_none() -> None:
    text = "総重量が20トンを超えるトラックはいくら"
    assert read(text).limits
    assert not read(text, "総重量が20トンを超えるトラック").limits


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("合計はいくら", "sum"),
        ("平均は", "average"),
        ("何倍か", "ratio"),
        ("砂糖は大豆油の何分の一か", "ratio"),
        ("占める割合は", "share"),
        ("どれだけ増えたか", "growth"),
        ("AはBよりどれだけ多いか", "difference"),
        ("共通する品目は", "common"),
        ("最も多い館は", "most"),
        ("一番少ない館は", "least"),
        ("砂糖は何位か", "rank-of"),
        ("how much more than", "difference"),
        ("What is the total?", "sum"),
        ("the highest toll", "most"),
        ("the fewest visitors", "least"),
        ("相差多少", "difference"),
        ("投诉最少的", "least"),
        ("가장 많은 품목", "most"),
        ("합계는 얼마", "sum"),
    ],
)
def test_operations(text: str, intent: str) -> None:
    assert intent in read(text).intents


@pytest.mark.parametrize(
    ("text", "intent"),
    [("総書記の訪中", "sum"), ("副首相の肩書", "most"), ("10年ぶりの訪問", "difference"), ("部長は誰か", "most")],
)
def test_words_that_only_look_like_operations(text: str, intent: str) -> None:
    assert intent not in read(text).intents


def test_a_column_named_like_an_operation_is_a_name() -> None:
    assert "share" in read("ぶりの構成比は").intents
    assert "share" not in read("ぶりの構成比は", "構成比").intents


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("HS 60063200の輸出額", ["60063200"]),
        ("60063200って何", ["60063200"]),
        ("コード110の金額", ["110"]),
        ("2025年の金額", []),
        ("1,234,567円の品目", []),
        ("3400万ドルに達した", []),
    ],
)
def test_codes(text: str, codes: list[str]) -> None:
    assert [code.text for code in read(text).codes] == codes


def test_a_code_the_table_lists_is_one_even_where_it_could_be_a_year() -> None:
    query = read("exports of sugar (1701)", codes=("1701",))
    assert [code.text for code in query.codes] == ["1701"]
    assert query.dates == ()


def test_one_or_two_letters_are_a_code_where_they_are_called_one() -> None:
    assert [code.text for code in read("专业岗位（代码PR）排第几名", codes=("pr", "us")).codes] == ["pr"]
    assert read("PRの担当者は何人か", codes=("pr", "us")).codes == ()


def test_a_figure_is_a_number_unless_it_is_called_by_one() -> None:
    assert not read("what is the 2022 figure and its code").figure
    assert read("what does figure 2 show").figure


@pytest.mark.parametrize("label", ["表2", "表 2", "表２", "Table 2", "표 2", "表二"])
def test_labels_of_one_number_are_one(label: str) -> None:
    assert label_key(label) == "2"
    assert read(f"{label} の合計").labels == ("2",)


def test_a_date_taken_back_does_not_count() -> None:
    assert [m.value for m in read("2024年じゃなくて2025年の金額").dates] == ["2025"]


def test_years_before() -> None:
    assert read("10年前と比べて").years_back == 10
    assert read("前年度より").years_back == 1
    assert read("ten years ago").years_back == 10


def test_two_years_set_against_each_other_are_two_dates() -> None:
    assert [(m.value, m.until) for m in read("2015年から2025年にどれだけ増えたか").dates] == [
        ("2015", ""),
        ("2025", ""),
    ]
    assert [(m.value, m.until) for m in read("2015年から2025年の記録").dates] == [("2015", "2025")]


def test_a_rank_of_this_turn_replaces_one_of_an_earlier_turn() -> None:
    query = read("では2位は？", turns=("2025年の1位は何か",))
    assert [(r.first, r.last) for r in query.ranks] == [(2, 2)]


def test_names_are_found_in_either_kana_and_only_as_words() -> None:
    assert spelled_out("ブリの水揚げ", "ぶり") == [(0, 2)]
    assert spelled_out("the bush", "bus") == []

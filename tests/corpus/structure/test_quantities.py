"""Quantities keep their exact value and one unit name in any language; questions ask for the same units."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.structure.numbers import parse_number
from corpus.structure.quantities import find_quantities
from corpus.structure.units import near_unit, same_unit, unit_of_question

_PIECES = [
    "3400万ドル",
    "1億2,000万円",
    "$34M",
    "三日間",
    "26か国",
    "、",
    "10位",
    "9",
    "3-5",
    "%",
    "人",
    "2025年9月3日",
    "six ",
    "years",
]
_PIECES += [
    "67030000",
    "\t",
    "\n",
    "第",
    "３",
    "万",
    "개국",
    "US$",
    "1.2 billion",
    "http://a.b/34",
    "AKR2025",
    "から",
    "一部",
    ".",
]
texts = st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=20).map("".join)
numbers = st.decimals(min_value=0, max_value=10**15, places=2, allow_nan=False)


def found(text: str) -> list[tuple[str, int | float, str]]:
    return [(q.text, float(q.value) if q.value % 1 else int(q.value), q.unit) for q in find_quantities(text)]


@given(texts)
def test_quantities_are_ordered_slices_that_do_not_overlap(text: str) -> None:
    quantities = find_quantities(text)
    assert all(text[q.start : q.end] == q.text != "" for q in quantities)
    assert all(one.end <= two.start for one, two in pairwise(quantities))
    assert all(q.upper is None or q.value < q.upper for q in quantities)


def format_number(value: Decimal) -> str:
    """Return a number in figures with thousands separators, without an exponent or trailing zeros."""
    plain = f"{value:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


@given(numbers)
def test_a_written_number_is_read_back(value: Decimal) -> None:
    assert parse_number(format_number(value)) == value


@given(st.integers(0, 10**12), st.sampled_from(["万ドル", "トン", "か国", "人", "%", "개국", " people"]))
def test_a_number_before_a_unit_is_one_quantity(value: int, unit: str) -> None:
    text = format_number(Decimal(value)) + unit
    (quantity,) = find_quantities(text)
    assert quantity.text == text
    assert quantity.value == value * (10_000 if "万" in unit else 1)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("3400万ドル", 34_000_000, "usd"),
        ("３４００万ドル", 34_000_000, "usd"),
        ("1億2,000万円", 120_000_000, "jpy"),
        ("$34M", 34_000_000, "usd"),
        ("US$1.2 billion", 1_200_000_000, "usd"),
        ("34 million dollars", 34_000_000, "usd"),
        ("3천400만 달러", 34_000_000, "usd"),
        ("7만 9,600명", 79_600, "person"),
        ("1억 2,345만 6,789원", 123_456_789, "krw"),
        ("2천 500명", 2_500, "person"),
        ("3万亿元", 3_000_000_000_000, "cny"),
        ("26か国", 26, "country"),
        ("二十六か国", 26, "country"),
        ("26个国家", 26, "country"),
        ("3개국", 3, "country"),
        ("twenty-six countries", 26, "country"),
        ("三日間", 3, "day"),
        ("three-day", 3, "day"),
        ("6年ぶり", 6, "year"),
        ("80周年", 80, "anniversary"),
        ("24時間", 24, "hour"),
        ("5位", 5, "rank"),
        ("20トン", 20, "tonne"),
        ("10キログラム", 10, "kg"),
        ("10品目", 10, "item"),
        ("100부", 100, "copy"),
        ("二人", 2, "person"),
        ("一か国", 1, "country"),
        ("12.5%", 12.5, "percent"),
        ("9条", 9, "条"),
        ("3 parades", 3, "parades"),
        ("179,374,424", 179_374_424, ""),
        ("67030000", 67_030_000, ""),
    ],
)
def test_a_quantity_has_its_value_and_unit(text: str, value: float, unit: str) -> None:
    assert found(text) == [(text, value, unit)]


@pytest.mark.parametrize(
    ("text", "values"), [("5만 2025년", [50_000]), ("3만 20,000원", [30_000, 20_000]), ("5만 3일", [50_000])]
)
def test_what_cannot_go_on_below_ten_thousand_is_another_number(text: str, values: list[int]) -> None:
    assert [value for _, value, _ in found(text)] == values


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("두 명", 2, "person"),
        ("열두 달", 12, "month"),
        ("스무 곳", 20, "place"),
        ("세 마리", 3, "마리"),
        ("来自三个渠道", 3, "piece"),
        ("派出二十名医生", 20, "person"),
        ("有五位委员出席", 5, "person"),
        ("fifty scholarships", 50, "scholarships"),
        ("twelve fishing boats", 12, "boats"),
        ("186キロ", 186, "kilo"),
    ],
)
def test_numbers_in_words_count_before_what_they_count(text: str, value: int, unit: str) -> None:
    assert [(number, counted) for _, number, counted in found(text)] == [(value, unit)]


@pytest.mark.parametrize("text", ["말한 대로", "세대 교체", "네트워크", "세 번째", "第三个", "一个人", "one sides"])
def test_words_that_only_begin_like_a_number_count_nothing(text: str) -> None:
    assert found(text) == []


NONE = "2025年9月3日|9月4日|https://a.jp/34|AST953Q6|F-15|第3回|一方|一部|千葉|十分に|三国志|二国間|one of them|1/3"


@pytest.mark.parametrize("text", NONE.split("|"))
def test_dates_codes_ordinals_and_words_are_not_quantities(text: str) -> None:
    assert found(text) == []


def test_a_code_does_not_take_the_first_letter_of_a_word_for_its_unit() -> None:
    assert found("67042000人毛かつら") == [("67042000", 67_042_000, "")]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("3-5位", 3, 5, "rank"),
        ("10〜15%", 10, 15, "percent"),
        ("10人から20人", 10, 20, "person"),
        ("3〜4万人", 30_000, 40_000, "person"),
        ("$5-10 million", 5_000_000, 10_000_000, "usd"),
    ],
)
def test_a_range_has_both_ends(text: str, low: int, high: int, unit: str) -> None:
    (quantity,) = find_quantities(text)
    assert (quantity.text, quantity.unit) == (text, unit)
    assert (quantity.value, quantity.upper) == (Decimal(low), Decimal(high))


def test_numbers_counted_together_share_the_unit() -> None:
    assert found("3-5位、9、10位") == [("3-5位", 3, "rank"), ("9", 9, "rank"), ("10位", 10, "rank")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1億2,000万", 120_000_000),
        ("二十六", 26),
        ("二〇二五", 2025),
        ("34M", 34_000_000),
        ("百", 100),
        ("1.5千", 1500),
        ("五万", 50_000),
    ],
)
def test_a_number_is_read_in_any_writing(text: str, value: int) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["", "abc", "1 2", "1,2", "約10", "-"])
def test_what_is_not_one_number_is_none(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("何時間演説したか", "hour"),
        ("何人が参加したか", "person"),
        ("何か国の首脳が参加したか", "country"),
        ("何カ国か", "country"),
        ("何ヶ国か", "country"),
        ("何トンか", "tonne"),
        ("何回訪問したか", "times"),
        ("何度会談したか", "times"),
        ("何日間滞在したか", "day"),
        ("何年ぶりか", "year"),
        ("何位か", "rank"),
        ("何品目か", "item"),
        ("何周年か", "anniversary"),
        ("何冊か", "冊"),
        ("何万ドルか", "usd"),
        ("いくらか", "amount"),
        ("駅から車でどのくらい", "extent"),
        ("貿易額はいくらか", "money"),
        ("割合はどのくらいか", "percent"),
        ("どのくらいの期間か", "duration"),
        ("How many countries took part?", "country"),
        ("How many people came?", "person"),
        ("How much did exports grow?", "amount"),
        ("How long did he stay?", "duration"),
        ("多少人参加", "person"),
        ("几个国家", "country"),
        ("몇 명", "person"),
        ("몇 개국", "country"),
        ("얼마나 수출했나", "amount"),
        ("いつ訪問したか", ""),
        ("何月何日か", ""),
        ("何日に会談したか", ""),
        ("何を話したか", ""),
        ("何か話したか", ""),
        ("何語で話したか", ""),
        ("輸出額が増えた理由は何か", ""),
        ("When did he leave?", ""),
        ("몇 월에", ""),
    ],
)
def test_a_question_asks_for_its_unit(question: str, unit: str) -> None:
    assert unit_of_question(question) == unit


@pytest.mark.parametrize(
    ("asked", "stated", "agree"),
    [
        ("country", "country", True),
        ("country", "person", False),
        ("money", "jpy", True),
        ("money", "tonne", False),
        ("duration", "hour", True),
        ("duration", "country", False),
        ("amount", "", True),
        ("amount", "usd", True),
        ("amount", "rank", False),
        ("amount", "minute", False),
        ("extent", "minute", True),
        ("extent", "rank", False),
        ("percent", "tenth", True),
        ("tenth", "percent", True),
        ("usd", "jpy", False),
        ("", "rank", True),
    ],
)
def test_a_unit_answers_the_question_for_it(asked: str, stated: str, agree: bool) -> None:
    assert same_unit(asked, stated) is agree


@pytest.mark.parametrize(
    ("text", "tenths"),
    [
        ("保険料を一割ほど引き上げ、客の約七割を失った。残りは2割である。", ["一割", "七割", "2割"]),
        ("石田三成は、作業を分割し、二割引で売った", []),
        ("约有八成依靠这条电缆，比去年减少三成", ["八成", "三成"]),
        ("已经完成的成年人第三成一不变", []),
        ("용량의 8할을 잃었다", ["8할"]),
    ],
)
def test_tenths_are_quantities_in_kanji_and_figures(text: str, tenths: list[str]) -> None:
    assert [q.text for q in find_quantities(text) if q.unit == "tenth"] == tenths


@pytest.mark.parametrize(
    ("asked", "stated", "near"),
    [
        ("대", "", True),
        ("case", "起", True),
        ("boats", "ship", True),
        ("minute", "hour", True),
        ("person", "ship", False),
        ("minute", "year", False),
        ("money", "", False),
        ("person", "percent", False),
    ],
)
def test_what_things_are_counted_by_may_differ_and_what_they_are_may_not(asked: str, stated: str, near: bool) -> None:
    assert near_unit(asked, stated) is near


@pytest.mark.parametrize(
    ("question", "stated"),
    [
        ("参戦してから2025年で何年", "anniversary"),
        ("全長は何キロ", "km"),
        ("重さは何キロ", "kg"),
        ("how long is the canal", "km"),
        ("how long is the term", "year"),
    ],
)
def test_a_length_or_kilos_asked_for_may_be_of_either_sort(question: str, stated: str) -> None:
    assert same_unit(unit_of_question(question), stated)


@pytest.mark.parametrize(
    ("asked", "printed"), [("불꽃은 몇 발?", "3,000発"), ("표는 몇 장?", "45枚"), ("책은 몇 권?", "3冊")]
)
def test_a_counter_is_one_in_two_languages(asked: str, printed: str) -> None:
    assert same_unit(unit_of_question(asked), find_quantities(printed)[0].unit)
    assert unit_of_question(asked) == find_quantities(printed)[0].unit


@pytest.mark.parametrize(
    "text",
    [
        "貯水量は8,2O0トンだった",
        "積立金は7億3,4OO万円となった",
        "積立金は7億3,4S0万円となった",
        "回収は4l0件で、残りは2O個",
        "面積は６O５平方キロ",
    ],
)
def test_of_figures_with_a_letter_among_them_no_part_is_a_number(text: str) -> None:
    assert find_quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("積立金は7億3,400万円、8億円", ["7億3,400万円", "8億円"]),
        ("貯水量は8,2O0トンで、前年は8,300トン", ["8,300トン"]),
        ("Oo団の30人", ["30人"]),
        ("10,20,30", ["10", "20", "30"]),
        ("1万2,345人と3,000人", ["1万2,345人", "3,000人"]),
    ],
)
def test_numbers_beside_them_and_well_made_ones_are_read(text: str, found: list[str]) -> None:
    assert [quantity.text for quantity in find_quantities(text)] == found

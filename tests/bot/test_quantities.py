"""A noun of quantity asks for a number where nothing sharper is asked."""

from __future__ import annotations

import pytest

from bot.question import parse_question


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("2014年の部数は？", {"count"}),
        ("集まった署名の数", {"count"}),
        ("倉庫の土地、広さは？", {"count"}),
        ("審査の日数、ふつうの場合と急ぎの場合で", {"count"}),
        ("塔が建ったのは何年で、高さは？", {"when", "count"}),
        ("壁の長さを教えて", {"count"}),
        ("港町の人口は？", {"count"}),
        ("図の2021年の値は？", {"count"}),
        ("What was the turnout in the 2019 vote?", {"count"}),
        ("What percentage of the vote did she get when she was elected?", {"count"}),
        ("去年的进口总额是多少？", {"count"}),
        ("重新开放后的门票价格呢？", {"count"}),
        ("재취업률은?", {"count"}),
    ],
)
def test_a_noun_of_quantity_asks_how_many(question: str, kinds: set[str]) -> None:
    assert parse_question(question).kinds() == kinds


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("28億円という金額、何を根拠に書いているんですか", {"source"}),
        ("順位が下がったのはなぜですか", {"why"}),
        ("その金額を言ったのは誰ですか", {"who"}),
        ("文書の数が多いのはどっち？", {"what"}),
        ("避難の人数、最初と一番多い時でどう違う？", {"how"}),
        ("人の数、前と後でどう変わりましたか", {"how"}),
        ("医師の数にパートも入りますか", {"yes-no"}),
        ("When did she visit, and at what price of grain?", {"when"}),
        ("来场人数是怎么统计的", {"how"}),
        ("의회가 계단 비용을 승인했어요?", {"yes-no"}),
        ("교수가 누구예요?", {"who"}),
    ],
)
def test_beside_a_sharper_ask_it_is_only_what_is_spoken_of(question: str, kinds: set[str]) -> None:
    assert parse_question(question).kinds() == kinds


def test_it_stands_where_the_question_says_so() -> None:
    (ask,) = parse_question("予約した人の数").asks
    assert (ask.kind, ask.start, ask.end) == ("count", 6, 7)


@pytest.mark.parametrize(
    ("question", "kind", "unit"),
    [
        ("この船は何年使った？", "count", "year"),
        ("工事は何年かかった？", "count", "year"),
        ("館長を何年務めた？", "count", "year"),
        ("一行は何日滞在した？", "count", "day"),
        ("この船は何年から使っている？", "when", ""),
        ("工事が始まったのは何年？", "when", ""),
        ("館長は何年生まれ？", "when", ""),
    ],
)
def test_how_many_years_something_lasts_is_asked_by_a_verb_right_behind(question: str, kind: str, unit: str) -> None:
    assert [(ask.kind, ask.unit) for ask in parse_question(question).asks] == [(kind, unit)]

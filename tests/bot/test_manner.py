"""How a question asks, whatever it asks for: in each language, and not by a word that only looks so."""

from __future__ import annotations

import pytest

from bot.manner import ALL, COMPARES, EACH, HAPPENED, SETS_AGAINST


@pytest.mark.parametrize(
    "question",
    [
        "東港と西港の水揚げはどう違う？",
        "How does the old bridge differ from the new one?",
        "两个码头的水深有什么不同？",
        "두 항로의 요금은 어떻게 달라?",
    ],
)
def test_what_sets_things_against_each_other_compares_them(question: str) -> None:
    assert SETS_AGAINST.search(question)
    assert COMPARES.search(question)


@pytest.mark.parametrize(
    "question", ["東港と西港、広いのはどちら？", "旧桥和新桥，哪个更长？", "두 항로 중 어느 쪽이 길어?"]
)
def test_which_of_two_it_is_compares_and_sets_nothing_against_each_other(question: str) -> None:
    assert COMPARES.search(question)
    assert not SETS_AGAINST.search(question)


def test_all_of_something_is_no_sum_and_every_year_no_list() -> None:
    assert ALL.search("寄港地を全部教えて")
    assert not ALL.search("全部でいくつの港に寄るか")
    assert ALL.search("Name every port of call")
    assert not ALL.search("What is held at the port every year?")


def test_each_of_several_is_asked_in_every_language() -> None:
    for question in ("それぞれの長さは", "How long is each?", "分别有多长？", "각각 얼마나 길어?"):
        assert EACH.search(question)


def test_what_happened_is_told_from_what_is_planned() -> None:
    assert HAPPENED.search("橋はいつ開通したか")
    assert not HAPPENED.search("橋はいつ開通する予定か")
    assert HAPPENED.search("When did the bridge open?")
    assert not HAPPENED.search("When will the bridge open?")


@pytest.mark.parametrize("question", ["委員は誰々？", "要望は何か、三つとも", "来了哪几个人", "누구누구 왔어?"])
def test_who_asks_in_the_plural_wants_all(question: str) -> None:
    assert ALL.search(question)
    assert not ALL.search("二人ともに賛成した理由は")

"""What a question's terms are, and what of the shelf they are akin to."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.compose.terms import Term, _names, _surest, question_terms
from bot.question import parse_question
from retrieval.tokens import tokenize
from tests.conftest import Bench, PlainWords

WORDS = PlainWords()


def terms(text: str, *turns: str, words: PlainWords = WORDS) -> dict[str, Term]:
    return {term.surface: term for term in question_terms(parse_question(text, turns), words)}


def test_terms_are_what_the_documents_have_to_support() -> None:
    found = terms("青森港の開港式がいつ開かれたのか教えてください")
    assert {"青森", "開港"} <= set(found) or {"青森港", "開港式"} <= set(found)
    assert not {"いつ", "教え", "ください"} & set(found)
    assert all(term.weight > 0 for term in found.values())


def test_a_word_that_is_said_twice_is_one_term() -> None:
    assert len(question_terms(parse_question("りんごとりんごの違い"), WORDS)) == len(terms("りんごの違い"))


def test_terms_stand_where_the_question_says_them() -> None:
    question = parse_question("青森港のりんごは何トンか")
    for term in question_terms(question, WORDS):
        assert question.query[term.start : term.end] == term.surface


def test_what_was_inherited_or_said_aside_counts_less() -> None:
    alone = terms("視察団の団長は青森のりんごを食べたのでしょうか")
    inherited = terms("りんごは？", "視察団は青森に来たか")
    aside = terms("視察団の話を聞きました。りんごは何トンですか？")
    assert inherited["視察"].inherited
    assert inherited["視察"].weight < alone["視察"].weight
    assert aside["視察"].weight < alone["視察"].weight
    assert aside["りんご"].weight == inherited["りんご"].weight == alone["りんご"].weight


def test_a_word_that_every_passage_has_tells_less_than_a_rare_one() -> None:
    rare, usual = (terms("りんごは何トンか", words=PlainWords(rarity))["りんご"].weight for rarity in (5.0, 0.1))
    assert 0 < usual < rare


def kin_of(text: str, akin: Mapping[str, Mapping[str, float]]) -> dict[str, Mapping[str, float]]:
    return {name: dict(term.kin) for name, term in terms(text, words=PlainWords(akin=akin)).items()}


def test_a_name_in_several_capitals_means_one_thing_as_a_whole() -> None:
    akin = {"Li Qiang": {"李強": 0.8}, "li": {"里": 0.5}, "qiang": {"羌族": 0.5}}
    found = kin_of("When did Premier Li Qiang visit?", akin)
    assert found["Li"] == found["Qiang"] == {"李強": 0.8}


def test_of_a_run_of_capitals_the_shelf_tells_which_part_is_the_name() -> None:
    found = kin_of("When did Premier Li Qiang visit?", {"Li Qiang": {"李強": 0.8}, "premier": {"首相": 0.7}})
    assert found["Premier"] == {"首相": 0.7}


def test_the_longest_of_equally_near_names_is_meant() -> None:
    akin = {"Kim Jong Un": {"金正恩": 0.8}, "Kim Jong": {"金正": 0.8}, "Jong Un": {"正恩": 0.8}}
    found = kin_of("Did Kim Jong Un speak?", akin)
    assert found["Kim"] == found["Jong"] == found["Un"] == {"金正恩": 0.8}


def test_a_nearer_part_is_meant_rather_than_the_whole_run() -> None:
    akin = {"Supreme Leader Kim Jong Un": {"総書記": 0.3}, "Kim Jong Un": {"金正恩": 0.8}}
    found = kin_of("Did Supreme Leader Kim Jong Un speak?", akin)
    assert found["Kim"] == found["Un"] == {"金正恩": 0.8}
    assert found["Leader"] == {}


def test_two_names_in_one_question_are_two() -> None:
    akin = {"Kim Jong Un": {"金正恩": 0.8}, "Li Qiang": {"李強": 0.8}}
    found = kin_of("Did Kim Jong Un meet Li Qiang?", akin)
    assert (found["Jong"], found["Qiang"]) == ({"金正恩": 0.8}, {"李強": 0.8})


def test_a_name_ends_at_what_is_no_space_and_is_known_with_its_possessive() -> None:
    akin = {"Li Qiang": {"李強": 0.8}, "Kim Li": {"金李": 0.9}, "Kim, Li": {"金李": 0.9}}
    assert kin_of("Did Kim, Li Qiang's host, speak?", akin)["Li"] == {"李強": 0.8}


@pytest.mark.parametrize("text", ["did li qiang visit?", "Li visited?", "李強首相は訪れたか"])
def test_without_several_capitals_there_is_no_name_as_a_whole(text: str) -> None:
    assert {"李強": 0.8} not in kin_of(text, {"Li Qiang": {"李強": 0.8}}).values()


@given(st.lists(st.sampled_from(["Kim", "Jong", "Un", "Li", "Qiang", "met", "the", "Premier", "7", "金"]), max_size=9))
def test_the_names_that_are_kept_share_no_term_and_are_at_most_five_words(said: list[str]) -> None:
    query = " ".join(said)
    names = _names(query, tokenize(query))
    found = {name: {"金": 0.1 * len(name)} for name in names}
    kept = _surest(names, found)
    parts = [part for of_name in kept.values() for part in set(of_name)]
    assert len(parts) == len(set(parts))
    assert set(kept) <= set(names)
    assert all(2 <= len(name.split(" ")) <= 5 and name in query for name in names)
    if names:  # the nearest, and of names as near the one of most words
        assert max(names, key=lambda name: (len(name), len(names[name]))) in kept


def test_a_rough_number_is_carried_by_one_that_is_near_and_a_plain_one_is_not(bench: Bench) -> None:
    rough = bench.asked(parse_question("処理費は2億円ほどか")).terms
    plain = bench.asked(parse_question("処理費は2億円か")).terms
    near = frozenset(("210000000",))
    assert max(term.carried_by(near) for term in rough) > 0
    assert max(term.carried_by(near) for term in plain) == 0


def test_an_english_number_of_two_words_is_one_number_elsewhere(bench: Bench) -> None:
    terms = bench.asked(parse_question("Where did the 34 million dollar figure come from?")).terms
    carried = {term.surface for term in terms if term.carried_by(frozenset(("34000000",))) > 0}
    assert carried == {"34", "million"}

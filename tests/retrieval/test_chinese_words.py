"""How often a Chinese word occurs, and the closed classes in search form."""

from __future__ import annotations

from corpus.normalize import search_text
from retrieval.chinese_words import FUNCTION_WORDS, frequency, in_search_form, word_list


def test_simplified_and_traditional_print_are_one_word() -> None:
    assert frequency("关系") == frequency("關係") == frequency("関係")
    assert frequency("卢卡申科夏") is None


def test_a_word_is_found_in_search_form_and_has_a_term_of_its_length() -> None:
    assert word_list()[search_text("关系")].term == word_list()[search_text("關係")].term == "関係"
    assert all(len(word) == len(entry.term) for word, entry in word_list().items())


def test_a_closed_class_has_the_words_of_both_prints_as_text_in_search_form_has_them() -> None:
    assert {search_text("这"), search_text("這")} <= in_search_form(FUNCTION_WORDS)
    assert search_text("关系") not in in_search_form(FUNCTION_WORDS)

"""Words that mean much the same are found by form, by sound and, across languages, by meaning."""

from __future__ import annotations

from retrieval.kinship import roots, script, sounds


def test_a_verb_and_the_noun_of_its_character_are_akin() -> None:
    kin = roots(["訪問", "輸入", "首脳会談"])
    assert kin("訪れる")["訪問"] > 0
    assert kin("会談")["首脳会談"] > 0


def test_two_compounds_that_share_a_character_are_not() -> None:
    assert roots(["輸入", "輸出"])("輸出") == {}


def test_a_name_in_latin_letters_is_akin_to_the_characters_that_chinese_reads_so() -> None:
    kin = sounds(["李強", "北京", "上海", "訪問"])
    assert set(kin("Li Qiang")) == {"李強"}
    assert set(kin("Beijing")) == {"北京"}


def test_short_readings_and_other_scripts_have_no_kin_by_sound() -> None:
    kin = sounds(["李", "例", "北京"])
    assert kin("Li") == {}
    assert kin("北京") == {}


def test_a_word_is_known_by_its_script() -> None:
    assert [script(word) for word in ("visit", "방문", "訪問", "かつら")] == ["latin", "hangul", "han", "han"]

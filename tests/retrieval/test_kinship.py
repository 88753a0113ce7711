"""Words that mean much the same are found by form, by sound and, across languages, by meaning."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from retrieval.kinship import meanings, roots, script, sounds

SHELF = ("李強", "李", "榎並", "榎本", "金正恩", "崔善姫", "非核化", "核実験", "平壌", "北京", "上浜", "稗田", "訪れる")
SMALL = ("会談", "日本", "的", "以内", "三田", "阿部", "佐渡", "今", "印刷", "製造", "ザンゴア", "Beijing", "훈련")
NAMES = sounds((*SHELF, *SMALL))


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


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Enami", "榎並"),
        ("ENAMI", "榎並"),
        ("Kim Jong Un", "金正恩"),
        ("kim jong-un", "金正恩"),
        ("Pyongyang", "平壌"),
        ("Zangoa", "ザンゴア"),
        ("Kamihama", "上浜"),
        ("Hieda", "稗田"),
        ("리창", "李強"),
        ("에나미", "榎並"),
        ("비핵화", "非核化"),
        ("최선희", "崔善姫"),
        ("김정은", "金正恩"),
    ],
)
def test_a_name_is_akin_to_the_shelfs_spelling_and_to_nothing_else(asked: str, meant: str) -> None:
    assert set(NAMES(asked)) == {meant}


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("浦項", {"포항", "포항시장", "pohang"}),
        ("市長", {"시장", "포항시장"}),
        ("北京", set()),  # which English knows, and its meaning tells
        ("ロルア", {"lorua"}),
        ("李強", {"qiang"}),
        ("李剛", set()),
        ("ロルカ", set()),
        ("訪問", set()),
    ],
)
def test_a_word_in_han_or_kana_is_akin_to_what_sounds_so_in_hangul_and_latin_letters(
    asked: str, meant: set[str]
) -> None:
    kin = sounds(["포항", "포항시장", "시장", "pohang", "beij", "lorua", "li", "qiang", "harbour", "부두"])
    assert set(kin(asked)) == meant


def test_a_foreign_name_in_kana_is_akin_to_its_spelling_whatever_stands_for_l_and_v() -> None:
    assert set(sounds(["ロルア", "マルヴァイ", "港"])("Lorua")) == {"ロルア"}
    assert set(sounds(["ロルア", "マルバイ", "港"])("Maluvai")) == {"マルバイ"}


def test_abbreviations_in_a_shelf_of_one_language_are_akin_to_no_name() -> None:
    assert sounds([*(f"港{n}" for n in range(50)), "lorua"])("ロルア") == {}


@pytest.mark.parametrize(
    "asked", ["the", "made", "into", "same", "abe", "women", "here", "ten", "meeting", "Kim", "Jong"]
)
def test_ordinary_short_english_words_sound_like_nothing(asked: str) -> None:
    assert NAMES(asked) == {}


@pytest.mark.parametrize(
    "asked", ["Li Keqiang", "Enomo", "Kim Jong Il", "Pyongsong", "리커창", "김정일", "핵실태", "김"]
)
def test_another_name_is_not_akin(asked: str) -> None:
    assert NAMES(asked) == {}


@given(st.text(max_size=10))
def test_kinship_by_sound_crosses_scripts_and_is_weaker_than_a_match(asked: str) -> None:
    for word, value in NAMES(asked).items():
        assert 0 < value < 1
        assert script(word) == "han"
        assert script(asked) != "han"


def test_a_word_is_known_by_its_script() -> None:
    assert [script(word) for word in ("visit", "방문", "訪問", "かつら")] == ["latin", "hangul", "han", "han"]


def test_a_word_known_before_keeps_its_kin_when_so_many_others_were_asked_that_all_are_forgotten() -> None:
    def embed(words: Sequence[str]) -> NDArray[np.float32]:
        return np.array([[1, len(word)] for word in words], dtype=np.float32)

    vocabulary = ("会談", "訪問")
    kin = meanings(vocabulary, embed(vocabulary), {lang: np.zeros(2, np.float32) for lang in ("ja", "en", "ko")}, embed)
    first = kin(["meeting"], "en")
    kin([f"word{number}" for number in range(5000)], "en")
    again = kin(["meeting", "new"], "en")
    assert set(again) == {"meeting", "new"}
    assert again["meeting"] == first["meeting"]


def test_a_rare_name_is_akin_to_what_is_heard_so_and_an_english_word_is_not() -> None:
    kin = sounds(["larkmoor", "millgat", "library", "press", "price"])
    assert kin("ラークムーア").keys() == {"larkmoor"}
    assert kin("ミルゲート").keys() == {"millgat"}
    assert kin("プレス") == kin("プライス") == {}
    assert sounds(["ラークムーア", "港"])("Larkmoor").keys() == {"ラークムーア"}
    assert sounds(["プライス", "港"])("price") == {}

"""Names are known across scripts by their sound, and what only looks like a name is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.sounding import (
    hangul_key,
    in_hangul,
    in_latin,
    korean_in_latin,
    korean_latin_key,
    korean_readings,
    latin_key,
    skeleton,
)

LATIN = st.text(alphabet="abcdeghijkmnoprstuwyōū '-", max_size=12)
HANGUL = st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=6)
HAN = st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("spelt", "word"),
    [
        ("Li Qiang", "李強"),
        ("Li Qiang", "李强"),
        ("Lǐ Qiáng", "李強"),
        ("Lü Zhengcao", "呂正操"),
        ("Enami", "榎並"),
        ("Kamihama", "上浜"),
        ("Uehama", "上浜"),
        ("Hieda", "稗田"),
        ("Nakashima", "中島"),
        ("Tōkyō", "東京"),
        ("Namba", "難波"),
        ("Sapporo", "札幌"),
        ("Zangoa", "ザンゴア"),
    ],
)
def test_latin_letters_spell_names_of_japan_and_words_of_china(spelt: str, word: str) -> None:
    assert latin_key(spelt) in in_latin(word)


@pytest.mark.parametrize(
    ("spelt", "word"), [("Li Qiang", "李克強"), ("Enami", "榎本"), ("Hieda", "上田"), ("into", "印刷")]
)
def test_another_name_sounds_otherwise(spelt: str, word: str) -> None:
    assert latin_key(spelt) not in in_latin(word)


@pytest.mark.parametrize(
    ("spelt", "word"),
    [
        ("Kim Jong Un", "金正恩"),
        ("Kim Jong-un", "金正恩"),
        ("Gim Jeong-eun", "金正恩"),
        ("Pyongyang", "平壌"),
        ("Choe Son Hui", "崔善姫"),
        ("Jo Yong Won", "趙甬元"),
    ],
)
def test_latin_letters_spell_names_as_korean_reads_them(spelt: str, word: str) -> None:
    assert korean_latin_key(spelt) in korean_in_latin(word)


def test_only_a_name_is_spelt_in_latin_letters_as_korean_reads_it() -> None:
    assert not korean_in_latin("貿易")


@pytest.mark.parametrize(
    ("spelt", "word"),
    [
        ("리창", "李強"),
        ("에나미", "榎並"),
        ("호타", "堀田"),
        ("홋타", "堀田"),
        ("가미하마", "上浜"),
        ("카미하마", "上浜"),
    ],
)
def test_hangul_spells_the_names_of_the_neighbours(spelt: str, word: str) -> None:
    assert hangul_key(spelt) in in_hangul(word)


@pytest.mark.parametrize(
    ("spelt", "word"), [("리창", "李克強"), ("에나미", "榎本"), ("고도", "神戸"), ("회담", "会談")]
)
def test_hangul_does_not_spell_other_names_rare_short_readings_or_common_words(spelt: str, word: str) -> None:
    assert hangul_key(spelt) not in in_hangul(word)


@pytest.mark.parametrize(
    ("read", "word"),
    [
        ("비핵화", "非核化"),
        ("이강", "李強"),
        ("리강", "李強"),
        ("최선희", "崔善姫"),
        ("김정은", "金正恩"),
        ("여성", "女性"),
        ("비율", "比率"),
        ("서열", "序列"),
        ("부족", "不足"),
        ("열차", "列車"),
        ("국제연합", "国際連合"),
        ("국제련합", "国際連合"),
        ("조국", "曺国"),
    ],
)
def test_korean_reads_the_characters_of_any_word(read: str, word: str) -> None:
    assert read in korean_readings(word)


@pytest.mark.parametrize(
    ("read", "word"), [("최선진", "崔善姫"), ("무이", "貿易"), ("배경", "北京"), ("불족", "不足"), ("", "首")]
)
def test_a_reading_that_korean_does_not_have_is_none(read: str, word: str) -> None:
    assert read not in korean_readings(word)


@pytest.mark.parametrize("word", ["", "訪れる", "ザンゴア", "Kim", "人々"])
def test_korean_reads_only_han_characters(word: str) -> None:
    assert korean_readings(word) == frozenset()


@given(HAN)
def test_a_korean_reading_has_a_syllable_for_each_character(word: str) -> None:
    assert all(len(read) == len(word) and hangul_key(read) for read in korean_readings(word))


@given(LATIN)
def test_keys_of_latin_letters_are_stable(text: str) -> None:
    for key in (latin_key, korean_latin_key):
        assert key(key(text)) == key(text)


@given(LATIN)
def test_keys_of_latin_letters_ignore_case_and_hyphens(text: str) -> None:
    for key in (latin_key, korean_latin_key):
        assert key(text.upper()) == key(text) == key("-".join(text))


@given(LATIN, LATIN)
def test_long_vowels_are_as_short_ones_in_latin_letters(before: str, behind: str) -> None:
    assert latin_key(f"{before}kou{behind}") == latin_key(f"{before}kō{behind}") == latin_key(f"{before}koo{behind}")


@given(HANGUL)
def test_tense_and_aspirated_consonants_are_as_plain_ones(text: str) -> None:
    assert hangul_key(text + "까카") == hangul_key(text + "가가")
    assert (hangul_key(text) == "") == (text == "")


@given(st.text(max_size=12))
def test_any_text_has_keys(text: str) -> None:
    latin_key(text)
    korean_latin_key(text)
    hangul_key(text)
    for keys in (in_latin(text), in_hangul(text), korean_in_latin(text)):
        assert "" not in keys


@pytest.mark.parametrize(
    ("latin", "kana"),
    [
        ("Larkmoor", "ラークムーア"),
        ("Pryce", "プライス"),
        ("Millgate", "ミルゲート"),
        ("Lukashenko", "ルカシェンコ"),
        ("Chandler", "チャンドラー"),
        ("Cambridge", "ケンブリッジ"),
        ("Philip", "フィリップ"),
    ],
)
def test_a_foreign_name_is_heard_alike_in_letters_and_in_kana(latin: str, kana: str) -> None:
    assert skeleton(latin) == skeleton(kana)


@pytest.mark.parametrize(
    ("one", "other"), [("Larkmoor", "ラークミード"), ("Pryce", "ブライト"), ("Millgate", "ミルトン")]
)
def test_another_name_is_heard_otherwise(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)

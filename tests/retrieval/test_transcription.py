"""Kana and pinyin are written in Latin letters and in Hangul as their readers write them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from corpus.frequency import frequencies
from corpus.morphology import name_readings
from retrieval.syllables import parted
from retrieval.transcription import kana_in_hangul, kana_in_latin, pinyin_in_hangul

KATAKANA = st.text(alphabet=st.characters(min_codepoint=0x30A1, max_codepoint=0x30FA), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("read", "latin", "hangul"),
    [
        ("エナミ", "enami", "에나미"),
        ("サッポロ", "sapporo", "삿포로"),
        ("マッチャ", "matcha", "맛자"),
        ("シンバシ", "shinbashi", "신바시"),
        ("キョウト", "kyouto", "교우도"),
        ("ジュネーヴ", "junevu", "주네부"),
        ("ヴァンクーヴァー", "vankuva", "반구바"),
        ("クァラルンプール", "kwararunpuru", "과라룬푸루"),
        ("トゥーレ", "ture", "두레"),
        ("ツェッペリン", "tsepperin", "쎗페린"),
        ("シェンヤン", "shenyan", "셴얀"),
        ("フィンランド", "finrando", "핀란도"),
    ],
)
def test_kana_is_written_mora_by_mora(read: str, latin: str, hangul: str) -> None:
    assert kana_in_latin(read) == latin
    assert kana_in_hangul(read) == hangul


@pytest.mark.parametrize("read", ["", "東京", "とうきょう", "tokyo", "トウ京", "ーー"])
def test_what_is_no_katakana_has_no_transcription(read: str) -> None:
    assert kana_in_latin(read) == kana_in_hangul(read) == ""


@given(KATAKANA.filter(lambda read: re.search("[^ッンー]", read) is not None))
def test_any_katakana_is_written_in_letters_and_whole_syllables(read: str) -> None:
    assert re.fullmatch("[a-z]+", kana_in_latin(read))
    written = kana_in_hangul(read)
    assert written
    assert all(parted(syllable) for syllable in written)


def test_every_reading_of_a_japanese_word_is_written() -> None:
    words = [word for word in list(frequencies("ja"))[:20_000:4] if re.search("[\u30a1-\u30fa\u4e00-\u9fff]", word)]
    readings = {read for word in words for read in name_readings(word) if re.fullmatch("[\u30a1-\u30fc]+", read)}
    assert len(readings) > 1_000
    assert [read for read in readings if not (kana_in_latin(read) and kana_in_hangul(read))] == []


@pytest.mark.parametrize(
    ("sound", "hangul"),
    [
        ("li", "리"),
        ("qiang", "창"),
        ("xi", "시"),
        ("jin", "진"),
        ("ping", "핑"),
        ("zhang", "장"),
        ("zhi", "즈"),
        ("si", "쓰"),
        ("lv", "뤼"),
        ("xue", "쉐"),
        ("juan", "쥐안"),
        ("yuan", "위안"),
        ("wang", "왕"),
        ("er", "얼"),
        ("zhou", "저우"),
        ("hao", "하오"),
    ],
)
def test_pinyin_is_written_as_korean_writes_chinese(sound: str, hangul: str) -> None:
    assert pinyin_in_hangul(sound) == hangul


@pytest.mark.parametrize("sound", ["", "x", "zzz", "北", "Li", "tokyo"])
def test_what_is_no_syllable_of_pinyin_is_not_written(sound: str) -> None:
    assert pinyin_in_hangul(sound) == ""


def test_every_syllable_of_common_chinese_is_written() -> None:
    characters = {character for word in list(frequencies("zh"))[:10_000] for character in word}
    sounds = {sound for c in characters if "\u4e00" <= c <= "\u9fff" for sound in lazy_pinyin(c, v_to_u=False)}
    assert len(sounds) > 350  # n is 嗯, that has no vowel
    assert [sound for sound in sorted(sounds - {"n"}) if not pinyin_in_hangul(sound)] == []


@given(st.text(max_size=6))
def test_any_text_is_written_or_not(text: str) -> None:
    for written in (kana_in_hangul(text), pinyin_in_hangul(text)):
        assert all(parted(syllable) for syllable in written)

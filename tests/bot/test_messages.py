"""Every word of the interface exists in four languages."""

from __future__ import annotations

from string import Formatter
from typing import get_args

import pytest

from bot.messages import LANGS, Key, WhatKey, language, quoted, text
from bot.messages.answers import ANSWERS
from bot.messages.footnotes import FOOTNOTES
from bot.messages.program import PROGRAM
from bot.messages.repl import REPL
from bot.messages.wording import WORDS


def keys(literal: object) -> set[str]:
    """Flatten a (nested) Literal into its strings."""
    return set(get_args(literal))


def placeholders(wording: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(wording) if name is not None}


def test_the_table_has_exactly_the_declared_keys() -> None:
    assert set(WORDS) == keys(Key)
    assert keys(WhatKey) < keys(Key)


def test_no_key_is_worded_twice() -> None:
    assert len(ANSWERS) + len(FOOTNOTES) + len(PROGRAM) + len(REPL) == len(WORDS)


@pytest.mark.parametrize("key", sorted(WORDS))
def test_each_key_is_worded_in_all_languages_with_the_same_placeholders(key: Key) -> None:
    wordings = WORDS[key]
    assert len(wordings) == len(LANGS)
    assert all(wording.strip() for wording in wordings)
    assert len({frozenset(placeholders(wording)) for wording in wordings}) == 1


def test_no_wording_is_left_in_another_language() -> None:
    """Korean is Hangul, English has no kana or Hangul, Chinese has neither; the product's own name is exempt."""
    for key, (_, en, zh, ko) in WORDS.items():
        assert not any("\u3040" <= c <= "\u30ff" or "\uac00" <= c <= "\ud7a3" for c in en + zh), key
        assert not any("\u3040" <= c <= "\u30ff" or "\u4e00" <= c <= "\u9fff" for c in ko.replace("典拠", "")), key


def test_korean_puts_no_alternating_particle_after_a_placeholder() -> None:
    alternating = ("은 ", "는 ", "이 ", "가 ", "을 ", "를 ", "와 ", "과 ", "으로 ", "로 ")
    for key, (*_, ko) in WORDS.items():
        for name in placeholders(ko):
            assert not any(f"{{{name}}}{particle}" in ko for particle in alternating), key


def test_values_are_inserted_as_they_are() -> None:
    assert text("not_found", "ja", terms="「{x}」") == "「{x}」に触れた箇所は見つかりませんでした。"


def test_a_missing_value_is_an_error_not_a_hole() -> None:
    with pytest.raises(KeyError, match="terms"):
        text("not_found", "en")


@pytest.mark.parametrize(
    ("tag", "lang"), [("ja", "ja"), ("zh-CN", "zh"), ("zh_TW", "zh"), ("EN-us", "en"), ("ko", "ko"), ("fr", "en")]
)
def test_language_tags_fall_back_to_the_primary_language_and_then_to_english(tag: str, lang: str) -> None:
    assert language(tag) == lang
    assert text("footnotes", tag) == text("footnotes", lang)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("ja", "「李強」「平壌」"), ("en", "“李強”, “平壌”"), ("zh", "“李強”、“平壌”"), ("ko", "‘李強’, ‘平壌’")],
)
def test_terms_are_quoted_as_the_language_does(lang: str, expected: str) -> None:
    assert quoted(["李強", "平壌"], lang) == expected

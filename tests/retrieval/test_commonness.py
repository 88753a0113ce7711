"""Ordinary words tell little, names tell much, however they are inflected."""

from __future__ import annotations

import pytest

from retrieval.commonness import tells, usual_words


@pytest.mark.parametrize(
    ("lang", "word"),
    [
        *(("ko", word) for word in ["갔어", "끝나고", "만났습니까", "시작했다는", "사람들은", "보냈어", "떠났나요"]),
        *(("zh", word) for word in ["说", "看", "参加", "发展", "問題", "国家", "开始"]),
        *(("en", word) for word in ["headed", "went", "visiting", "talked", "countries", "trading"]),
        *(("ja", word) for word in ["言う", "行く", "人"]),
    ],
)
def test_an_ordinary_word_tells_little_in_any_form(lang: str, word: str) -> None:
    assert tells(word, lang=lang) <= 0.45


@pytest.mark.parametrize(
    ("lang", "word"),
    [
        *(("ko", word) for word in ["최선희가", "루카셴코는", "김주애를", "마이바흐로", "열병식에", "시진핑과"]),
        *(("zh", word) for word in ["卢卡申科", "夏志和", "恩", "姬", "志"]),
        *(("en", word) for word in ["lukashenko", "pyongyang", "maybach", "limousine"]),
        *(("ja", word) for word in ["ルカシェンコ", "マイバッハ"]),
    ],
)
def test_a_name_and_its_pieces_tell_much(lang: str, word: str) -> None:
    assert tells(word, lang=lang) >= 0.8


def test_an_inflected_word_tells_what_its_stem_tells() -> None:
    assert tells("headed", lang="en") == tells("head", lang="en")
    assert tells("방문했나요", lang="ko") == tells("방문", lang="ko")
    assert tells("关系", lang="zh") == tells("關係", lang="zh") == tells("関係", "关系", lang="zh")


def test_the_commonest_way_of_writing_counts_and_the_language_falls_back_to_english() -> None:
    assert tells("lukashenko", "said", lang="en") == tells("said", lang="en") == tells("said", lang="fr")
    assert tells(lang="en") == 1.0


@pytest.mark.parametrize("lang", ["ja", "en", "zh", "ko"])
def test_usual_words_are_as_many_as_asked_and_words(lang: str) -> None:
    words = usual_words(lang, 50)
    assert len(set(words)) == 50
    assert all(len(word) > 1 and word.isalpha() for word in words)

"""Words of four languages that mean one thing, as the package lists them, and as a shelf's words answer to them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from retrieval.concept_lists import Lists, concepts, everyday, read_concepts, read_everyday, shipped
from retrieval.concepts import TRANSLATION, Concepts

LISTED = tuple(
    read_concepts(
        """
        # people
        娘, 息女 = daughter = 女儿 = 딸
        首脳, 国家元首 = head of state = 首脑 = 정상, 국가원수
        率いる = lead, led = 率领 = 이끌다
        人民解放軍 = People's Liberation Army, PLA = 解放军 = 인민해방군
        修繕, 修理 = repair = 维修 = 수리
        """
    )
)
TALK = tuple(read_everyday("もてなす = 歓待, 招宴\n一緒に行く = 同行  # and stay"))


def kin(asked: str, lang: str, vocabulary: Sequence[str]) -> dict[str, float]:
    return dict(Concepts(Lists(LISTED, TALK), vocabulary).kin(asked, lang))


@pytest.mark.parametrize(
    ("asked", "lang", "word"),
    [
        ("daughters", "en", "娘"),
        ("Heads of State", "en", "首脳"),
        ("led", "en", "率いる"),
        ("leading", "en", "率いる"),
        ("repairs", "en", "修繕"),
        ("딸", "ko", "娘"),
        ("이끌", "ko", "率いる"),
        ("女儿", "zh", "娘"),
        ("维修", "zh", "修繕"),
        ("카자흐스탄", "ko", "カザフスタン"),
    ],
)
def test_a_word_finds_its_translation_in_whatever_form_it_is_asked(asked: str, lang: str, word: str) -> None:
    shelf = ("娘", "首脳", "率いる", "修繕", "カザフスタン", "kazakhstan", "港")
    found = kin(asked, lang, shelf)
    assert found[word] == TRANSLATION
    assert "港" not in found


def test_a_listed_word_is_found_though_the_shelf_prints_it_with_a_letter_misread() -> None:
    listed = tuple(read_concepts("タングステン = tungsten = 钨 = 텅스텐\nタイル = tile = 瓷砖 = 타일"))
    shelf = ("タンクスチン", "タルト", "港")
    assert dict(Concepts(Lists(listed), shelf).kin("tungsten", "en")) == {"タンクスチン": 0.85}
    assert not Concepts(Lists(listed), shelf).kin("tile", "en"), "of short words a letter makes another"


def test_the_shelfs_words_of_another_language_answer_to_a_japanese_one() -> None:
    shelf = ("daughter", "딸", "女児")
    assert set(Concepts(Lists(LISTED), shelf, ("ja", "en", "ko")).kin("娘", "ja")) == {"daughter", "딸"}
    assert "女児" in Concepts(Lists(LISTED), shelf, ("zh",)).kin("娘", "ja")  # as search text writes 女儿


def test_who_asks_in_the_language_of_most_of_the_shelf_is_answered_in_it_before_all() -> None:
    mostly_japanese = ("娘", "息女", "港", "会議", "daughter")
    assert kin("娘", "ja", mostly_japanese)["daughter"] < TRANSLATION
    assert kin("daughter", "en", mostly_japanese)["娘"] == TRANSLATION
    assert kin("女儿", "zh", mostly_japanese)["娘"] == TRANSLATION


def test_a_word_of_the_same_language_is_a_synonym_and_less_sure() -> None:
    found = kin("修繕", "ja", ("修理", "修繕"))
    assert 0 < found["修理"] < TRANSLATION
    assert "修繕" not in found


def test_what_the_shelf_divides_is_found_by_its_parts_that_adjoin() -> None:
    found = kin("PLA", "en", ("解放軍", "人民解放", "人民", "軍"))
    assert set(found) == {"解放軍", "人民解放"}


@pytest.mark.parametrize("asked", ["もてなした", "もてなす", "一緒に行った"])
def test_what_people_say_finds_what_documents_write(asked: str) -> None:
    found = kin(asked, "ja", ("招宴", "同行", "港"))
    assert len(found) == 1
    assert all(0 < value < TRANSLATION for value in found.values())


@pytest.mark.parametrize("line", ["娘 = daughter", "娘 = daughter = = 딸", "娘", "a = b = c = d = e"])
def test_a_line_without_a_word_for_each_language_is_an_error_with_its_number(line: str) -> None:
    with pytest.raises(ValueError, match="line 2"):
        tuple(read_concepts(f"# people\n{line}\n"))
    with pytest.raises(ValueError, match="line 1"):
        tuple(read_everyday("a = b = c"))


def test_the_lists_that_ship_are_whole_and_say_nothing_twice() -> None:
    found = concepts()
    assert len(found) > 10_000
    assert len({tuple(sorted(one.items())) for one in found}) == len(found)
    assert all(set(one) == {"ja", "en", "zh", "ko"} for one in found)
    said = [words for words, _ in everyday()]
    assert len(said) == len(set(said))


@pytest.mark.parametrize(
    ("asked", "lang", "word"),
    [
        ("nurses", "en", "看護師"),
        ("footnotes", "en", "脚注"),
        ("surplus", "en", "黒字"),
        ("설탕", "ko", "砂糖"),
        ("보조금", "ko", "補助金"),
        ("台风", "zh", "台風"),
        ("赤字", "ja", "deficit"),
    ],
)
def test_common_words_of_many_subjects_are_listed(asked: str, lang: str, word: str) -> None:
    assert word in Concepts(shipped(), (word,)).kin(asked, lang)

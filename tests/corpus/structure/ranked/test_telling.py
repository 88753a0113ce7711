"""Where no rule decides, the likeliest meaning is told, and none where it is not far likelier than any other."""

from __future__ import annotations

import pytest

from corpus.structure.ranked.pointers import pointers
from corpus.structure.views import View, sentences_of
from tests.corpus.structure.meant import meant


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        (
            "専門学校の航海科は募集をやめた。最後の生徒が卒業した1998年3月、同科は廃止された。",
            "ja",
            ("同科", ["専門学校の航海科"]),
        ),
        (
            "県は案を出した。親方が賃金の2割を差し引いた。この慣行に対する不満が強い。",
            "ja",
            ("この慣行", ["親方が賃金の2割を差し引いた。"]),
        ),
        (
            "조선소는 2019년 맹선등대에 불을 켰다. 그의 아버지도 같은 등대에서 일했다.",
            "ko",
            ("같은 등대", ["맹선등대"]),
        ),
        (
            "A clerk of the council found a ledger. Some critics call the plan sentimental. That charge is unfair.",
            "en",
            ("That charge", ["Some critics call the plan sentimental."]),
        ),
    ],
)
def test_the_likeliest_is_told_where_no_rule_decides(text: str, lang: str, found: tuple[str, list[str]]) -> None:
    assert found in meant(text, lang)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("宇野沢靖さんは当時をこう振り返る。「彼女は直した跡を隠さなかった」", "彼女"),
        ("この記事は会員だけが読める。", "この記事"),
        ("港を閉じた。関係者の同行は確認されなかった。", "同行"),
        ("白浜町と黒浜町は争った。その案は町長が破った。", "その案"),
    ],
)
def test_what_names_itself_or_has_two_meanings_stays_open(text: str, word: str) -> None:
    assert word not in [said for said, _ in meant(text, "ja")]


def test_a_meaning_stands_before_its_pointer() -> None:
    text = "同社は昨年、港を開いた。港南汽船は客を運んだ。この会社は町が作った。"
    assert all(text.index(words[0]) < text.index(said) for said, words in meant(text, "ja"))


@pytest.mark.parametrize(
    ("text", "tongue", "heads"),
    [
        ("同社は昨年、この取り組みを始めた。", "ja", ["社", "取り組み"]),
        ("その原因は同検査所が調べた。", "ja", ["検査所", "原因"]),
        ("その後、その他の町も続いた。その日は晴れた。", "ja", []),
        ("同年、同じ町で同様の会が開かれた。", "ja", []),
        ("It is clear that the year was cold.", "en", []),
        ("그 뒤 해당 사업이 끝났다.", "ko", ["사업"]),
    ],
)
def test_a_pointer_is_found_with_its_head(text: str, tongue: str, heads: list[str]) -> None:
    view = View(text, sentences_of(text, []), 0, [], [0] * len(text))
    found = []
    for index in range(len(view.sentences)):
        found += [one.head for one in pointers(View(text, view.sentences, index, [], view.depth), tongue)]
    assert found == heads

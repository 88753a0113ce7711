"""Words for one person mean who is called so, who the sentence before is about, or nobody where two are equals."""

from __future__ import annotations

import pytest

from tests.corpus.structure import meant as other
from tests.corpus.structure.test_antecedents import meant


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("主幹の荒木綾さんは、前主幹の大庭修三氏の下で働いた。同氏が亡くなった後だ。", ("同氏", ["大庭修三氏"])),
        ("前所長である仁科（故人）は水温を疑った。同氏の記録は古い。", ("同氏", ["仁科"])),
        ("佐藤花子氏に近いとされる鈴木綾子氏が大臣に就き、方針を諮った。彼女は忙しい。", ("彼女", ["鈴木綾子氏"])),
        ("Haugmo, L. の調査がある。Haugmo は湾の例を報告した。彼女の調査は広い。", ("彼女", ["Haugmo"])),
        ("北浜大の島津悠教授は反対した。教授によると、例がある。", ("教授", ["島津悠教授"])),
        ("部長だった柏葉先生が反対された。先生は今も納得しない。", ("先生", ["柏葉"])),
    ],
)
def test_a_word_for_a_person_means_who_is_called_so_or_spoken_of(text: str, found: tuple[str, list[str]]) -> None:
    assert found in meant(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("田中一郎氏と鈴木二郎社長は旧知の間柄だった。彼の側から連絡を断った。", "彼"),
        ("専務の岸田と、顧問の浜口は同級生だ。彼の発案だった。", "彼"),
        ("田中一郎さんは鈴木二郎さんを訪ねたことがある佐藤三郎さんと会った。同氏が語った。", "氏"),
        ("Haugmo は湾の例を報告した。彼女の調査は広い。", "彼女"),  # it may be a firm
        ("島津悠教授と岸田一郎教授が反対した。教授によると、例がある。", "教授"),
        ("昭和四十二年、鈴木二郎社長は孫にあたる女性を探し当てた。彼女は六十二歳だった。", "彼女"),
    ],
)
def test_of_two_equals_and_of_what_is_no_person_for_sure_none_is_meant(text: str, word: str) -> None:
    assert word not in [said for said, _ in meant(text)]


def test_who_does_something_in_the_same_clause_is_not_he() -> None:
    text = "馆长周敏介绍了船长。副馆长何立赞同他的看法。"
    assert ("他", ["何立"]) not in other.meant(text, "zh")


def test_a_korean_she_is_told_inside_of_a_sentence_and_he_is_then_another() -> None:
    text = "명길자 의원이 취임했다. 지난달 그녀는 서동진 과장에게 편지를 썼다. 그는 답장을 보냈다."
    assert ("그는", ["서동진 과장"]) in other.meant(text, "ko")

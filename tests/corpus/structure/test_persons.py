"""Words for one person mean who is called so, who the sentence before is about, or nobody where two are equals."""

from __future__ import annotations

import pytest

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
    ],
)
def test_of_two_equals_and_of_what_is_no_person_for_sure_none_is_meant(text: str, word: str) -> None:
    assert word not in [said for said, _ in meant(text)]

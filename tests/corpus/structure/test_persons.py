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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("岬市の榎本亮市長は5日、会見した。同市長は港を直すと述べた。", ("同市長", ["岬市の榎本亮市長"])),
        ("榎本亮町長は5日、会見した。同町長は港を直すと述べた。", ("同町長", ["榎本亮町長"])),
        ("社長の榎本亮は業績を語った。同社長は慎重だった。", ("同社長", ["榎本亮"])),
        ("市長の榎本亮氏は計画を語った。同市長は慎重だった。", ("同市長", ["榎本亮氏"])),
    ],
)
def test_the_said_mayor_or_president_is_a_person_also_where_the_dictionary_joins_the_place(
    text: str, found: tuple[str, list[str]]
) -> None:
    assert found in meant(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("北県の榎本亮知事と南県の久保由紀知事は5日、会談した。同知事は喜んだ。", "同知事"),
        ("岬市の榎本亮市長と浜市の久保由紀市長は5日、会談した。同市長は喜んだ。", "同市長"),
        ("社長の榎本亮と前社長の久保由紀は業績を語った。同社長は慎重だった。", "同社長"),
        ("西野健一教授と李英明准教授が話した。同氏は海を論じた。", "同氏"),
        ("西野健一教授と隣町の辻伊織理事が話した。同氏は海を論じた。", "同氏"),
    ],
)
def test_of_two_who_hold_such_a_post_none_is_meant(text: str, word: str) -> None:
    assert word not in [said for said, _ in meant(text)]


def test_the_mayor_of_the_said_city_points_to_the_city() -> None:
    found = meant("白浜市の榎本亮市長は5日、会見した。白浜市は港を直す。同市の職員は多い。")
    assert ("同市", ["白浜市"]) in found


@pytest.mark.parametrize("name", ["遠野さつき", "戸田ひなの"])
def test_a_title_behind_a_name_in_kana_points_to_nobody(name: str) -> None:
    assert "氏" not in [said for said, _ in meant(f"{name}氏が尋ねた。石井健氏は答えた。")]


def test_the_title_alone_still_points_behind_a_conjunction() -> None:
    assert ("氏", ["榎本亮氏"]) in meant("榎本亮氏は船を買った。なお氏は昔、船員だった。")


def test_a_surname_with_the_post_taken_later_leads_to_the_name_alone() -> None:
    found = meant("次期社長に久保由紀氏が就任する。久保社長は語った。")
    assert not any("。" in to for _, meanings in found for to in meanings)

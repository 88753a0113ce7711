"""同市, 同国 and 同大統領 mean the one that the sentence or the paragraph tells; 両社 the two that it always meant."""

from __future__ import annotations

import pytest

from tests.corpus.structure.test_antecedents import meant

MET = "タイのスワン首相は3月、ラオスを訪れ、同国のカムサイ首相と会談した。"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("東浜汽船(南浜市)と北山バス(同市)が合併する。", ("同市", ["南浜市"])),
        (MET, ("同国", ["ラオス"])),
        (f"{MET}昨年は同首相がバンコクに来た。", ("同首相", ["カムサイ首相"])),
        ("東浜汽船は1921年に生まれた。客は減った。同社は船を売る。", ("同社", ["東浜汽船"])),
        (
            "東浜汽船と北山バスが合併する。両社は路線を残す。\n\n町の声は割れた。\n\n船員も案じる。両社の船員は百人だ。",
            ("両社", ["東浜汽船", "北山バス"]),
        ),
        (
            "背景には、海へ出る道を求めるラオスと、人手を望むタイの事情がある。ただし、両者の思惑は違う。",
            ("両者", ["ラオス", "タイ"]),
        ),
    ],
)
def test_what_the_sentence_or_the_paragraph_tells_is_meant(text: str, found: tuple[str, list[str]]) -> None:
    assert found in meant(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("東浜汽船(南浜市)、西浜汽船(西浜市)と北山バス(同市)が合併する。", "同市"),
        ("背景には、ラオスとタイの事情がある。同国にとってタイは隣国だ。", "同国"),
        ("あおぞら会と保護者会から聞いた。同会は話を続けたい。", "同会"),
        (
            "東浜汽船と北山バスが合併する。両社は路線を残す。\n\n南浜運輸も名乗り出た。\n\n船員も案じる。両社の船員は百人だ。",
            "",
        ),
    ],
)
def test_where_two_may_be_meant_none_is_told(text: str, word: str) -> None:
    found = meant(text)
    assert word not in [said for said, _ in found] if word else [said for said, _ in found].count("両社") == 1


def test_a_name_that_begins_with_a_noun_in_kana_is_one_of_its_kind() -> None:
    text = "町は水産加工のあけぼの食品に校舎を貸す。9月に開く。協定を同社と結んだ。"
    assert ("同社", ["あけぼの食品"]) in meant(text)


def test_a_ship_beside_a_named_one_is_not_taken_for_the_only_one() -> None:
    text = "町は「北光丸」の代替船を探したが、断念した。この船は古い。"
    assert ("この船", ["代替船"]) not in meant(text)

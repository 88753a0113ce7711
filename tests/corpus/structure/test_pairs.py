"""前者, 後者 and Neither mean the two that a sentence sets side by side, each with what tells it from the other."""

from __future__ import annotations

import pytest

from tests.corpus.structure import meant as other
from tests.corpus.structure.test_antecedents import meant

METHODS = "県は二つの方法を検討した。堤防を高くする方法と、遊水地を設ける方法である。"
BANKS = "上流のカレムスタンが発電に、下流のトルヴィアが灌漑に使ってきた。"
BRIDGE = "The council compared a bridge and a tunnel. The former would cost less; the latter would last longer. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{METHODS}前者は工期が長い。", ("前者", ["堤防を高くする方法"])),
        ("学校は給食を自前で作ることと、隣町から運ぶことを比べた。後者は安い。", ("後者", ["隣町から運ぶこと"])),
        ("委員会は現在地での建て替えと駅前への移転を比べた。後者は高い。", ("後者", ["駅前への移転"])),
        (f"{BANKS}前者は冬に水を流す。", ("前者", ["上流のカレムスタン"])),
        (f"{BANKS}後者は夏に水を待つ。", ("後者", ["下流のトルヴィア"])),
    ],
)
def test_each_of_two_is_told_with_what_sets_it_apart(text: str, found: tuple[str, list[str]]) -> None:
    assert found in meant(text)


def test_of_three_none_is_the_former() -> None:
    assert meant("議会は補助をやめる案と、半額にする案と、続ける案を比べた。前者は否決された。") == []


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", BRIDGE, ("The former", ["a bridge"])),
        ("en", f"{BRIDGE}Neither is popular.", ("Neither", ["a bridge", "a tunnel"])),
        (
            "en",
            "Corran Foods and Delby\nMills will merge. Both companies bake.",
            ("Both companies", ["Corran Foods", "Delby\nMills"]),
        ),
        ("en", "The mayor and the board met. Neither would say more.", ("Neither", ["The mayor", "the board"])),
        ("zh", "县里引进了风力发电和潮汐发电两种方式。后者更稳定。", ("后者", ["潮汐发电"])),
        ("zh", "调查组由大学和渔业公司组成。后者提供船只。", ("后者", ["渔业公司"])),
        ("zh", "市政府去年与华港集团签订了租约。双方约定租期。", ("双方", ["市政府", "华港集团"])),
    ],
)
def test_two_of_another_language_are_told_without_the_words_around_them(
    lang: str, text: str, found: tuple[str, list[str]]
) -> None:
    assert found in other.meant(text, lang)


def test_a_verb_that_two_share_leaves_the_former_open() -> None:
    text = "Northlight Freight will supply the drivers and Kestrel Logistics the lorries. The former has 400 drivers."
    assert other.meant(text, "en") == []

"""The former and the latter are the two that the sentences right before count out or set against each other."""

from __future__ import annotations

import pytest

from tests.corpus.structure.test_antecedents import meant

ROOTS = "村には二つの悩みがある。一つは若者が去ったこと、いわゆる過疎であり、もう一つは古い橋である。"
YARDS = "東浜造船は大正に民間で始まった。これに対し西浜造船は県が建てた。"
WATER = "쟁점은 두 가지다. 물을 나누는 방식과 공사 비용이다. "


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        (f"{ROOTS}前者は重く、後者は急ぐ。", "ja", ("前者", ["過疎"])),
        (f"{ROOTS}前者は重く、後者は急ぐ。", "ja", ("後者", ["古い橋"])),
        (f"{ROOTS}前者は重い。後者は急ぐ。", "ja", ("後者", ["古い橋"])),
        ("一つ目は費用の問題である。二つ目は人手の問題である。前者は解ける。", "ja", ("前者", ["費用の問題"])),
        (f"{YARDS}前者は小さく、後者は大きい。", "ja", ("前者", ["東浜造船"])),
        (f"{YARDS}前者は小さく、後者は大きい。", "ja", ("後者", ["西浜造船"])),
        (f"{WATER}전자에 대해서는 뜻이 모였다.", "ko", ("전자", ["물을 나누는 방식"])),
        (f"{WATER}전자에 대해서는 뜻이 모였다. 문제는 후자다.", "ko", ("후자", ["공사 비용"])),
        ("売上は東店が1万2千円、西店が2万3千円で、後者は前者の倍に近い。", "ja", ("後者", ["西店"])),
    ],
)
def test_the_former_and_the_latter_are_the_two(text: str, lang: str, found: tuple[str, list[str]]) -> None:
    assert found in meant(text, lang)


@pytest.mark.parametrize(
    ("text", "lang", "word"),
    [
        (
            "一つ目は費用の問題である。二つ目は人手の問題である。三つ目は時間の問題である。前者は解ける。",
            "ja",
            "前者",
        ),
        (f"{ROOTS}雨が三日続いた。前者は重い。", "ja", "前者"),
        ("一つは重く、もう一つは軽い。雨が三日続いた。前者はよい。", "ja", "前者"),
        (f"{WATER}비가 왔다. 전자에 대해서는 뜻이 모였다.", "ko", "전자"),
    ],
)
def test_of_three_or_farther_off_none_is_told(text: str, lang: str, word: str) -> None:
    assert word not in [said for said, _ in meant(text, lang)]


def test_one_and_the_other_are_the_former_and_the_latter() -> None:
    text = (
        "There are two plans. One would move the clock to the hall; the other would mend it here. The latter is cheap."
    )
    assert ("The latter", ["mend it here"]) in meant(text, "en")

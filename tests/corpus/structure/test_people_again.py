"""People whom a text names again: with and without the gap in their name, by a former post, as one of two."""

from __future__ import annotations

import pytest

from tests.corpus.structure.test_antecedents import meant


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("北浜大の南雲 晶子教授は反対した。同教授は基金を提案している。", ("同教授", ["南雲 晶子教授"])),
        ("島津 昭仁氏は室長に就いた。島津氏は翌年、室長を退いた。前室長は振り返った。", ("前室長", ["島津氏"])),
        ("会長の島津悠氏が来た。\n\n島津 悠氏が述べた。同氏は忙しい。", ("同氏", ["島津 悠氏"])),
        (
            "議長は「友誼は揺るがない」と述べた。『湾新報』はこの発言に触れない。",
            ("この発言", ["友誼は揺るがない"]),
        ),
        (
            "島津教授は「手段だ」と述べた。同教授は基金を設けるよう提案している。これに対し、県は慎重だ。",
            ("これ", ["同教授は基金を設けるよう提案している。"]),
        ),
    ],
)
def test_who_and_what_was_told_is_found_again(text: str, found: tuple[str, list[str]]) -> None:
    assert found in meant(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("島津悠氏は岸田一郎氏を訪ね、遅くまで話し合った。同氏は売られたと考えている。", "同氏"),
        ("社長と岸田一郎部長は話し合った。彼は語った。", "彼"),
        ("島津 昭仁氏は来た。前室長は振り返った。", "前室長"),  # it may be another
    ],
)
def test_of_two_who_met_and_of_a_post_that_nobody_held_none_is_meant(text: str, word: str) -> None:
    assert word not in [said for said, _ in meant(text)]

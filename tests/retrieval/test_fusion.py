"""Joining the dense and the lexical ranking."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.fusion import DENSE_WEIGHT, DENSE_WEIGHT_ACROSS, dense_weight, fuse, shares_words

SCORES = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(-1, 30, allow_nan=False), max_size=8)


def test_each_ranking_is_scaled_between_its_best_and_last() -> None:
    # dense: a 1, b 0.5, c 0; lexical (shorter than the depth, so down to 0): c 1, b 0.25.
    fused = dict(fuse({"a": 0.9, "b": 0.85, "c": 0.8}, {"c": 8.0, "b": 2.0}, 0.4))
    assert fused == pytest.approx({"a": 0.4, "b": 0.4 * 0.5 + 0.6 * 0.25, "c": 0.6})


def test_a_passage_that_shares_no_word_takes_no_part_in_the_lexical_ranking() -> None:
    assert fuse({}, {"a": 3.0, "b": 0.0}, 0.0) == [("a", 1.0)]


def test_only_the_top_of_each_ranking_takes_part() -> None:
    assert [key for key, _ in fuse({"a": 0.9, "b": 0.8, "c": 0.7}, {"d": 2.0, "e": 1.0}, 0.5, depth=1)] == ["a", "d"]


def test_words_are_not_trusted_across_languages_or_where_they_cover_little() -> None:
    assert dense_weight(0.9, words_shared=True) == DENSE_WEIGHT
    assert dense_weight(0.9, words_shared=False) == DENSE_WEIGHT_ACROSS
    assert dense_weight(0.1, words_shared=True) == DENSE_WEIGHT_ACROSS


@pytest.mark.parametrize(
    ("lang", "languages", "shared"),
    [
        ("ja", {"ja"}, True),
        ("zh", {"ja"}, True),
        ("ja", {"zh", "en"}, True),
        ("en", {"ja"}, False),
        ("ko", {"zh"}, False),
    ],
)
def test_chinese_and_japanese_share_words_in_writing(lang: str, languages: set[str], shared: bool) -> None:
    assert shares_words(lang, languages) is shared


@given(SCORES, SCORES, st.floats(0, 1))
def test_scores_fall_within_0_and_1_and_the_order_is_total(
    dense: dict[str, float], lexical: dict[str, float], weight: float
) -> None:
    fused = fuse(dense, lexical, weight)
    scores = [score for _, score in fused]
    assert all(-1e-9 <= score <= 1 + 1e-9 for score in scores)
    assert scores == sorted(scores, reverse=True)
    assert {key for key, _ in fused} == set(dense) | {key for key, score in lexical.items() if score > 0}
    backwards = fuse(dict(reversed(dense.items())), dict(reversed(lexical.items())), weight)
    assert backwards == fused


@given(SCORES, SCORES)
def test_a_passage_that_leads_both_rankings_leads_with_1(dense: dict[str, float], lexical: dict[str, float]) -> None:
    fused = fuse(dense | {"z": 31.0}, lexical | {"z": 31.0}, 0.4)
    assert fused[0][0] == "z"
    assert fused[0][1] == pytest.approx(1.0)

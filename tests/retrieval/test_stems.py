"""Light stems of English and Korean."""

from __future__ import annotations

import pytest

from retrieval.stems import english_stem, korean_stem


@pytest.mark.parametrize(
    "forms",
    [
        "visit visits visited visiting",
        "trade trades traded trading",
        "company companies",
        "study studies studied studying",
        "stop stops stopped stopping",
        "watch watches watched",
        "sell sells selling",
    ],
)
def test_regular_forms_of_a_word_share_a_stem(forms: str) -> None:
    assert len({english_stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("word", ["gas", "is", "bus", "red", "king", "china", "analysis", "press"])
def test_a_word_that_only_looks_inflected_stays(word: str) -> None:
    assert english_stem(word) == word


@pytest.mark.parametrize(
    ("word", "stem"),
    [("북한에서는", "북한"), ("회의", "회의"), ("방문했다", "방문"), ("총리가", "총리"), ("나이", "나이")],
)
def test_korean_particles_go_where_two_syllables_stay(word: str, stem: str) -> None:
    assert korean_stem(word) == stem

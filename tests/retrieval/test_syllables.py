"""Hangul syllables come apart and together again."""

from __future__ import annotations

import pytest

from retrieval.syllables import joined, parted


def test_every_syllable_comes_together_from_its_letters() -> None:
    for place in range(0xAC00, 0xD7A4):
        letters = parted(chr(place))
        assert letters is not None
        assert joined(*letters) == chr(place)


@pytest.mark.parametrize("character", ["ㄱ", "a", "金", "\uabff", "\ud7a4"])
def test_nothing_else_comes_apart(character: str) -> None:
    assert parted(character) is None


def test_a_letter_in_the_wrong_place_is_refused() -> None:
    assert joined("ㅎ", "ㅏ", "ㄴ") == "한"
    with pytest.raises(ValueError, match="not found"):
        joined("ㅏ", "ㅎ")

"""What the parts of a pattern match, alone and beside others."""

from __future__ import annotations

import re

import pytest

from corpus.structure.patterns import after, any_of, before, maybe, not_after, not_before, words


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("x" + any_of("a", "ab") + "b", "xab xabb xb", ["xab", "xab"]),  # the earlier of two is tried first
        (words("pier quays?\n  dock") + "!", "pier! quays! dock! pier quay", ["pier!", "quays!", "dock!"]),
        ("a" + maybe("b", "cd") + "e", "ae abe acde abcde", ["ae", "abe", "acde"]),
        ("a" + before("b", "cd"), "ab acd ac", ["a", "a"]),
        ("a" + not_before("b", "cd"), "ab acd ac", ["a"]),
        (after("[bc]") + "a", "ba ca da", ["a", "a"]),
        (not_after("b", "cd") + "a", "ba cda da a", ["a", "a"]),  # of different lengths
        (not_after("港", "空港の") + "船", "港船 空港の船 の船", ["船"]),
    ],
)
def test_a_part_stands_beside_any_other_as_it_is(pattern: str, text: str, found: list[str]) -> None:
    assert re.findall(pattern, text) == found

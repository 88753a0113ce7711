"""How stretches of a text lie to one another."""

from __future__ import annotations

import pytest

from corpus.places import Span, lies_in, meet


@pytest.mark.parametrize(
    ("one", "other", "met"),
    [
        (Span(2, 5), Span(4, 6), True),
        (Span(2, 5), Span(3, 4), True),
        (Span(2, 5), Span(5, 6), False),  # they adjoin
        (Span(2, 5), Span(0, 2), False),
        (Span(2, 5), Span(7, 9), False),
    ],
)
def test_stretches_meet_that_share_a_character(one: Span, other: Span, met: bool) -> None:
    assert meet(one, other) is meet(other, one) is met


@pytest.mark.parametrize(
    ("inner", "outer", "inside"),
    [
        (Span(2, 5), Span(2, 5), True),
        (Span(3, 4), Span(2, 5), True),
        (Span(2, 5), Span(3, 4), False),
        (Span(1, 4), Span(2, 5), False),
        (Span(4, 6), Span(2, 5), False),
    ],
)
def test_a_stretch_lies_in_another_that_holds_all_of_it(inner: Span, outer: Span, inside: bool) -> None:
    assert lies_in(inner, outer) is inside

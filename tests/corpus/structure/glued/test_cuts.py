"""All ways to cut figures that ran together, and none that takes a figure apart at a comma or a point."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.structure.glued.cuts import MOST, Cut, TooMany, cuts, formats, full, tokens


def texts(run: str, found: Sequence[Cut]) -> list[tuple[str, ...]]:
    return [tuple(run[piece.start : piece.end] if piece else "" for piece in cut) for cut in found]


def test_a_comma_takes_exactly_three_digits() -> None:
    run = "4,1084,0974,133"
    assert texts(run, cuts(run, (0, 0, 0), grouped=True)) == [("4,108", "4,097", "4,133")]


def test_where_thousands_are_set_off_no_figure_has_four_digits_without_a_comma() -> None:
    assert texts("981968953", cuts("981968953", (0, 0, 0), grouped=True)) == [("981", "968", "953")]
    assert len(cuts("981968953", (0, 0, 0), grouped=False)) > 20


def test_a_column_with_one_decimal_has_it_in_every_row() -> None:
    found = texts("6.1128", cuts("6.1128", (1, 0), grouped=True))
    assert found == [("6.1", "128")]
    assert cuts("50.1", (0, 0), grouped=True) == ()


def test_a_space_is_a_border_and_a_sign_opens_a_figure() -> None:
    assert texts("412385△6.6 31", cuts("412385△6.6 31", (0, 0, 1, 0), grouped=True)) == [("412", "385", "△6.6", "31")]
    assert all("45" in cut and "7" in cut for cut in texts("45 7", cuts("45 7", (0, 0), grouped=True)))


def test_a_cell_known_to_be_empty_stays_empty_and_a_dash_is_a_sign_for_none() -> None:
    assert texts("_ 24", cuts("_ 24", (0, 0), grouped=True)) == [("", "24")]
    dash = next(cut for cut in cuts("- 24", (0, 0), grouped=True))
    assert dash[0] is not None and dash[0].value is None and not full(dash)


def test_nought_opens_no_longer_figure() -> None:
    assert ("4", "0", "6") in texts("406", cuts("406", (0, 0, 0), grouped=True))
    assert ("4", "06", "") not in texts("406", cuts("406", (0, 0, 0), grouped=True))


def test_too_many_ways_are_given_up() -> None:
    with pytest.raises(TooMany):
        cuts("1" * 30, (0,) * 7, grouped=False)


def test_decimals_stand_in_as_many_columns_as_a_row_has_points() -> None:
    assert set(formats(["1.52", "3"], 2)) == {(1, 0), (2, 0), (3, 0), (0, 1), (0, 2), (0, 3)}
    assert list(formats(["15", "3"], 2)) == [(0, 0)]


@given(st.text("0123456789,.-△ ", max_size=16), st.lists(st.integers(0, 2), min_size=1, max_size=5), st.booleans())
def test_every_way_takes_all_signs_in_order(run: str, places: list[int], grouped: bool) -> None:
    try:
        found = cuts(run, places, grouped)
    except TooMany:
        return
    assert len(found) <= MOST
    assert len(set(found)) == len(found)
    for cut in found:
        assert len(cut) == len(places)
        assert "".join(text for text in texts(run, [cut])[0]) == "".join(run[a:b] for a, b in tokens(run))
        assert all(
            piece is None or piece.value is None or piece.places == d for piece, d in zip(cut, places, strict=True)
        )

"""What the figures of a row have to do with one another holds for rounded figures, and hardly by accident."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.structure.glued.cuts import Cut, Piece
from corpus.structure.glued.relations import Relation, chance, holds, row_relations, shares


def row(*figures: str) -> Cut:
    return tuple(
        Piece(0, 0, int(figure.replace(".", "")), len(figure.partition(".")[2])) if figure else None
        for figure in figures
    )


CHANGE = Relation("change", 2, (0, 1))


def test_a_change_is_of_the_earlier_figure() -> None:
    assert holds(CHANGE, row("628", "666", "6.1"))
    assert not holds(CHANGE, row("666", "628", "6.1"))
    assert not holds(CHANGE, row("628", "666", "6.3"))


def test_nothing_is_said_of_a_row_that_lacks_a_figure() -> None:
    assert not holds(CHANGE, row("", "45", "6.1"))
    assert chance(CHANGE, row("", "45", "6.1")) is None


def test_small_figures_tell_less_than_large_ones() -> None:
    small, large = chance(CHANGE, row("4", "5", "25.0")), chance(CHANGE, row("4123", "5154", "25.0"))
    assert small is not None and large is not None and small > 20 * large


def test_sums_and_differences_give_way_by_what_rounding_makes() -> None:
    total = Relation("sum", 0, (1, 2))
    assert holds(total, row("100", "60", "41"))
    assert not holds(total, row("100", "60", "43"))
    assert holds(Relation("difference", 2, (0, 1)), row("127", "119", "-8"))


def test_a_share_is_of_the_figure_in_the_total_row() -> None:
    (share,) = shares([row("823", "100.0"), row("82", "310.0")], 2)
    assert share.kind == "share" and holds(share, row("412", "50.1")) and not holds(share, row("41", "50.1"))


def test_relations_go_back_only_to_columns_before_them_but_a_sum() -> None:
    assert {relation.kind for relation in row_relations((0, 0, 1))} == {"change", "ratio", "difference", "sum"}
    assert list(row_relations((0, 1))) == []


@given(st.floats(10, 1e6), st.floats(0.2, 3), st.integers(1, 2))
def test_a_change_reckoned_from_unrounded_numbers_holds_in_the_rounded_ones(
    a: float, times: float, places: int
) -> None:
    b = a * times
    assert holds(CHANGE, row(f"{a:.0f}", f"{b:.0f}", f"{(b - a) / a * 100:.{places}f}"))

"""What the figures of one row can have to do with one another: a change, a difference, a share, a sum.

Invariant: a relation holds where the printed figures, each rounded to its last place, can come from numbers for which
it is exact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from corpus.structure.glued.cuts import Cut, Piece

Kind = Literal["change", "ratio", "difference", "sum", "share"]


class Relation(NamedTuple):
    """The figure in column ``at`` follows from those in ``of``: (b − a) / a, b / a, b − a of (a, b), or their sum.

    A share is that of one column in ``whole``.
    """

    kind: Kind
    at: int
    of: tuple[int, ...]
    whole: Piece | None = None


def row_relations(places: Sequence[int]) -> Iterator[Relation]:
    """Yield the relations that rows with so many decimals a column may show."""
    columns = len(places)
    for at in range(2, columns):
        for of in ((at - 2, at - 1), (at - 1, at - 2)):
            yield Relation("change", at, of)
            if places[at]:
                yield Relation("ratio", at, of)
            if places[at] >= max(places[c] for c in of):
                yield Relation("difference", at, of)
    if columns > 2:
        yield Relation("sum", 0, tuple(range(1, columns)))
        for at in range(2, columns):
            yield Relation("sum", at, tuple(range(at)))


def shares(totals: Sequence[Cut], columns: int) -> Iterator[Relation]:
    """Yield the relations of rows to a total row, for each way to cut that which ends a column of shares with 100."""
    seen: set[tuple[int, int, float]] = set()
    for cut in totals:
        for at in range(1, columns):
            last = cut[at]
            if last is None or last.value is None or abs(last.amount - 100) > 3 * 10**-last.places:
                continue
            for of in range(at):
                whole = cut[of]
                if whole is not None and whole.value and whole.value > 0 and (at, of, whole.amount) not in seen:
                    seen.add((at, of, whole.amount))
                    yield Relation("share", at, (of,), whole)


def chance(relation: Relation, cut: Cut) -> float | None:
    """Return how probable it is that a relation holds by accident; None where a figure is missing or tells nothing."""
    found = _expected(relation, cut)
    piece = cut[relation.at]
    if found is None or piece is None or piece.value is None:
        return None
    low, high, scale = found
    return min(1.0, (high - low + _half(piece) * 2) / max(scale, abs(piece.amount), 10 * 2 * _half(piece)))


def holds(relation: Relation, cut: Cut) -> bool:
    """Say whether a relation holds in a row all of whose figures are there."""
    found = _expected(relation, cut)
    piece = cut[relation.at]
    if found is None or piece is None or piece.value is None:
        return False
    room = _half(piece) * 1.02
    return found[0] - room <= piece.amount <= found[1] + room


def _half(piece: Piece) -> float:
    return 0.5 * 10.0**-piece.places


def _expected(relation: Relation, cut: Cut) -> tuple[float, float, float] | None:
    """Return between which numbers the figure must be, and of what size it can be at all."""
    given = [piece for column in relation.of if (piece := cut[column]) is not None and piece.value is not None]
    if len(given) < len(relation.of):
        return None
    if relation.kind == "sum":
        middle, room = sum(piece.amount for piece in given), sum(map(_half, given))
        return middle - room, middle + room, abs(middle)
    if relation.kind == "difference":
        middle, room = given[1].amount - given[0].amount, _half(given[0]) + _half(given[1])
        return middle - room, middle + room, max(given[0].amount, given[1].amount)
    part, whole = (given[0], relation.whole) if relation.kind == "share" else (given[1], given[0])
    if whole is None or whole.amount <= _half(whole) or part.amount < 0:
        return None
    low = max(part.amount - _half(part), 0) / (whole.amount + _half(whole)) * 100
    high = (part.amount + _half(part)) / (whole.amount - _half(whole)) * 100
    less = 100 if relation.kind == "change" else 0
    return low - less, high - less, (low + high) / 2

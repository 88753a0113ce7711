"""Rows that say of somebody or something else what the chosen row says: all of them answer, or none is the answer.

Invariant: every word of the question that the chosen row has itself, each of the others has too; the point of all
stands in one column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.compose.asked import Asked
from bot.compose.rows import row_of
from bot.compose.scoring import Scored
from bot.question import Ask
from corpus.document import Span
from corpus.places import meet
from corpus.tables import Cell

_SAYS = 0.3  # share of a word that a row carries itself, from which it says it, be it in another language
_AS_MUCH = 0.95  # of what the best row carries of a word
_MOST = 8  # rows; of more, what they share says too little
_NAMES = frozenset(("who", "list", "what"))


def rows_alike(asked: Asked, ask: Ask, ranked: Sequence[Scored]) -> list[Scored]:
    """Return the rows of the best row's table that say as much of the question, it included, in the order of the table.

    Each is named by its cell in the column of the best one's point. Empty where the best is no row, or stands alone.
    """
    best = ranked[0]
    table, row = row_of(best.candidate)
    most = max(best.candidate.direct, default=0.0)
    said = [at for at, value in enumerate(best.candidate.direct) if value >= max(_SAYS, _AS_MUCH * most)]
    if ask.kind not in _NAMES or table is None or row is None or best.point is None or not said:
        return []
    column = next((at for at, cell in enumerate(row.cells) if cell.text and meet(cell, best.point.span)), None)
    alike = []
    for item in ranked if column is not None else ():
        here, other = row_of(item.candidate)
        if (
            here is not table
            or other is None
            or any(item.candidate.direct[at] < _AS_MUCH * best.candidate.direct[at] for at in said)
        ):
            continue
        name = other.cells[column] if column is not None and column < len(other.cells) else None
        if name is None or not name.text:
            continue
        saying = _saying(asked, [cell for cell in other.cells if cell is not name], said) or name
        alike.append(
            replace(item, point=None, marked=Span(saying.start, saying.end), named=Span(name.start, name.end), parts=())
        )
    alike.sort(key=lambda item: item.candidate.start)
    return alike if 1 < len(alike) <= _MOST else []


def _saying(asked: Asked, cells: Sequence[Cell], said: Sequence[int]) -> Cell | None:
    """Return the first cell that has a word of the question which the row has."""
    words = ((cell, asked.sentences.words(cell.text)) for cell in cells)
    return next((cell for cell, own in words if any(asked.terms[at].carried_by(own) >= _SAYS for at in said)), None)

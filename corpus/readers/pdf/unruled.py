"""Tables of words that a page draws without rules: lines whose stretches stand below one another in columns.

Invariant: every stretch of such lines stands in one column; tables of figures are left to the rules for text, which
tell them by their figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from corpus.readers.pdf.layout import Row, Stretch
from corpus.structure.columns import is_numeric
from corpus.structure.lines import ends_sentence, open_bracket, width

_ROWS, _COLUMNS = 3, 3  # at least
_LONGEST = 24  # columns of text that half the cells have at most
_FILLED = 0.7  # of the cells of a table hold something

Cells = list[list[Stretch | None]]


def unruled(rows: Sequence[Row]) -> dict[int, Cells]:
    """Return the tables among the lines of a page: the index of the first line → its rows of cells."""
    found: dict[int, Cells] = {}
    at = 0
    while at < len(rows):
        stop = at
        while stop < len(rows) and len(rows[stop].stretches) >= 2 and _close(rows, at, stop):
            stop += 1
        table = next((cells for end in range(stop, at + _ROWS - 1, -1) if (cells := _table(rows[at:end]))), None)
        if table:
            found[at] = table
            at += len(table)
        else:
            at += 1
    return found


def joined(rows: Sequence[Row]) -> list[Row]:
    """Return lines with a name over two of them on the line that has its figures: its bracket or row was still open."""
    result: list[Row] = []
    for row in rows:
        last = result[-1] if result else None
        if last and len(row.stretches) == 1 and len(last.stretches) >= _COLUMNS and _goes_on(last, row):
            name = last.stretches[0]
            whole = Stretch((*name.glyphs, *row.stretches[0].glyphs), name.size)
            result[-1] = replace(last, stretches=(whole, *last.stretches[1:]))
        else:
            result.append(row)
    return result


def _goes_on(last: Row, row: Row) -> bool:
    name, more = last.stretches[0], row.stretches[0]
    below = (row.left, row.right) == (last.left, last.right) and 0 < row.top - last.bottom < row.size
    return below and abs(more.x0 - name.x0) < name.size and (open_bracket(name.text) or name.text[-1:] in "、・")


def _close(rows: Sequence[Row], first: int, at: int) -> bool:
    """Say whether a line stands right below the one before it, in the same column of the page."""
    if at == first:
        return True
    before, row = rows[at - 1], rows[at]
    return (row.left, row.right) == (before.left, before.right) and 0 < row.top - before.bottom < 2 * row.size


def _table(rows: Sequence[Row]) -> Cells | None:
    """Return the cells of lines that are a table of words, or None."""
    if len(rows) < _ROWS:
        return None
    columns = _columns([stretch for row in rows for stretch in row.stretches])
    if len(columns) < _COLUMNS or len(rows[0].stretches) != len(columns):
        return None
    cells: Cells = []
    for row in rows:
        placed: list[Stretch | None] = [None] * len(columns)
        for stretch in row.stretches:
            column = next(at for at, (x0, x1) in enumerate(columns) if x0 <= stretch.x0 and stretch.x1 <= x1)
            if placed[column] is not None:
                return None
            placed[column] = stretch
        cells.append(placed)
    texts = [[cell.text.strip() if cell else "" for cell in row] for row in cells]
    filled = [text for row in texts for text in row if text]
    figures = any(
        sum(map(is_numeric, column)) >= 0.5 * sum(map(bool, column)) for column in zip(*texts[1:], strict=True)
    )
    short = median(map(width, filled)) <= _LONGEST and not any(map(ends_sentence, filled))
    return cells if short and not figures and len(filled) >= _FILLED * len(texts) * len(columns) else None


def _columns(stretches: Sequence[Stretch]) -> list[tuple[float, float]]:
    """Return the upright bands that stretches stand in, with nothing between them."""
    edges = sorted((stretch.x0, stretch.x1) for stretch in stretches)
    bands = [edges[0]]
    for x0, x1 in edges[1:]:
        if x0 <= bands[-1][1]:
            bands[-1] = bands[-1][0], max(bands[-1][1], x1)
        else:
            bands.append((x0, x1))
    return bands

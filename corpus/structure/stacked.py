"""Tables whose cells stand below each other, one to a line, as a copied page leaves them: names, then row by row.

Invariant: all lines up to the next blank one, or to a source line, fall into rows of one length; every column but the
first holds figures in all rows or in none, and the names above hold none.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from corpus.structure.captions import is_caption, is_remark, is_source, is_unit
from corpus.structure.columns import header_rows, is_numeric
from corpus.structure.grid import Grid, RowCut
from corpus.structure.lines import Line, ends_sentence, whole, width
from corpus.structure.lists import item

_MOST_COLUMNS = 8
_FEWEST_ROWS = 3
_MOST_LINES = 400
_WIDEST = 40


def stacked(lines: Sequence[Line], start: int) -> Grid | None:
    """Return the table that opens at ``lines[start]`` with one cell to a line, or None."""
    if start and not (is_caption(lines[start - 1].text.strip()) or is_unit(lines[start - 1].text)):
        return None
    if not any(is_numeric(line.text) for line in lines[start + 2 : start + 2 * _MOST_COLUMNS]):
        return None
    cells = list(takewhile(_can_be_cell, lines[start : start + _MOST_LINES]))
    behind = lines[start + len(cells)].text.strip() if start + len(cells) < len(lines) else ""
    if behind and not (is_source(behind) or is_remark(behind)):
        return None
    texts = [line.text.strip() for line in cells]
    for columns in range(2, _MOST_COLUMNS + 1):
        if len(cells) % columns or len(cells) < (_FEWEST_ROWS + 1) * columns:
            continue
        rows = [texts[at : at + columns] for at in range(0, len(texts), columns)]
        if _is_table(rows):
            cuts = [_row(cells[at : at + columns]) for at in range(0, len(cells), columns)]
            return Grid((cuts[0],), tuple(cuts[1:]), len(cells))
    return None


def _can_be_cell(line: Line) -> bool:
    text = line.text.strip()
    framing = is_caption(text) or is_source(text) or is_unit(text) or is_remark(text)
    return width(text) <= _WIDEST and not (framing or ends_sentence(text) or item(line.text) or "\t" in text)


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether cells, row by row, are those of a table with its names on top."""
    if any(is_numeric(row[0]) for row in rows) or header_rows(rows) != 1 or any(map(is_numeric, rows[0])):
        return False
    kinds = [{is_numeric(row[column]) for row in rows[1:]} for column in range(1, len(rows[0]))]
    return all(len(kind) == 1 for kind in kinds) and {True} in kinds and len({row[0] for row in rows}) == len(rows)


def _row(lines: Sequence[Line]) -> RowCut:
    pieces = tuple(whole(line) for line in lines)
    return RowCut(pieces, tuple((piece,) for piece in pieces))

"""Tables whose columns ran together and that no reading takes apart, and readings that cannot be right.

Invariant: what is refused keeps its lines, one cell to a line, so that it can be quoted and is named as an issue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.structure.glued.fitted import body_lines, can_be_row
from corpus.structure.glued.peeled import AMOUNT, code_form, is_figure_end
from corpus.structure.grid import Grid, RowCut
from corpus.structure.lines import Line, whole, width
from corpus.structure.signs import fold_signs

_FEWEST = 3  # rows
_NAMES = 120  # columns of the line of names
_RAN_ON = re.compile(rf"\d{{3,}}[^\W\d_]|[^\W\d_]\)?{AMOUNT}|{AMOUNT}\d")
_ENDS = re.compile(rf"{AMOUNT}[\d.]*%?$")


def sound(grid: Grid) -> bool:
    """Say whether a reading can be right: no amount names a column, and none shares its cell with another line.

    Where rows ran together, the names must not open with codes: these are a column of their own.
    """
    torn = [row.texts[0] for row in grid.rows if row.recovered]
    if torn and code_form(torn):
        return False
    if any(re.search(AMOUNT, fold_signs(text)) for row in grid.header for text in row.texts):
        return False
    cells = (cell for row in (*grid.header, *grid.rows) for cell in row.cells if len(cell) > 1)
    return not any(is_figure_end(piece.text) for cell in cells for piece in cell)


def kept_whole(grid: Grid) -> Grid:
    """Return the table, each row that lacks a cell because an amount ran into its words as one cell."""
    columns = grid.columns
    rows = [
        RowCut(row.slices, (row.slices,)) if len(row.cells) < columns and any(map(_ran_into, row.texts)) else row
        for row in grid.rows
    ]
    return replace(grid, rows=tuple(rows))


def _ran_into(text: str) -> bool:
    return bool(re.search(rf"[^\W\d_]\)?{AMOUNT}", fold_signs(text)))


def runs_on(text: str) -> bool:
    """Say whether a line is a name that a code or an amount runs into, and ends in an amount."""
    folded = fold_signs(text.strip())
    return bool(_ENDS.search(folded) and _RAN_ON.search(folded))


def all_run_on(texts: Sequence[str]) -> bool:
    """Say whether lines are rows that ran together: most show it, or codes open them, and all end in a figure."""
    code = code_form(texts)
    coded = code is not None and sum(bool(re.match(rf"{code.pattern}[^\W\d_]", text)) for text in texts)
    most = 2 * max(sum(map(runs_on, texts)), coded) > len(texts)
    return most and all(re.search(r"\d%?$", fold_signs(text.strip())) for text in texts)


def refused(lines: Sequence[Line], start: int) -> Grid | None:
    """Return the table that opens at ``lines[start]`` with its names, one cell to a line, where all its rows run on."""
    top = lines[start].text.strip()
    if not can_be_row(lines[start]) or width(top) > _NAMES or re.search(AMOUNT, fold_signs(top)):
        return None
    taken = body_lines(lines, start)
    if len(taken) < _FEWEST or not all_run_on([line.text for line in taken]):
        return None
    header, *rows = (RowCut((whole(line),), ((whole(line),),)) for line in (lines[start], *taken))
    return Grid((header,), tuple(rows), 1 + len(taken))

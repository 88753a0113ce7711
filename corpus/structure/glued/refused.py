"""Tables whose columns ran together and that no reading takes apart, and readings that cannot be right.

Invariant: what is refused keeps its lines, one cell to a line, so that it can be quoted and is named as an issue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.structure.glued.fitted import behind_ranks, body_lines, can_be_row, counted_on
from corpus.structure.glued.peeled import AMOUNT, code_form, is_figure_end, ran_together
from corpus.structure.grid import Grid, RowCut
from corpus.structure.lines import Line, whole, width
from corpus.structure.signs import fold_signs

_FEWEST = 3  # rows
_NAMES = 120  # columns of the line of names
_RAN_INTO = re.compile(rf"[^\W\d_]\)?{AMOUNT}[\d.]*%?(?=$|[\t ])")
_RAN_ON = re.compile(rf"\d{{3,}}[^\W\d_]|[^\W\d_]\)?{AMOUNT}|{AMOUNT}\d")
_ENDS_IN = re.compile(r"\d[%％]?$")
_ENDS = re.compile(rf"{AMOUNT}[\d.]*%?$")


def sound(grid: Grid) -> bool:
    """Say whether a reading can be right: no amount names a column, and none shares its cell with another line.

    A code that opens the rows is a cell of its own: no rank or word stands with it, nor does it stand in two cells.
    """
    first = ["".join(row.texts[:1]) for row in grid.rows]
    ran_together = [text for text, row in zip(first, grid.rows, strict=True) if row.recovered]
    if code_form(ran_together) or (counted_on(first) and code_form(behind_ranks(first))) or _code_parted(grid):
        return False
    if any(re.search(AMOUNT, fold_signs(text)) for row in grid.header for text in row.texts):
        return False
    cells = (cell for row in (*grid.header, *grid.rows) for cell in row.cells if len(cell) > 1)
    return not any(is_figure_end(piece.text) for cell in cells for piece in cell)


def _code_parted(grid: Grid) -> bool:
    """Say whether a code that opens most rows, printed with blanks inside (67 04), stands in more cells than one."""
    texts = behind_ranks([row.slices[0].text for row in grid.rows])
    code = code_form(texts)
    if code is None or " " not in code.pattern:
        return False
    opened = [(row, match[0]) for row, text in zip(grid.rows, texts, strict=True) if (match := code.match(text))]
    worded = sum(bool(re.match(rf"{code.pattern}\s*[^\W\d_]", text)) for text in texts)
    return 2 * worded > len(texts) and any(not any(c.startswith(code) for c in row.texts) for row, code in opened)


def kept_whole(grid: Grid) -> Grid:
    """Return the table, each row that lacks a cell because an amount ran into words or another as one cell.

    Where that is so of half the rows, no row that lacks a cell is believed.
    """
    columns = grid.columns
    short = [len(row.cells) < columns for row in grid.rows]
    torn = [lacks and any(map(_ran_into, row.texts)) for lacks, row in zip(short, grid.rows, strict=True)]
    kept = short if 2 * sum(torn) >= len(grid.rows) else torn
    rows = [RowCut(row.slices, (row.slices,)) if one else row for one, row in zip(kept, grid.rows, strict=True)]
    return replace(grid, rows=tuple(rows))


def _ran_into(text: str) -> bool:
    return bool(_RAN_INTO.search(fold_signs(text))) or ran_together(text)


def runs_on(text: str) -> bool:
    """Say whether a line holds a name that an amount runs into, or a code does and it ends in an amount."""
    folded = fold_signs(text.strip())
    return _ran_into(text.strip()) or bool(_ENDS.search(folded) and _RAN_ON.search(folded))


def all_run_on(texts: Sequence[str]) -> bool:
    """Say whether lines are rows that ran together: most show it, or codes open them, and all end in a figure."""
    code = code_form(texts)
    coded = code is not None and sum(bool(re.match(rf"{code.pattern}[^\W\d_]", text)) for text in texts)
    most = 2 * max(sum(map(runs_on, texts)), coded) > len(texts)
    return most and all(_ENDS_IN.search(text.strip()) for text in texts)


def refused(lines: Sequence[Line], start: int) -> Grid | None:
    """Return the table that opens at ``lines[start]`` with its names, one cell to a line, where all its rows run on."""
    top = lines[start].text.strip()
    if not all(_ENDS_IN.search(line.text.rstrip()) for line in lines[start + 1 : start + 1 + _FEWEST]):
        return None
    if not can_be_row(lines[start]) or width(top) > _NAMES or re.search(AMOUNT, fold_signs(top)):
        return None
    taken = body_lines(lines, start)
    if len(taken) < _FEWEST or not all_run_on([line.text for line in taken]):
        return None
    header, *rows = (RowCut((whole(line),), ((whole(line),),)) for line in (lines[start], *taken))
    return Grid((header,), tuple(rows), 1 + len(taken))

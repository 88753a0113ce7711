"""Rows that lack a cell because a figure ran into the name, or into another figure, while other columns stand apart.

Invariant: a row is cut only where its figures are bound to those of the other rows, or where all rows lack the same one
and end their names with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.structure.columns import is_numeric
from corpus.structure.glued.cuts import tokens
from corpus.structure.glued.deciding import Decided
from corpus.structure.glued.header import rate_columns
from corpus.structure.glued.peeled import ran_together
from corpus.structure.glued.tables import decided_rows, known_run
from corpus.structure.grid import Grid, RowCut
from corpus.structure.lines import Slice, strip
from corpus.structure.signs import fold_signs

_NAMED = re.compile(r"(?P<name>.*[^\W\d_][)\]]?)\s*(?P<run>[△▲+-]?\d[\d,.△▲+-]*%?)")


def with_names_apart(grid: Grid) -> Grid:
    """Return the table, the rows that lack cells filled where the table decides how."""
    columns = len(grid.names) - 1
    short = [n for n, row in enumerate(grid.rows) if _torn(row, columns) is not None]
    if columns < 2 or not short:
        return grid
    torn = {n: cut for n in short if (cut := _torn(grid.rows[n], columns)) is not None}
    runs = [_run(torn[n]) if n in torn else known_run(row.texts[1:]) for n, row in enumerate(grid.rows)]
    names = [
        torn[n][0].text.strip() if n in torn else (row.texts or ("",))[0].strip() for n, row in enumerate(grid.rows)
    ]
    every = len(torn) == len(grid.rows) > 2 and all(len(tokens(run)) == columns for run in runs)
    every = every and all(_runs_on(grid.rows[n]) for n in torn)
    every = every and 2 * sum(bool(re.search("[.,]", cells[1].text)) for cells in torn.values()) > len(torn)  # no codes
    decided = decided_rows(names, runs, columns, rate_columns(grid.names[1:]))
    rows = [
        _filled(row, torn[n], one, every) if n in torn and one is not None else row
        for n, (row, one) in enumerate(zip(grid.rows, decided, strict=True))
    ]
    return replace(grid, rows=tuple(rows))


def filled_up(grid: Grid) -> Grid:
    """Return the table, rows that only lack their last cells with empty ones: nothing is printed behind a last tab.

    Only where each cell of a row is a figure, or is none, as the cells of its column are.
    """
    columns = grid.columns
    full = [row.texts for row in grid.rows if len(row.cells) == columns]
    kinds = [{is_numeric(row[column]) for row in full if row[column].strip()} for column in range(columns)]
    rows = [
        replace(row, cells=(*row.cells, *[()] * (columns - len(row.cells))))
        if 1 < len(row.cells) < columns
        and _torn(row, columns - 1) is None
        and not any(map(ran_together, row.texts))
        and all(is_numeric(text) in kind for text, kind in zip(row.texts, kinds, strict=False) if text.strip())
        else row
        for row in grid.rows
    ]
    return replace(grid, rows=tuple(rows))


def _torn(row: RowCut, columns: int) -> tuple[Slice, ...] | None:
    """Return name and figures of a row with too few cells, all of them filled; a figure may end the name's cell."""
    if not 2 <= len(row.cells) <= columns or any(len(cell) != 1 for cell in row.cells):
        return None
    cells = [cell[0] for cell in row.cells]
    match = _NAMED.fullmatch(fold_signs(cells[0].text))
    if not all(re.fullmatch(r"[△▲+-]?\d[\d,.△▲+-]*%?", fold_signs(cell.text)) for cell in cells[1:]):
        return None
    if match is None:
        return tuple(cells) if re.search(r"[^\W\d_]", cells[0].text) else None
    line, at = cells[0].line, cells[0].start
    return (
        strip(Slice(line, at, at + match.end("name"))),
        Slice(line, at + match.start("run"), cells[0].end),
        *cells[1:],
    )


def _runs_on(row: RowCut) -> bool:
    """Say whether a figure ends the cell of a row's name."""
    return bool(_NAMED.fullmatch(fold_signs(row.texts[0])))


def _run(cells: Sequence[Slice]) -> str:
    return " ".join(fold_signs(cell.text) for cell in cells[1:])


def _filled(row: RowCut, torn: Sequence[Slice], decided: Decided, every: bool) -> RowCut:
    why = decided.why or ("the number of columns, in every row" if every else "")
    if not why:
        return row
    places = [(cell.line, cell.start + n) for cell in torn[1:] for n in range(cell.end - cell.start + 1)]
    cells = [
        (Slice(places[span[0]][0], places[span[0]][1], places[span[1] - 1][1] + 1),) if span else ()
        for span in decided.spans
    ]
    return RowCut(row.slices, ((torn[0],), *cells), why)

"""Tables whose header ran up into the line of their caption: 表2 港別の量（単位：トン）港名 2021年 2022年.

Invariant: a caption gives up only words at its end, as many as the table has columns, that read as the names of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.structure.blocks import Block
from corpus.structure.columns import header_rows, is_numeric
from corpus.structure.grid import Grid, RowCut
from corpus.structure.linebreaks import table_slices
from corpus.structure.lines import Slice

_CLOSED = re.compile(r".*[）)\]］]")
_TIME = re.compile(r"(?:19|20)\d\d\s*(?:年度?|년)?$|[12]?\d\s*月$|(?:令和|平成|昭和|明治|大正)\S{1,3}年度?$")
_FEWEST = 3  # columns


def with_headers(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, each header that stands in the line of its caption given to the table below."""
    result = list(blocks)
    for index, (block, below) in enumerate(pairwise(blocks)):
        grid = below.grid
        if block.kind != "caption" or grid is None or grid.header or grid.columns < _FEWEST:
            continue
        if (cells := _header(block.slices[-1], grid)) is None:
            continue
        piece = block.slices[-1]
        names = Slice(piece.line, cells[0].start, piece.end)
        header = RowCut((names,), tuple((cell,) for cell in cells))
        made = replace(grid, header=(header,))
        slices, seams = table_slices(made)
        end = piece.start + len(piece.line.text[piece.start : cells[0].start].rstrip(" \u3000\t"))
        result[index] = replace(block, slices=(*block.slices[:-1], Slice(piece.line, piece.start, end)))
        result[index + 1] = replace(below, slices=slices, seams=seams, grid=made)
    return result


def _header(piece: Slice, grid: Grid) -> tuple[Slice, ...] | None:
    """Return the cells at the end of a caption's line that name the columns of a table, or None."""
    closed = _CLOSED.match(piece.text)
    floor = closed.end() if closed else 0
    words = [Slice(piece.line, piece.start + m.start(), piece.start + m.end()) for m in re.finditer(r"\S+", piece.text)]
    if closed:
        behind = [match.span() for match in re.finditer(r"\S+", piece.text[floor:])]
        words = [Slice(piece.line, piece.start + floor + a, piece.start + floor + b) for a, b in behind]
        if len(words) != grid.columns:
            return None
    elif len(words) < grid.columns + 2 or sum(bool(_TIME.match(word.text)) for word in words[-grid.columns :]) < 2:
        return None
    cells = tuple(words[-grid.columns :])
    named = header_rows([[cell.text for cell in cells], *(row.texts for row in grid.rows)])
    return cells if named and not is_numeric(cells[0].text) else None

"""Rows at the edges of a table that are none: its caption or unit above the names, its source and remarks at the foot.

A page lays them out in one cell over all columns (`tfoot`, a last row); what they say is of the whole table.

Invariant: such a row has words in one cell only, and these open as what it is; two rows or more stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.structure.blocks import Block, BlockKind
from corpus.structure.captions import caption, is_remark, is_source, is_unit
from corpus.structure.columns import header_rows
from corpus.structure.grid import RowCut
from corpus.structure.linebreaks import table_slices
from corpus.structure.paragraphs import glue
from corpus.structure.source_frames import says_made

_FEWEST = 2  # rows that a table keeps
_STARRED = re.compile(r"[※＊*](?![\d０-９])\s*\S")


def with_edges_apart(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, the rows at the edges of each table that are none of its rows as blocks of their own."""
    return [part for block in blocks for part in (_parted(block) if block.grid else (block,))]


def _parted(block: Block) -> list[Block]:
    """Return a table with what stands in rows above and below it."""
    assert block.grid is not None
    grid = block.grid
    rows = (*grid.header, *grid.rows)
    above: list[Block] = []
    while len(rows) - len(above) > _FEWEST and (found := _above(rows[len(above)])):
        above.append(found)
    rows = rows[len(above) :]
    cut = _foot(rows)
    below = [_block("source" if _names_source(_words(row)) else "prose", row) for row in rows[cut:]]
    if not above and not below:
        return [block]
    top = len(grid.header) - len(above)
    top = top if top > 0 else header_rows([row.texts for row in rows[:cut]])
    made = replace(grid, header=rows[:top], rows=rows[top:cut])
    slices, seams = table_slices(made)
    return [*above, replace(block, slices=slices, seams=seams, grid=made), *below]


def _words(row: RowCut) -> str:
    """Return the words of a row that has words in one cell only, else nothing."""
    filled = [text.strip() for text in row.texts if text.strip()]
    return filled[0] if len(filled) == 1 and len(row.cells) > 1 else ""


def _above(row: RowCut) -> Block | None:
    """Return the caption or unit that a row over the names of the columns is, or None."""
    words = _words(row)
    if found := caption(words) if words else None:
        return replace(_block("caption", row), label=found.label)
    return _block("unit", row) if words and is_unit(words) else None


def _foot(rows: Sequence[RowCut]) -> int:
    """Return the index of the first of the last rows that hold a source or a remark, behind the last row of cells."""
    cut = len(rows)
    while cut > _FEWEST and (words := _words(rows[cut - 1])) and (_names_source(words) or _remarks(words)):
        cut -= 1
    return cut


def _names_source(words: str) -> bool:
    return is_source(words) or says_made(words)


def _remarks(words: str) -> bool:
    return is_remark(words) or bool(_STARRED.match(words))


def _block(kind: BlockKind, row: RowCut) -> Block:
    """Return the one cell of a row that has words as a block."""
    cell = next(cell for cell, text in zip(row.cells, row.texts, strict=True) if text.strip())
    return Block(kind, cell, tuple(glue(left, right)[1] for left, right in pairwise(cell)))

"""Rows at the edges of a table that are none: its caption or unit above the names, its source and remarks at the foot.

A page lays them out in one cell over all columns (`tfoot`, a last row), or in one behind that of their label (注,
資料); what they say is of the whole table. A row of units below the names is one more row of these.

Invariant: such a row has words in one cell only, beside a label, and these open as what it is; two rows or more stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.structure.blocks import Block, BlockKind
from corpus.structure.captions import ORIGIN, caption, is_remark, is_source, is_unit
from corpus.structure.columns import header_rows, is_numeric, numeric_columns
from corpus.structure.grid import RowCut
from corpus.structure.linebreaks import table_slices
from corpus.structure.lines import Slice
from corpus.structure.paragraphs import glue
from corpus.structure.source_frames import says_made
from corpus.structure.table_units import is_unit_name

_FEWEST = 2  # rows that a table keeps
_FEWEST_COLUMNS = 3  # of a table whose remarks stand behind their label
_STARRED = re.compile(r"[※＊*]\s*\S")
_LABEL = re.compile(
    rf"[（(\[［【〔]?\s?(?P<label>{ORIGIN}|注記?|註|備考|비고|주|备注)\s?\d{{0,2}}\s?[)）\]］】〕]?\s?[:：.．]?"
)
_SOURCE = re.compile(ORIGIN)


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
    below = [_block("source" if _names_source(row) else "prose", row) for row in rows[cut:]]
    top = len(grid.header) - len(above)
    top = top if top > 0 or not (above or below) else header_rows([row.texts for row in rows[:cut]])
    if 0 < top < cut - 1 and _are_units(rows[top]):
        top += 1
    if not above and not below and top == len(grid.header):
        return [block]
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
    """Return the index of the first of the last rows that hold a source or a remark, behind the last row of cells.

    Words behind their label stand where the rows above have figures: 資料, 配布物一覧 may be a row among others.
    """
    cut = len(rows)
    while cut > _FEWEST and (_names_source(rows[cut - 1]) or _remarks(rows[cut - 1])):
        cut -= 1
    figures = numeric_columns([row.texts for row in rows[:cut]])
    kept = [at for at in range(cut, len(rows)) if _label(rows[at]) and not _filled(rows[at]) & figures]
    return kept[-1] + 1 if kept else cut


def _filled(row: RowCut) -> frozenset[int]:
    return frozenset(column for column, text in enumerate(row.texts) if column and text.strip())


def _label(row: RowCut) -> str:
    """Return the label that stands in a cell of its own before the only other one, which holds words, else nothing."""
    filled = [(column, text.strip()) for column, text in enumerate(row.texts) if text.strip()]
    if len(filled) != 2 or filled[0][0] or len(row.cells) < _FEWEST_COLUMNS or is_numeric(filled[1][1]):
        return ""
    match = _LABEL.fullmatch(filled[0][1])
    return match["label"] if match else ""


def _names_source(row: RowCut) -> bool:
    words = _words(row)
    return bool(_SOURCE.fullmatch(_label(row))) or bool(words and (is_source(words) or says_made(words)))


def _remarks(row: RowCut) -> bool:
    words = _words(row)
    return bool(_label(row)) or is_remark(words) or bool(_STARRED.match(words))


def _are_units(row: RowCut) -> bool:
    """Say whether a row holds nothing but units below the names of its columns, and none below that of the first."""
    filled = [text.strip() for text in row.texts if text.strip()]
    return bool(filled) and not row.texts[0].strip() and all(map(is_unit_name, filled))


def _block(kind: BlockKind, row: RowCut) -> Block:
    """Return the cells of a row that have words as a block, the space behind a label kept."""
    cells = [cell for cell, text in zip(row.cells, row.texts, strict=True) if text.strip()]
    if len(cells) == 1:
        return Block(kind, cells[0], tuple(glue(left, right)[1] for left, right in pairwise(cells[0])))
    label = cells[0][-1]
    spaced = label.line.text[label.end : label.end + 1].isspace()
    pieces = (*cells[0][:-1], Slice(label.line, label.start, label.end + spaced), *cells[1])
    return Block(kind, pieces, ("",) * (len(pieces) - 1))

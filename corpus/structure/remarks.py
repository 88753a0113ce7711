"""Remarks below a table: by what opens them, and by the source line below several of them.

Invariant: a line that no sign or label opens is a remark only right below another, above a source line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.structure.blocks import Block
from corpus.structure.captions import is_legend, is_remark

_MOST_REMARKS = 12  # lines between a table and its source line


def is_remark_at(blocks: Sequence[Block], index: int) -> bool:
    """Say whether a line is a remark (* …, （注）…): right below a table, or between it and the source line below."""
    block, line = blocks[index], blocks[index].slices[0].line.text.strip()
    line = block.text if line.startswith("|") else line  # it was a row of the table
    told = is_remark(line)
    grid = blocks[index - 1].grid if index else None
    lettered = grid is not None and is_legend(line, [text for row in grid.rows for text in row.texts])
    if not (block.kind == "note" or told or lettered or re.match(r"[*＊※†]", line)):
        return False
    told = told or lettered or bool(re.match(r"[※＊](?![\d０-９])", line))
    return above_source(blocks, index) or (
        told and block.kind in ("prose", "item") and blocks[index - 1].kind in ("table", "source")
    )


def above_source(blocks: Sequence[Block], index: int) -> bool:
    """Say whether a source line stands below a remark, with nothing but notes and other remarks between."""
    for at in range(index + 1, min(index + _MOST_REMARKS, len(blocks))):
        block = blocks[at]
        if block.kind == "source":
            return True
        listed = block.kind in ("prose", "item") and (adjoins(blocks, at) or _opens_remark(block))
        if not (listed or block.kind == "note"):
            return False
    return False


def adjoins(blocks: Sequence[Block], index: int) -> bool:
    """Say whether a block stands right below the one before, no blank line between."""
    return blocks[index].lines[0].number == blocks[index - 1].lines[-1].number + 1


def _opens_remark(block: Block) -> bool:
    line = block.slices[0].line.text.strip()
    return is_remark(line) or bool(re.match(r"[*＊※†]", line))

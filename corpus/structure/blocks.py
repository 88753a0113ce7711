"""A block: adjoining lines of one kind, as they stay in canonical text.

Invariant: blocks are in the order of the original and no character belongs to two of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.structure.grid import Grid
from corpus.structure.lines import Line, Slice, whole

BlockKind = Literal["heading", "prose", "item", "code", "caption", "source", "unit", "table", "note", "stray", "meta"]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one kind with the separators that stay between them (``seams``, one fewer than ``slices``).

    ``level``: the number of ``#`` of a heading, 0 for a plain line. ``alone``: the block is one line between blank
    ones. ``marker``: of a note. ``words``: original offset at which an item's or note's words begin behind its sign.
    ``label``: what a caption calls its table. ``grid``: the cells of a table.
    """

    kind: BlockKind
    slices: tuple[Slice, ...]
    seams: tuple[str, ...] = ()
    level: int = 0
    alone: bool = False
    marker: str = ""
    form: str = ""
    words: int = -1
    indent: int = 0
    label: str = ""
    grid: Grid | None = None

    @property
    def text(self) -> str:
        """Return the block's words as they stand in canonical text."""
        parts = [self.slices[0].text]
        for seam, piece in zip(self.seams, self.slices[1:], strict=True):
            parts += [seam, piece.text]
        return "".join(parts)

    @property
    def first(self) -> int:
        """Return the original offset of the first character."""
        return self.slices[0].first

    @property
    def last(self) -> int:
        """Return the original offset behind the last character."""
        return self.slices[-1].last

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return the lines the block stands on."""
        return tuple(piece.line for piece in self.slices)


def single(kind: BlockKind, line: Line, alone: bool = False, level: int = 0) -> Block:
    """Return a block of one line without the white space around it."""
    return Block(kind, (whole(line),), level=level, alone=alone)

"""Headings by their count: numbered lines that look like items of a list, and count on to the headings below them.

Invariant: a line becomes a heading only where the numbers from 1 to that of the first heading of its style all stand
above it, once and in order, each in a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.structure.blocks import Block
from corpus.structure.headings import Style, could_be_heading, style

_VALUE = re.compile(r"\u3000|\s{2,}|[:：]")  # １．日時　…: it says what it names, and heads nothing


def with_counted(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, lines that count on to the headings below them (4．議題, ・…, 5．概要) as such."""
    result = list(blocks)
    styled = [(index, found) for index, block in enumerate(blocks) if (found := _numbered(block)) is not None]
    for name in dict.fromkeys(found.name for _, found in styled):
        same = [(index, found.number) for index, found in styled if found.name == name]
        first = next((at for at, (index, _) in enumerate(same) if blocks[index].kind == "heading"), 0)
        above = same[:first]
        if not above or [number for _, number in same[: first + 1]] != list(range(1, first + 2)):
            continue
        for index, _ in above:
            if _heads(blocks, index, name):
                result[index] = replace(blocks[index], kind="heading")
    return result


def _numbered(block: Block) -> Style | None:
    """Return how a heading or an item of one line is numbered, or None."""
    if block.kind not in ("heading", "item") or block.level or len(block.slices) != 1:
        return None
    found = style(block.slices[0].line.text.strip())
    return found if found is not None and found.number is not None and block.indent == 0 else None


def _heads(blocks: Sequence[Block], index: int, name: str) -> bool:
    """Say whether an item can be a heading, and something that counts otherwise stands below it."""
    text = blocks[index].slices[0].line.text.strip()
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    counts_on = below is not None and (found := _numbered(below)) is not None and found.name == name
    return could_be_heading(text) and not _VALUE.search(text) and below is not None and not counts_on

"""Numbered headings that are known as such by each other: 1, 2, 3 … at the head of stretches all through a text.

Invariant: a row of them counts from 1 without a gap, each has lines of its own below it, and below one of them at least
stands a blank line or a sentence.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from corpus.structure.headings import could_be_heading, style
from corpus.structure.lines import Line, ends_sentence, has_sentence, width

_FEWEST = 3
_WIDEST = 40
_INNER = ("(", "circled", "symbol", "question")


def series(lines: Sequence[Line], left_out: Container[int]) -> frozenset[int]:
    """Return the numbers of the lines that such rows consist of; ``left_out`` are the indices of furniture."""
    words = [i for i, line in enumerate(lines) if not line.blank and i not in left_out]
    rows: dict[str, list[int]] = {}
    found: set[int] = set()
    for at, i in enumerate(words):
        name, number = _numbered(lines[i])
        if not name or (at and words[at - 1] == i - 1):
            continue
        row = rows.get(name, [])
        if number != len(row) + 1 or (row and words[at - 1] == row[-1]):
            row = []
        rows[name] = [*row, i] if number == len(row) + 1 else []
        if len(rows[name]) >= _FEWEST and any(_heads(lines, one) for one in rows[name]):
            found.update(rows[name])
    return frozenset(lines[i].number for i in found)


def _numbered(line: Line) -> tuple[str, int]:
    text = line.text.strip()
    own = style(text) if width(text) <= _WIDEST and not line.indent and could_be_heading(text) else None
    return ("", 0) if own is None or own.number is None or own.name.startswith(_INNER) else (own.name, own.number)


def _heads(lines: Sequence[Line], i: int) -> bool:
    below = lines[i + 1] if i + 1 < len(lines) else None
    return below is None or below.blank or ends_sentence(below.text.strip()) or has_sentence(below.text)

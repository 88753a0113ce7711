"""Tables of words whose cells stand one space apart, in a script that sets no spaces between words.

Invariant: all lines that can be rows have as many cells as the names on top, and in one column all of them but the
names hold a figure or a time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from corpus.structure.grid import Grid, RowCut
from corpus.structure.lines import Line, Slice, ends_sentence, is_hangul, is_wide, whole, width
from corpus.structure.lists import item

_GAP = re.compile(r"[ \u00a0\u3000]+")
_FEWEST_COLUMNS, _FEWEST_ROWS = 3, 3  # the row of the names is one
_WIDEST = 32  # columns of a cell


def worded(lines: Sequence[Line], start: int) -> Grid | None:
    """Return the table of words that opens at ``lines[start]`` with its cells one space apart, or None."""
    named = not _figure(lines[start].text)  # tested first, for most lines fail in it
    taken = list(takewhile(_can_be_row, lines[start:])) if named else []
    if len(taken) < _FEWEST_ROWS:
        return None
    rows = [_split(line) for line in taken]
    columns = len(rows[0])
    if columns < _FEWEST_COLUMNS or any(len(row) != columns for row in rows):
        return None
    texts = [[cell.text for cell in row] for row in rows]
    if any(width(text) > _WIDEST for row in texts for text in row):
        return None
    if not any(all(_figure(row[column]) for row in texts[1:]) for column in range(columns)):
        return None
    if len({row[0] for row in texts}) < len(texts):
        return None
    made = [RowCut((whole(line),), tuple((cell,) for cell in row)) for line, row in zip(taken, rows, strict=True)]
    return Grid((made[0],), tuple(made[1:]), len(taken))


def _figure(text: str) -> bool:
    return bool(re.search(r"\d", text))


def _can_be_row(line: Line) -> bool:
    """Say whether a line can be cells apart: in wide letters, no sentence, no item, no sign between its cells."""
    text = line.text.strip()
    letters = [char for char in text if char.isalpha()]
    wide = 2 * sum(map(is_wide, letters)) > len(letters) and not any(map(is_hangul, letters))
    plain = not (ends_sentence(text) or re.search(r"[。，、：:\t|]", text) or item(line.text))
    return bool(letters) and wide and plain and bool(_GAP.search(text))


def _split(line: Line) -> tuple[Slice, ...]:
    piece = whole(line)
    edges = [0, *(edge for match in _GAP.finditer(piece.text) for edge in match.span()), len(piece.text)]
    at = piece.start
    return tuple(Slice(line, at + edges[i], at + edges[i + 1]) for i in range(0, len(edges), 2))

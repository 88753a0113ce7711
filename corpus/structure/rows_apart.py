"""Tables whose rows stand between blank lines: with tabs between their cells, or wide spaces.

Invariant: blank lines are passed over only where what stands behind them has the cells of what stands before; a table
of wide spaces is one only below a caption and where its columns line up over all its rows.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise

from corpus.structure.aligned import GAP, aligned
from corpus.structure.columns import numeric_columns
from corpus.structure.lines import Line
from corpus.structure.lists import sets_apart
from corpus.structure.stacked import below_caption

_BLANK_LINES = 2  # that may stand between rows
_BLANK_BELOW_NAMES = 5  # and behind the first line of a table, which is none by itself
_FEWEST = 3  # rows, that of the names among them
_MOST_APART = 200  # lines


def rows_go_on(lines: Sequence[Line], run: Sequence[Line], index: int, left_out: Sequence[Container[int]]) -> bool:
    """Say whether blank lines from an index on stand between the rows of a table: as many tabs before and behind.

    No more blank lines than stand between the rows before, where there are such.
    """
    tabs = run[-1].text.strip(" \u3000").count("\t")
    if not tabs or sets_apart(run[0].text):  # items or headings, a tab behind the sign of each
        return False
    apart = [below.number - above.number - 1 for above, below in pairwise(run)]
    most = max(_BLANK_LINES, *apart) if apart else _BLANK_BELOW_NAMES
    behind = next((i for i in range(index, min(index + most + 1, len(lines))) if not lines[i].blank), -1)
    if behind < 0 or any(behind in taken for taken in left_out):
        return False
    text = lines[behind].text
    return text.strip(" \u3000").count("\t") == tabs and text.strip() != run[0].text.strip()


def aligned_apart(lines: Sequence[Line], start: int, left_out: Container[int]) -> int:
    """Return how many lines from ``lines[start]`` on are a table of wide spaces below a caption, its rows set apart.

    0 where they are none: the rows stand between blank lines, names on top and figures below them.
    """
    if not _parted(lines[start]) or not below_caption(lines, start):
        return 0
    rows: list[int] = []
    for index in range(start, min(start + _MOST_APART, len(lines))):
        if lines[index].blank:
            continue
        if index in left_out or not _parted(lines[index]):
            break
        rows.append(index)
    if len(rows) < _FEWEST or rows[-1] + 1 - start == len(rows):
        return 0
    found = aligned([lines[index] for index in rows], 0, {})
    whole_table = found is not None and found.taken == len(rows) and 1 <= len(found.header) <= 2
    return rows[-1] + 1 - start if found and whole_table and numeric_columns([r.texts for r in found.rows]) else 0


def _parted(line: Line) -> bool:
    """Say whether wide spaces stand in a line, and no tabs."""
    text = line.text.strip()
    return "\t" not in text and bool(GAP.search(text))

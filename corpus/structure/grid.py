"""A table as it stands in lines: rows cut into cells, the header apart.

Invariant: cells hold slices of the lines; what stands between them (tabs, pipes, spaces) belongs to no cell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.structure.columns import Cells, header_rows, names_time, repair
from corpus.structure.lines import Line, Slice, strip, whole


@dataclass(frozen=True, slots=True)
class RowCut:
    """One row: its lines as they stay, and its cells, each one or more adjoining slices (none when empty).

    ``recovered`` says by what the cells were put apart where their figures ran together; empty for all other rows.
    """

    slices: tuple[Slice, ...]
    cells: tuple[tuple[Slice, ...], ...]
    recovered: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the cells' words."""
        return tuple("".join(piece.text for piece in cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it stands in the lines: ``taken`` lines of the run, ``separators`` the line numbers that only rule."""

    header: tuple[RowCut, ...]
    rows: tuple[RowCut, ...]
    taken: int
    separators: tuple[Line, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return the columns' names, two header rows joined with a space, an upper name for all columns below it.

        A name that reaches down over both rows is told once.
        """
        columns = max((len(row.cells) for row in self.header), default=0)
        rows = [[row.texts[c].strip() if c < len(row.cells) else "" for c in range(columns)] for row in self.header]
        if len(rows) > 1:
            rows[0] = spanning(rows[0], rows[1])
        return tuple(" ".join(dict.fromkeys(row[c] for row in rows if row[c])) for c in range(columns))

    @property
    def columns(self) -> int:
        """Return how many columns the table has."""
        return max((len(row.cells) for row in (*self.header, *self.rows)), default=0)


def spanning(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return the names of an upper header row, each over all the columns that it stands above.

    A column without one of its own is below the name on its left where the name below it stands in the row again, so
    that without the upper name two columns would be called the same, or where both are times. A lone name above all
    names is over all columns.
    """
    made = list(upper)
    if len(made) > 1 and made[0] and lower[0] and not any(made[1:]):
        return [made[0]] * len(made)  # what the whole table is of
    for column in range(1, len(made)):
        below = lower[column]
        again = bool(below) and (lower.count(below) > 1 or (names_time(below) and names_time(lower[column - 1])))
        if not made[column] and again and made[column - 1] and lower[column - 1]:
            made[column] = made[column - 1]
    return made


def build(rows: list[Cells], lines: list[tuple[Line, ...]], taken: int, codes: Mapping[str, int]) -> Grid:
    """Repair the columns, find the header and return the table."""
    counts = Counter(len(row) for row in rows)
    columns = max(len(rows[0]), counts.most_common(1)[0][0])
    names = [cell.text.strip() for cell in rows[0]]
    known = {c: codes[name] for c, name in enumerate(names) if name in codes}
    fixed = [rows[0], *repair(rows[1:], columns, known)] if len(rows) > 1 else rows
    cuts = [
        RowCut(tuple(whole(line) for line in group), tuple((cell,) if cell.end > cell.start else () for cell in row))
        for row, group in zip(fixed, lines, strict=True)
    ]
    top = header_rows([cut.texts for cut in cuts])
    return Grid(tuple(cuts[:top]), tuple(cuts[top:]), taken)


def split(line: Line, gaps: Sequence[tuple[int, int]]) -> Cells:
    """Return the stripped stretches of a line between the gaps."""
    edges = [0, *(edge for gap in gaps for edge in gap), len(line.text)]
    return tuple(strip(Slice(line, edges[i], edges[i + 1])) for i in range(0, len(edges), 2))

"""The cells of a table in a web page: which element stands in which row and column.

Invariant: a cell that spans rows stands in each of them, so that a row can be understood alone; one that spans columns
is repeated over them in the header only, where it belongs to each column's name.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from corpus.readers.html.tree import Element

_BLOCK_CONTENT = frozenset(("table", "h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "form"))
_WIDEST = 200  # columns and rows that one cell may span


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of the grid: its element, or None where it is empty; ``again`` where the element was met before."""

    element: Element | None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Cells:
    """The rows of a table; the first ``header`` of them name the columns."""

    rows: tuple[tuple[Place, ...], ...]
    header: int


def cells(table: Element) -> Cells | None:
    """Return the grid of a table, or None for one that only lays out the page."""
    rows = [element for element in table.elements() if element.tag == "tr" and _own(element, table)]
    content = [
        [child for child in row.children if isinstance(child, Element) and child.tag in ("td", "th")] for row in rows
    ]
    content = [row for row in content if row]
    every = [cell for row in content for cell in row]
    if len(content) < 2 or max(len(row) for row in content) < 2 or table.get("role") in ("presentation", "none"):
        return None
    if any(below.tag in _BLOCK_CONTENT for cell in every for below in cell.elements()):
        return None
    if median(len(cell.text.strip()) for cell in every) > 200:
        return None
    header = 0
    while header < len(content) - 1 and all(_heads(cell) for cell in content[header]):
        header += 1
    return Cells(_spread(content, header), header)


def _own(row: Element, table: Element) -> bool:
    return next(above for above in row.above() if above.tag == "table") is table


def _heads(cell: Element) -> bool:
    in_head = any(above.tag == "thead" for above in cell.above())
    return cell.tag == "th" or in_head or not cell.text.strip()


def _spread(content: list[list[Element]], header: int) -> tuple[tuple[Place, ...], ...]:
    below: dict[int, tuple[Element, int]] = {}  # column → the cell that reaches down into it, and for how many rows
    rows: list[list[Place]] = []
    for number, row in enumerate(content):
        places: list[Place] = []
        waiting = list(row)
        while waiting or len(places) in below:
            column = len(places)
            if column in below:
                element, left = below.pop(column)
                places.append(Place(element, again=True))
                if left > 1:
                    below[column] = element, left - 1
                continue
            cell = waiting.pop(0)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            for offset in range(wide):
                repeated = number < header and offset > 0
                places.append(Place(cell if offset == 0 or repeated else None, again=repeated))
                if high > 1 and (offset == 0 or number < header):
                    below[column + offset] = cell, high - 1
        rows.append(places)
    width = max(len(row) for row in rows)
    return tuple(tuple(row + [Place(None)] * (width - len(row))) for row in rows)


def _span(cell: Element, name: str) -> int:
    value = cell.get(name).strip()
    return min(int(value), _WIDEST) if value.isdecimal() and int(value) > 0 else 1

"""A table as something to calculate with: which column names, codes or measures, which rows are totals.

Invariant: nothing is invented. A figure is the exact decimal that its cell prints, an empty cell has none, and a
printed total never stands among the rows that are counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.compose.tables.routes import Route
from bot.compose.tables.words import Concept
from corpus.document import Cell, Document, Passage, Row, Table

ColumnKind = Literal["rank", "code", "name", "measure", "text"]
Period = tuple[str, str]
"""A date or range in ISO 8601 as `corpus.structure.dates` writes it; the end is empty for a single date."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``header`` without its bracketed unit, ``unit`` as printed, ``periods`` it is about."""

    index: int
    header: str
    kind: ColumnKind
    unit: str
    measure: str  # the unit's name in any language, as in `Quantity.unit`; "" when it has none
    periods: tuple[Period, ...]
    concepts: frozenset[Concept]
    total: bool = False
    mixed: bool = False  # its rows are counted in different units, which another column tells


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a grid with the table it is printed in, its name cell, its code and the dates it is about."""

    table: Table
    row: Row
    name: Cell
    code: str
    periods: tuple[Period, ...]
    total: bool
    nested: bool = False  # its figures are those of other rows again: a sub-total, or a part of the row above

    def cell(self, column: int) -> Cell:
        """Return a cell; one that the row does not have is empty."""
        if column < len(self.row.cells):
            return self.row.cells[column]
        return Cell("", self.row.end, self.row.end)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, or one that runs over a page break, with its columns and rows told apart.

    ``scope`` holds the periods the table covers, ``around`` those of its section and document title, ``fiscal``
    whether its years run from April to March (年度). ``partial`` says that the caption promises only some rows
    (上位10品目, top ten).
    """

    document: Document
    table: Table
    tables: tuple[str, ...]
    columns: tuple[Column, ...]
    name: int
    body: tuple[Line, ...]
    totals: tuple[Line, ...]
    scope: tuple[Period, ...]
    around: tuple[Period, ...]
    fiscal: bool
    route: Route
    section: tuple[str, ...]
    units: int | None = None  # the column that tells each row's unit
    partial: int = 0  # how many rows the caption promises; -1 for "the main ones"; 0 when it promises all

    @property
    def counted(self) -> tuple[Line, ...]:
        """Return the rows that are ranked, counted and added up: each figure once."""
        return tuple(line for line in self.body if not line.nested)

    @property
    def measures(self) -> tuple[Column, ...]:
        """Return the columns that hold figures to calculate with."""
        return tuple(column for column in self.columns if column.kind == "measure")

    @property
    def title(self) -> str:
        """Return label and caption as printed."""
        return " ".join(part for part in (self.table.label, self.table.caption) if part)

    def passage(self, line: Line) -> Passage | None:
        """Return the passage of a row, or the table's where rows have none."""
        own = [p for p in self.document.passages if p.table == line.table.id]
        rows = [p for p in own if p.kind == "row" and p.row == line.row.number]
        return next(iter(rows or [p for p in own if p.kind == "table"]), None)

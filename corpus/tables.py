"""Tables and figures of a document as frozen data, with all that is printed around them.

Invariant: a cell is a slice of canonical text; a number is the exact decimal that its cell prints.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from corpus.places import Mark, Span


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. An empty cell has ``start == end``.

    ``value`` is the exact number that a cell of a column of figures prints, counted in ``unit`` (as printed in the
    cell, else in its column's name, in its row's cell of units, else for the table); codes, ranks, years and words have
    none. ``means`` is what a cell that repeats another (同上, ″) says: the words of that cell. ``recovered`` says how
    its borders were found where the columns of its row ran together; it is empty for a cell that stands apart.
    """

    text: str
    start: int
    end: int
    value: Decimal | None = None
    unit: str = ""
    means: str = ""
    recovered: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; ``number`` counts from 1 and leaves the header out."""

    number: int
    cells: tuple[Cell, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table with all that its rows need to be understood alone.

    ``label`` is what the text calls it (表2), ``caption`` its title, ``period`` and ``unit`` what the figures cover and
    are counted in, ``source`` what the lines below it say the table is from, ``marks`` the notes that these lines
    carry, ``remarks`` the places of what else they say about the table. Strings are empty where the document prints
    nothing. ``start``/``end`` cover the rows (and header), not the caption.
    """

    id: str
    label: str
    caption: str
    period: str
    unit: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    start: int
    end: int
    source: str = ""
    source_span: Span | None = None
    caption_span: Span | None = None
    marks: tuple[Mark, ...] = ()
    remarks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, or a table whose content is lost, by what is printed around it; strings as in `Table`."""

    label: str
    caption: str
    period: str
    caption_span: Span
    source: str = ""
    source_span: Span | None = None
    marks: tuple[Mark, ...] = ()

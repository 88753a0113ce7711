"""Rows by the year that a column of their table prints: the newest, the oldest, those of one year.

Invariant: a column tells a row's year only where every cell of it that is filled is a year or a date, and it is the
only one that does.
"""

from __future__ import annotations

import re

from bot.compose.tables.cells import Finding, figures_at, named_lines
from bot.compose.tables.grid import Column, Grid, Line
from bot.compose.tables.periods import has_dates
from bot.compose.tables.reading import Reading
from bot.compose.tables.showing import bracketed, name_text, value_text
from corpus.structure.figures import is_empty

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?=\D|$)")
_NEWEST = re.compile(
    r"(?:最も|もっとも|一番|いちばん)(?:新し|後に|遅)|最新(?=の|は)|"
    r"\b(?:newest|latest|most recent)\b|最[新晚]|가장 ?(?:새|최근|늦)"
)
_OLDEST = re.compile(
    r"(?:最も|もっとも|一番|いちばん)(?:古|早|先に|昔)|最古|"
    r"\b(?:oldest|earliest|first)\b|最[古早老]|가장 ?(?:오래|먼저|일찍)"
)


def tells_when(grid: Grid, column: Column) -> bool:
    """Say whether a column prints a year or a date in every row where it prints anything."""
    texts = [line.cell(column.index).text.strip() for line in grid.counted]
    filled = [text for text in texts if not is_empty(text)]
    return bool(filled) and all(_YEAR.match(text) or has_dates(text) for text in filled)


def _year_column(grid: Grid) -> Column | None:
    found = [
        column
        for column in grid.columns
        if column.index != grid.name and not column.periods and tells_when(grid, column)
    ]
    return found[0] if len(found) == 1 else None


def _year(line: Line, column: Column) -> int | None:
    match = _YEAR.search(line.cell(column.index).text)
    return int(match.group()) if match else None


def by_age(reading: Reading) -> Finding | None:
    """Return the newest or the oldest rows of a table that prints one year for each."""
    query, grid = reading.query, reading.grid
    newest, oldest = _NEWEST.search(query.plain), _OLDEST.search(query.plain)
    column = _year_column(grid)
    if column is None or named_lines(reading) or bool(newest) == bool(oldest) or not (reading.placed or reading.told):
        return None
    dated = [(year, line) for line in grid.counted if (year := _year(line, column)) is not None]
    if len(dated) < len(grid.counted):
        return None
    end = (max if newest else min)(year for year, _ in dated)
    items = figures_at(grid, [line for year, line in dated if year == end], (column,))
    parts = [bracketed(name_text(item.line), value_text(item, query.lang), query.lang) for item in items]
    return Finding(" ／ ".join(parts), items, sure=0.9)


def of_year(grid: Grid, year: str) -> tuple[Line, ...]:
    """Return the rows for which the one column of years prints this one (four figures)."""
    column = _year_column(grid)
    return tuple(line for line in grid.counted if column and str(_year(line, column)) == year)

"""Sums and averages of the cells a question groups.

Invariant: a printed total is read and never added in; a table of only the top rows gives no total of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.compose.tables import calculation
from bot.compose.tables.cells import (
    Finding,
    damaged,
    figures_at,
    named_lines,
    one_column,
    selected_cells,
    shown_calculation,
    unlike,
    values_of,
    without_value,
)
from bot.compose.tables.lookup import look_up
from bot.compose.tables.query import TableQuery
from bot.compose.tables.reading import Reading
from bot.compose.tables.showing import amount, value_text
from bot.compose.tables.statement import Figure


def add_up(reading: Reading) -> Finding | None:
    """Add the cells that the question groups; a printed total is read, and never added in."""
    query = reading.query
    items, missing = selected_cells(reading)
    if missing:
        return Finding("", (), missing=missing)
    if not items:
        if query.limits:
            return None
        return _total_of_row(reading) if named_lines(reading) else _total(reading)
    if len(items) == 1:
        across = _across(reading, items[0])
        one = across or (look_up(reading) if reading.settled else None)
        return None if one and reading.inferred and _JOINED.search(query.plain) else one
    return sum_of(_with_between(reading, items), query)


def _with_between(reading: Reading, items: Sequence[Figure]) -> Sequence[Figure]:
    """Return the cells of all rows from the first to the last, where a question names these two (AからCまで)."""
    body = reading.grid.body
    named = [body.index(item.line) for item in items if item.line in body]
    if (
        len(items) != 2
        or len(named) != 2
        or items[0].column != items[1].column
        or not _RUNS.search(reading.query.plain)
    ):
        return items
    return [Figure(reading.grid, line, items[0].column) for line in body[min(named) : max(named) + 1]]


def sum_of(items: Sequence[Figure], query: TableQuery) -> Finding | None:
    """Add cells of one unit; cells of different units are shown and not added."""
    if len({item.column.unit for item in items}) != 1:
        return unlike(items, query.lang)
    if (values := values_of(items)) is None:
        return without_value(items, query.lang)
    outcome = calculation.total(values)
    short = amount(outcome.text, items[0].column, items[0].grid.document.lang, query.lang)
    return Finding(short, tuple(items), shown_calculation(items, outcome, items[0].column.unit), sure=0.9)


def _total_of_row(reading: Reading) -> Finding | None:
    """Add up all figures of the one row named, where all columns count the same thing at the same time."""
    lines = named_lines(reading)
    columns = [column for column in reading.grid.measures if not column.total]
    alike = len({(column.unit, column.periods) for column in columns}) == 1
    if len(lines) != 1 or len(columns) < 2 or not alike or columns[0].measure == "percent":
        return None
    return sum_of(figures_at(reading.grid, lines, columns), reading.query)


def _across(reading: Reading, item: Figure) -> Finding | None:
    """Return a row's printed total when the question names the row alone."""
    if not item.column.total or item.value is None:
        return None
    return Finding(value_text(item, reading.query.lang), (item,))


def _total(reading: Reading) -> Finding | None:
    """Return the total of a column: printed, or added up from all its rows."""
    query, grid = reading.query, reading.grid
    column = one_column(reading)
    if (
        column is None
        or (column.measure == "percent")
        or (len(grid.measures) > 1 and not (reading.settled or column.total or reading.placed or query.ranks))
    ):
        return None
    if grid.totals:
        item = Figure(grid, grid.totals[-1], column)
        return Finding(value_text(item, query.lang), (item,), sure=0.9) if item.value is not None else None
    if grid.partial and not means_the_rows(reading):
        return None
    if broken := damaged(grid, grid.counted, column):
        return without_value(broken, query.lang)
    items = tuple(item for item in figures_at(grid, grid.counted, (column,)) if item.value is not None)
    if len(items) < 2 or (any(line.periods for line in grid.body) and column.measure == ""):
        return None
    finding = sum_of(items, query)
    return replace(finding, sure=0.8) if finding else None


def means_the_rows(reading: Reading) -> bool:
    """Say whether a total of a table of only the top rows can be meant: the table, its rank or its items are named."""
    query = reading.query
    if reading.labelled or any(rank.last > 1 for rank in query.ranks):
        return True
    if _LISTED.search(query.plain):
        return True
    return "whole" not in query.intents and any("item" in word.concepts for word in query.words)


# Two things are to be added: of a question in which one of them was guessed at, the other was not found.
_JOINED = re.compile(
    r"(?:と|や).{1,24}?(?:を|、|は)?\s?(?:足し|足す|合わせ|あわせ|合計|合算)|\band\b|\bplus\b|[和与與跟及].{1,24}?(?:加起来|合计|总共|一共|相加)|"
    r"[와과랑].{1,24}?(?:합|더하)"
)
_RUNS = re.compile(r"から.{1,12}まで|\bfrom\b.+\b(?:to|through)\b|[从自].{1,12}[到至]|부터.{1,12}까지")
_LISTED = re.compile(r"表(?:に|の中|中|里)|載って|掲載|所列|\blisted\b|\bentries\b|표에|실린")


def mean(reading: Reading) -> Finding | None:
    """Return the average of the cells that the question groups, or of a column."""
    query, grid = reading.query, reading.grid
    items, missing = selected_cells(reading)
    if missing:
        return Finding("", (), missing=missing)
    if len(items) < 2:
        column = one_column(reading)
        if items or column is None or (len(grid.measures) > 1 and not reading.settled):
            return None
        if broken := damaged(grid, grid.counted, column):
            return without_value(broken, query.lang)
        items = tuple(item for item in figures_at(grid, grid.counted, (column,)) if item.value is not None)
    values = values_of(items)
    if values is None:
        return without_value(items, query.lang)
    if len(values) < 2 or len({item.column.unit for item in items}) != 1:
        return None
    outcome = calculation.average(values)
    short = amount(outcome.text, items[0].column, grid.document.lang, query.lang)
    return Finding(short, items, shown_calculation(items, outcome, items[0].column.unit), sure=0.85)

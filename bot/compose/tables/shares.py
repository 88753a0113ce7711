"""What share the named cells are of a total, of another column, or of all rows.

Invariant: the whole is a printed total, a named column, or the sum of rows that the answer shows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.compose.tables import calculation
from bot.compose.tables.cells import (
    Finding,
    by_value,
    damaged,
    figures_at,
    last_of_series,
    named_lines,
    one_column,
    ranks_asked,
    selected_cells,
    shown_calculation,
    superlative,
    value_at,
    values_of,
    without_value,
)
from bot.compose.tables.grid import Line
from bot.compose.tables.lookup import look_up
from bot.compose.tables.query import TableQuery
from bot.compose.tables.ranking import ranked
from bot.compose.tables.reading import Reading
from bot.compose.tables.rows import AND
from bot.compose.tables.showing import bracketed, name_text, value_text
from bot.compose.tables.statement import Figure
from bot.compose.tables.sums import means_the_rows
from bot.compose.tables.support import words_of
from bot.compose.tables.words import light


def proportion(reading: Reading) -> Finding | None:
    """Return what share of a total the named cells are; a table of the top rows has none but the sum of these rows."""
    query, grid = reading.query, reading.grid
    items, missing = selected_cells(reading)
    if missing:
        return Finding("", (), missing=missing)
    if len(reading.columns) > 1 and (last := last_of_series(reading)):
        items = tuple(item for item in items if item.column is last)
    first = superlative(query) and not named_lines(reading)
    if grid.partial and not grid.totals and not means_the_rows(reading):
        lacking = ("whole",)
        row = ranked(reading) if first and not ranks_asked(reading) else None
        return replace(row, missing=lacking, sure=_WITHOUT_WHOLE) if row else Finding("", (), missing=lacking)
    if first:
        return _share_of_first(reading)
    if _crosses_columns(reading, items) or _sets_into(reading, items):
        return _part_of(items, query)
    return _share_of_rows(reading, items) if items else _share_of_columns(reading)


_WITHOUT_WHOLE = 0.8  # how far a row settles a question that also asks for its share of what no table prints


def _crosses_columns(reading: Reading, items: Sequence[Figure]) -> bool:
    """Say whether a question sets one column of a row into another of its unit."""
    if len(items) != _PART_AND_WHOLE or not reading.settled:
        return False
    return items[0].line is items[1].line and items[0].column.unit == items[1].column.unit


def _share_of_first(reading: Reading) -> Finding | None:
    """Return the row that is the largest, or the smallest, with what share it is of the total."""
    column, query = one_column(reading), reading.query
    first = by_value(reading.grid.counted, column, low="least" in query.intents)[:1] if column else []
    if column is None or not first:
        return None
    item = Figure(reading.grid, first[0], column)
    if column.measure == "percent":
        return Finding(bracketed(name_text(first[0]), value_text(item, query.lang), query.lang), (item,))
    shared = _share_of_total(reading, (item,))
    named = shared and bracketed(name_text(first[0]), shared.short, query.lang)
    return replace(shared, short=named) if shared and named else None


def _sets_into(reading: Reading, items: Sequence[Figure]) -> bool:
    """Say whether a question names two rows of which one is the whole (staff as a share of operating costs)."""
    if len(items) != _PART_AND_WHOLE or len(reading.phrases) != _PART_AND_WHOLE:
        return False
    first, second = reading.phrases
    return items[0].column is items[1].column and not AND.search(reading.query.plain[first.end : second.start])


_PART_AND_WHOLE = 2


def _share_of_rows(reading: Reading, items: Sequence[Figure]) -> Finding | None:
    """Return the rate that the table prints for one row, or what share cells are of their total."""
    grid = reading.grid
    if len({item.column.index for item in items}) != 1 or (not grid.totals and _are_years(items)):
        return None  # years do not add up to a whole
    if items[0].column.measure == "percent":
        return look_up(reading)
    return _printed_rate(reading, items) or _share_of_total(reading, items)


# The whole is what the row itself has in a column (計画のうち何%), not the total of the rows.
_OF_ITS_OWN = re.compile(r"(?<!全体)(?<!合計)(?:のうち|の中で|に対し)")


def _printed_rate(reading: Reading, items: Sequence[Figure]) -> Finding | None:
    """Return the one rate that the table prints for a row, where the share is one of the row's own figures."""
    query = reading.query
    rates = [c for c in reading.grid.measures if c.measure == "percent"]
    own = query.lang == "ja" and "share" not in query.intents and _OF_ITS_OWN.search(query.plain)
    if not own or len(rates) != 1 or len(items) != 1 or value_at(items[0].line, rates[0]) is None:
        return None
    found = Figure(reading.grid, items[0].line, rates[0])
    return Finding(value_text(found, query.lang), (found,), sure=0.85)


def _are_years(items: Sequence[Figure]) -> bool:
    return all(item.line.periods and re.match(r"\d", item.line.periods[0][0]) for item in items)


def _share_of_total(reading: Reading, items: Sequence[Figure]) -> Finding | None:
    """Return the share of cells in the printed total of their row or column, or in the sum of all rows."""
    grid, column = reading.grid, items[0].column
    if (values := values_of(items)) is None:
        return without_value(items, reading.query.lang)
    across = next((c for c in grid.measures if c.total and c is not column), None)
    if across and len(items) == 1 and reading.settled and _part_after_whole(reading, items[0]):
        wholes: tuple[Figure, ...] = (Figure(grid, items[0].line, across),)
    elif grid.totals and value_at(total := total_meant(reading), column) is not None:
        wholes = (Figure(grid, total, column),)
    elif broken := damaged(grid, grid.counted, column):
        return without_value(broken, reading.query.lang)
    else:
        wholes = tuple(item for item in figures_at(grid, grid.counted, (column,)) if item.value is not None)
    outcome = calculation.share(values, [item.value for item in wholes if item.value is not None])
    if outcome is None:
        return None
    used = tuple(dict.fromkeys((*items, *wholes)))
    sure = 0.85 if grid.totals or across else 0.7
    return Finding(f"{outcome.text} %", used, shown_calculation((*items, *wholes), outcome, "%"), sure=sure)


def total_meant(reading: Reading) -> Line:
    """Return the printed total that a question names with a word of its own (operating costs), else the last."""
    totals = reading.grid.totals
    words = {total: _own_words(total, totals) & set(words_of(reading.query.plain)) for total in totals}
    return max(reversed(totals), key=lambda total: len(words[total]))


def _own_words(total: Line, totals: Sequence[Line]) -> frozenset[str]:
    """Return the words of a total's name that no other total has."""
    others = (words_of(light(other.name.text)) for other in totals if other is not total)
    return words_of(light(total.name.text)).difference(*others)


def _share_of_columns(reading: Reading) -> Finding | None:
    """Return what share one column's printed total is of the total of all columns."""
    grid, column = reading.grid, one_column(reading)
    across = next((c for c in grid.measures if c.total), None)
    if not grid.totals or column is None or across is None or column is across or not reading.told:
        return None
    return _part_of(figures_at(grid, grid.totals[-1:], (column, across)), reading.query)


def _part_of(items: Sequence[Figure], query: TableQuery) -> Finding | None:
    """Return what share one column of a row is of the other: the smaller is the part."""
    if (values := values_of(items)) is None:
        return without_value(items, query.lang)
    part, whole = (items[0], items[1]) if values[0] <= values[1] else (items[1], items[0])
    assert part.value is not None and whole.value is not None
    outcome = calculation.share((part.value,), (whole.value,))
    if outcome is None:
        return None
    return Finding(f"{outcome.text} %", (part, whole), shown_calculation((part, whole), outcome, "%"), sure=0.85)


def _part_after_whole(reading: Reading, item: Figure) -> bool:
    """Say whether the question sets the column into the row: 4月の水揚げに占めるぶり, the share of A in April."""
    row = next((p.start for p in reading.phrases if item.line in p.lines), -1)
    if row < 0:
        row = next((m.start for m, lines in reading.dated_lines if item.line in lines), -1)
    column = reading.query.plain.find(light(item.column.header))
    if row < 0 or column < 0:
        return False
    return row < column if reading.query.lang in ("ja", "ko", "zh") else column < row


def sharing(reading: Reading) -> bool:
    """Say whether the question asks for a share."""
    return "share" in reading.query.intents or (
        "percent" in reading.query.intents and not any(c.measure == "percent" for c in reading.columns)
    )

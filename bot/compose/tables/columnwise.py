"""Columns of one table against each other, row by row: where one is more, and where they lie furthest apart.

Invariant: both columns count in one unit and the question names both; a column that prints changes is read by its sign.
"""

from __future__ import annotations

import re
from decimal import Decimal

from bot.compose.tables.cells import MOST_LISTED, Finding, by_value, named_lines, superlative, value_at
from bot.compose.tables.change import is_change
from bot.compose.tables.compare import asks_which, compare, falls
from bot.compose.tables.dated_pairs import dated_pair
from bot.compose.tables.grid import Column, Line
from bot.compose.tables.reading import Reading
from bot.compose.tables.showing import bracketed, name_text, value_text
from bot.compose.tables.statement import Figure
from bot.compose.tables.words import light

_TWO = 2
_LESSER = re.compile(
    r"少な|小さ|低|短|安|下回|\b(?:less|lower|smaller|fewer|shorter)\b|[少小低]于?|적(?=은|었|다|게|고)|작|낮|밑도"
)


def column_against_column(reading: Reading) -> Finding | None:
    """Return the rows where one of two named columns is more than the other, or lies furthest from it."""
    columns = reading.columns
    if named_lines(reading) or len(columns) != _TWO or not reading.told or any(column.mixed for column in columns):
        return None
    if columns[0].unit != columns[1].unit or "difference" not in reading.query.intents:
        return None
    return _furthest(reading) if superlative(reading.query) else _where_more(reading)


def _gaps(reading: Reading, first: Column, second: Column) -> list[tuple[Decimal, Line]]:
    """Return the rows that have both figures, each with how much more the first is."""
    found = []
    for line in reading.grid.counted:
        one, other = value_at(line, first), value_at(line, second)
        if one is not None and other is not None:
            found.append((one - other, line))
    return found


def _furthest(reading: Reading) -> Finding | None:
    query, grid, (first, second) = reading.query, reading.grid, reading.columns
    apart = [(abs(gap), line) for gap, line in _gaps(reading, first, second)]
    if not apart:
        return None
    least = "least" in query.intents and "most" not in query.intents
    line = (min if least else max)(apart, key=lambda one: one[0])[1]
    return compare((Figure(grid, line, first), Figure(grid, line, second)), query, in_time=False, named=True)


def _where_more(reading: Reading) -> Finding | None:
    """List the rows in which what is said to be more is more."""
    base = next((column for column in reading.columns if _is_base(reading.query.plain, column)), None)
    if base is None or not (reading.rows_asked or asks_which(reading.query)):
        return None
    other = next(column for column in reading.columns if column is not base)
    sign = -1 if _LESSER.search(reading.query.plain) else 1
    rows = [line for gap, line in _gaps(reading, other, base) if gap * sign > 0]
    if not 0 < len(rows) <= MOST_LISTED:
        return None
    items = tuple(Figure(reading.grid, line, column) for line in rows for column in (other, base))
    joint = "、" if reading.query.lang in ("ja", "zh") else ", "
    return Finding(joint.join(name_text(line) for line in rows), items, sure=0.9)


def _is_base(plain: str, column: Column) -> bool:
    """Say whether a question measures another column by this one (輸出より, than exports, 比出口, 수출보다)."""
    name = re.escape(light(column.header))
    behind = rf"{name}(?:の(?:ほう|方|額|量|数))?(?:より|を上回|を下回|보다|[을를] ?넘|[을를] ?밑도)"
    return re.search(rf"{behind}|\bthan (?:the )?{name}|(?:比|多于|少于|高于|低于|超过){name}", plain) is not None


def by_printed_change(reading: Reading) -> Finding | None:
    """Return the rows that grew, or fell, by the one column that prints how much: the first of them, or all."""
    query, grid = reading.query, reading.grid
    column, fell = _change_meant(reading), falls(query)
    if column is None or named_lines(reading) or query.ranks:
        return None
    rows = [line for line in by_value(grid.counted, column, low=fell) if _moved(line, column, fell=fell)]
    if not rows or len(rows) > MOST_LISTED:
        return None
    if superlative(query):
        item = Figure(grid, rows[0], column)
        return Finding(bracketed(name_text(rows[0]), value_text(item, query.lang), query.lang), (item,), sure=0.9)
    if not (reading.rows_asked or asks_which(query)):
        return None
    items = tuple(Figure(grid, line, column) for line in rows)
    parts = [bracketed(name_text(item.line), value_text(item, query.lang), query.lang) for item in items]
    return Finding(" ／ ".join(parts), items, sure=0.85)


def _change_meant(reading: Reading) -> Column | None:
    """Return the one column of changes that a question means: of rates, or of amounts where no periods are printed."""
    changes = [column for column in reading.grid.measures if is_change(column)]
    rates = [column for column in changes if column.measure == "percent"]
    if "percent" in reading.query.intents:
        return rates[0] if len(rates) == 1 else None
    amounts = [column for column in changes if column not in rates] or rates
    return amounts[0] if len(amounts) == 1 and dated_pair(reading) is None else None


def _moved(line: Line, column: Column, *, fell: bool) -> bool:
    value = value_at(line, column)
    return value is not None and (value < 0 if fell else value > 0)

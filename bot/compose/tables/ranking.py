"""Rows by rank of their value, the rank of a row, and the column in which a row is largest.

Invariant: ranks count by value whatever order the table prints; rows without a figure have no rank.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.compose.tables.cells import (
    Finding,
    by_value,
    damaged,
    figures_at,
    named_lines,
    one_column,
    pick_ranks,
    ranking_pool,
    ranks_asked,
    value_at,
    values_of,
    without_value,
)
from bot.compose.tables.cues import Ranks
from bot.compose.tables.grid import Column, Grid, Line, Period
from bot.compose.tables.periods import beside_date, has_dates
from bot.compose.tables.query import TableQuery
from bot.compose.tables.reading import Reading
from bot.compose.tables.showing import bracketed, name_text, value_text
from bot.compose.tables.statement import Figure


def _named_measure(reading: Reading) -> Column | None:
    """Return the one column to rank by; a rank column serves where no other is meant."""
    column = one_column(reading)
    if column is not None:
        return column
    if reading.query.ranks and not reading.settled:
        return next((c for c in reading.grid.columns if c.kind == "rank"), None)
    return None


def rank_of(reading: Reading) -> Finding | None:
    """Say at which place a named row stands by value."""
    query, grid = reading.query, reading.grid
    column = one_column(reading)
    lines = named_lines(reading)
    if column is None or not 0 < len(lines) <= 3:
        return None
    items = figures_at(grid, lines, (column,))
    if (values := values_of(items)) is None:
        return without_value(items, query.lang)
    if broken := damaged(grid, grid.counted, column):
        return without_value(broken, query.lang)
    held = [value for line in grid.counted if (value := value_at(line, column)) is not None]
    parts = []
    low = bool(_FROM_BELOW.search(query.plain))
    for item, value in zip(items, values, strict=True):
        at = 1 + sum(other < value if low else other > value for other in held)
        label = f"{name_text(item.line)} " if len(items) > 1 else ""
        parts.append(bracketed(f"{label}{place(at, query.lang)}", value_text(item, query.lang), query.lang))
    return Finding(" ／ ".join(parts), items, sure=0.95 if len(items) == 1 else 0.8)


def moved(before: Figure, after: Figure, query: TableQuery) -> Finding | None:
    """Say at which place a row stood in one period and at which in a later one, and how far it rose or fell."""
    if before.value is None or after.value is None:
        return without_value((before, after), query.lang)
    first, second = place_of(before), place_of(after)
    gap = abs(first - second)
    words = _MOVED.get(query.lang, _MOVED["en"])
    move = words[0] if not gap else words[1 if second < first else 2].format(gap)
    short = bracketed(f"{place(first, query.lang)} → {place(second, query.lang)}", move, query.lang)
    return Finding(short, (before, after), sure=0.9)


_MOVED = {
    "ja": ("変わらず", "{}つ上昇", "{}つ下降"),
    "en": ("unchanged", "up {}", "down {}"),
    "zh": ("不变", "上升{}位", "下降{}位"),
    "ko": ("변동 없음", "{}계단 상승", "{}계단 하락"),
}


def place_of(item: Figure) -> int:
    """Return the place of a cell by value among all rows of its table."""
    if item.column.kind == "rank":
        return int(item.value or 0)
    held = [value for line in item.grid.counted if (value := value_at(line, item.column)) is not None]
    return 1 + sum(value > (item.value or 0) for value in held)


_FROM_BELOW = re.compile(r"何番目に(?:少な|小さ|低|短|安|軽)|下から何|第几[小少低]|몇 ?번째로 (?:적|작|낮)")


def place(at: int, lang: str) -> str:
    """Return a place as a language writes it."""
    suffix = "th" if 10 <= at % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(at % 10, "th")
    return {"ja": f"{at}位", "zh": f"第{at}位", "ko": f"{at}위"}.get(lang, f"{at}{suffix}")


def ranked(reading: Reading) -> Finding | None:
    """Return the rows at the places asked for, counted by value whatever order the table prints."""
    query, grid = reading.query, reading.grid
    lines = named_lines(reading)
    block = _block_above(grid, lines[0]) if len(lines) == 1 else ()
    checked = lines if len(lines) == 1 and not block and "yes-no" in query.asks else ()  # 電力が一番多い？
    lines = () if checked else lines
    if len(lines) == 1 and not block and not reading.settled and len(grid.measures) > 1:
        return _ranked_across(reading, lines[0])
    column = _named_measure(reading)
    if column is None or (len(lines) == 1 and not block):
        return _first_by_all(reading) if reading.placed and not (lines or query.ranks) else None
    pool = block or (grid.counted if checked else ranking_pool(reading))
    if not _calendar_fits(query.plain, [period for line in pool for period in line.periods]):
        return None
    picked, missing = pick_ranks(reading, pool, column)
    broken = damaged(grid, pool, column)
    if missing or broken:
        return without_value(broken, query.lang) if broken else Finding("", (), missing=missing)
    items = figures_at(grid, picked, (column,))
    if not items:
        return None
    shown_column = next((c for c in reading.asked if c.kind in ("text", "code")), None) or _called(reading)
    comma = " ／ "
    parts = []
    for item in items:
        value = value_text(item, query.lang) if column.kind == "measure" else ""
        if shown_column is not None:
            label = f"{value_text(Figure(grid, item.line, shown_column), query.lang)} {name_text(item.line)}".strip()
        else:
            label = name_text(item.line)
        parts.append(bracketed(label, value, query.lang))
    if column.kind == "rank" and grid.measures:
        items = figures_at(grid, picked, grid.measures[:1])
    items += figures_at(grid, [line for line in checked if line not in picked], (column,))
    return Finding(comma.join(parts), items, codes=bool(shown_column and shown_column.kind == "code"))


def _called(reading: Reading) -> Column | None:
    """Return the column that says what rows are called by dates, where no date is asked for."""
    grid = reading.grid
    if "when" in reading.query.asks or not all(has_dates(line.name.text) for line in grid.body):
        return None
    return next((column for column in grid.columns if column.kind == "text"), None)


def _first_by_all(reading: Reading) -> Finding | None:
    """Return the row that is first, or last, by each measure of the last period, where no one measure is meant."""
    query, grid = reading.query, reading.grid
    of_name: dict[str, Column] = {}
    for column in sorted(reading.columns, key=lambda one: one.periods[0] if one.periods else ("", "")):
        of_name[beside_date(column.header) if column.periods else column.header] = column
    least = "least" in query.intents and "most" not in query.intents
    firsts = [next(iter(by_value(grid.counted, column, low=least)), None) for column in of_name.values()]
    if len(firsts) < 2 or firsts[0] is None or any(first is not firsts[0] for first in firsts):
        return None
    items = figures_at(grid, (firsts[0],), tuple(of_name.values()))
    values = " ／ ".join(value_text(item, query.lang) for item in items)
    return Finding(bracketed(name_text(firsts[0]), values, query.lang), items, sure=0.85)


def _block_above(grid: Grid, total: Line) -> tuple[Line, ...]:
    """Return the rows that a total adds up, where a table has several: those between it and the total before it."""
    rows = [line for line in grid.body if line.table.id == total.table.id]
    totals = [line for line in rows if line.nested and _IS_TOTAL.search(line.name.text)]
    if total not in totals or len(totals) < 2:
        return ()
    at = rows.index(total)
    before = max((rows.index(one) for one in totals if rows.index(one) < at), default=-1)
    return tuple(line for line in rows[before + 1 : at] if not line.nested)


_IS_TOTAL = re.compile(r"(?:計|[总合]计|계|\btotal)\s*$", re.IGNORECASE)
_ASKED_MONTH = re.compile(r"何月|どの月|\b(?:which|what) month\b|哪个?月|几月|몇 ?월|어느 ?달")


_ASKED_YEAR = re.compile(r"何年|どの年|\b(?:which|what) (?:financial |fiscal )?year\b|哪一?年|몇 ?년|어느 ?해")


def _calendar_fits(plain: str, periods: Sequence[Period]) -> bool:
    """Say whether rows that a question for a month or a year ranks are months or years."""
    if _ASKED_MONTH.search(plain):
        return bool(periods) and all(len(period[0]) in (4, 7) and "-" in period[0] for period in periods)
    return not _ASKED_YEAR.search(plain) or (bool(periods) and all(re.match(r"\d{4}", period[0]) for period in periods))


def _ranked_across(reading: Reading, line: Line) -> Finding | None:
    """Return the column in which one row is largest, where all columns count the same thing."""
    query, grid = reading.query, reading.grid
    columns = [column for column in grid.measures if not column.total]
    if len({column.unit for column in columns}) != 1 or len(columns) < 2 or any(c.header == "" for c in columns):
        return None
    if not _calendar_fits(query.plain, [period for column in columns for period in column.periods]):
        return None
    held = [(value, column) for column in columns if (value := value_at(line, column)) is not None]
    ranks = ranks_asked(reading) or (Ranks(1, 1, "least" in query.intents, "", 0),)
    if len(ranks) != 1 or ranks[0].last > len(held):
        return None
    low = ranks[0].low or "least" in query.intents
    held.sort(key=lambda pair: pair[0], reverse=not low)
    items = tuple(Figure(grid, line, column) for _, column in held[ranks[0].first - 1 : ranks[0].last])
    parts = [bracketed(item.column.header, value_text(item, query.lang), query.lang) for item in items]
    return Finding(" ／ ".join(parts), items, sure=0.9)

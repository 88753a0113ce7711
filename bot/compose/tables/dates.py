"""Where the dates of a question stand in a table: in its rows, in its columns, or in what the whole table covers.

Invariant: a date finer than what the table prints, or outside of it, is lost and never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.compose.tables.ages import of_year
from bot.compose.tables.grid import Column, Grid, Line, Period
from bot.compose.tables.periods import days_of, days_overlap, days_within, holds_period, spans_of
from bot.compose.tables.query import TableQuery
from corpus.structure.dates import DateMention

T = TypeVar("T", Line, Column)


@dataclass(frozen=True, slots=True)
class Dated:
    """The rows and columns that dates of the question name, and the dates that the table does not hold."""

    lines: tuple[tuple[DateMention, tuple[Line, ...]], ...]
    columns: tuple[tuple[DateMention, tuple[Column, ...]], ...]
    lost: tuple[DateMention, ...]


def place_dates(grid: Grid, query: TableQuery) -> Dated:
    """Find each date of a question in a table: first in its columns, then its rows, then what it covers."""
    lines, columns, lost = [], [], list(query.undated)
    for mention in query.dates:
        found_columns = _matching(grid, mention, [(c, c.periods) for c in grid.measures])
        if not found_columns and not query.intents & _SETS_APART:
            found_columns = _of_the_last_year(mention, grid.measures)
        found_lines = [] if found_columns else _matching(grid, mention, [(line, line.periods) for line in grid.body])
        if not (found_columns or found_lines) and len(mention.value) == _YEAR and not mention.until:
            found_lines = list(of_year(grid, mention.value))  # 1968年に設置された, of a column of years
        if found_columns:
            columns.append((mention, tuple(found_columns)))
        elif found_lines:
            lines.append((mention, tuple(found_lines)))
        elif not _in_scope(grid, mention) and not _ends_scope(grid, mention, query.plain):
            lost.append(mention)
    return Dated(tuple(lines), tuple(columns), tuple(lost))


_SETS_APART = frozenset({"growth", "difference", "ratio", "rank-of"})


def _of_the_last_year(mention: DateMention, columns: Sequence[Column]) -> list[Column]:
    """Return the column of a month whose year the question leaves open (8月), of those of several years the last."""
    if not mention.value.startswith("--"):
        return []
    alike = [column for column in columns if any(_same_months(mention, period) for period in column.periods)]
    last = max((column.periods[0][0] for column in alike), default="")
    return [column for column in alike if column.periods[0][0] == last]


def _matching(grid: Grid, mention: DateMention, dated: Sequence[tuple[T, tuple[Period, ...]]]) -> list[T]:
    """Return the rows or columns of a date: those it names exactly, those within it, or the one its year overlaps."""
    held = [(thing, periods) for thing, periods in dated if periods]
    exact = [thing for thing, periods in held if any((mention.value, mention.until) == period for period in periods)]
    if exact:
        return exact
    alike = [thing for thing, periods in held if any(_same_months(mention, period) for period in periods)]
    if len(alike) == 1 and mention.value.startswith("--"):
        return alike  # October to December, of the one such quarter
    inside = [
        thing
        for thing, periods in held
        if any(_inside(period, mention) and _year_fits(grid, period, mention) for period in periods)
    ]
    if inside:
        return inside
    over = [
        thing
        for thing, periods in held
        if any(days_overlap(days_of(p), days_of((mention.value, mention.until))) for p in periods)
    ]
    return over if len(over) == 1 and len(mention.value) == 4 else []


def _inside(period: Period, mention: DateMention) -> bool:
    """Say whether a row's period lies within a date; a row that prints only the month may belong to a full date."""
    if period[0].startswith("--") and not mention.value.startswith("-"):
        months = mention.value[4:7], mention.until[4:7]
        return len(mention.value) >= 7 and months == (period[0][1:4], period[1][1:4])
    return holds_period((mention.value, mention.until), period)


def _year_fits(grid: Grid, period: Period, mention: DateMention) -> bool:
    """Say whether the year of a full date agrees with a row that prints only the month."""
    if not period[0].startswith("--") or mention.value.startswith("-"):
        return True
    known = [(p[0][:_YEAR], (p[1] or p[0])[:_YEAR]) for p in grid.scope or grid.around if p[0][:1] != "-"]
    years = [(first, last if last != first else "") for first, last in known]
    return any(days_overlap(days_of((mention.value, "")), days) for p in years for days in spans_of(p, grid.fiscal))


_YEAR = 4  # characters of 2025


def _in_scope(grid: Grid, mention: DateMention) -> bool:
    """Say whether a date is what the whole table covers; a table by years covers only the years it prints."""
    if any(p[0][:1] != "-" for line in grid.body for p in line.periods) and len(grid.body) > 1:
        return False
    if any(p[0][:1] != "-" for column in grid.measures for p in column.periods):
        return False
    fiscal = "年度" in mention.text and grid.document.lang == "ja"
    asked = spans_of((mention.value, mention.until), fiscal)
    for period in grid.scope or grid.around:
        if mention.value.startswith("--") and _same_months(mention, period):
            return True
        if (mention.value, mention.until) == period or (
            mention.value == period[0] and not mention.until and len(mention.value) == 4
        ):
            return True
        if any(days_within(days, wide) for wide in asked for days in spans_of(period, grid.fiscal)):
            return True
    return False


_UP_TO_BEHIND = re.compile(r"\s?(?:(?:末)?まで|までの?累計|까지)|\s?[底末]?(?:为止|止)")
_UP_TO_BEFORE = re.compile(r"(?:\b(?:through|until|till|up to|to the end of|by)|截至|截止|到)\s*$", re.IGNORECASE)


def _ends_scope(grid: Grid, mention: DateMention, plain: str) -> bool:
    """Say whether a question asks up to the month or day with which the table's period ends (10月まで of 1–10月)."""
    up_to = _UP_TO_BEHIND.match(plain, mention.end) or _UP_TO_BEFORE.search(plain[: mention.start])
    if not up_to or mention.until:
        return False
    ends = [period[1] for period in grid.scope or grid.around if period[1]]
    if mention.value.startswith("--"):
        return any(end[_YEAR:] == mention.value[1:] for end in ends)
    return mention.value in ends


def _same_months(mention: DateMention, period: Period) -> bool:
    """Say whether months without a year (Jan-Oct) are those of a period."""
    return len(period[0]) == 7 and (mention.value, mention.until) == (
        f"-{period[0][4:]}",
        period[1] and f"-{period[1][4:]}",
    )

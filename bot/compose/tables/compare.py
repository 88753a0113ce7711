"""Two cells against each other: between periods, between rows, between columns.

Invariant: between periods the later stands first and the earlier is the base of the growth; units never mix.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.compose.tables import calculation
from bot.compose.tables.cells import (
    Finding,
    last_of_series,
    pick_ranks,
    ranks_asked,
    scale_of,
    shown_calculation,
    unlike,
    value_at,
    without_value,
)
from bot.compose.tables.dated_pairs import dated_pair
from bot.compose.tables.grid import Column, Line
from bot.compose.tables.order import base_first
from bot.compose.tables.query import TableQuery
from bot.compose.tables.ranking import moved, place, place_of
from bot.compose.tables.reading import Reading
from bot.compose.tables.showing import amount, bracketed, name_text, times, unit_in
from bot.compose.tables.statement import Figure
from bot.compose.tables.sums import sum_of
from bot.compose.tables.values import unit_name
from corpus.structure.units import same_unit


def changed(reading: Reading) -> Finding | None:
    """List the rows that grew (or fell) between the two dated columns of a table."""
    pair = dated_pair(reading)
    if pair is None:
        return None
    grid = reading.grid
    return risen([(Figure(grid, line, pair[0]), Figure(grid, line, pair[1])) for line in grid.counted], reading.query)


def risen(pairs: Sequence[tuple[Figure, Figure]], query: TableQuery) -> Finding | None:
    """List what grew (or fell), of cells of an earlier and a later period: in rank where that is asked for."""
    fell = falls(query)
    kept = []
    for before, after in pairs:
        if before.value is None or after.value is None:
            continue
        gap = Decimal(place_of(before) - place_of(after)) if "rank-of" in query.intents else after.value - before.value
        if gap and (gap < 0) == fell:
            kept.append((gap, before, after))
    kept.sort(key=lambda change: change[0], reverse=not fell)
    parts = [_change(*change, query) for change in kept]
    items = tuple(item for _, before, after in kept for item in (before, after))
    return Finding(" ／ ".join(parts), items, sure=0.85) if kept else None


def _change(gap: Decimal, before: Figure, after: Figure, query: TableQuery) -> str:
    if "rank-of" in query.intents:
        move = f"{place(place_of(before), query.lang)} → {place(place_of(after), query.lang)}"
        return bracketed(name_text(after.line), move, query.lang)
    shown = calculation.shown(gap, signed=True)
    text = amount(shown, after.column, after.grid.document.lang, query.lang)
    return bracketed(name_text(after.line), text, query.lang)


def falls(query: TableQuery) -> bool:
    """Say whether a question asks for what became less."""
    return _FALLS.search(query.plain) is not None


_FALLS = re.compile(
    r"減|割れ|下回|落ち|下が|削|少な|declin|decreas|\bfell\b|\bfall|drop|\b(?:lower|less|fewer|cut|down|shr[aiu]nk)\b|下降|降低|少|跌|감소|줄|깎"
)
# A thing of which something is told (去年より減った店), unless it is a measure (減った量), is one of the rows.
_WHICH = re.compile(
    r"どれ|どこ|どの|何が|どんな|"
    r"[たるい][一-鿿々ァ-ヶー]{1,6}(?<![額量数率幅差合度])は?[?？]?$|"
    r"[^\s、。]の(?:は|って)?(?:何|なに)?[?？]?$|\bwhich\b|\bwhat\b(?! (?:is|was) the)|"
    r"哪|什么|어느|어떤|무엇|것은|항목"
)


def asks_which(query: TableQuery) -> bool:
    """Say whether a question asks which rows they are, and not for an amount."""
    return bool(_WHICH.search(query.plain)) and not query.unit


def _changes(reading: Reading) -> tuple[Column, Column, list[tuple[Decimal, Line]]] | None:
    """Return the two dated columns to compare, and how much each row changed between them."""
    pair = dated_pair(reading)
    if pair is None:
        return None
    earlier, later = pair
    changes = []
    for line in reading.grid.counted:
        before, after = value_at(line, earlier), value_at(line, later)
        if before is not None and after is not None:
            changes.append((after - before, line))
    return earlier, later, changes


def most_changed(reading: Reading) -> Finding | None:
    """Return the row that grew or fell most between the two dated columns of a table."""
    query, grid = reading.query, reading.grid
    found = _changes(reading)
    if found is None or query.ranks:
        return None
    earlier, later, changes = found
    fell = falls(query)
    if not changes:
        return None
    gap, line = min(changes, key=lambda c: c[0]) if fell else max(changes, key=lambda c: c[0])
    if (gap < 0) != fell or gap == 0:
        return None
    return compare((Figure(grid, line, later), Figure(grid, line, earlier)), query, in_time=True, named=True)


def compare_within(reading: Reading) -> Finding | None:
    """Compare two cells of one table: two periods of one row, or two rows."""
    pair, in_time = _pair(reading)
    if pair is None:
        return None
    return compare(pair, reading.query, in_time=in_time)


_TWO = 2


def _pair(reading: Reading) -> tuple[tuple[Figure, Figure] | None, bool]:
    """Return the two cells to compare, the minuend first, and whether they are two periods of the same thing."""
    grid, query = reading.grid, reading.query
    lines, columns = reading.lines, reading.columns
    dated_lines = [line for _, found in reading.dated_lines for line in found]
    if len(dated_lines) == 1 and (other := _neighbour_line(reading, dated_lines[0])):
        dated_lines.append(other)
    if len(dated_lines) == 2 and len(columns) == 1:
        earlier, later = sorted(dated_lines, key=lambda line: line.periods[0])
        if earlier.periods[0][0][0] == "-":
            earlier, later = dated_lines
        return (Figure(grid, later, columns[0]), Figure(grid, earlier, columns[0])), True
    across = dated_pair(reading, moves=moves_in_rank(query))
    if across is not None and len(lines) < _TWO:
        line = lines[0] if len(lines) == 1 else grid.totals[-1] if not lines and grid.totals else None
        return ((Figure(grid, line, across[1]), Figure(grid, line, across[0])) if line else None), True
    if len(lines) == 2 and (column := columns[0] if len(columns) == 1 else last_of_series(reading)):
        first, second = reversed(lines) if base_first(reading) else lines
        return (Figure(grid, first, column), Figure(grid, second, column)), False
    if len(lines) == 1 and len(columns) == 2 and reading.settled and columns[0].unit == columns[1].unit:
        return (Figure(grid, lines[0], columns[0]), Figure(grid, lines[0], columns[1])), False
    if not lines and len(columns) == 1 and (ranks_asked(reading) or "both-ends" in query.intents):
        picked, missing = pick_ranks(reading, grid.counted, columns[0])
        if len(picked) == 2 and not missing:
            return (Figure(grid, picked[0], columns[0]), Figure(grid, picked[1], columns[0])), False
    return None, False


def _neighbour_line(reading: Reading, line: Line) -> Line | None:
    """Return the row as many years before as the question says (前年, 10年前), else the last one, or the one before."""
    back = reading.query.years_back
    if not re.match(r"\d{4}", line.periods[0][0]):
        return None
    if not back and "growth" in reading.query.intents:
        dated = sorted((row for row in reading.grid.body if row.periods), key=lambda row: row.periods[0])
        return next((row for row in (dated[-1], *dated[-2:-1]) if row is not line), None)
    if not back:
        return None
    year = int(line.periods[0][0][:4]) - back
    return next(
        (other for other in reading.grid.body if other.periods and other.periods[0][0].startswith(str(year))), None
    )


def compare(pair: tuple[Figure, Figure], query: TableQuery, *, in_time: bool, named: bool = False) -> Finding | None:
    """Subtract or divide two cells, or say how their rows moved; the earlier period is the base of the growth."""
    if in_time and moves_in_rank(query):
        return moved(pair[1], pair[0], query)
    if pair[0].value is None or pair[1].value is None:
        return without_value(pair, query.lang)
    return _calculated(pair, query, in_time=in_time, named=named)


def _calculated(pair: tuple[Figure, Figure], query: TableQuery, *, in_time: bool, named: bool) -> Finding | None:
    """Calculate with two figures of one unit."""
    first, second = pair
    assert first.value is not None and second.value is not None
    if first.column.unit != second.column.unit and first.column.measure != second.column.measure:
        return unlike(pair, query.lang)
    if _scaled_apart(first, second) or not (_may_amount(first, query) and _may_amount(second, query)):
        return None
    if "sum" in query.intents and not query.intents & {"difference", "growth", "ratio"}:
        return sum_of(pair, query)
    if "ratio" in query.intents or ("share" in query.intents and not in_time):
        return _times(first, second, query)
    a, b = first.value, second.value
    if not in_time and not _DIRECTED.search(query.plain) and a < b:
        first, second, a, b = second, first, b, a
    points = first.column.measure == "percent"
    growth = in_time and not points
    if "percent" in query.intents and not points:
        growth = True
    outcome = calculation.difference(a, b, growth=growth, signed=in_time)
    like = first
    text = amount(outcome.text, like.column, like.grid.document.lang, query.lang)
    short = bracketed(text, outcome.aside, query.lang)
    if named:
        short = f"{name_text(first.line)} {short}"
    used = (second, first) if in_time else (first, second)
    unit = unit_in(first.column, first.grid.document.lang, first.grid.document.lang)
    return Finding(short, used, shown_calculation((first, second), outcome, unit), sure=0.95)


# Words that say which of two is expected to be the larger, so that the sign of their difference speaks.
_DIRECTED = re.compile(r"より|上回|\bthan\b|\bexceed|比.{1,30}[多高]|보다")


def _may_amount(figure: Figure, query: TableQuery) -> bool:
    """Say whether a cell can say how much (いくら), where that is asked: one that prints minutes cannot."""
    printed = figure.column.measure or unit_name(figure.cell.unit)
    return query.unit not in ("amount", "extent", "money") or not printed or same_unit(query.unit, printed)


def _scaled_apart(first: Figure, second: Figure) -> bool:
    return scale_of(first.column) != scale_of(second.column)


def _times(first: Figure, second: Figure, query: TableQuery) -> Finding | None:
    assert first.value is not None and second.value is not None
    if "share" in query.intents and "ratio" not in query.intents:
        outcome = calculation.share((first.value,), (second.value,))
        if outcome is None:
            return None
        return Finding(
            f"{outcome.text} %", (first, second), shown_calculation((first, second), outcome, "%"), sure=0.85
        )
    outcome = calculation.ratio(first.value, second.value)
    if outcome is None:
        return None
    sign = times(query.lang)
    return Finding(
        f"{outcome.text}{sign}", (first, second), shown_calculation((first, second), outcome, sign.strip()), sure=0.9
    )


def comparing(reading: Reading) -> bool:
    """Say whether the question sets two cells against each other."""
    query = reading.query
    if "rank-of" in query.intents:
        return moves_in_rank(query) or bool(query.intents & {"ratio"})
    return bool(query.intents & {"difference", "growth", "ratio"}) or bool(
        query.years_back and query.intents & {"percent", "difference", "growth"}
    )


def moves_in_rank(query: TableQuery) -> bool:
    """Say whether the question asks for the places of a row in two periods: two dates, or one and how it moved."""
    since = bool(query.dates) and bool(query.intents & {"growth", "difference"})
    return "rank-of" in query.intents and (len(query.dates) > 1 or bool(query.years_back) or since)

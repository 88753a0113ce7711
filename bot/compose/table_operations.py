"""What a question does with the cells of one table: look up, rank, list, add, compare, count.

Invariant: a finding rests on cells that are shown; an operation whose rows or column the question leaves open, or
whose cells are empty, gives no number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.compose import calculation
from bot.compose.calculation import Outcome
from bot.compose.draft import DraftCalculation
from bot.compose.grid import Column, Grid, Line, Period, figure, is_empty, unit_scale
from bot.compose.table_query import Ranks, TableQuery, spelled_out
from bot.compose.table_reading import Phrase, Reading
from bot.compose.table_statement import Figure, amount, bracketed, name_text, operand, unit_in, value_text
from bot.compose.table_words import INTENTS, light
from corpus.structure.quantities import DURATION, MONEY, same_unit

_MOST_LISTED = 20
_MOST_LOOKED_UP = 6


@dataclass(frozen=True, slots=True)
class Finding:
    """What one table answers: the short answer, the cells it rests on, the arithmetic, and what it lacks.

    ``codes`` asks for the rows' codes to be shown; ``sure`` in [0, 1] is how far the cells settle the question.
    """

    short: str
    items: tuple[Figure, ...]
    calculation: DraftCalculation | None = None
    missing: tuple[str, ...] = ()
    codes: bool = False
    sure: float = 0.95


def find(reading: Reading) -> Finding | None:
    """Do what the question asks of the table; None when the table leaves it open."""
    query = reading.query
    intents = query.intents
    if "growth" in intents and not _lines(reading) and (_superlative(query) or reading.rows_asked):
        return most_changed(reading) if _superlative(query) else changed(reading)
    for wanted, operation in _OPERATIONS:
        if wanted(reading):
            return operation(reading)
    return look_up(reading)


# --- choosing rows and columns ------------------------------------------------------------------------------------


def _superlative(query: TableQuery) -> bool:
    return bool(query.intents & {"most", "least"})


def _ranks(reading: Reading) -> tuple[Ranks, ...]:
    """Return the ranks asked for, without a 上位10 that only repeats how many rows the caption promises."""
    query, grid = reading.query, reading.grid
    ranks = query.ranks
    whole = {grid.partial, len(grid.body)}
    others = [rank for rank in ranks if not (rank.first == 1 and rank.last > 1 and rank.last in whole and grid.partial)]
    if len(others) < len(ranks) and (others or reading.phrases or query.intents - {"list", "name", "value", "whole"}):
        return tuple(others)
    return ranks


def _lines(reading: Reading) -> tuple[Line, ...]:
    """Return the rows that the question names, by name, code or date."""
    lines = list(reading.lines)
    for _, dated in reading.dated_lines:
        lines += [line for line in dated if line not in lines]
    return tuple(lines)


def _pool(reading: Reading) -> tuple[Line, ...]:
    """Return the rows among which a rank counts: those of a group that the question names, else all."""
    lines = _lines(reading)
    return lines if len(lines) > 1 else reading.grid.body


def _ordered(lines: Sequence[Line], column: Column, *, low: bool) -> list[Line]:
    """Return the rows with a figure, largest (or smallest) first; rows of equal value keep their printed order."""
    held = [(value, line) for line in lines if (value := _value_at(line, column)) is not None]
    held.sort(key=lambda pair: pair[0], reverse=not low)
    return [line for _, line in held]


def _value_at(line: Line, column: Column) -> Decimal | None:
    """Return the number in a row's cell, or None."""
    text = line.cell(column.index).text
    return None if is_empty(text) else figure(text)


def _one_column(reading: Reading) -> Column | None:
    return reading.columns[0] if len(reading.columns) == 1 else None


def _named_measure(reading: Reading) -> Column | None:
    """Return the one column to rank by; a rank column serves where no other is meant."""
    column = _one_column(reading)
    if column is not None:
        return column
    if reading.query.ranks and not reading.settled:
        return next((c for c in reading.grid.columns if c.kind == "rank"), None)
    return None


def _figures(grid: Grid, lines: Sequence[Line], columns: Sequence[Column]) -> tuple[Figure, ...]:
    return tuple(Figure(grid, line, column) for line in lines for column in columns)


def _values(items: Sequence[Figure]) -> list[Decimal] | None:
    """Return the figures of cells, or None when one prints none."""
    values = [item.value for item in items]
    return [value for value in values if value is not None] if None not in values else None


def _without_value(items: Sequence[Figure], lang: str) -> Finding:
    """Say which of the cells are empty instead of calculating with them."""
    empty = [item for item in items if item.value is None]
    names = tuple(dict.fromkeys(name_text(item.line) for item in empty))
    shown = " ／ ".join(f"{name_text(item.line)} {value_text(item, lang)}" for item in empty[:_MOST_LOOKED_UP])
    return Finding(shown, tuple(items), missing=names, sure=0.7)


def _calculated(items: Sequence[Figure], outcome: Outcome, unit: str) -> DraftCalculation:
    result = f"{outcome.text} ({outcome.aside})" if outcome.aside else outcome.text
    return DraftCalculation(outcome.formula, tuple(operand(item) for item in items), result, unit)


# --- looking up ---------------------------------------------------------------------------------------------------


def look_up(reading: Reading) -> Finding | None:
    """Return the cells at the rows and columns that the question names."""
    query, grid = reading.query, reading.grid
    lines = _lines(reading)
    asked = tuple(column for column in reading.asked if not _selects(reading, column))
    if reading.rows_asked and query.codes and "value" not in query.intents and len(lines) == 1 and not reading.told:
        return Finding(
            name_text(lines[0]), _figures(grid, lines, reading.columns[:1] or (grid.columns[grid.name],)), codes=True
        )
    if not grid.measures or (asked and not reading.told and "value" not in query.intents):
        return _look_up_words(reading, lines, asked)
    if not lines:
        return _look_up_total(reading)
    columns = reading.columns
    if not columns or not _may_look_up(reading) or len(lines) * len(columns) > _MOST_LOOKED_UP:
        return None
    if not _unit_fits(query, columns):
        return None
    items = _figures(grid, lines, columns)
    if len(lines) == 2 and len(columns) == 1 and _WHICH.search(query.plain) and (values := _values(items)):
        first = items[0] if (values[0] >= values[1]) != bool(_LESSER.search(query.plain)) else items[1]
        return Finding(bracketed(name_text(first.line), value_text(first, query.lang), query.lang), items)
    named = len(lines) > 1 or (reading.inferred and not query.codes) or (bool(query.codes) and _asks_name(query.plain))
    codes = bool(query.codes) or "code" in query.intents
    parts = []
    for item in items:
        value = value_text(item, query.lang)
        label = name_text(item.line) if named else item.column.header if len(columns) > 1 else ""
        parts.append(f"{label} {value}".strip())
    sure = 0.95 if len(items) == 1 else 0.8
    return Finding(" ／ ".join(parts), items, codes=codes, sure=sure)


_WHICH = re.compile(
    r"どちら|どっち|\bwhich\b.*\b(?:more|larger|higher|bigger|greater|less|lower|smaller|fewer)\b|哪(?:个|一?方|边).*?[更多大高少小低]|어느 ?(?:쪽|것)"
)
_LESSER = re.compile(r"少な|小さ|低|\b(?:less|lower|smaller|fewer)\b|[少小低]|적|작|낮")


def _asks_name(plain: str) -> bool:
    """Say whether a question asks what something is beside asking for its value (91081100って何？いくら分？)."""
    values = [match.span() for match in INTENTS["value"].finditer(plain)]
    return any(
        not any(start < match.end() and match.start() < end for start, end in values)
        for match in INTENTS["name"].finditer(plain)
    )


def _may_look_up(reading: Reading) -> bool:
    """Say whether a question for these cells asks for their values (and not when, why or whether)."""
    query = reading.query
    if query.intents & {"value", "code", "sum", "list", "rank-of"} or query.codes or query.unit:
        return True
    return bool(query.asks & {"count", "what", "list"}) and (reading.told or bool(reading.anchors))


def _unit_fits(query: TableQuery, columns: Sequence[Column]) -> bool:
    """Say whether the unit asked for is the one the columns count in, as far as both are known."""
    if not query.unit or query.unit in ("rank", "item", "kind", "piece", "fold", "percent", "amount", "money"):
        return True
    if query.unit not in _KNOWN_UNITS:
        return True  # a noun (how many cars): a word like any other, and supported
    return any(not column.measure or same_unit(query.unit, column.measure) for column in columns)


_KNOWN_UNITS = (
    MONEY
    | DURATION
    | {
        "person",
        "tonne",
        "kg",
        "g",
        "km",
        "m",
        "hectare",
        "barrel",
        "age",
        "times",
        "copy",
        "case",
        "company",
        "vehicle",
        "ship",
        "country",
    }
)


def _selects(reading: Reading, column: Column) -> bool:
    """Say whether a column's words only served to pick the rows."""
    if column.kind == "code":
        return bool(reading.query.codes) and not reading.lost_codes
    return any(_phrase_column(reading, phrase) is column for phrase in reading.phrases if column.kind == "text")


def _phrase_column(reading: Reading, phrase: Phrase) -> Column | None:
    """Return the column of words in which a phrase was found."""
    words = light(reading.query.text[phrase.start : phrase.end])
    for column in sorted(reading.grid.columns, key=lambda c: c.kind != "name"):
        if column.kind in ("name", "text", "code"):
            texts = [light(line.cell(column.index).text) for line in phrase.lines]
            if texts and all(words in text or (text and text in words) for text in texts):
                return column
    return None


def _spells_total(reading: Reading) -> bool:
    """Say whether the question spells a total row's own name (全年)."""
    return any(
        spelled_out(reading.query.plain, line.name.text.strip())
        for line in reading.grid.totals
        if len(line.name.text.strip()) > 1
    )


def _look_up_total(reading: Reading) -> Finding | None:
    """Return a printed total where the question names a column and no row."""
    query, grid = reading.query, reading.grid
    columns = reading.columns if reading.settled else ()
    if not grid.totals or len(columns) != 1 or query.codes or reading.rows_asked or not _may_look_up(reading):
        return None
    if len(grid.measures) > 1 and not reading.settled or not _unit_fits(query, columns):
        return None
    item = Figure(grid, grid.totals[-1], columns[0])
    return Finding(value_text(item, query.lang), (item,), sure=0.85) if item.value is not None else None


def _look_up_words(reading: Reading, lines: Sequence[Line], asked: Sequence[Column]) -> Finding | None:
    """Answer from cells of words: what someone's post is, who holds it, who is on the list, a code."""
    query, grid = reading.query, reading.grid
    if not lines:
        return _whole_list(reading)
    columns = tuple(asked)
    if not columns:
        found = {column.index for phrase in reading.phrases if (column := _phrase_column(reading, phrase))}
        by_name = grid.name in found
        people = bool(query.asks & {"who", "list"}) or "name" in query.intents
        if not people and not query.asks & {"what"}:
            return None
        others = tuple(c for c in grid.columns if c.kind == "text")
        if by_name and len(others) != 1:
            return None
        columns = others if by_name else (grid.columns[grid.name],)
    if len(lines) > _MOST_LISTED:
        return None
    items = _figures(grid, lines, columns)
    if columns[0].index == grid.name:
        shown = tuple(
            Figure(grid, line, next((c for c in grid.columns if c.kind == "text"), columns[0])) for line in lines
        )
        return Finding(
            "、".join(name_text(line) for line in lines)
            if query.lang in ("ja", "zh")
            else ", ".join(name_text(line) for line in lines),
            shown,
            sure=0.85,
        )
    if len(items) == 1:
        return Finding(value_text(items[0], query.lang), items, codes=columns[0].kind == "code", sure=0.9)
    if len(lines) > 3:
        return None
    codes = any(column.kind == "code" for column in columns)
    return Finding(
        " ／ ".join(f"{name_text(i.line)} {value_text(i, query.lang)}" for i in items), items, codes=codes, sure=0.75
    )


def _whole_list(reading: Reading) -> Finding | None:
    """List every row of a captioned list when the question asks who or what is on it."""
    query, grid = reading.query, reading.grid
    asks = bool(query.asks & {"who", "list"}) or "list" in query.intents
    if grid.measures or not asks or not reading.anchors or len(grid.body) > _MOST_LISTED:
        return None
    column = next((c for c in grid.columns if c.kind == "text"), grid.columns[grid.name])
    comma = "、" if query.lang in ("ja", "zh") else ", "
    return Finding(comma.join(name_text(line) for line in grid.body), _figures(grid, grid.body, (column,)), sure=0.8)


# --- ranks --------------------------------------------------------------------------------------------------------


def rank_of(reading: Reading) -> Finding | None:
    """Say at which place a named row stands by value."""
    query, grid = reading.query, reading.grid
    column = _one_column(reading)
    lines = _lines(reading)
    if column is None or not 0 < len(lines) <= 3:
        return None
    items = _figures(grid, lines, (column,))
    if (values := _values(items)) is None:
        return _without_value(items, query.lang)
    held = [value for line in grid.body if (value := _value_at(line, column)) is not None]
    parts = []
    for item, value in zip(items, values, strict=True):
        place = 1 + sum(other > value for other in held)
        label = f"{name_text(item.line)} " if len(items) > 1 else ""
        parts.append(bracketed(f"{label}{_place(place, query.lang)}", value_text(item, query.lang), query.lang))
    return Finding(" ／ ".join(parts), items, sure=0.95 if len(items) == 1 else 0.8)


def _place(place: int, lang: str) -> str:
    suffix = "th" if 10 <= place % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return {"ja": f"{place}位", "zh": f"第{place}位", "ko": f"{place}위"}.get(lang, f"{place}{suffix}")


def ranked(reading: Reading) -> Finding | None:
    """Return the rows at the places asked for, counted by value whatever order the table prints."""
    query, grid = reading.query, reading.grid
    lines = _lines(reading)
    if len(lines) == 1 and not reading.settled and len(grid.measures) > 1:
        return _ranked_across(reading, lines[0])
    column = _named_measure(reading)
    if column is None or len(lines) == 1:
        return None
    pool = _pool(reading)
    if not _calendar_fits(query.plain, [period for line in pool for period in line.periods]):
        return None
    picked, missing = _picked(reading, pool, column)
    if missing:
        return Finding("", (), missing=missing)
    items = _figures(grid, picked, (column,))
    if not items:
        return None
    shown_column = next((c for c in reading.asked if c.kind in ("text", "code")), None)
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
        items = _figures(grid, picked, grid.measures[:1])
    return Finding(comma.join(parts), items, codes=bool(shown_column and shown_column.kind == "code"))


_ASKED_MONTH = re.compile(r"何月|どの月|\b(?:which|what) month\b|哪个?月|几月|몇 ?월|어느 ?달")
_ASKED_YEAR = re.compile(r"何年|どの年|\b(?:which|what) (?:financial |fiscal )?year\b|哪一?年|몇 ?년|어느 ?해")


def _calendar_fits(plain: str, periods: Sequence[Period]) -> bool:
    """Say whether rows that a question for a month or a year ranks are months or years."""
    if _ASKED_MONTH.search(plain):
        return bool(periods) and all(len(period[0]) in (4, 7) and "-" in period[0] for period in periods)
    return not _ASKED_YEAR.search(plain) or (bool(periods) and all(re.match(r"\d{4}", period[0]) for period in periods))


def _picked(reading: Reading, pool: Sequence[Line], column: Column) -> tuple[list[Line], tuple[str, ...]]:
    """Return the rows at the ranks asked for, and the ranks that the table does not reach."""
    wanted = list(_ranks(reading))
    if not wanted and "both-ends" in reading.query.intents:
        wanted = [Ranks(1, 1, False, "", 0), Ranks(1, 1, True, "", 1)]
    if not wanted:
        wanted = [Ranks(1, 1, "least" in reading.query.intents, "", 0)]
    picked: list[Line] = []
    missing: list[str] = []
    for ranks in wanted:
        low = ranks.low or ("least" in reading.query.intents and "most" not in reading.query.intents)
        ordered = _ordered(pool, column, low=low != (column.kind == "rank"))
        if ranks.last > len(ordered):
            missing.append(ranks.text)
            continue
        chosen = ordered[ranks.first - 1 : ranks.last]
        end = _value_at(chosen[-1], column)
        ties = (
            [line for line in ordered[ranks.last :] if _value_at(line, column) == end]
            if ranks.first == ranks.last
            else []
        )
        picked += [line for line in (*chosen, *ties) if line not in picked]
    return picked, tuple(missing)


def _ranked_across(reading: Reading, line: Line) -> Finding | None:
    """Return the column in which one row is largest, where all columns count the same thing."""
    query, grid = reading.query, reading.grid
    columns = [column for column in grid.measures if not column.total]
    if len({column.unit for column in columns}) != 1 or len(columns) < 2 or any(c.header == "" for c in columns):
        return None
    if not _calendar_fits(query.plain, [period for column in columns for period in column.periods]):
        return None
    held = [(value, column) for column in columns if (value := _value_at(line, column)) is not None]
    ranks = _ranks(reading) or (Ranks(1, 1, "least" in query.intents, "", 0),)
    if len(ranks) != 1 or ranks[0].last > len(held):
        return None
    low = ranks[0].low or "least" in query.intents
    held.sort(key=lambda pair: pair[0], reverse=not low)
    items = tuple(Figure(grid, line, column) for _, column in held[ranks[0].first - 1 : ranks[0].last])
    parts = [bracketed(item.column.header, value_text(item, query.lang), query.lang) for item in items]
    return Finding(" ／ ".join(parts), items, sure=0.9)


def changed(reading: Reading) -> Finding | None:
    """List the rows that grew (or fell) between the two dated columns of a table."""
    query, grid = reading.query, reading.grid
    found = _changes(reading)
    if found is None:
        return None
    earlier, later, changes = found
    fell = bool(_FALLS.search(query.plain))
    kept = [(gap, line) for gap, line in changes if (gap < 0) == fell and gap]
    kept.sort(key=lambda change: change[0], reverse=not fell)
    if not kept:
        return None
    parts = []
    for gap, line in kept:
        text = amount(calculation.shown(gap, signed=True), later, grid.document.lang, query.lang)
        parts.append(bracketed(name_text(line), text, query.lang))
    lines = [line for _, line in kept]
    return Finding(" ／ ".join(parts), _figures(grid, lines, (earlier, later)), sure=0.85)


_FALLS = re.compile(r"減|下回|落ち|下が|declin|decreas|\bfell\b|\bfall|drop|下降|降低|少|감소|줄")


def _changes(reading: Reading) -> tuple[Column, Column, list[tuple[Decimal, Line]]] | None:
    """Return the two dated columns to compare, and how much each row changed between them."""
    pair = _dated_pair(reading)
    if pair is None:
        return None
    earlier, later = pair
    changes = []
    for line in reading.grid.body:
        before, after = _value_at(line, earlier), _value_at(line, later)
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
    fell = bool(_FALLS.search(query.plain))
    if not changes:
        return None
    gap, line = min(changes, key=lambda c: c[0]) if fell else max(changes, key=lambda c: c[0])
    if (gap < 0) != fell or gap == 0:
        return None
    return compare((Figure(grid, line, later), Figure(grid, line, earlier)), query, in_time=True, named=True)


# --- sums, shares, counts -----------------------------------------------------------------------------------------


def _selected(reading: Reading) -> tuple[tuple[Figure, ...], tuple[str, ...]]:
    """Return the cells that the question groups (rows it names, ranks, limits) and the ranks that are missing."""
    query, grid = reading.query, reading.grid
    lines: Sequence[Line] = _lines(reading)
    columns = reading.columns
    if not lines and (_ranks(reading) or _superlative(query)) and len(columns) == 1:
        lines, missing = _picked(reading, grid.body, columns[0])
        if missing:
            return (), missing
    if query.limits and len(columns) == 1:
        lines = _within_limits(reading, lines or grid.body, columns[0]) or ()
    return _figures(grid, lines, columns), ()


def add_up(reading: Reading) -> Finding | None:
    """Add the cells that the question groups; a printed total is read, and never added in."""
    query, grid = reading.query, reading.grid
    items, missing = _selected(reading)
    if missing:
        return Finding("", (), missing=missing)
    if not items:
        if query.limits:
            return None
        return _total(reading)
    if len(items) == 1:
        across = _across(reading, items[0])
        return across or (look_up(reading) if reading.settled else None)
    return _sum_of(items, query)


def _sum_of(items: Sequence[Figure], query: TableQuery) -> Finding | None:
    if len({item.column.unit for item in items}) != 1:
        return None
    if (values := _values(items)) is None:
        return _without_value(items, query.lang)
    outcome = calculation.total(values)
    short = amount(outcome.text, items[0].column, items[0].grid.document.lang, query.lang)
    return Finding(short, tuple(items), _calculated(items, outcome, items[0].column.unit), sure=0.9)


def _across(reading: Reading, item: Figure) -> Finding | None:
    """Return a row's printed total, or the sum over its columns, when the question names the row alone."""
    if reading.settled or item.column.total:
        return (
            Finding(value_text(item, reading.query.lang), (item,))
            if item.column.total and item.value is not None
            else None
        )
    return None


def _total(reading: Reading) -> Finding | None:
    """Return the total of a column: printed, or added up from all its rows."""
    query, grid = reading.query, reading.grid
    column = _one_column(reading)
    if (
        column is None
        or (column.measure == "percent")
        or (len(grid.measures) > 1 and not reading.settled and not column.total)
    ):
        return None
    if grid.totals:
        item = Figure(grid, grid.totals[-1], column)
        return Finding(value_text(item, query.lang), (item,), sure=0.9) if item.value is not None else None
    if grid.partial and not _means_the_rows(reading):
        return None
    items = tuple(item for item in _figures(grid, grid.body, (column,)) if item.value is not None)
    if len(items) < 2 or any(line.periods for line in grid.body) and column.measure == "":
        return None
    finding = _sum_of(items, query)
    return replace(finding, sure=0.8) if finding else None


def _means_the_rows(reading: Reading) -> bool:
    """Say whether a total of a table of only the top rows can be meant: the table, its rank or its items are named."""
    query = reading.query
    if reading.labelled or any(rank.last > 1 for rank in query.ranks):
        return True
    return "whole" not in query.intents and any("item" in word.concepts for word in query.words)


def mean(reading: Reading) -> Finding | None:
    """Return the average of the cells that the question groups, or of a column."""
    query, grid = reading.query, reading.grid
    items, missing = _selected(reading)
    if missing:
        return Finding("", (), missing=missing)
    if len(items) < 2:
        column = _one_column(reading)
        if items or column is None or (len(grid.measures) > 1 and not reading.settled):
            return None
        items = tuple(item for item in _figures(grid, grid.body, (column,)) if item.value is not None)
    values = _values(items)
    if values is None:
        return _without_value(items, query.lang)
    if len(values) < 2 or len({item.column.unit for item in items}) != 1:
        return None
    outcome = calculation.average(values)
    short = amount(outcome.text, items[0].column, grid.document.lang, query.lang)
    return Finding(short, items, _calculated(items, outcome, items[0].column.unit), sure=0.85)


def proportion(reading: Reading) -> Finding | None:
    """Return what share of a total the named cells are; of a table of the top rows, the share of these rows alone."""
    query, grid = reading.query, reading.grid
    items, missing = _selected(reading)
    if missing:
        return Finding("", (), missing=missing)
    if (
        len(items) == 2
        and items[0].line is items[1].line
        and reading.settled
        and items[0].column.unit == items[1].column.unit
    ):
        return _part_of(items, query)
    if not items and (finding := _share_of_columns(reading)):
        return finding
    if not items or len({item.column.index for item in items}) != 1:
        return None
    if not grid.totals and all(
        re.match(r"\d", period[0]) for item in items for period in item.line.periods[:1] or (("x", ""),)
    ):
        return None  # years do not add up to a whole
    if grid.partial and "whole" in query.intents and not _means_the_rows(reading):
        return Finding("", (), missing=("whole",))
    column = items[0].column
    if column.measure == "percent":
        return look_up(reading)
    if (values := _values(items)) is None:
        return _without_value(items, query.lang)
    across = next((c for c in grid.measures if c.total and c is not column), None)
    if across and len(items) == 1 and reading.settled and _part_after_whole(reading, items[0]):
        wholes: tuple[Figure, ...] = (Figure(grid, items[0].line, across),)
    elif grid.totals and _value_at(grid.totals[-1], column) is not None:
        wholes = (Figure(grid, grid.totals[-1], column),)
    else:
        wholes = tuple(item for item in _figures(grid, grid.body, (column,)) if item.value is not None)
    base = [item.value for item in wholes if item.value is not None]
    outcome = calculation.share(values, base)
    if outcome is None:
        return None
    used = tuple(dict.fromkeys((*items, *wholes)))
    sure = 0.85 if grid.totals or across else 0.7
    return Finding(f"{outcome.text} %", used, _calculated((*items, *wholes), outcome, "%"), sure=sure)


def _share_of_columns(reading: Reading) -> Finding | None:
    """Return what share one column's printed total is of the total of all columns."""
    grid, column = reading.grid, _one_column(reading)
    across = next((c for c in grid.measures if c.total), None)
    if not grid.totals or column is None or across is None or column is across or not reading.told:
        return None
    return _part_of(_figures(grid, grid.totals[-1:], (column, across)), reading.query)


def _part_of(items: Sequence[Figure], query: TableQuery) -> Finding | None:
    """Return what share one column of a row is of the other: the smaller is the part."""
    if (values := _values(items)) is None:
        return _without_value(items, query.lang)
    part, whole = (items[0], items[1]) if values[0] <= values[1] else (items[1], items[0])
    assert part.value is not None and whole.value is not None
    outcome = calculation.share((part.value,), (whole.value,))
    if outcome is None:
        return None
    return Finding(f"{outcome.text} %", (part, whole), _calculated((part, whole), outcome, "%"), sure=0.85)


def _part_after_whole(reading: Reading, item: Figure) -> bool:
    """Say whether the question names the row before the column: 4月の水揚げに占めるぶり, the share of bream in April's catch."""
    row = next((p.start for p in reading.phrases if item.line in p.lines), -1)
    if row < 0:
        row = next((m.start for m, lines in reading.dated_lines if item.line in lines), -1)
    column = reading.query.plain.find(light(item.column.header))
    if row < 0 or column < 0:
        return False
    return row < column if reading.query.lang in ("ja", "ko", "zh") else column < row


def _within_limits(reading: Reading, lines: Sequence[Line], column: Column) -> list[Line] | None:
    """Return the rows whose figure keeps to every limit; None when a limit is in another unit than the column."""
    kept = []
    scale = _scale(column)
    for limit in reading.query.limits:
        if limit.unit and column.measure and not same_unit(limit.unit, column.measure):
            return None
    for line in lines:
        value = _value_at(line, column)
        if value is not None and all(
            limit.admits(value * (scale if limit.unit and limit.value >= scale else 1))
            for limit in reading.query.limits
        ):
            kept.append(line)
    return kept


def _scale(column: Column) -> Decimal:
    """Return what a column's figures are multiplied by to give the bare unit (千円: 1000)."""
    return unit_scale(column.unit)


def limited(reading: Reading) -> Finding | None:
    """Count or list the rows that keep to a limit."""
    query, grid = reading.query, reading.grid
    column = _one_column(reading)
    if column is None:
        return None
    lines = _within_limits(reading, _pool(reading), column)
    if lines is None:
        return None
    ordered = [line for line in _ordered(lines, column, low=False)]
    if not ordered:
        every = _figures(grid, _ordered(_pool(reading), column, low=False)[:1], (column,))
        return Finding(_counted(0, query), every, sure=0.8) if every else None
    items = _figures(grid, ordered, (column,))
    names = " ／ ".join(
        bracketed(name_text(i.line), value_text(i, query.lang), query.lang) for i in items[:_MOST_LISTED]
    )
    counts = bool(query.asks & {"count"}) or "count" in query.intents
    short = _counted(len(ordered), query) if counts else names
    return Finding(short, items, sure=0.9)


def count_rows(reading: Reading) -> Finding | None:
    """Count the rows of a list, or those that the question's words pick."""
    query, grid = reading.query, reading.grid
    lines = _lines(reading)
    if reading.inferred or not lines and not reading.anchors:
        return None
    counted = lines or grid.body
    column = (
        next((c for c in grid.columns if c.kind == "text"), None) or _one_column(reading) or grid.columns[grid.name]
    )
    sure = 0.65 if grid.partial else 0.8
    return Finding(_counted(len(counted), query), _figures(grid, counted, (column,)), sure=sure)


def _counted(count: int, query: TableQuery) -> str:
    """Return a count with the counter the question uses."""
    match = re.search(
        r"(?:何|いくつの?|[几幾]|몇\s?)(か国|カ国|ヶ国|品目|項目|種類|人|名|件|個|館|支所|社|店|校|区|か所|つ|か月|カ月|个|种|项|家|位|명|개|가지|건|곳)",
        query.plain,
    )
    if match:
        return f"{count}{match[1]}"
    return f"{count}つ" if "いくつ" in query.plain and count < 10 else f"{count}"


# --- two cells ----------------------------------------------------------------------------------------------------


def compare_within(reading: Reading) -> Finding | None:
    """Compare two cells of one table: two periods of one row, or two rows."""
    pair, in_time = _pair(reading)
    if pair is None:
        return None
    return compare(pair, reading.query, in_time=in_time)


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
    across = _dated_pair(reading)
    if across is not None:
        line = lines[0] if len(lines) == 1 else grid.totals[-1] if not lines and grid.totals else None
        return ((Figure(grid, line, across[1]), Figure(grid, line, across[0])) if line else None), True
    if len(lines) == 2 and len(columns) == 1:
        return (Figure(grid, lines[0], columns[0]), Figure(grid, lines[1], columns[0])), False
    if len(lines) == 1 and len(columns) == 2 and reading.settled and columns[0].unit == columns[1].unit:
        return (Figure(grid, lines[0], columns[0]), Figure(grid, lines[0], columns[1])), False
    if not lines and len(columns) == 1 and (_ranks(reading) or "both-ends" in query.intents):
        picked, missing = _picked(reading, grid.body, columns[0])
        if len(picked) == 2 and not missing:
            return (Figure(grid, picked[0], columns[0]), Figure(grid, picked[1], columns[0])), False
    return None, False


def _neighbour_line(reading: Reading, line: Line) -> Line | None:
    """Return the row of the period that lies as many years before as the question says (前年, 10年前)."""
    back = reading.query.years_back
    if not back or not re.match(r"\d{4}", line.periods[0][0]):
        return None
    year = int(line.periods[0][0][:4]) - back
    return next(
        (other for other in reading.grid.body if other.periods and other.periods[0][0].startswith(str(year))), None
    )


def _dated_pair(reading: Reading) -> tuple[Column, Column] | None:
    """Return the two dated columns to compare, the earlier first."""
    dated = sorted((c for c in reading.grid.measures if c.periods), key=lambda c: c.periods[0])
    named = [column for _, columns in reading.dated_columns for column in columns]
    if len(dated) < 2:
        return None
    if len(named) == 2:
        return (
            (dated[0], dated[1])
            if set(named) == {dated[0], dated[1]}
            else (min(named, key=_period), max(named, key=_period))
        )
    if len(named) > 2:
        return None
    back = reading.query.years_back
    if back:
        later = named[0] if named else dated[-1]
        year = str(int(later.periods[0][0][:4]) - back)
        earlier = next((c for c in dated if c.periods[0][0].startswith(year)), None)
        return (earlier, later) if earlier else None
    return (dated[0], dated[1]) if len(dated) == 2 and "growth" in reading.query.intents else None


def _period(column: Column) -> Period:
    return column.periods[0]


def compare(pair: tuple[Figure, Figure], query: TableQuery, *, in_time: bool, named: bool = False) -> Finding | None:
    """Subtract or divide two cells; between periods the earlier is the base of the growth in per cent."""
    first, second = pair
    if (first.value is None) or (second.value is None):
        return _without_value(pair, query.lang)
    if first.column.unit != second.column.unit and first.column.measure != second.column.measure:
        return None
    if _scaled_apart(first, second):
        return None
    if "sum" in query.intents and not query.intents & {"difference", "growth", "ratio"}:
        return _sum_of(pair, query)
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
    return Finding(short, used, _calculated((first, second), outcome, unit), sure=0.95)


# Words that say which of two is expected to be the larger, so that the sign of their difference speaks.
_DIRECTED = re.compile(r"より|上回|\bthan\b|\bexceed|比.{1,30}[多高]|보다")


def _scaled_apart(first: Figure, second: Figure) -> bool:
    return _scale(first.column) != _scale(second.column)


def _times(first: Figure, second: Figure, query: TableQuery) -> Finding | None:
    assert first.value is not None and second.value is not None
    if "share" in query.intents and "ratio" not in query.intents:
        outcome = calculation.share((first.value,), (second.value,))
        if outcome is None:
            return None
        return Finding(f"{outcome.text} %", (first, second), _calculated((first, second), outcome, "%"), sure=0.85)
    outcome = calculation.ratio(first.value, second.value)
    if outcome is None:
        return None
    sign = {"ja": "倍", "zh": "倍", "ko": "배"}.get(query.lang, " times")
    return Finding(
        f"{outcome.text}{sign}", (first, second), _calculated((first, second), outcome, sign.strip()), sure=0.9
    )


def comparing(reading: Reading) -> bool:
    """Say whether the question sets two cells against each other."""
    return bool(reading.query.intents & {"difference", "growth", "ratio"}) or bool(
        reading.query.years_back and reading.query.intents & {"percent", "difference", "growth"}
    )


def _sharing(reading: Reading) -> bool:
    return "share" in reading.query.intents or (
        "percent" in reading.query.intents and not any(c.measure == "percent" for c in reading.columns)
    )


def _counting(reading: Reading) -> bool:
    """Say whether rows are counted: nothing in the table is measured in what the question counts."""
    query, grid = reading.query, reading.grid
    if not (query.asks & {"count"} and "count" in query.intents):
        return False
    if "value" in query.intents and grid.measures and reading.settled:
        return False
    unit = query.unit
    if unit == "person":
        return not grid.measures
    generic = unit in _GENERIC
    if not generic and any(column.measure and same_unit(unit, column.measure) for column in grid.measures):
        return False
    return (generic or _names_rows(unit, grid)) and (not reading.settled or not grid.measures)


_GENERIC = frozenset({"", "item", "kind", "piece", "amount", "country", "company", "place"})


def _names_rows(counter: str, grid: Grid) -> bool:
    """Say whether what a question counts is what the table's rows are (何館 of 館名, how many districts)."""
    return counter[:4] in light(grid.columns[grid.name].header)


_OPERATIONS: tuple[tuple[Callable[[Reading], bool], Callable[[Reading], Finding | None]], ...] = (
    (comparing, compare_within),
    (_sharing, proportion),
    (lambda r: "average" in r.query.intents, mean),
    (lambda r: "sum" in r.query.intents or _spells_total(r), add_up),
    (lambda r: bool(r.query.limits), limited),
    (lambda r: "rank-of" in r.query.intents and bool(_lines(r)), rank_of),
    (lambda r: bool(_ranks(r)) or _superlative(r.query), ranked),
    (_counting, count_rows),
)

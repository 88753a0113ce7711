"""The cells a question groups, and what is found in them: shared by every operation on tables.

Invariant: a cell without a number gives none; it is named as empty and never counts as zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.compose.draft import DraftCalculation
from bot.compose.tables.calculation import Outcome
from bot.compose.tables.cues import Ranks
from bot.compose.tables.grid import Column, Grid, Line
from bot.compose.tables.periods import beside_date
from bot.compose.tables.query import TableQuery
from bot.compose.tables.reading import Reading
from bot.compose.tables.showing import name_text, value_text
from bot.compose.tables.statement import Figure, operand
from bot.compose.tables.values import unit_scale
from corpus.structure.figures import figure, is_empty
from corpus.structure.units import same_unit

MOST_LISTED = 20
MOST_LOOKED_UP = 6


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


def superlative(query: TableQuery) -> bool:
    """Say whether the question asks for the largest or the smallest."""
    return bool(query.intents & {"most", "least"})


def ranks_asked(reading: Reading) -> tuple[Ranks, ...]:
    """Return the ranks asked for, without a 上位10 that only repeats how many rows the caption promises."""
    query, grid = reading.query, reading.grid
    ranks = query.ranks
    whole = {grid.partial, len(grid.body)}
    others = [rank for rank in ranks if not (rank.first == 1 and rank.last > 1 and rank.last in whole and grid.partial)]
    if len(others) < len(ranks) and (others or reading.phrases or query.intents - {"list", "name", "value", "whole"}):
        return tuple(others)
    return ranks


def named_lines(reading: Reading) -> tuple[Line, ...]:
    """Return the rows that the question names, by name, code or date."""
    lines = list(reading.lines)
    for _, dated in reading.dated_lines:
        lines += [line for line in dated if line not in lines]
    return tuple(lines)


def ranking_pool(reading: Reading) -> tuple[Line, ...]:
    """Return the rows among which a rank counts: those of a group that the question names, else all."""
    lines = named_lines(reading)
    return lines if len(lines) > 1 else reading.grid.counted


def by_value(lines: Sequence[Line], column: Column, *, low: bool) -> list[Line]:
    """Return the rows with a figure, largest (or smallest) first; rows of equal value keep their printed order."""
    held = [(value, line) for line in lines if (value := value_at(line, column)) is not None]
    held.sort(key=lambda pair: pair[0], reverse=not low)
    return [line for _, line in held]


def value_at(line: Line, column: Column) -> Decimal | None:
    """Return the number in a row's cell, or None."""
    text = line.cell(column.index).text
    return None if is_empty(text) else figure(text)


def one_column(reading: Reading) -> Column | None:
    """Return the measure meant, or None where it is open or there are several; of one undated series the last."""
    column = reading.columns[0] if len(reading.columns) == 1 else last_of_series(reading)
    return None if column is None or column.mixed else column  # figures of different units have no order and no total


def last_of_series(reading: Reading) -> Column | None:
    """Return the column of the last period, where the columns that may be meant count one thing in several periods."""
    columns = reading.columns
    if len(columns) < 2 or reading.query.dates or reading.query.years_back:
        return None
    if not all(column.periods for column in columns) or len({beside_date(column.header) for column in columns}) > 1:
        return None
    alike = len({column.unit for column in columns}) == 1
    return max(columns, key=lambda column: column.periods[0]) if alike else None


def damaged(grid: Grid, lines: Sequence[Line], column: Column) -> tuple[Figure, ...]:
    """Return the cells of a column that were read wrongly: what is made of all its figures lacks them."""
    return tuple(item for item in figures_at(grid, lines, (column,)) if item.damaged)


def figures_at(grid: Grid, lines: Sequence[Line], columns: Sequence[Column]) -> tuple[Figure, ...]:
    """Return the cells where rows and columns cross, row by row."""
    return tuple(Figure(grid, line, column) for line in lines for column in columns)


def values_of(items: Sequence[Figure]) -> list[Decimal] | None:
    """Return the figures of cells, or None when one prints none."""
    values = [item.value for item in items]
    return [value for value in values if value is not None] if None not in values else None


def without_value(items: Sequence[Figure], lang: str) -> Finding:
    """Say which of the cells are empty instead of calculating with them."""
    empty = [item for item in items if item.value is None]
    names = tuple(dict.fromkeys(name_text(item.line) for item in empty))
    shown = " ／ ".join(f"{name_text(item.line)} {value_text(item, lang)}" for item in empty[:MOST_LOOKED_UP])
    return Finding(shown, tuple(items), missing=names, sure=0.7)


UNLIKE = {
    "ja": "単位が異なり、計算できない",
    "en": "different units: not to be calculated with each other",
    "zh": "单位不同，不能一起计算",
    "ko": "단위가 달라 함께 계산할 수 없음",
}


def unlike(items: Sequence[Figure], lang: str) -> Finding | None:
    """Show a few cells of different units, and say that they cannot be calculated with each other."""
    if len(items) > MOST_LOOKED_UP or any(item.value is None for item in items):
        return None
    several = len({item.line.name for item in items}) > 1
    parts = []
    for item in items:
        label = name_text(item.line) if several else item.column.header
        parts.append(f"{label} {value_text(item, lang)}")
    return Finding(f"{' ／ '.join(parts)}〔{UNLIKE.get(lang, UNLIKE['en'])}〕", tuple(items), sure=0.8)


def shown_calculation(items: Sequence[Figure], outcome: Outcome, unit: str) -> DraftCalculation:
    """Return a calculation with the cells it was made from."""
    result = f"{outcome.text} ({outcome.aside})" if outcome.aside else outcome.text
    return DraftCalculation(outcome.formula, tuple(operand(item) for item in items), result, unit)


def pick_ranks(reading: Reading, pool: Sequence[Line], column: Column) -> tuple[list[Line], tuple[str, ...]]:
    """Return the rows at the ranks asked for, and the ranks that the table does not reach."""
    wanted = list(ranks_asked(reading))
    intents = reading.query.intents
    if len(wanted) == 1 and wanted[0].first > 1 and "most" in intents and intents & {"difference", "ratio"}:
        wanted.insert(0, Ranks(1, 1, False, "", 0))  # 一番多い品目と2位の差
    if not wanted and "both-ends" in intents:
        wanted = [Ranks(1, 1, False, "", 0), Ranks(1, 1, True, "", 1)]
    if not wanted:
        wanted = [Ranks(1, 1, "least" in reading.query.intents, "", 0)]
    picked: list[Line] = []
    missing: list[str] = []
    for ranks in wanted:
        low = ranks.low or ("least" in reading.query.intents and "most" not in reading.query.intents)
        ordered = by_value(pool, column, low=low != (column.kind == "rank"))
        if ranks.last > len(ordered):
            missing.append(ranks.text)
            continue
        chosen = ordered[ranks.first - 1 : ranks.last]
        end = value_at(chosen[-1], column)
        ties = (
            [line for line in ordered[ranks.last :] if value_at(line, column) == end]
            if ranks.first == ranks.last
            else []
        )
        picked += [line for line in (*chosen, *ties) if line not in picked]
    return picked, tuple(missing)


def selected_cells(reading: Reading) -> tuple[tuple[Figure, ...], tuple[str, ...]]:
    """Return the cells that the question groups (rows it names, ranks, limits) and the ranks that are missing."""
    query, grid = reading.query, reading.grid
    lines: Sequence[Line] = named_lines(reading)
    columns = reading.columns
    if not lines and (ranks_asked(reading) or superlative(query)) and one_column(reading) is not None:
        lines, missing = pick_ranks(reading, grid.counted, columns[0])
        if missing:
            return (), missing
    if query.limits and len(columns) == 1:
        lines = within_limits(reading, lines or grid.counted, columns[0]) or ()
    return figures_at(grid, lines, columns), ()


def within_limits(reading: Reading, lines: Sequence[Line], column: Column) -> list[Line] | None:
    """Return the rows whose figure keeps to every limit; None when a limit is in another unit than the column."""
    kept = []
    scale = scale_of(column)
    for limit in reading.query.limits:
        if limit.unit and column.measure and not same_unit(limit.unit, column.measure):
            return None
    for line in lines:
        value = value_at(line, column)
        if value is not None and all(
            limit.admits(value * (scale if limit.unit and limit.value >= scale else 1))
            for limit in reading.query.limits
        ):
            kept.append(line)
    return kept


def scale_of(column: Column) -> Decimal:
    """Return what a column's figures are multiplied by to give the bare unit (千円: 1000)."""
    return unit_scale(column.unit)

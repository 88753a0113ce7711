"""Which columns of a table a question means.

Invariant: a column is told by its whole name, its words, a date or a unit; otherwise only a printed total column or the
one measure of the table stands for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.compose.tables.change import is_change
from bot.compose.tables.dated_pairs import before_and_after
from bot.compose.tables.grid import Column, Grid
from bot.compose.tables.periods import beside_date
from bot.compose.tables.query import TableQuery
from bot.compose.tables.words import concepts_of, light
from corpus.structure.units import MONEY, same_unit

_MONEY = re.compile(r"いくら(?!か)|얼마(?!나)")  # what is asked for so is no number of people


@dataclass(frozen=True, slots=True)
class Chosen:
    """The measures meant, whether the question itself determined them, and the columns of words it asks for."""

    measures: tuple[Column, ...]
    told: bool
    asked: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class ColumnCues:
    """What speaks for columns: names ``spelled`` out, ``votes`` of words, columns ``dated`` or named ``apart``."""

    spelled: Sequence[Column]
    votes: Mapping[int, float]
    dated: Sequence[Column]
    apart: Sequence[Column]


def choose_columns(grid: Grid, query: TableQuery, cues: ColumnCues) -> Chosen:
    """Return the columns that a question means."""
    beside = _beside_dates(grid, query)
    chosen = _named(grid, query, cues) or beside
    if cues.dated:
        dated = list(dict.fromkeys(cues.dated))
        chosen = [c for c in chosen if c in dated] or [c for c in dated if not beside_date(c.header)] or dated
    if chosen and not beside and _MONEY.search(query.plain) and not any(c in cues.spelled for c in chosen):
        paid = [c for c in grid.measures if c.measure in MONEY]
        chosen = [c for c in chosen if c in paid or not c.measure] or paid or chosen
    chosen = chosen or _before_or_after(grid, query) or _of_money(grid, query)
    told = bool(chosen)
    chosen = chosen or list(grid.measures)
    generic = query.unit in ("piece", "item", "kind")  # いくつ may count the rows themselves
    if len(chosen) > 1 and query.unit and not generic and not cues.dated:
        by_unit = [c for c in chosen if c.measure and same_unit(query.unit, c.measure)]
        if "share" in query.intents or (_ORDERED & query.intents and "growth" not in query.intents):
            # what one is of all no change tells, nor which is the largest
            by_unit = [c for c in by_unit if not is_change(c)]
            chosen = [c for c in chosen if not is_change(c)] or chosen
        if by_unit and len(by_unit) < len(chosen):
            chosen, told = by_unit, True
    if len(chosen) > 1 and not told and len(limited := _limited(query, chosen)) == 1:
        chosen, told = limited, True
    if len(chosen) > 1 and not told and query.unit and len(called := _counting(query.unit, chosen)) == 1:
        chosen, told = called, True
    if len(chosen) > 1 and query.intents & {"share", "percent"}:
        rates = [c for c in chosen if c.measure == "percent" and not is_change(c)]
        chosen, told = (rates, True) if len(rates) == 1 and not cues.spelled else (chosen, told)
    if len(chosen) > 1 and not told:
        chosen = _underived([c for c in chosen if not _PART.match(c.header)] or chosen)
        dated = [c for c in chosen if c.periods]
        whole = chosen if len(chosen) == 1 else []
        chosen = [c for c in chosen if c.total] or whole or (dated if len(dated) == len(chosen) else [])
    return Chosen(tuple(chosen), told, tuple(_asked(grid, query, cues)))


_ORDERED = frozenset(("most", "least"))


def _underived(columns: list[Column]) -> list[Column]:
    """Return the columns without those that follow from others: changes, and shares beside what they are shares of."""
    own = [column for column in columns if not is_change(column)] or columns
    return [column for column in own if column.measure != "percent"] or own


def _beside_dates(grid: Grid, query: TableQuery) -> list[Column]:
    """Return the columns that count what a question says, where those of each date count several things."""
    counted = {column.index: beside_date(column.header) for column in grid.measures if column.periods}
    said = [
        name
        for name in dict.fromkeys(counted.values())
        if name and re.search(rf"(?<![一-鿿]){re.escape(light(name))}(?=[はがをもので、?？\s]|$)", query.plain)
    ]
    several = len(set(counted.values())) > 1
    return [column for column in grid.measures if counted.get(column.index) == said[0]] if several and said else []


# A column that only breaks down the one before it: what is asked for without a word for it is the whole.
_PART = re.compile(r"(?:その)?(?:うち|内訳)|内(?=[、：:])|其中|그 ?중|\bof which\b|\bincluding\b", re.IGNORECASE)
_BEFORE = re.compile(r"前(?=は|の|だと)|旧|以前|\b(?:before|old)\b|之前|이전")
_AFTER = re.compile(r"後(?=は|の|だと)|新(?!た|し)|\b(?:after|new)\b|之后|이후")


def _before_or_after(grid: Grid, query: TableQuery) -> list[Column]:
    """Return the column of before, or of after, where the table has both and the question says one (値上げ前は)."""
    pair = before_and_after(grid)
    said = (bool(_BEFORE.search(query.plain)), bool(_AFTER.search(query.plain)))
    return [pair[said.index(True)]] if pair and sum(said) == 1 else []


def _of_money(grid: Grid, query: TableQuery) -> list[Column]:
    """Return the one column of money, beside others of other units, where an amount of money is asked for."""
    paid = [c for c in grid.measures if c.measure in MONEY and not c.total]
    others = [c for c in grid.measures if c.measure and c.measure not in MONEY]
    asked = _MONEY.search(query.plain) or "money" in concepts_of(query.plain)
    return paid if len(paid) == 1 and others and asked else []


def _limited(query: TableQuery, columns: list[Column]) -> list[Column]:
    """Return the columns that count in the unit of a limit (15メートルを超える)."""
    units = [limit.unit for limit in query.limits if limit.unit]
    return [column for column in columns if column.measure and any(same_unit(unit, column.measure) for unit in units)]


def _counting(unit: str, columns: Sequence[Column]) -> list[Column]:
    """Return the columns called by the counter in which a question counts (何票: 得票数)."""
    return [column for column in columns if not column.measure and unit in column.header]


def _named(grid: Grid, query: TableQuery, cues: ColumnCues) -> list[Column]:
    chosen = list(dict.fromkeys(column for column in cues.spelled if column.kind == "measure"))
    parts = [c for c in grid.measures if _PART.match(c.header) and cues.votes.get(c.index)]
    if len(parts) == 1 and not query.intents & {"share", "percent", "ratio", "difference"}:
        return parts  # 学生の利用者, of 利用者 and うち学生
    if query.intents & {"share", "percent", "ratio", "difference", "sum"}:
        chosen += [c for c in cues.apart if c not in chosen]
    if not chosen and (most := max((cues.votes.get(c.index, 0.0) for c in grid.measures), default=0.0)):
        best = [c for c in grid.measures if cues.votes.get(c.index) == most]
        chosen = best if len(best) < max(len(grid.measures), 2) else []
    return [c for c in chosen if not c.total] or chosen


def _asked(grid: Grid, query: TableQuery, cues: ColumnCues) -> list[Column]:
    asked = [column for column in cues.spelled if column.kind in ("text", "code")]
    asked += [c for c in grid.columns if c.kind in ("text", "code") and cues.votes.get(c.index) and c not in asked]
    if "code" in query.intents:
        asked += [c for c in grid.columns if c.kind == "code" and c not in asked]
    return asked

"""The two columns that a question sets against each other in time: two dates, one and the last, before and after.

Invariant: both count the same thing in the same unit, and the earlier stands first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.compose.tables.grid import Column, Grid, Period
from bot.compose.tables.periods import beside_date
from bot.compose.tables.reading import Reading

Pair = tuple[Column, Column]


def dated_pair(reading: Reading, *, moves: bool = False) -> Pair | None:
    """Return the two dated columns to compare, the earlier first; what no date says is the last or the one before.

    ``moves`` says that how a row moved in rank is asked for.
    """
    return before_and_after(reading.grid) or _of_dates(reading, moves=moves)


def _of_dates(reading: Reading, *, moves: bool) -> Pair | None:
    """Return the dated columns that the dates of a question, or the years it counts back, set against each other."""
    named = [column for _, columns in reading.dated_columns for column in _of_series(reading, columns)]
    if len(named) == 2 and named[0].unit == named[1].unit:
        first, second = sorted(named, key=lambda column: (_period(column), column.index))
        return first, second
    dated = sorted(_series(reading, named), key=_period)
    if len(dated) < 2 or len(named) > 1:
        return None
    if back := reading.query.years_back:
        later = named[0] if named else dated[-1]
        earlier = _years_before(later, back, dated)
        return (earlier, later) if earlier else None
    if named and dated.index(named[0]) < len(dated) - 1:
        return named[0], dated[-1]
    since = dated[-2] if named else dated[0]
    times = "ratio" in reading.query.intents and len(reading.lines) == 1 and not named  # 補助金は何倍になった
    return (since, dated[-1]) if "growth" in reading.query.intents or moves or times else None


def _years_before(later: Column, back: int, dated: Sequence[Column]) -> Column | None:
    """Return the column of so many years before; a month alone does not tell its year."""
    if not re.match(r"\d{4}", later.periods[0][0]):
        return None
    year = str(int(later.periods[0][0][:4]) - back)
    return next((column for column in dated if column.periods[0][0].startswith(year)), None)


def before_and_after(grid: Grid) -> Pair | None:
    """Return the two columns that say before and after of one thing (改定前, 改定後), where no column is dated."""
    measures = [column for column in grid.measures if not column.total]
    if any(column.periods for column in measures):
        return None
    before = [column for column in measures if _BEFORE.search(column.header)]
    after = [column for column in measures if _AFTER.search(column.header)]
    if len(before) != 1 or len(after) != 1 or before[0].unit != after[0].unit:
        return None
    alike = _BEFORE.sub("", before[0].header) == _AFTER.sub("", after[0].header)
    return (before[0], after[0]) if alike else None


_BEFORE = re.compile(
    r"前回?(?![一-鿿])|旧|以前|現行|\bbefore\b|\bold\b|\bprevious\b|[变調调]?[更整]前|이전|종전|전$", re.IGNORECASE
)
_AFTER = re.compile(r"後(?![一-鿿])|今回|新|\bafter\b|\bnew\b|[变調调]?[更整][后後]|이후|변경 ?후|후$", re.IGNORECASE)


def _of_series(reading: Reading, columns: Sequence[Column]) -> list[Column]:
    """Return of the columns of one date those that the question means, or else those that only the date names."""
    meant = [column for column in columns if column in reading.columns] if reading.told else []
    found = meant or list(columns)
    return [column for column in found if not beside_date(column.header)] or found


def _series(reading: Reading, named: Sequence[Column]) -> list[Column]:
    """Return the dated columns that count one thing in several periods: what the named one counts, or most do."""
    kinds: dict[tuple[str, str], list[Column]] = {}
    told = [column for column in reading.columns if column.periods] if reading.told else []
    for column in told if len(told) > 1 and not named else reading.grid.measures:
        if column.periods:
            kinds.setdefault((beside_date(column.header), column.unit), []).append(column)
    if named:
        return kinds.get((beside_date(named[0].header), named[0].unit), [])
    return max(kinds.values(), key=len, default=[])


def _period(column: Column) -> Period:
    return column.periods[0]

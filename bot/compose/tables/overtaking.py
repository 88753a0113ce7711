"""Since when one column has been above another, where the rows are dated (反対が賛成を上回ったのはいつから).

Invariant: the answer is the first of the dated rows from which on, in all that follow, the one stays above the other.
"""

from __future__ import annotations

import re

from bot.compose.tables.cells import Finding, figures_at
from bot.compose.tables.grid import Column, Line
from bot.compose.tables.reading import Reading
from bot.compose.tables.showing import bracketed, name_text, value_text
from bot.compose.tables.words import light

_ABOVE = re.compile(
    r"上回|超え|逆転|追い[越抜]|抜[いかくき]|\b(?:overt[ao]o?k|exceed|surpass|outnumber)|超过|넘어|앞[질지섰서]"
)
_FIRST_IS_BEHIND = re.compile(r"を.{1,12}が|보다")  # BをAが上回る
_TWO = 2


def overtaken(reading: Reading) -> Finding | None:
    """Return the dated row from which on the column that the question makes the subject is the larger."""
    query, grid = reading.query, reading.grid
    columns = sorted(reading.columns, key=lambda column: query.plain.find(light(column.header)))
    lines = sorted((line for line in grid.counted if line.periods), key=lambda line: line.periods[0])
    if (
        "when" not in query.asks
        or not _ABOVE.search(query.plain)
        or len(columns) != _TWO
        or len(lines) < _TWO
        or columns[0].unit != columns[1].unit
    ):
        return None
    if any(query.plain.find(light(column.header)) < 0 for column in columns):
        return None
    subject, other = reversed(columns) if _FIRST_IS_BEHIND.search(query.plain) else columns
    above = [line for line in lines if _is_above(reading, line, subject, other)]
    since = next((at for at, line in enumerate(lines) if all(later in above for later in lines[at:])), None)
    if since is None:
        return None
    shown = lines[max(since - 1, 0) : since + 1]
    items = figures_at(grid, (lines[since],), (subject, other))
    values = " ／ ".join(f"{item.column.header} {value_text(item, query.lang)}" for item in items)
    return Finding(
        bracketed(name_text(lines[since]), values, query.lang), figures_at(grid, shown, (subject, other)), sure=0.85
    )


def _is_above(reading: Reading, line: Line, subject: Column, other: Column) -> bool:
    first, second = (item.value for item in figures_at(reading.grid, (line,), (subject, other)))
    return first is not None and second is not None and first > second

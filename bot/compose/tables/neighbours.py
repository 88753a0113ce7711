"""Rows by where they stand to one that the question names: the one printed above or below it, those of more or less.

Invariant: above and below are places in the table as printed, more and less are values of one measure; a row without a
figure is neither more nor less.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.compose.tables.cells import MOST_LISTED, Finding, by_value, figures_at, named_lines, one_column, value_at
from bot.compose.tables.grid import Line
from bot.compose.tables.reading import Reading
from bot.compose.tables.showing import bracketed, name_text, value_text

_MORE = r"(?:多|大き|高|重|長|広|上)"
_LESS = r"(?:少な|小さ|低|軽|短|安|狭|下)"
_ONES = r"(?:もの|やつ|の(?=[はがをっ]|$|[?？])|[一-鿿]{1,4}(?=[はがを]|って|$|[?？]))"
_THOSE = rf"[いくな]?{_ONES}"
# 砂糖より多く輸出されたのは: what was done to them stands between.
_DONE = rf"く[^、。?？]{{1,8}}?[たるう]{_ONES}"
_MORE_THAN = re.compile(
    rf"より(?:も)?(?:{_MORE}(?:{_THOSE}|{_DONE})|上の順位|順位が[上高])|\b(?:more|larger|higher|bigger|greater)\b.{{0,20}}\bthan\b|比.{{1,30}}[多大高]的|"
    r"보다 ?(?:많|크|큰|높)\S{0,2} ?(?:것|건|품목|항목|나라|곳|데)"
)
_LESS_THAN = re.compile(
    rf"より(?:も)?(?:{_LESS}(?:{_THOSE}|{_DONE})|下の順位|順位が[下低])|\b(?:less|smaller|lower|fewer)\b.{{0,20}}\bthan\b|比.{{1,30}}[少小低]的|"
    r"보다 ?(?:적|작|낮)\S{0,2} ?(?:것|건|품목|항목|나라|곳|데)"
)


def beside_row(reading: Reading) -> Finding | None:
    """Return the row printed above or below the one row that a question names; None where it asks for neither."""
    query, lines = reading.query, named_lines(reading)
    step = 1 if "below" in query.intents else -1 if "above" in query.intents else 0
    body = reading.grid.body
    if not step or len(lines) != 1 or lines[0] not in body or query.intents & {"difference", "ratio"}:
        return None
    at = body.index(lines[0]) + step
    if not 0 <= at < len(body):
        return None
    return _shown(reading, [body[at]])


def beyond_row(reading: Reading) -> Finding | None:
    """Return the rows of more, or of less, than the one row that a question names, largest first; None else."""
    query, lines, column = reading.query, named_lines(reading), one_column(reading)
    more = _MORE_THAN.search(query.plain)
    than = more or _LESS_THAN.search(query.plain)
    if than is None or len(lines) != 1 or column is None or "yes-no" in query.asks:
        return None
    if any(date.end == than.start() for date in query.dates) or query.intents & {"ratio", "share", "count"}:
        return None  # than in another year
    least = value_at(lines[0], column)
    if least is None:
        return None
    ordered = by_value(reading.grid.counted, column, low=False)
    held = ((line, value_at(line, column)) for line in ordered)
    found = [line for line, value in held if value is not None and (value > least if more else value < least)]
    return _shown(reading, found, lines) if 0 < len(found) <= MOST_LISTED else None


def _shown(reading: Reading, found: Sequence[Line], against: Sequence[Line] = ()) -> Finding:
    """Return rows by their names and values, with those that they are held against among the cells."""
    column, lang = one_column(reading), reading.query.lang
    columns = (column or reading.grid.columns[reading.grid.name],)
    items = figures_at(reading.grid, found, columns)
    values = [value_text(item, lang) if column else "" for item in items]
    parts = [bracketed(name_text(item.line), value, lang) for item, value in zip(items, values, strict=True)]
    return Finding(" ／ ".join(parts), items + figures_at(reading.grid, against, columns))

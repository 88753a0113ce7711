"""Cells at the rows and columns that a question names: values, codes, posts, names, a whole list.

Invariant: what is shown is what the cells print; a question that leaves row or column open gets nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.compose.tables.ages import tells_when
from bot.compose.tables.cells import MOST_LISTED, MOST_LOOKED_UP, Finding, figures_at, named_lines, values_of
from bot.compose.tables.grid import Column, Line
from bot.compose.tables.query import TableQuery
from bot.compose.tables.reading import Phrase, Reading
from bot.compose.tables.showing import bracketed, name_text, value_text
from bot.compose.tables.spans import spelled_out
from bot.compose.tables.statement import Figure
from bot.compose.tables.words import INTENTS, light
from corpus.structure.figures import is_empty
from corpus.structure.units import DURATION, MONEY, same_unit

_OF_ANY_COLUMN = frozenset({"rank", "item", "kind", "piece", "fold", "percent", "amount", "extent", "money"})  # units


def look_up(reading: Reading) -> Finding | None:
    """Return the cells at the rows and columns that the question names."""
    query, grid = reading.query, reading.grid
    lines = named_lines(reading)
    asked = tuple(column for column in reading.asked if not _selects(reading, column))
    if reading.rows_asked and query.codes and "value" not in query.intents and len(lines) == 1 and not reading.told:
        shown = reading.columns[:1] or (grid.columns[grid.name],)
        return Finding(name_text(lines[0]), figures_at(grid, lines, shown), codes=True)
    if not grid.measures or (asked and not reading.told and "value" not in query.intents):
        return _look_up_words(reading, lines, asked)
    if not lines:
        return _look_up_total(reading)
    columns = reading.columns or _filled(reading, lines) or _both(reading, lines)
    of_two = WHICH_OF_TWO.search(query.plain) and not _MEASURED.search(query.plain)  # which came first no amount says
    open_ = not columns or of_two or not _may_look_up(reading) or not _unit_fits(query, columns)
    if open_ or len(lines) * len(columns) > MOST_LOOKED_UP or _is_no_count(query, figures_at(grid, lines, columns)):
        return None
    return _which(reading, lines, columns) or _values(reading, lines, columns)


def _both(reading: Reading, lines: Sequence[Line]) -> tuple[Column, ...]:
    """Return the two measures of a table where the question asks which of them is more in the one row named."""
    two = tuple(column for column in reading.grid.measures if not column.total)
    asked = WHICH_OF_TWO.search(reading.query.plain) and _MEASURED.search(reading.query.plain)
    return two if len(lines) == 1 and len(two) == 2 and asked else ()


def _filled(reading: Reading, lines: Sequence[Line]) -> tuple[Column, ...]:
    """Return the one measure that the one row named has a figure or a word in."""
    if len(lines) != 1:
        return ()
    filled = [c for c in reading.grid.measures if not is_empty(lines[0].cell(c.index).text)]
    return tuple(filled) if len(filled) == 1 else ()


def _is_no_count(query: TableQuery, items: Sequence[Figure]) -> bool:
    """Say whether a number is asked for where cells print words."""
    words = all(item.cell.text.strip() and not re.search(r"\d", item.cell.text) for item in items)
    if all(_FREE.search(item.cell.text) for item in items):
        return False
    return query.asks == {"count"} and words and not all(is_empty(item.cell.text) for item in items)


_FREE = re.compile(r"無料|無償|免费|免費|무료|\bfree\b", re.IGNORECASE)  # is a price


def _which(reading: Reading, lines: Sequence[Line], columns: Sequence[Column]) -> Finding | None:
    """Name the larger (or smaller) of two rows, or of two columns of one, where the question asks which it is."""
    query = reading.query
    items = figures_at(reading.grid, lines, columns)
    if (
        len(items) != 2
        or items[0].column.unit != items[1].column.unit
        or not WHICH_OF_TWO.search(query.plain)
        or (values := values_of(items)) is None
    ):
        return None
    first = items[0] if (values[0] >= values[1]) != bool(_LESSER.search(query.plain)) else items[1]
    name = name_text(first.line) if len(lines) > 1 else first.column.header
    return Finding(bracketed(name, value_text(first, query.lang), query.lang), items)


def _values(reading: Reading, lines: Sequence[Line], columns: Sequence[Column]) -> Finding:
    """Return the values of cells, with their names where the question does not settle on one."""
    query = reading.query
    items = figures_at(reading.grid, lines, columns)
    named = len(lines) > 1 or (reading.inferred and not query.codes) or (bool(query.codes) and _asks_name(query.plain))
    parts = []
    for item in items:
        label = name_text(item.line) if named else item.column.header if len(columns) > 1 else ""
        parts.append(f"{label} {value_text(item, query.lang)}".strip())
    codes = bool(query.codes) or "code" in query.intents
    return Finding(" ／ ".join(parts), items, codes=codes, sure=0.95 if len(items) == 1 else 0.8)


WHICH_OF_TWO = re.compile(
    r"どちら|どっち|더 ?(?:큰|많은|높은|적은|작은|낮은|긴|짧은)|"
    r"(?:どこ|どれ|誰)(?:の方)?が|\bwhich\b.*\b(?:more|larger|higher|bigger|greater|less|lower|smaller|fewer)\b|"
    r"(?:哪(?:个|一?方|边)|谁).*?[更多大高少小低]|어느 ?(?:쪽|것)|(?:어디|누|뭐|무엇)[가이]|"
    r"\b(?:more|larger|higher|bigger|greater|less|lower|smaller|fewer)\b.*\bor\b"
)


# Which of two is more: どっちが多い asks for no value, and says that values tell.
_MEASURED = re.compile(
    r"[多高]い|少な|大き|小さ|低い|売れ|上(?:か|です|だ|[?？]|$)|\b(?:more|larger|higher|bigger|greater|less|lower|smaller|fewer)\b|"
    r"[多大高少小低]|많|적|크|큰|작|높|낮"
)
_LESSER = re.compile(r"少な|小さ|低|\b(?:less|lower|smaller|fewer)\b|[少小低]|적(?=은|었|다|게|고)|작|낮")


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
    two = len(reading.phrases) == 2 or (reading.told and len(reading.columns) == 2)
    if two and WHICH_OF_TWO.search(query.plain) and _MEASURED.search(query.plain):
        return True
    if "when" in query.asks and reading.told and all(tells_when(reading.grid, column) for column in reading.columns):
        return True
    return bool(query.asks & {"count", "what", "list"}) and (reading.told or bool(reading.anchors))


def _unit_fits(query: TableQuery, columns: Sequence[Column]) -> bool:
    """Say whether the unit asked for is the one the columns count in, as far as both are known."""
    if not query.unit or query.unit in _OF_ANY_COLUMN:
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


def spells_total(reading: Reading) -> bool:
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
    if (len(grid.measures) > 1 and not reading.settled) or not _unit_fits(query, columns):
        return None
    item = Figure(grid, grid.totals[-1], columns[0])
    return Finding(value_text(item, query.lang), (item,), sure=0.85) if item.value is not None else None


def _look_up_words(reading: Reading, lines: Sequence[Line], asked: Sequence[Column]) -> Finding | None:
    """Answer from cells of words: what someone's post is, who holds it, who is on the list, a code."""
    query, grid = reading.query, reading.grid
    if not lines:
        return _whole_list(reading)
    columns = tuple(asked) or _columns_of_words(reading)
    items = figures_at(grid, lines, columns)
    if not columns or len(lines) > MOST_LISTED or _is_no_count(query, items):
        return None
    if columns[0].index == grid.name:
        beside = next((c for c in grid.columns if c.kind == "text"), columns[0])
        return Finding(_enumerated(lines, query.lang), figures_at(grid, lines, (beside,)), sure=0.85)
    if len(items) == 1:
        return Finding(value_text(items[0], query.lang), items, codes=columns[0].kind == "code", sure=0.9)
    if len(lines) > _MOST_OF_WORDS:
        return None
    codes = any(column.kind == "code" for column in columns)
    parts = [f"{name_text(item.line)} {value_text(item, query.lang)}" for item in items]
    return Finding(" ／ ".join(parts), items, codes=codes, sure=0.75)


_MOST_OF_WORDS = 3  # rows; more are no answer to a question for one


def _columns_of_words(reading: Reading) -> tuple[Column, ...]:
    """Return the column meant without being named: what a named row is, or the names of rows found by that."""
    query, grid = reading.query, reading.grid
    if not query.asks & {"who", "list", "what"} and "name" not in query.intents:
        return ()
    found = {column.index for phrase in reading.phrases if (column := _phrase_column(reading, phrase))}
    if grid.name not in found:
        return (grid.columns[grid.name],)
    others = tuple(column for column in grid.columns if column.kind == "text")
    return others if len(others) == 1 else ()


def _enumerated(lines: Sequence[Line], lang: str) -> str:
    return ("、" if lang in ("ja", "zh") else ", ").join(name_text(line) for line in lines)


def _whole_list(reading: Reading) -> Finding | None:
    """List every row of a captioned list when the question asks who or what is on it."""
    query, grid = reading.query, reading.grid
    asks = bool(query.asks & {"who", "list"}) or "list" in query.intents
    if grid.measures or not asks or not reading.anchors or len(grid.body) > MOST_LISTED:
        return None
    column = next((c for c in grid.columns if c.kind == "text"), grid.columns[grid.name])
    return Finding(_enumerated(grid.body, query.lang), figures_at(grid, grid.body, (column,)), sure=0.8)

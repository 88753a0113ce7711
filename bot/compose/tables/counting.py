"""How many rows there are, and which keep to a limit.

Invariant: rows are counted only when the question counts what the rows are, never what a column measures.
"""

from __future__ import annotations

import re

from bot.compose.tables.cells import (
    MOST_LISTED,
    Finding,
    by_value,
    damaged,
    figures_at,
    named_lines,
    one_column,
    ranking_pool,
    within_limits,
    without_value,
)
from bot.compose.tables.grid import Grid
from bot.compose.tables.kinds import class_nouns
from bot.compose.tables.query import TableQuery
from bot.compose.tables.reading import Reading
from bot.compose.tables.showing import bracketed, name_text, value_text
from bot.compose.tables.words import light
from corpus.structure.units import same_unit


def limited(reading: Reading) -> Finding | None:
    """Count or list the rows that keep to a limit."""
    query, grid = reading.query, reading.grid
    column = one_column(reading)
    if column is None:
        return None
    lines = within_limits(reading, ranking_pool(reading), column)
    if lines is None:
        return None
    if broken := damaged(grid, ranking_pool(reading), column):
        return without_value(broken, query.lang)
    ordered = by_value(lines, column, low=False)
    if not ordered:
        low = query.limits[0].comparison in (
            "below",
            "at most",
        )  # the figure nearest to the limit shows that none keeps it
        every = figures_at(grid, by_value(ranking_pool(reading), column, low=low)[:1], (column,))
        none = count_text(0, query) if _counts(reading) else NONE.get(query.lang, NONE["en"])
        return Finding(none, every, sure=0.8) if every else None
    items = figures_at(grid, ordered, (column,))
    names = " ／ ".join(
        bracketed(name_text(i.line), value_text(i, query.lang), query.lang) for i in items[:MOST_LISTED]
    )
    short = count_text(len(ordered), query) if _counts(reading) else names
    return Finding(short, items, sure=0.9)


NONE = {"ja": "なし", "en": "none", "zh": "没有", "ko": "없음"}


def _counts(reading: Reading) -> bool:
    """Say whether a question with a limit asks how many rows keep to it, and not which."""
    return "count" in reading.query.intents or counts_rows(reading)


def count_rows(reading: Reading) -> Finding | None:
    """Count the rows of a list, or those that the question's words pick."""
    query, grid = reading.query, reading.grid
    lines = named_lines(reading)
    if (reading.inferred and not counts_rows(reading)) or (not lines and not reading.anchors):
        return None
    counted = lines or grid.counted
    column = next((c for c in grid.columns if c.kind == "text"), None) or one_column(reading) or grid.columns[grid.name]
    sure = 0.65 if grid.partial else 0.8
    return Finding(count_text(len(counted), query), figures_at(grid, counted, (column,)), sure=sure)


def count_text(count: int, query: TableQuery) -> str:
    """Return a count with the counter the question uses."""
    match = re.search(
        r"(?:何|いくつの?|[几幾]|몇\s?)(か国|カ国|ヶ国|品目|店舗|町村|市町村|団体|項目|種類|人|名|件|個|館|支所|社|店|校|区|か所|つ|か月|カ月|个|种|项|家|位|명|개|가지|건|곳)",
        query.plain,
    )
    if match:
        return f"{count}{match[1]}"
    return f"{count}つ" if "いくつ" in query.plain and count < 10 else f"{count}"


_ITEMS = r"品目|商品|製品|項目|種類|件|行|エントリー?|つ"
_COUNTERS = r"(?:品目|項目|種類?|つ|個|件|か所|カ所|ヶ所|箇所)"
_FOREIGN = re.compile(
    r"\bhow many (?:\w+ )?(?:entries|rows|items|lines|records|products|goods|names|places|kinds|types)\b|"
    r"(?:多少|[几幾])(?:个|個|种|種|项|項|家|条|條|行)|몇 ?(?:개|가지|곳|종|항목|줄|건)"
)


def counts_rows(reading: Reading) -> bool:
    """Say whether the question counts the rows by what they are called together, or by a counter for anything."""
    query, grid = reading.query, reading.grid
    if query.lang != "ja":
        counted = _FOREIGN.search(query.plain)
        return bool(counted) and not any(column.measure == "piece" for column in reading.columns)
    nouns = "|".join(re.escape(noun) for noun in sorted(class_nouns(grid), key=len, reverse=True))
    rows = f"(?:{nouns}|{_ITEMS})" if nouns else f"(?:{_ITEMS})"
    return bool(
        re.search(
            rf"何\s?{rows}(?![目位番一-鿿])|{rows}(?:は|が|って)?(?:全部で|全部|合わせて|全体で)?(?:いくつ|何\s?{_COUNTERS}(?!目|番|位))|"
            rf"いくつの{rows}|{rows}の数(?=は|を|[?？]|$)",
            query.plain,
        )
    )


def counting(reading: Reading) -> bool:
    """Say whether rows are counted: nothing in the table is measured in what the question counts."""
    query, grid = reading.query, reading.grid
    if not (query.asks & {"count"} and "count" in query.intents) or query.asks & _OTHER_PARTS:
        return False  # until when and how many: a table's rows would answer one part of what is asked
    if "value" in query.intents and grid.measures and reading.settled:
        return False
    unit = query.unit
    if unit == "person":
        return not grid.measures
    generic = unit in _GENERIC
    if not generic and any(column.measure and same_unit(unit, column.measure) for column in grid.measures):
        return False
    return (generic or _names_rows(unit, grid)) and (not reading.settled or not grid.measures)


_OTHER_PARTS = frozenset(("when", "who", "where", "why", "how", "said"))
_GENERIC = frozenset({"", "item", "kind", "piece", "amount", "extent", "country", "company", "place"})


def _names_rows(counter: str, grid: Grid) -> bool:
    """Say whether what a question counts is what the table's rows are (何館 of 館名, how many districts)."""
    return counter[:4] in light(grid.columns[grid.name].header)

"""Two tables against each other: the same item in two periods, items of two tables, and what both or only one holds.

Invariant: tables are set against each other only when they count the same thing in the same unit and direction, and
differ in period or in the items that the question names by code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from bot.compose.tables.cells import Finding
from bot.compose.tables.compare import asks_which, compare, risen
from bot.compose.tables.grid import Column, Grid, Line
from bot.compose.tables.query import TableQuery
from bot.compose.tables.reading import Reading
from bot.compose.tables.showing import name_text
from bot.compose.tables.statement import Figure
from corpus.normalize import search_text
from corpus.structure.dates import find_dates

_MOST_LISTED = 20


def find_between(readings: Sequence[Reading]) -> Finding | None:
    """Return what two tables answer together, or None; ``missing`` names an item that one of them does not list."""
    lacking: Finding | None = None
    for one, two in _pairs(readings):
        intents = one.query.intents
        if intents & {"common", "only"}:
            found = _shared(one, two)
        elif one.lost_codes or two.lost_codes:
            found = _by_codes(one, two)
        elif not one.lines and not two.lines:
            found = _changed(one, two)
        else:
            found = _in_time(one, two)
        if found is not None and found.items:
            return found
        lacking = lacking or found
    return lacking


def _pairs(readings: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Yield readings of comparable tables, the earlier period first, tables of one document before others."""
    found: list[tuple[bool, int, Reading, Reading]] = []
    for index, one in enumerate(readings):
        for two in readings[index + 1 :]:
            if not comparable(one.grid, two.grid) and not (one.lost_codes or two.lost_codes):
                continue
            first, second = (
                (one, two) if (one.grid.scope or (("", ""),)) <= (two.grid.scope or (("", ""),)) else (two, one)
            )
            if _covers(first, second):
                found.append((first.grid.document.id != second.grid.document.id, len(found), first, second))
    for _, _, first, second in sorted(found, key=lambda item: item[:2]):
        yield first, second


def comparable(one: Grid, two: Grid) -> bool:
    """Say whether two tables print the same thing for different periods."""
    if one is two or not one.scope or not two.scope or one.scope == two.scope:
        return False
    if one.route.source != two.route.source or one.route.target != two.route.target:
        return False
    if {c.unit for c in one.measures} != {c.unit for c in two.measures}:
        return False
    return not one.route.is_open or _alike(one, two)


def _alike(one: Grid, two: Grid) -> bool:
    a, b = (_bare_caption(grid.table.caption) for grid in (one, two))
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.75


def _bare_caption(caption: str) -> str:
    for mention in reversed(find_dates(caption)):
        caption = caption[: mention.start] + caption[mention.end :]
    return re.sub(r"[（(][^（）()]*[）)]|\s+|\d+", "", search_text(caption))


def _covers(one: Reading, two: Reading) -> bool:
    """Say whether each date of the question belongs to one of the two tables, and both are needed."""
    dates = one.query.dates
    if one.lost_codes or two.lost_codes:
        return not one.lost_dates and not two.lost_dates
    lost_one, lost_two = ({m.start for m in reading.lost_dates} for reading in (one, two))
    if lost_one & lost_two:
        return False
    if len(dates) >= 2:
        return bool(lost_one or lost_two)
    back = one.query.years_back
    if back:
        years = [int(reading.grid.scope[0][0][:4]) for reading in (one, two) if reading.grid.scope[0][0][:4].isdigit()]
        return len(years) == 2 and years[1] - years[0] == back
    return True


def _key(line: Line) -> str:
    return line.code or re.sub(r"\s+", "", search_text(line.name.text))


def _same(line: Line, grid: Grid) -> Line | None:
    return next((other for other in grid.body if _key(other) == _key(line)), None)


def _column(reading: Reading) -> Column | None:
    return reading.columns[0] if len(reading.columns) == 1 else None


def _in_time(earlier: Reading, later: Reading) -> Finding | None:
    """Compare one item in two periods."""
    column, before = _column(later), _column(earlier)
    lines = later.lines or earlier.lines
    if column is None or before is None or len(lines) != 1 or (later.unsupported and earlier.unsupported):
        return None
    source = later if later.lines else earlier
    if source.unsupported and not _carries(earlier if source is later else later):
        return None
    now, then = _same(lines[0], later.grid), _same(lines[0], earlier.grid)
    if now is None or then is None:
        gone = earlier if then is None else later
        phrase = source.phrases[0]
        period = gone.grid.table.period or gone.grid.title
        return Finding("", (), missing=(f"{period} {source.query.text[phrase.start : phrase.end]}",))
    return compare((Figure(later.grid, now, column), Figure(earlier.grid, then, before)), later.query, in_time=True)


def _ranks(reading: Reading) -> Column | None:
    """Return the column of ranks, where ranks are asked for."""
    ranks = (column for column in reading.grid.columns if column.kind == "rank")
    return next(ranks, None) if "rank-of" in reading.query.intents else None


def _changed(earlier: Reading, later: Reading) -> Finding | None:
    """List the items of both tables that rose or fell from the one to the other, in value or in rank."""
    query = later.query
    column, before = ((_column(one) or _ranks(one)) for one in (later, earlier))
    if (
        column is None
        or before is None
        or earlier.unsupported
        or later.unsupported
        or not (later.rows_asked or asks_which(query))
    ):
        return None
    pairs = [
        (Figure(earlier.grid, then, before), Figure(later.grid, now, column))
        for now in later.grid.counted
        if (then := _same(now, earlier.grid))
    ]
    return risen(pairs, query)


def _carries(other: Reading) -> bool:
    """Say whether the other table prints all that is said, which tells it from the first (制裁前の)."""
    return bool(other.lines) and not other.unsupported


def _by_codes(one: Reading, two: Reading) -> Finding | None:
    """Compare two items, each named by its code and listed in its own table."""
    codes = one.query.codes
    if len(codes) != 2 or (one.unsupported and not one.inferred) or (two.unsupported and not two.inferred):
        return None
    figures: list[Figure] = []
    for code in codes:
        held = [r for r in (one, two) if code not in r.lost_codes]
        if len(held) != 1 or (column := _column(held[0])) is None:
            return None
        line = next((line for phrase in held[0].phrases if phrase.start == code.start for line in phrase.lines), None)
        if line is None:
            return None
        figures.append(Figure(held[0].grid, line, column))
    finding = compare((figures[0], figures[1]), one.query, in_time=False)
    return replace(finding, codes=True) if finding else None


def _shared(earlier: Reading, later: Reading) -> Finding | None:
    """List the items that both tables hold, or that only one of them does."""
    query = later.query
    if later.unsupported or earlier.unsupported:
        return None
    column, before = _column(later), _column(earlier)
    if column is None or before is None:
        return None
    if "common" in query.intents:
        items = [
            figure
            for line in later.grid.counted
            if (other := _same(line, earlier.grid))
            for figure in (Figure(later.grid, line, column), Figure(earlier.grid, other, before))
        ]
        return _listed(items, query)
    only = _which_only(earlier, later, query)
    if only is None:
        return None
    having, lacking = only
    value = column if having is later else before
    items = [Figure(having.grid, line, value) for line in having.grid.counted if _same(line, lacking.grid) is None]
    return _listed(items, query)


def _which_only(earlier: Reading, later: Reading, query: TableQuery) -> tuple[Reading, Reading] | None:
    """Tell which table must hold the items and which must not: 2025年だけ, 2015年にはなく2025年にある, dropped out."""
    if re.search(r"なくなった|消えた|姿を消|\bdropped out\b", query.plain):
        return earlier, later
    if re.search(r"新たに|\bnew(?:ly)?\b|新出现|새로", query.plain):
        return later, earlier
    marks = []
    for reading in (earlier, later):
        own = [m for m in query.dates if m not in reading.lost_dates]
        if len(own) != 1:
            return None
        around = query.plain[own[0].end : own[0].end + 10]
        before = query.plain[max(0, own[0].start - 14) : own[0].start]
        if re.match(r"\S{0,4}?(?:に|で)?(?:だけ|のみ|しか)|에만", around) or re.search(
            r"\bonly in\s+$|只(?:在|有)\s*$|仅(?:在)?\s*$", before
        ):
            marks.append(reading)
        elif re.match(r"\S{0,4}?に(?:は|も)?(?:な[いくか])", around) or re.search(
            r"\bnot in\s+$|不在\s*$|没有?(?:出现)?在\s*$", before
        ):
            marks.append(later if reading is earlier else earlier)
    if not marks or any(mark is not marks[0] for mark in marks):
        return None
    return (marks[0], later if marks[0] is earlier else earlier)


def _listed(items: Sequence[Figure], query: TableQuery) -> Finding | None:
    if not items or len(items) > _MOST_LISTED:
        return None
    names = list(dict.fromkeys(name_text(item.line) for item in items if item.grid is items[0].grid))
    counts = "count" in query.intents and query.asks & {"count"}
    return Finding(str(len(names)) if counts else " ／ ".join(names), tuple(items), codes=True, sure=0.85)

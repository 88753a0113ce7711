"""Tables as grids: columns and rows told apart, the periods they cover, totals found.

Invariant: a table that runs over a page break is one grid; documents do not change, so a grid is made once.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from bot.compose.tables.calendar import bare_half, completed
from bot.compose.tables.grid import Column, ColumnKind, Grid, Line, Period
from bot.compose.tables.kinds import TOTAL, kinds_of
from bot.compose.tables.nested import with_nested
from bot.compose.tables.routes import learnt_places, read_route
from bot.compose.tables.values import unit_name
from bot.compose.tables.words import concepts_of
from corpus.document import Cell, Document, Row, Table
from corpus.structure.captions import continued
from corpus.structure.dates import find_dates
from corpus.structure.figures import figure, unit_column
from corpus.structure.numbers import parse_number
from corpus.structure.table_periods import years_alone
from corpus.structure.table_units import column_units, says_state

_BRACKETS = re.compile(r"\s*[（(［\[][^（）()［］\[\]]*[）)］\]]\s*")
_UNIT = re.compile(r"[（(［\[]\s*([^（）()［］\[\]]{1,30})\s*[）)］\]]\s*$")
_PARTIAL = re.compile(
    r"(?:上位|トップ|ベスト|前|top|상위|第1[-~〜]|1[-~〜])\s*(\d+|ten|five|twenty|three|[二三四五六七八九十]+)?|主な|主要|抜粋|抄|major|main|selected|principal|leading|主要|주요",
    re.IGNORECASE,
)
_COUNTS = {"three": 3, "five": 5, "ten": 10, "twenty": 20}


def grids(documents: Sequence[Document]) -> Iterator[Grid]:
    """Yield every table of the documents as a grid; one that is continued on the next page is one grid."""
    for document in documents:
        yield from grids_of(document)


@lru_cache(maxsize=1_000)
def grids_of(document: Document) -> tuple[Grid, ...]:
    """Return a document's grids; documents do not change, and every question reads all of them."""
    groups: list[list[Table]] = []
    for table in document.tables:
        last = groups[-1] if groups else None
        if last and table.header == last[0].header and continued(table.caption or table.label):
            last.append(table)
        else:
            groups.append([table])
    return tuple(_grid(document, group) for group in groups if any(table.rows for table in group))


def _grid(document: Document, group: Sequence[Table]) -> Grid:
    table = group[0]
    rows = [(part, row) for part in group for row in part.rows]
    width = max(len(table.header), *(len(row.cells) for _, row in rows))
    texts = [[row.cells[c].text if c < len(row.cells) else "" for c in range(width)] for _, row in rows]
    kinds = kinds_of(table.header, texts, width)
    name = next((c for c in range(width) if kinds[c] == "name"), 0)
    section = next((p.section for p in document.passages if p.table == table.id), ())
    caption = f"{table.label} {table.caption}"
    fiscal = document.lang == "ja" and "年度" in " ".join((caption, *section, document.title, _opening(document)))
    lines = [_line(part, row, kinds, name, fiscal) for part, row in rows]
    units = unit_column(table.header)
    told = {line.cell(units).text.strip() for line in lines if not line.total} - {""} if units is not None else set()
    columns = tuple(_column(table, c, kinds[c], name, fiscal) for c in range(width))
    columns = tuple(_told_by_rows(column, told) for column in columns)
    measures = [c.index for c in columns if c.kind == "measure"]
    lines = _with_found_totals(with_nested(lines, measures), measures)
    learnt = learnt_places(table.caption)
    route = read_route(table.caption, (), learnt)
    if route.is_open and section:
        route = read_route(section[-1])
    promised = _PARTIAL.search(_undated(table.caption))
    return Grid(
        document,
        table,
        tuple(part.id for part in group),
        columns,
        name,
        tuple(line for line in lines if not line.total),
        tuple(line for line in lines if line.total),
        _periods(table.period) or _periods(table.caption),
        _periods(" ".join((*section, document.title)))
        or tuple(p for p in _periods(_opening(document)) if len(p[0]) == 4),
        fiscal,
        route,
        section,
        units,
        _promised(promised) if promised else 0,
    )


def _undated(caption: str) -> str:
    """Return a caption without its dates: 1-6月 promises no six rows."""
    for mention in reversed(find_dates(caption)):
        caption = caption[: mention.start] + " " + caption[mention.end :]
    return caption


def _opening(document: Document) -> str:
    """Return the headings above the first paragraph: what the document says it covers."""
    first = min(
        (p.start for p in document.passages if p.kind == "prose" and len(p.text) > 60), default=len(document.text)
    )
    return " ".join(p.text for p in document.passages if p.kind == "heading" and p.start < first)


def _promised(match: re.Match[str]) -> int:
    printed = (match[1] or "").lower()
    value = parse_number(printed) if printed else None
    return _COUNTS.get(printed, int(value) if value else -1)


_REMARK = re.compile(r"(?<=.)\s*[（(][^（）()]*[）)]$")  # 総額（その他を含む）


def _line(table: Table, row: Row, kinds: Sequence[ColumnKind], name: int, fiscal: bool) -> Line:
    cells = [row.cells[c] if c < len(row.cells) else Cell("", row.end, row.end) for c in range(len(kinds))]
    filled = next((cell for cell in cells if cell.text.strip()), cells[0])
    label = cells[name] if cells[name].text.strip() else filled
    total = any(TOTAL.fullmatch(_REMARK.sub("", cells[c].text.strip())) for c in range(name + 1))
    code = next((cells[c].text.strip() for c, kind in enumerate(kinds) if kind == "code"), "")
    return Line(table, row, label, code, () if total else _periods_of(label.text, fiscal), bool(total))


def _with_found_totals(lines: list[Line], measures: Sequence[int]) -> list[Line]:
    """Take a last row for a total, whatever it is called, when every figure in it is the sum of those above."""
    if len(lines) < 4 or not measures or any(line.total for line in lines):
        return lines
    checked = 0
    for column in measures:
        last = figure(lines[-1].cell(column).text)
        above = [figure(line.cell(column).text) for line in lines[:-1] if not line.nested]
        if last is None:
            continue
        if last != sum((value for value in above if value is not None), Decimal(0)) or last == 0:
            return lines
        checked += 1
    if not checked:
        return lines
    end = lines[-1]
    return [*lines[:-1], replace(end, periods=(), total=True, nested=False)]


def _column(table: Table, index: int, kind: ColumnKind, name: int, fiscal: bool) -> Column:
    printed = table.header[index] if index < len(table.header) else ""
    bare = printed if says_state(printed) else _BRACKETS.sub(" ", printed).strip() or printed
    unit = re.sub(_UNIT_WORD, "", _unit(table, index)) if kind == "measure" else ""
    periods = _periods_of(printed, fiscal) if kind == "measure" else ()
    total = kind == "measure" and bool(TOTAL.fullmatch(bare))
    return Column(
        index, bare, "name" if index == name else kind, unit, unit_name(unit), periods, concepts_of(printed), total
    )


def _unit(table: Table, index: int) -> str:
    """Return the unit that the figures of a column were read in, else that which suits it of those its table prints."""
    read = {
        row.cells[index].unit for row in table.rows if index < len(row.cells) and row.cells[index].value is not None
    }
    if len(read) == 1 and (unit := read.pop()):
        return unit
    line = "" if re.search(_UNIT_WORD, table.caption) or not table.unit or _joined(table) else f"単位：{table.unit}"
    units = column_units(table.header, table.caption, line)
    return units[index] if index < len(units) else table.unit


_UNIT_WORD = re.compile(r"(?:単位|單位|单位|단위|\bunits?\b)\s*[:：]?\s*", re.IGNORECASE)


def _told_by_rows(column: Column, units: Collection[str]) -> Column:
    """Return a column of figures without a unit of its own with the one that all rows tell, or said to be mixed."""
    if column.kind != "measure" or column.unit or not units:
        return column
    if len(units) > 1:
        return replace(column, mixed=True)
    (unit,) = units
    return replace(column, unit=unit, measure=unit_name(unit))


def _joined(table: Table) -> bool:
    """Say whether a table's unit is only what its header's brackets say of single columns."""
    own = [match[1].strip() for cell in table.header if (match := _UNIT.search(cell))]
    return bool(own) and all(part in own for part in re.split(r",\s*", table.unit))


def _periods_of(name: str, fiscal: bool) -> tuple[Period, ...]:
    """Return the periods that the name of a row or a column prints, or the half of a year that is all it says."""
    half = bare_half(name, fiscal)
    return (half,) if half else _periods(name)


def _periods(text: str) -> tuple[Period, ...]:
    """Return the dates and ranges that a text prints, also 2020/21 for a year that runs over two."""
    iso = re.fullmatch(r"(\d{4}(?:-\d\d){0,2})/(\d{4}(?:-\d\d){0,2})", text.strip())
    if iso:
        return ((iso[1], iso[2]),)
    found = [
        (mention.value, mention.until)
        for mention in completed(find_dates(text), text)
        if mention.value and not mention.relative
    ]
    for match in re.finditer(r"(?<!\d)((?:19|20)\d\d)[/／](\d\d)(?!\d|[/／])", text):
        found.append((match[1], f"{match[1][:2]}{match[2]}"))
    found += [(year, "") for year in years_alone(text)]
    if not found and re.fullmatch(r"\s*(?:1[5-9]|20|21)\d\d\s*", text):
        found.append((text.strip(), ""))
    return tuple(dict.fromkeys(found))

"""A table as something to calculate with: which column names, codes or measures, which rows are totals.

Invariant: nothing is invented. A figure is the exact decimal that its cell prints, an empty cell has none, and a
printed total never stands among the rows that are counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from bot.compose.tables.routes import Route, learnt_places, read_route
from bot.compose.tables.words import Concept, concepts_of
from corpus.document import Cell, Document, Passage, Row, Table
from corpus.normalize import search_text
from corpus.structure.captions import continued
from corpus.structure.dates import find_dates
from corpus.structure.numbers import parse_number
from corpus.structure.quantities import find_quantities

ColumnKind = Literal["rank", "code", "name", "measure", "text"]
Period = tuple[str, str]
"""A date or range in ISO 8601 as `corpus.structure.dates` writes it; the end is empty for a single date."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``header`` without its bracketed unit, ``unit`` as printed, ``periods`` it is about."""

    index: int
    header: str
    kind: ColumnKind
    unit: str
    measure: str  # the unit's name in any language, as in `Quantity.unit`; "" when it has none
    periods: tuple[Period, ...]
    concepts: frozenset[Concept]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a grid with the table it is printed in, its name cell, its code and the dates it is about."""

    table: Table
    row: Row
    name: Cell
    code: str
    periods: tuple[Period, ...]
    total: bool

    def cell(self, column: int) -> Cell:
        """Return a cell; one that the row does not have is empty."""
        if column < len(self.row.cells):
            return self.row.cells[column]
        return Cell("", self.row.end, self.row.end)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, or one that runs over a page break, with its columns and rows told apart.

    ``scope`` holds the periods the table covers, ``around`` those of its section and document title, ``fiscal``
    whether its years run from April to March (年度). ``partial`` says that the caption promises only some rows
    (上位10品目, top ten).
    """

    document: Document
    table: Table
    tables: tuple[str, ...]
    columns: tuple[Column, ...]
    name: int
    body: tuple[Line, ...]
    totals: tuple[Line, ...]
    scope: tuple[Period, ...]
    around: tuple[Period, ...]
    fiscal: bool
    route: Route
    section: tuple[str, ...]
    partial: int  # how many rows the caption promises; -1 for "the main ones"; 0 when it promises all

    @property
    def measures(self) -> tuple[Column, ...]:
        """Return the columns that hold figures to calculate with."""
        return tuple(column for column in self.columns if column.kind == "measure")

    @property
    def title(self) -> str:
        """Return label and caption as printed."""
        return " ".join(part for part in (self.table.label, self.table.caption) if part)

    def passage(self, line: Line) -> Passage | None:
        """Return the passage of a row, or the table's where rows have none."""
        own = [p for p in self.document.passages if p.table == line.table.id]
        rows = [p for p in own if p.kind == "row" and p.row == line.row.number]
        return next(iter(rows or [p for p in own if p.kind == "table"]), None)


def figure(text: str) -> Decimal | None:
    """Return the number that a cell prints, sign and unit aside, or None when it holds none."""
    bare = search_text(text).strip().strip("*＊†")
    match = re.fullmatch(
        r"([-−–△▲+])?\s*(?:us|hk|a|nt)?[$€¥£₩]?\s*([\d.,]+(?:\s?[兆億万千百조억만천]\s?[\d.,]*)*)\s?(\D{0,6})", bare
    )
    if match is None or re.search("[年月日位番]|世紀", match[3]):
        return None
    digits = match[2].replace(",", "")
    try:
        value = Decimal(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else parse_number(digits)
    except ArithmeticError:
        return None
    if value is None:
        return None
    return -value if match[1] and match[1] != "+" else value


_EMPTY = re.compile(r"[-−–—―ー‐…*.・\s]*|n/?a\.?|なし|無|无|없음", re.IGNORECASE)
_UNKNOWN = re.compile(r"不明|未詳|未詳|不详|unknown|미상", re.IGNORECASE)


def is_empty(text: str) -> bool:
    """Say whether a cell prints no value: nothing at all, or a sign for nothing."""
    return bool(_EMPTY.fullmatch(text.strip()))


_TOTAL = re.compile(
    r"(?:総|合|小|累|延べ?)?[\s　]*[合総]?[\s　]*計|総数|総額|全体|全館|(?:grand |sub-?)?totals?|sum|all(?: \w+)?|"
    r"overall|[总總]计|合[计計]|全年|总数|小计|합계|총계|계|소계|전체",
    re.IGNORECASE,
)
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
        yield from _grids_of(document)


@lru_cache(maxsize=1_000)
def _grids_of(document: Document) -> tuple[Grid, ...]:
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
    kinds = _kinds(table.header, texts, width)
    name = next((c for c in range(width) if kinds[c] == "name"), 0)
    lines = [_line(part, row, kinds, name) for part, row in rows]
    columns = tuple(_column(table, c, kinds[c], name) for c in range(width))
    lines = _with_found_totals(lines, [c.index for c in columns if c.kind == "measure"])
    section = next((p.section for p in document.passages if p.table == table.id), ())
    caption = f"{table.label} {table.caption}"
    learnt = learnt_places(table.caption)
    route = read_route(table.caption, (), learnt)
    if route.is_open and section:
        route = read_route(section[-1])
    promised = _PARTIAL.search(table.caption)
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
        document.lang == "ja" and "年度" in " ".join((caption, *section, document.title, _opening(document))),
        route,
        section,
        _promised(promised) if promised else 0,
    )


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


def _kinds(header: Sequence[str], texts: Sequence[Sequence[str]], width: int) -> list[ColumnKind]:
    """Tell what each column is for, from its header and from what its cells have in common."""
    kinds: list[ColumnKind] = []
    for c in range(width):
        named = header[c] if c < len(header) else ""
        cells = [row[c].strip() for row in texts if row[c].strip()]
        kinds.append(_kind(named, [cell for cell in cells if not _TOTAL.fullmatch(cell)] or cells, c))
    texty = [c for c in range(width) if kinds[c] == "text"]
    if len(texty) > 1 and texty[0] == 0 and _is_short_code([row[0].strip() for row in texts if row[0].strip()]):
        kinds[0] = "code"
        texty = texty[1:]
    dated = [
        c
        for c in range(width)
        if kinds[c] == "measure" and _is_calendar([row[c].strip() for row in texts if row[c].strip()])
    ]
    if texty and (not dated or texty[0] < dated[0] or dated[0] != 0):
        kinds[texty[0]] = "name"
    elif dated:
        kinds[dated[0]] = "name"
    elif "code" in kinds:
        kinds[kinds.index("code")] = "name"
    elif width > 1:
        kinds[0] = "name"
    return kinds


def _kind(header: str, cells: Sequence[str], index: int) -> ColumnKind:
    concepts = concepts_of(header)
    numeric = [cell for cell in cells if is_empty(cell) or figure(cell) is not None]
    if not cells or len(numeric) < 0.6 * len(cells) or all(is_empty(cell) for cell in cells):
        return "code" if "code" in concepts and cells and _is_short_code(cells) else "text"
    if "rank" in concepts:
        return "rank"
    if "code" in concepts:
        ordered = [figure(cell) for cell in cells] == [Decimal(n) for n in range(1, len(cells) + 1)]
        return "rank" if ordered and index == 0 and len(cells) > 2 else "code"
    if not header and index == 0 and [figure(c) for c in cells] == [Decimal(n) for n in range(1, len(cells) + 1)]:
        return "rank"
    same = len({len(cell) for cell in cells}) == 1
    if len(cells) > 2 and same and len(cells[0]) >= 6 and all(re.fullmatch(r"\d+", cell) for cell in cells):
        return "code"
    return "measure"


def _is_short_code(cells: Sequence[str]) -> bool:
    return all(re.fullmatch(r"[A-Za-z0-9.\-]{1,12}|" + _TOTAL.pattern, cell, re.IGNORECASE) for cell in cells) and all(
        len(cell) <= 4 or re.search(r"\d", cell) for cell in cells
    )


def _is_calendar(cells: Sequence[str]) -> bool:
    return bool(cells) and all(
        re.fullmatch(r"(?:1[5-9]|20|21)\d\d(?:\s*年度?)?", cell) or _TOTAL.fullmatch(cell) for cell in cells
    )


def _line(table: Table, row: Row, kinds: Sequence[ColumnKind], name: int) -> Line:
    cells = [row.cells[c] if c < len(row.cells) else Cell("", row.end, row.end) for c in range(len(kinds))]
    filled = next((cell for cell in cells if cell.text.strip()), cells[0])
    label = cells[name] if cells[name].text.strip() else filled
    total = any(_TOTAL.fullmatch(cells[c].text.strip()) for c in range(name + 1) if cells[c].text.strip())
    code = next((cells[c].text.strip() for c, kind in enumerate(kinds) if kind == "code"), "")
    return Line(table, row, label, code, () if total else _periods(label.text), bool(total))


def _with_found_totals(lines: list[Line], measures: Sequence[int]) -> list[Line]:
    """Take a last row for a total, whatever it is called, when every figure in it is the sum of those above."""
    if len(lines) < 4 or not measures or any(line.total for line in lines):
        return lines
    checked = 0
    for column in measures:
        last = figure(lines[-1].cell(column).text)
        above = [figure(line.cell(column).text) for line in lines[:-1]]
        if last is None:
            continue
        if last != sum((value for value in above if value is not None), Decimal(0)) or last == 0:
            return lines
        checked += 1
    if not checked:
        return lines
    end = lines[-1]
    return [*lines[:-1], Line(end.table, end.row, end.name, end.code, (), True)]


def _column(table: Table, index: int, kind: ColumnKind, name: int) -> Column:
    printed = table.header[index] if index < len(table.header) else ""
    own = _UNIT.search(printed)
    bare = _BRACKETS.sub(" ", printed).strip() or printed
    unit = re.sub(r"^(?:単位|单位|단위)\s*[:：]\s*", "", own[1].strip()) if own and kind == "measure" else ""
    if not unit and kind == "measure" and table.unit and not _joined(table):
        unit = re.sub(r"^(?:単位|單位|单位|단위|units?)\s*[:：]?\s*", "", table.unit, flags=re.IGNORECASE)
    periods = _periods(printed) if kind == "measure" else ()
    total = kind == "measure" and bool(_TOTAL.fullmatch(bare))
    return Column(
        index, bare, "name" if index == name else kind, unit, unit_name(unit), periods, concepts_of(printed), total
    )


def _joined(table: Table) -> bool:
    """Say whether a table's unit is only what its header's brackets say of single columns."""
    own = [match[1].strip() for cell in table.header if (match := _UNIT.search(cell))]
    return bool(own) and all(part in own for part in re.split(r",\s*", table.unit))


_SCALE = re.compile(
    r"^(?:百万|十億|十亿|千|万|億|亿|百|兆|백만|천|만|억|(?i:thousands?|millions?|billions?)(?: of)?)\s*|"
    r"\s*(?i:thousands?|millions?|billions?)$"
)


def unit_name(unit: str) -> str:
    """Return the name of a printed unit as in `Quantity.unit`, whatever its scale (千円 is jpy); "" when unknown."""
    bare = _SCALE.sub("", unit.strip())
    for text in (f"1{bare}", f"{bare}1", f"1 {bare}"):
        found = find_quantities(text)
        if found and found[0].unit:
            return found[0].unit
    return ""


_FACTORS = {"百万": 10**6, "千": 10**3, "十億": 10**9, "万": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12, "百": 100}
_FACTORS |= {
    "백만": 10**6,
    "천": 10**3,
    "만": 10**4,
    "억": 10**8,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
}


def unit_scale(unit: str) -> Decimal:
    """Return what a figure in a printed unit is multiplied by to give the bare unit (千円: 1000)."""
    match = _SCALE.search(unit.strip().lower())
    words = match.group().strip() if match else ""
    return Decimal(next((factor for word, factor in _FACTORS.items() if words.startswith(word)), 1))


def scaled(unit: str) -> bool:
    """Say whether a printed unit counts in thousands or more (千円, £ million)."""
    return bool(_SCALE.search(unit.strip()))


def _periods(text: str) -> tuple[Period, ...]:
    """Return the dates and ranges that a text prints, also 2020/21 for a year that runs over two."""
    iso = re.fullmatch(r"(\d{4}(?:-\d\d){0,2})/(\d{4}(?:-\d\d){0,2})", text.strip())
    if iso:
        return ((iso[1], iso[2]),)
    found = [(mention.value, mention.until) for mention in find_dates(text) if mention.value and not mention.relative]
    for match in re.finditer(r"(?<!\d)((?:19|20)\d\d)[/／](\d\d)(?!\d|[/／])", text):
        found.append((match[1], f"{match[1][:2]}{match[2]}"))
    if not found and re.fullmatch(r"\s*(?:1[5-9]|20|21)\d\d\s*", text):
        found.append((text.strip(), ""))
    return tuple(dict.fromkeys(found))

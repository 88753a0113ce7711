"""What each column of a table is for, told from its header and from what its cells have in common.

Invariant: exactly one column names the rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.compose.tables.grid import ColumnKind, Grid
from bot.compose.tables.words import concepts_of
from corpus.structure.figures import figure, is_empty

TOTAL = re.compile(
    r"(?:総|合|小|累|延べ?)?[\s　]*[合総]?[\s　]*計|総数|総額|全体|全館|(?:grand |sub-?)?totals?|sum|all(?: \w+)?|"
    r"overall|[总總]计|合[计計]|全年|总数|小计|합계|총계|계|소계|전체",
    re.IGNORECASE,
)
"""What a total is called where it is a row or a column."""


def kinds_of(header: Sequence[str], texts: Sequence[Sequence[str]], width: int) -> list[ColumnKind]:
    """Tell what each column is for, from its header and from what its cells have in common."""
    kinds: list[ColumnKind] = []
    for c in range(width):
        named = header[c] if c < len(header) else ""
        cells = [row[c].strip() for row in texts if row[c].strip()]
        kinds.append(_kind(named, [cell for cell in cells if not TOTAL.fullmatch(cell)] or cells, c))
    texty = [c for c in range(width) if kinds[c] == "text"]
    if len(texty) > 1 and _is_short_code([cell for row in texts if (cell := row[texty[0]].strip())]):
        kinds[texty[0]] = "code"
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
    return all(re.fullmatch(r"[A-Za-z0-9.\-]{1,12}|" + TOTAL.pattern, cell, re.IGNORECASE) for cell in cells) and all(
        len(cell) <= 4 or re.search(r"\d", cell) for cell in cells
    )


def _is_calendar(cells: Sequence[str]) -> bool:
    return bool(cells) and all(
        re.fullmatch(r"(?:1[5-9]|20|21)\d\d(?:\s*年度?)?", cell) or TOTAL.fullmatch(cell) for cell in cells
    )


_PER = re.compile(r"([一-鿿ァ-ヴー]{1,8})別(?![一-鿿])")


def class_nouns(grid: Grid) -> frozenset[str]:
    """Return what the rows of a table are called together, as its name column and its caption say (館名, 町村別の)."""
    header = re.sub(r"(?:の?名称?|名前)$|(?i:\bnames?\b)", "", grid.columns[grid.name].header).strip()
    found = {header.lower()} | {match[1] for match in _PER.finditer(grid.table.caption)}
    return frozenset(noun for noun in found if noun and not re.search(r"[\d年月]", noun))

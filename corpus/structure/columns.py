"""Columns of a table: which row is the header, and cells that ran together put apart again.

Invariant: a repair only moves the border between cells, and only where the column's other cells or its header show
where the border was.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

from corpus.structure.lines import Slice, strip

Cells = tuple[Slice, ...]

_NUMERIC = re.compile(
    r"[-+−–△▲±~約(（]*\s*(?:US|HK|A|NT)?[$€¥£₩]?\s*\d[\d,. ]*(?:兆|億|万|千|百|조|억|만)?\s*"
    r"(?:[%％‰]|円|ドル|元|人|件|年|원|명|pt|p\.?p\.?)?[)）*]*$"
    r"|[-−–—―…*]+$|n/?a\.?$|\.\.+$",
    re.IGNORECASE,
)
_YEARISH = re.compile(
    r"(?:FY|CY)?\s*(?:19|20)\d\d(?:\s*[-–/~〜]\s*\d{2,4})?\s*(?:年度?|년|F|E|p)?(?:\s*\d{0,2}\s*[-–~〜]?\s*\d{1,2}\s*月期?)?$|"
    r"(?:[12]?H|Q)[1-4]\b.*|[1-4]Q.*|\d{1,2}\s*月期?$|\d{1,2}\s*[-–~〜]\s*\d{1,2}\s*月期?$|(?:令和|平成|昭和)\S{1,3}年度?$",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-Z]{0,3}-?\d[\d.\-]*\d|[A-Z]{1,3}-?\d")
_LEADING_CODE = re.compile(r"[A-Z]{0,3}-?\d+(?:[.\-]\d+)*(?!\d|\s?[年月년월])")  # 2019年 is a time
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
_TWO_GROUPED = re.compile(r"(\d{1,3}(?:,\d{3})+)\d{1,3}(?:(?:,\d{3})+|(?:\.\d+)?)$")
_TRAILING = re.compile(
    r"(?<=[^\d,.\s])\s*([-−△▲]?\d{1,3}(?:,\d{3})+(?:\.\d+)?[%％]?|[-−△▲]?\d+\.\d+[%％]?|[-−△▲]?\d+[%％]?)$"
)


def is_numeric(text: str) -> bool:
    """Say whether a cell holds nothing but a figure (or a sign for a missing one)."""
    return bool(_NUMERIC.match(unicodedata.normalize("NFKC", text).strip())) if text.strip() else False


def names_time(text: str) -> bool:
    """Say whether a cell names a year, a month or a part of a year."""
    return bool(_YEARISH.match(text.strip()))


def numeric_columns(rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """Return the columns in which at least six of ten filled cells are figures."""
    found = set()
    for column in range(max((len(row) for row in rows), default=0)):
        filled = [row[column] for row in rows if column < len(row) and row[column].strip()]
        if filled and sum(map(is_numeric, filled)) >= 0.6 * len(filled):
            found.add(column)
    return frozenset(found)


# What heads a column of people's names: no person is called so.
OF_NAMES = re.compile(r"氏名|姓名|名前|名字|성명|이름|성함|name|members?", re.IGNORECASE)
# What heads the names of rows beside what each of several things is in it (項目　甲型　乙型): no row is called so.
_OF_ROWS = re.compile(r"項目|区分|구분|항목|项目", re.IGNORECASE)
_NAME = 20  # characters of the name of a column


def header_rows(rows: Sequence[Sequence[str]]) -> int:
    """Return how many rows (0, 1 or 2) at the top name the columns instead of filling them."""
    if len(rows) < 2:
        return 0
    count = 0
    while count < 2 and len(rows) - count >= 2 and _is_header(rows[count], rows[count + 1 :]):
        count += 1
    return count if count < 2 or numeric_columns(rows[count:]) else 1


def _is_header(row: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    figures = [column for column in numeric_columns(body) if column < len(row)]
    filled = [cell for cell in row if cell.strip()]
    if not filled:
        return False
    if figures:
        named = [row[column] for column in figures if row[column].strip()]
        if any(is_numeric(cell) and not _YEARISH.match(cell.strip()) for cell in named):
            return False
        if any(
            is_numeric(row[column]) and _are_years([line[column : column + 1] for line in body]) for column in figures
        ):
            return False  # a year among years
        return len(named) * 2 >= len(figures) and bool(named)
    if len(filled) < len(row) or len(body) < 2 or len(row) < 2 or max(map(len, filled)) > _NAME:
        return False
    lengths = [len(cell) for line in body for cell in line if cell.strip()]
    shorter = sum(map(len, filled)) / len(filled) < 0.6 * sum(lengths) / max(len(lengths), 1)
    compared = len(row) > 2 and bool(_OF_ROWS.fullmatch(row[0].strip()))
    return shorter or compared or bool(OF_NAMES.fullmatch(row[0].strip()))


def _are_years(cells: Sequence[Sequence[str]]) -> bool:
    """Say whether what a column holds is years."""
    filled = [text.strip() for cell in cells for text in cell if text.strip()]
    return bool(filled) and all(map(_YEARISH.match, filled))


def repair(rows: Sequence[Cells], columns: int, known: Mapping[int, int] | None = None) -> list[Cells]:
    """Return the rows with glued cells put apart.

    ``columns`` is how many the table has; ``known`` gives the length of the codes in a column where a table with the
    same header elsewhere in the document showed it.
    """
    fixed = list(rows)
    for column in range(columns - 1):
        length = code_length(fixed, column, columns) or (known or {}).get(column, 0)
        if length:
            fixed = [_split_code(row, column, columns, length) for row in fixed]
    fixed = [split_groups(row, columns) for row in fixed]
    figures = numeric_columns([[cell.text for cell in row] for row in fixed if len(row) == columns])
    for column in sorted(figures, reverse=True):
        sample = [row[column].text for row in fixed if len(row) == columns and row[column].text.strip()]
        grouped = sum(bool(_GROUPED.match(cell.strip())) for cell in sample) * 2 > len(sample)
        fixed = [_split_number(row, column, columns, grouped) for row in fixed]
    return fixed


def code_length(rows: Sequence[Cells], column: int, columns: int) -> int:
    """Return the common length of the codes that open a column's cells, or 0.

    The evidence is cells that hold nothing but a code or, where all cells ran together, one length of the leading
    code in most cells whose right neighbour is missing.
    """
    cells = [row[column].text.strip() for row in rows if column < len(row)]
    clean = Counter(len(cell) for cell in cells if _CODE.fullmatch(cell))
    if clean:
        length, count = clean.most_common(1)[0]
        return length if length >= 3 and count * 2 >= sum(clean.values()) and count >= 2 else 0
    glued = [
        match
        for row in rows
        if _lacks_neighbour(row, column, columns)
        and (match := _LEADING_CODE.match(row[column].text.strip()))
        and not _YEARISH.fullmatch(row[column].text.strip())
    ]
    if len(glued) < max(2, 0.6 * len(rows)):
        return 0
    length, count = Counter(len(match[0]) for match in glued).most_common(1)[0]
    return length if length >= 3 and count >= 0.6 * len(glued) else 0


def _lacks_neighbour(row: Cells, column: int, columns: int) -> bool:
    if column >= len(row):
        return False
    return len(row) < columns or (column + 1 < len(row) and not row[column + 1].text.strip())


def _split_code(row: Cells, column: int, columns: int, length: int) -> Cells:
    if not _lacks_neighbour(row, column, columns):
        return row
    cell = strip(row[column])
    if column == 0 and len(row) == columns and cell.text and not _LEADING_CODE.match(cell.text) and _figure_behind(row):
        return (Slice(cell.line, cell.start, cell.start), cell, *row[2:])  # a total has a name and no code
    code, rest = cell.text[:length], cell.text[length:]
    if rest.lstrip()[:1] in ("年", "月", "년", "월"):
        return row
    if not _CODE.fullmatch(code) or not rest.strip() or (is_numeric(cell.text) and "," in cell.text):
        return row
    left = Slice(cell.line, cell.start, cell.start + length)
    right = strip(Slice(cell.line, cell.start + length, cell.end))
    return _put(row, column, left, right, columns)


def _split_number(row: Cells, column: int, columns: int, grouped: bool) -> Cells:
    """Cut a figure off the end of the cell before ``column``, when that column's cell is missing or empty."""
    if column == 0 or len(row) < column or (len(row) == columns and row[column].text.strip()):
        return row
    if len(row) not in (columns, columns - 1) or (
        len(row) == columns - 1 and len(row) > column and is_numeric(row[column].text)
    ):
        return row
    cell = strip(row[column - 1])
    match = _TRAILING.search(cell.text)
    if not match or (grouped and "," not in match[1]):
        return row
    left = strip(Slice(cell.line, cell.start, cell.start + match.start()))
    right = Slice(cell.line, cell.start + match.start(1), cell.end)
    if not re.search(r"\w", left.text):
        return row  # a sign is part of the figure behind it
    return _put(row, column - 1, left, right, columns)


def split_groups(row: Cells, columns: int) -> Cells:
    """Cut the one cell of a row that lacks a cell where a group of thousands ends before a digit (61,500734,900)."""
    if len(row) != columns - 1:
        return row
    cuts = [(column, match) for column, cell in enumerate(row) if (match := _TWO_GROUPED.match(strip(cell).text))]
    if len(cuts) != 1 or any(not cell.text.strip() for cell in row):
        return row
    column, match = cuts[0]
    cell = strip(row[column])
    left = Slice(cell.line, cell.start, cell.start + match.end(1))
    return _put(row, column, left, Slice(cell.line, left.end, cell.end), columns)


def _figure_behind(row: Cells) -> bool:
    """Say whether a row's second cell is empty and a later one holds a figure."""
    return len(row) > 2 and not row[1].text.strip() and any(is_numeric(cell.text) for cell in row[2:])


def _put(row: Cells, column: int, left: Slice, right: Slice, columns: int) -> Cells:
    behind = column + 2 if len(row) >= columns else column + 1
    return (*row[:column], left, right, *row[behind:])

"""Cells as statements: the words of a row, what they are counted in, and where they stand.

Invariant: outside 〔…〕 and … every character is a slice of the row that the statement's quote holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.compose.draft import DraftOperand, DraftStatement, Quote
from bot.compose.tables.grid import Column, Grid, Line
from bot.compose.tables.values import unit_name
from corpus.document import Cell, Passage, Span
from corpus.structure.figures import figure, is_empty
from corpus.suspects import suspects_in

MOST_CHARACTERS = 600  # of all statements of an answer
PROBABLY = {"ja": "おそらく", "en": "probably ", "zh": "可能是", "ko": "아마 "}
APART = {  # of a figure whose borders were found, in a row whose columns ran together
    "ja": "続けて印刷された数字を分けたもの",
    "en": "the figures are printed as one and were put apart",
    "zh": "由连印的数字拆分而来",
    "ko": "붙여 인쇄된 숫자를 나눈 것",
}
EMPTY = {"ja": "空欄", "en": "empty cell", "zh": "空白", "ko": "빈칸"}


@dataclass(frozen=True, slots=True)
class Figure:
    """One cell that an answer uses; ``value`` is None where it prints no number, or one that was read wrongly."""

    grid: Grid
    line: Line
    column: Column

    def __post_init__(self) -> None:
        """Count the figure in the unit that its row tells, where the rows of the column differ in that."""
        units = self.grid.units
        if self.column.mixed and units is not None and (unit := said(self.line.cell(units))):
            object.__setattr__(self, "column", replace(self.column, unit=unit, measure=unit_name(unit), mixed=False))

    @property
    def cell(self) -> Cell:
        """Return the cell."""
        return self.line.cell(self.column.index)

    @property
    def value(self) -> Decimal | None:
        """Return the exact number that the cell prints, or None."""
        return None if is_empty(self.cell.text) else figure(self.cell.text)

    @property
    def damaged(self) -> bool:
        """Say whether the cell prints no figure, but nearly one, among the figures of its column."""
        return bool(self.likely)

    @property
    def likely(self) -> str:
        """Return the figure that a damaged cell was probably meant to print: to be told, never to calculate with."""
        if self.value is not None or self.cell.end <= self.cell.start:
            return ""
        found = suspects_in(self.grid.document, self.cell.start, self.cell.end)
        whole = [one for one in found if (one.start, one.end) == (self.cell.start, self.cell.end)]
        return whole[0].likely if whole and figure(whole[0].likely) is not None else ""

    @property
    def quote(self) -> Quote:
        """Return the row as a quote; its decisive words are the cell, or the row's name where the cell is empty."""
        cell = self.cell if self.cell.end > self.cell.start else self.line.name
        row = self.line.row
        return Quote(
            self.grid.document,
            self.grid.passage(self.line) or _passage(self.grid, self.line),
            (Span(row.start, row.end),),
            (Span(cell.start, cell.end),) if cell.end > cell.start else (),
        )


def said(cell: Cell) -> str:
    """Return what a cell says: its words, or those of the cell that it repeats (同上)."""
    return (cell.means or cell.text).strip()


def added(words: str) -> str:
    """Return words of ours in 〔…〕, which holds no brackets of its kind: what a caption prints so stands in ［…］."""
    return f"〔{words.translate({ord('〔'): '［', ord('〕'): '］'})}〕"


def repeated(cell: Cell) -> str:
    """Return what a cell that repeats another means, as an addition: 〔…〕; nothing for all others."""
    return added(cell.means) if cell.means else ""


def _passage(grid: Grid, line: Line) -> Passage:
    """Return a passage for a row that the document holds none for."""
    row, document = line.row, grid.document
    return Passage(
        f"{document.id}/{line.table.id}/{row.number}",
        document.id,
        "row",
        row.start,
        row.end,
        document.text[row.start : row.end],
        section=grid.section,
        context=grid.title,
        table=line.table.id,
        row=row.number,
    )


def operand(item: Figure) -> DraftOperand:
    """Return a cell as an operand of a calculation."""
    title = item.grid.title
    return DraftOperand(
        item.cell.text.strip(), item.column.unit, item.quote, title, item.line.row.number, item.column.header
    )


def row_statement(
    items: Sequence[Figure], lang: str, *, titled: bool = True, codes: bool = False, room: int = MOST_CHARACTERS
) -> DraftStatement:
    """Return one row with the cells asked for: ``name value〔unit、column、table〕``.

    ``titled`` adds the caption behind the table's label; ``codes`` the row's code; names are cut to fit ``room``.
    """
    first = items[0]
    grid, line = first.grid, first.line
    columns = [item.column for item in items]
    cells = [
        line.name,
        *(item.cell for item in items if item.cell.end > item.cell.start and item.cell is not line.name),
    ]
    if codes:
        cells += [
            line.cell(c.index)
            for c in grid.columns
            if c.kind == "code" and line.cell(c.index).end > line.cell(c.index).start
        ]
    text = _joined(grid, sorted({(cell.start, cell.end) for cell in cells}), max(12, room - 80), columns, line)
    note = _note(grid, items, lang, titled)
    return DraftStatement(text + note, tuple(dict.fromkeys(item.quote for item in items)))


def _joined(grid: Grid, spans: Sequence[tuple[int, int]], room: int, columns: Sequence[Column], line: Line) -> str:
    """Join slices of a row: a gap that only separates is a space, one that leaves words out is …."""
    text, out, last = grid.document.text, "", -1
    long = sum(end - start for start, end in spans) > room
    several = len(columns) > 1
    places = {line.cell(c.index).start: c for c in columns if line.cell(c.index).text.strip()}
    means = {cell.start: repeated(cell) for cell in line.row.cells if cell.means}
    for start, end in spans:
        words = " ".join(text[start:end].split("\n"))
        if long and end - start > 24:
            words = words[:20].rstrip() + "…"
        between = text[last:start] if last >= 0 else ""
        if last >= 0:
            out += " " if not between.strip() else " … "
        if last == start:
            out = out[:-1]
        out += words + means.get(start, "")
        if several and start in places:
            out += added(_column_note(places[start]))
        last = end
    return out


def _column_note(column: Column) -> str:
    return "、".join(part for part in (column.header, column.unit) if part)


def _note(grid: Grid, items: Sequence[Figure], lang: str, titled: bool) -> str:
    parts: list[str] = []
    if len(items) == 1:
        column = items[0].column
        if not is_empty(items[0].cell.text):
            if (len(grid.measures) > 1 and column.index != grid.name) or column.kind == "text":
                parts.append(column.header)
            parts.append(column.unit)
    parts += [
        f"{item.column.header or grid.table.label}: {EMPTY.get(lang, EMPTY['en'])}".lstrip(": ")
        for item in items
        if is_empty(item.cell.text)
    ]
    if any(item.cell.recovered for item in items):
        parts.append(APART.get(lang, APART["en"]))
    parts.append(grid.table.label)
    if titled:
        caption = re.sub(r"\s+", " ", grid.table.caption)
        parts.append(caption if len(caption) <= 80 else caption[:78] + "…")
        if grid.table.period and grid.table.period not in caption and "/" not in grid.table.period:
            parts.append(grid.table.period)
    kept = [part for part in parts if part]
    comma = "、" if lang in ("ja", "zh") else ", "
    return added(comma.join(dict.fromkeys(kept))) if kept else ""


def list_statements(items: Sequence[Figure], lang: str, *, codes: bool = False) -> tuple[DraftStatement, ...]:
    """Return a statement for each row, or one for each table where rows are many; at most 600 characters in all."""
    rows = _by_row(items)
    if len(rows) <= 4:
        made: list[DraftStatement] = []
        seen: set[str] = set()
        for row in rows:
            key = f"{row[0].grid.document.id}/{row[0].grid.table.id}"
            left = (MOST_CHARACTERS - sum(len(s.text) for s in made)) // (len(rows) - len(made))
            made.append(row_statement(row, lang, titled=key not in seen, codes=codes, room=left))
            seen.add(key)
        if sum(len(statement.text) for statement in made) <= MOST_CHARACTERS:
            return tuple(made)
    tables: dict[str, list[list[Figure]]] = {}
    for row in rows:
        tables.setdefault(f"{row[0].grid.document.id}/{row[0].grid.table.id}", []).append(row)
    return tuple(_one_for_all(held, lang, MOST_CHARACTERS * len(held) // len(rows)) for held in tables.values())


def _by_row(items: Sequence[Figure]) -> list[list[Figure]]:
    rows: dict[tuple[str, str, int], list[Figure]] = {}
    for item in items:
        rows.setdefault((item.grid.document.id, item.line.table.id, item.line.row.number), []).append(item)
    return list(rows.values())


def _one_for_all(rows: Sequence[Sequence[Figure]], lang: str, room: int) -> DraftStatement:
    """Return one statement that lists the rows of a table, names cut to what ``room`` leaves each."""
    note = _note(rows[0][0].grid, rows[0][:1], lang, titled=True)
    each = max(12, (room - len(note)) // len(rows) - 6)
    parts = []
    for row in rows:
        line, grid = row[0].line, row[0].grid
        values = [
            grid.document.text[i.cell.start : i.cell.end] + repeated(i.cell)
            for i in row
            if i.cell.end > i.cell.start and i.cell.start != line.name.start
        ]
        name = " ".join(grid.document.text[line.name.start : line.name.end].split())
        space = each - sum(len(value) + 3 for value in values)
        if len(name) > space:
            name = name[: max(4, space - 1)].rstrip() + "…"
        parts.append(" … ".join([name, *values]).replace("… … ", "… "))
    text = " ／ ".join(parts) + note
    return DraftStatement(text, tuple(dict.fromkeys(item.quote for row in rows for item in row)))

"""A document as blocks of a page: headings, paragraphs, items, tables and notes in the order of canonical text.

Invariant: every character of canonical text but white space, and the signs between cells, is in one block; the anchor
of a passage is its id without the document's, so that a link outlives a new copy of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from bot.render.reading.parts import Marks, Part, marks_of, stretch
from corpus.document import Document, Note, Passage, Source, Table

Kind = Literal["heading", "line", "prose", "item", "table", "note"]


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell, and whether it is a figure of a column of figures."""

    parts: tuple[Part, ...]
    number: bool


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table with its anchor."""

    anchor: str
    cells: tuple[TableCell, ...]


@dataclass
class Block:
    """One block. ``sign`` is what opens it (a dash, a marker) and belongs to no passage; ``page`` where one begins."""

    kind: Kind
    anchor: str
    parts: list[Part] = field(default_factory=list)
    sign: str = ""
    level: int = 0
    page: int | None = None
    label: str = ""
    header: tuple[str, ...] = ()
    rows: list[TableRow] = field(default_factory=list)
    note: Note | None = None
    back: list[str] = field(default_factory=list)
    targets: tuple[Source, ...] = ()  # sources whose address is linked but not printed


def anchor(passage: Passage) -> str:
    """Return the anchor of a passage: its id without the document's."""
    return passage.id.rsplit("#", 1)[1]


def blocks(document: Document) -> list[Block]:
    """Return the blocks of a document."""
    return _Builder(document).build()


class _Builder:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._marks: Marks = marks_of(document)
        self._notes = {note.start: note for note in document.notes}
        self._tables = {table.id: table for table in document.tables}
        self._rows = {(p.table, p.row): p for p in document.passages if p.kind == "row"}
        self._blocks: list[Block] = []
        self._cursor = 0
        self._page: int | None = None
        self._headed: tuple[str, ...] = ()

    def build(self) -> list[Block]:
        for passage in sorted(self._document.passages, key=lambda one: (one.start, -one.end, one.kind == "row")):
            if passage.end <= self._cursor and passage.start < self._cursor:
                continue  # a row inside a table or a paragraph that is on the page already
            table = self._tables.get(passage.table)
            if table is not None and passage.kind in ("table", "row"):
                self._rest(table.start)
                self._table(passage, table)
                self._cursor = max(self._cursor, table.end)
            else:
                self._passage(passage)
                self._cursor = max(self._cursor, passage.end)
        self._rest(len(self._document.text))
        for block in self._blocks:
            if block.note is not None:
                block.back = self._marks.shown.get(block.note.marker, [])
        return self._blocks

    def _rest(self, until: int) -> None:
        """Show what stands between two passages and is no sign of the next."""
        words = self._document.text[self._cursor : until]
        if words.strip():
            self._add(Block("line", "", [Part(words.strip())]), None)
        self._cursor = max(self._cursor, until)

    def _passage(self, passage: Passage) -> None:
        before = self._document.text[self._cursor : passage.start]
        *lines, sign = before.split("\n")
        for line in lines:
            if line.strip():
                self._add(Block("line", "", [Part(line.strip())]), None)
        start = max(passage.start, self._cursor)
        if passage.kind == "prose" and not lines and not sign.strip() and self._in_paragraph():
            inner = self._inner(passage, start, first=False)
            self._blocks[-1].parts += [Part(before), Part(id=anchor(passage), inner=inner)]
            return
        kind, level = self._kind(passage, sign)
        inner = self._inner(passage, start, first=not self._marks_behind(passage.start))
        block = Block(kind, anchor(passage), [Part(id=anchor(passage), inner=inner)], sign.strip(), level)
        if kind == "note":
            block.note = self._notes.get(passage.start)
            block.targets = _unprinted(block.note)
        self._add(block, passage.page)

    def _in_paragraph(self) -> bool:
        """Say whether the last block is a paragraph that goes on in the next passage (a long one is in several)."""
        return bool(self._blocks) and self._blocks[-1].kind in ("prose", "item")

    def _marks_behind(self, start: int) -> bool:
        """Say whether marks at a place stand behind the words before it, not before the words that follow."""
        return start > 0 and not self._document.text[start - 1].isspace()

    def _kind(self, passage: Passage, sign: str) -> tuple[Kind, int]:
        if passage.kind == "note":
            return "note", 0
        if passage.kind == "heading":
            path = passage.section
            if path and path != self._headed and _same(passage.text, path[-1]):
                self._headed = path
                return "heading", min(len(path) + 1, 6)
            return "line", 0
        return ("item" if sign.strip() else "prose"), 0

    def _inner(self, passage: Passage, start: int, *, first: bool) -> tuple[Part, ...]:
        """Return the parts of a passage; rows that stand in prose are stretches of their own."""
        inside = [
            row
            for row in self._rows.values()
            if passage.kind == "prose" and start <= row.start < row.end <= passage.end
        ]
        parts: list[Part] = []
        cursor = start
        for row in sorted(inside, key=lambda one: one.start):
            if row.start < cursor:
                continue
            parts += stretch(self._document, cursor, row.start, self._marks, first=first)
            parts.append(Part(id=anchor(row), inner=stretch(self._document, row.start, row.end, self._marks)))
            cursor, first = row.end, False
        return (*parts, *stretch(self._document, cursor, passage.end, self._marks, first=first))

    def _table(self, passage: Passage, table: Table) -> None:
        label = " ".join(part for part in (table.label, table.caption) if part)
        block = Block("table", anchor(passage) if passage.kind == "table" else "", label=label, header=table.header)
        for row in table.rows:
            found = self._rows.get((table.id, row.number))
            cells = tuple(
                TableCell(stretch(self._document, cell.start, cell.end, self._marks), cell.value is not None)
                for cell in row.cells
            )
            block.rows.append(TableRow(anchor(found) if found else "", cells))
        self._add(block, passage.page)

    def _add(self, block: Block, page: int | None) -> None:
        if page is not None and page != self._page:
            block.page = self._page = page
        self._blocks.append(block)


def _same(printed: str, heading: str) -> bool:
    return re.sub(r"\s", "", printed) == re.sub(r"\s", "", heading)


def _unprinted(note: Note | None) -> tuple[Source, ...]:
    """Return the sources of a note whose address its words do not print."""
    return tuple(source for source in note.sources if source.url and source.url not in note.text) if note else ()


def outline(found: list[Block]) -> Iterator[tuple[int, str, str]]:
    """Yield level, words and anchor of each heading."""
    for block in found:
        if block.kind == "heading":
            yield block.level, "".join(_words(part) for part in block.parts), block.anchor


def _words(part: Part) -> str:
    return part.words + "".join(_words(inner) for inner in part.inner)

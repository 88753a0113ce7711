"""The lines of a PDF as paragraphs, headings, tables and note marks on a sheet, page by page.

Invariant: what parts paragraphs and makes headings is read off the page (gaps, sizes, weight), relative to what most of
the document has; the rest is left to the rules for text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from corpus.document import Furniture
from corpus.readers.pdf.glyphs import Box, Glyph, Page, Ruled
from corpus.readers.pdf.layout import Row, Stretch, rows
from corpus.readers.pdf.margins import running, silent
from corpus.readers.pdf.unruled import Cells, joined, unruled
from corpus.readers.sheet import Sheet
from corpus.structure.inline import raised_markers
from corpus.structure.lines import ends_sentence, has_sentence, is_wide, width
from corpus.structure.powers import EXPONENT_SIGN, is_exponent

_LARGER = 1.12  # times the size of the text: as large as this a line is a heading
_LEVELS = 6
_LONGEST_HEADING = 120  # columns


class Pager:
    """Writes pages on a sheet; ``size`` is the number of bytes of the file, which hold every word.

    ``silent`` are the numbers of the pages that print nothing of their own.
    """

    def __init__(self, sheet: Sheet, pages: Sequence[Page], size: int) -> None:
        self.sheet = sheet
        sheet.within = 0, size
        self._size = size
        self._ready = [(page, joined(rows([g for g in page.glyphs if not _in_table(g, page)]))) for page in pages]
        self._running = running(self._ready)
        self.silent = silent(self._ready, self._running)
        lines = [row for _, found in self._ready for row in found]
        sizes: Counter[float] = Counter()
        for row in lines:
            sizes[_rounded(row.size)] += len(row.text)
        self._body = sizes.most_common(1)[0][0] if sizes else 10.0
        self._pitch = median(pitches) if (pitches := _pitches(lines, self._body)) else 1.5 * self._body
        headings = {_rounded(row.size) for row in lines if self._is_heading(row)}
        self._levels = {size: min(at, _LEVELS) for at, size in enumerate(sorted(headings, reverse=True), 1)}

    def write(self) -> None:
        """Write all pages."""
        for index, (page, found) in enumerate(self._ready):
            self.sheet.page = page.number
            if index:
                self.sheet.break_page()
            waiting = sorted(page.tables, key=lambda table: table.box.top)
            before: Row | None = None
            drawn = unruled(found)
            inside = {at for first, cells in drawn.items() for at in range(first, first + len(cells))}
            for at, row in enumerate(found):
                if (index, at) in self._running:
                    self.sheet.furniture.append(Furniture(self._running[index, at], self.sheet.lines + 1, row.text))
                    continue
                while waiting and waiting[0].box.top <= row.top and _meets(waiting[0], row):
                    self._table(waiting.pop(0), page)
                    before = None
                if at in drawn:
                    self._cells(drawn[at])
                if at not in inside:
                    self._row(row, before)
                before = None if at in inside else row
            for table in waiting:
                self._table(table, page)
        self.sheet.break_block()

    def _is_heading(self, row: Row) -> bool:
        large = _rounded(row.size) >= _LARGER * self._body
        return large and width(row.text) <= _LONGEST_HEADING and not has_sentence(row.text)

    def _row(self, row: Row, before: Row | None) -> None:
        """Write a line, behind a blank one where it begins a paragraph."""
        heading = self._is_heading(row)
        goes_on = before is not None and _rounded(before.size) == _rounded(row.size) and not self._parted(before, row)
        if heading and goes_on and not ends_sentence(before.text if before else ""):
            self._join()  # a heading over two lines
        elif goes_on:
            self.sheet.break_line()
        else:
            self.sheet.break_block()
        if self.sheet.empty and heading:
            self.sheet.sign("#" * self._levels[_rounded(row.size)] + " ")
        elif not heading:
            self._pad(row.stretches[0].x0 - row.left, 0)
        for at, stretch in enumerate(row.stretches):
            if at:
                self._pad(stretch.x0 - row.left, 2)
            self._stretch(stretch)

    def _parted(self, before: Row, row: Row) -> bool:
        """Say whether a line begins a new block by its distance from the one before it in the same column."""
        if row.top <= before.top or row.left > before.right or row.right < before.left:
            return False  # the next column: only the words tell whether the paragraph goes on
        several = before.bottom - before.top > 1.6 * before.size  # a name over two lines
        above = before.bottom - before.size if several else before.top
        return row.top - above > 1.35 * self._pitch * max(row.size / self._body, 1)

    def _pad(self, distance: float, least: int) -> None:
        """Set white space as wide as the distance from the left edge of the column asks for."""
        column = round(2 * distance / self._body)
        written = width(self.sheet.written(0)) if self.sheet.column else 0
        self.sheet.sign(" " * max(column - written, least))

    def _stretch(self, stretch: Stretch) -> None:
        """Write a stretch: raised figures become marks, gaps between words that are not wide become spaces."""
        glyphs = stretch.glyphs
        marked = -1  # the glyph behind the last mark, before which no space was meant
        at = 0
        while at < len(glyphs):
            end = _raised_until(stretch, at)
            if (printed := _text(glyphs[at:end])) and (markers := raised_markers(printed, self.sheet.written(0))):
                self.sheet.mark(markers)
                at = marked = end
                continue
            if at and at != marked and _apart(glyphs[at - 1], glyphs[at]):
                self.sheet.sign(" ")
            at = self._written(glyphs, at, end)

    def _written(self, glyphs: Sequence[Glyph], at: int, end: int) -> int:
        """Write what is raised up to ``end``, if it is an exponent, or else one glyph; return where to go on."""
        printed, stop = _text(glyphs[at:end]), at + 1
        if printed and self.sheet.last != " " and is_exponent(printed, self.sheet.written(0)):
            self.sheet.sign(EXPONENT_SIGN)
            stop = end
        for glyph in glyphs[at:stop]:
            self._glyph(glyph)
        return stop

    def _glyph(self, glyph: Glyph) -> None:
        self.sheet.bold = glyph.bold
        for char in glyph.text:
            if not self.sheet.unbracket(char):
                self.sheet.hold(" " if char in "\n\r\t" else char, 0, self._size)
        self.sheet.bold = False

    def _join(self) -> None:
        if self.sheet.last and not is_wide(self.sheet.last):
            self.sheet.sign(" ")

    def _table(self, table: Ruled, page: Page) -> None:
        self.sheet.break_block()
        for row in table.rows:
            self.sheet.row(row, lambda cell: self._ruled_cell(cell, page))
        self.sheet.break_block()

    def _ruled_cell(self, cell: Box | None, page: Page) -> None:
        inside = [glyph for glyph in page.glyphs if cell is not None and cell.holds(glyph)]
        for number, line in enumerate(rows(inside)):
            if number:
                self._join()
            for at, stretch in enumerate(line.stretches):
                if at:
                    self.sheet.sign(" ")
                self._cell(stretch)

    def _cells(self, rows: Cells) -> None:
        """Write a table without rules."""
        self.sheet.break_block()
        for row in rows:
            self.sheet.row(row, self._cell)
        self.sheet.break_block()

    def _cell(self, stretch: Stretch | None) -> None:
        if stretch is None:
            return
        glyphs, at = stretch.glyphs, 0
        while at < len(glyphs):
            if at and _apart(glyphs[at - 1], glyphs[at]):
                self.sheet.sign(" ")
            if glyphs[at].text == "|":
                self.sheet.sign("\\")
            at = self._written(glyphs, at, _raised_until(stretch, at))


def _in_table(glyph: Glyph, page: Page) -> bool:
    return any(cell is not None and cell.holds(glyph) for table in page.tables for row in table.rows for cell in row)


def _meets(table: Ruled, row: Row) -> bool:
    """Say whether a table stands in the column of a line, or across it."""
    box: Box = table.box
    return min(box.x1, row.right) > max(box.x0, row.left)


def _pitches(lines: Sequence[Row], body: float) -> list[float]:
    """Return the distances between lines of running text right below one another."""
    return [
        after.top - before.top
        for before, after in pairwise(lines)
        if _rounded(before.size) == _rounded(after.size) == body
        and before.left == after.left
        and 0 < after.top - before.top < 3 * body
    ]


def _rounded(size: float) -> float:
    return round(2 * size) / 2


def _raised(glyph: Glyph, stretch: Stretch) -> bool:
    small = glyph.size <= 0.8 * stretch.size
    return small and glyph.middle < (stretch.top + stretch.bottom) / 2 - 0.05 * stretch.size


def _raised_until(stretch: Stretch, at: int) -> int:
    """Return where the raised glyphs end that begin at an index, itself where there are none."""
    end = at
    while end < len(stretch.glyphs) and _raised(stretch.glyphs[end], stretch):
        end += 1
    return end


def _text(glyphs: Sequence[Glyph]) -> str:
    return "".join(glyph.text for glyph in glyphs).strip()


def _apart(before: Glyph, glyph: Glyph) -> bool:
    """Say whether a gap between two signs is a space that was not drawn."""
    wide = is_wide(before.text[-1:]) if before.text else False
    gap = glyph.x0 - before.x1
    spaced = before.text.isspace() or glyph.text.isspace()
    return not spaced and gap > (0.9 if wide and is_wide(glyph.text[:1]) else 0.2) * max(before.size, glyph.size)

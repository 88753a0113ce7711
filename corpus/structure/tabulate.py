"""Framed blocks to tables with exact cell offsets.

Invariant: a cell's text is the canonical slice at its offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.canonical import Canonical
from corpus.document import Cell, Figure, Mark, Note, Row, Span, Table
from corpus.structure.below import Below, read_below
from corpus.structure.blocks import Block
from corpus.structure.captioned import Framed
from corpus.structure.captions import caption, handed_out, unit_of
from corpus.structure.enumerations import cell_slices
from corpus.structure.figures import ColumnKind, column_kinds, counted_in, figure, is_empty, repeats, unit_column
from corpus.structure.grid import RowCut
from corpus.structure.lines import Slice
from corpus.structure.table_periods import of_header, period
from corpus.structure.table_units import (
    column_units,
    is_time,
    named_units,
    own_units,
    row_unit,
    table_unit,
    unit_of_name,
)


def to_tables(
    blocks: Sequence[Block],
    frames: Sequence[Framed],
    canonical: Canonical,
    marks: Sequence[Mark],
    notes: Sequence[Note] = (),
) -> tuple[Table, ...]:
    """Return the tables of a document in order; figures and labels without content make none."""
    tables: list[Table] = []
    for framed in frames:
        if framed.content is not None:
            below = read_below(framed.sources, blocks, canonical, marks, notes)
            tables.append(_table(tables, framed, blocks, canonical, below))
    return tuple(tables)


def _shared_unit(framed: Framed, blocks: Sequence[Block], before: Sequence[Table]) -> str:
    """Return what the caption of a label says of units for a further table under it, with columns of the one above."""
    grid = blocks[framed.content].grid if framed.content is not None and before else None
    alike = grid is not None and set(grid.names[1:]) & set(before[-1].header[1:])
    return " ".join(blocks[i].text for i in framed.shared) if alike else ""


def to_figures(
    blocks: Sequence[Block],
    frames: Sequence[Framed],
    canonical: Canonical,
    marks: Sequence[Mark],
    notes: Sequence[Note] = (),
) -> tuple[Figure, ...]:
    """Return the figures, and the tables whose content is lost, in order: what is printed around them."""
    figures: list[Figure] = []
    for framed in frames:
        if framed.content is None and framed.captions:
            words = " ".join(part for i in framed.captions if (part := _caption_words(blocks[i])))
            captions = _around(framed.captions, blocks, canonical)
            assert captions is not None
            below = read_below(framed.sources, blocks, canonical, marks, notes)
            figures.append(Figure(framed.label, words, period(words), captions, below.text, below.source, below.marks))
    return tuple(figures)


def _around(indices: Sequence[int], blocks: Sequence[Block], canonical: Canonical) -> Span | None:
    """Return the place of adjoining lines around a table or figure, or None when there are none."""
    if not indices:
        return None
    return Span(canonical.offset(blocks[indices[0]].first), canonical.end(blocks[indices[-1]].last))


def _table(
    before: Sequence[Table], framed: Framed, blocks: Sequence[Block], canonical: Canonical, below: Below
) -> Table:
    assert framed.content is not None
    block = blocks[framed.content]
    words = " ".join(part for i in framed.captions if (part := _caption_words(blocks[i])))
    header: tuple[str, ...] = ()
    if block.grid is not None:
        header = block.grid.names
        rows = tuple(
            Row(n, tuple(_cells(row, canonical)), *_span(row.slices, canonical))
            for n, row in enumerate(block.grid.rows, 1)
        )
    else:
        rows = tuple(_item_row(n, cells, block, canonical) for n, cells in enumerate(framed.items, 1))
    words, beside = _without_unit(words)
    units = " ".join((*(blocks[i].text for i in framed.units), beside)).strip()
    kinds = column_kinds(header, [[cell.text for cell in row.cells] for row in rows])
    figures = {column for column, kind in enumerate(kinds) if kind == "figure"}
    unit = table_unit(header, words, units, figures)
    shared = "" if unit else _shared_unit(framed, blocks, before)
    if shared and (unit := table_unit(header, shared, "", figures)):
        units = f"{_UNIT_LABEL}{unit}"  # the unit of all tables under one label
    rows = _with_values(_with_repeated(rows), kinds, header, words, units)
    remarks = [*(_around([i], blocks, canonical) for i in framed.remarks), *below.remarks]
    return Table(
        id=f"table-{len(before) + 1}",
        label=framed.label,
        caption=words,
        period=period(words) or of_header(header),
        unit=unit,
        header=header,
        rows=rows,
        start=canonical.offset(block.first),
        end=canonical.end(block.last),
        source=below.text,
        source_span=below.source,
        caption_span=_around(framed.captions, blocks, canonical),
        marks=below.marks,
        remarks=tuple(sorted((span for span in remarks if span), key=lambda span: span.start)),
    )


_UNIT_LABEL = "単位："


def _with_values(
    rows: Sequence[Row], kinds: Sequence[ColumnKind], header: tuple[str, ...], caption: str, line: str
) -> tuple[Row, ...]:
    """Return the rows with the numbers of their figures, each in its own unit; ``kinds`` are those of the columns.

    That is the unit of the cell, else that the ``caption`` or unit ``line`` gives to what the row is called, else its
    column's own, else what the row says in a column of units, else which of the table's suits its column.
    """
    figures = {column for column, kind in enumerate(kinds) if kind == "figure"}
    own, suited = own_units(header), column_units(header, caption, line, figures)
    told, named = unit_column(header), named_units(caption, line)
    whole = unit_of(caption, (), line)
    timed = len(figures) > 1 and all(is_time(header[column]) for column in figures if column < len(header))

    def unit_at(row: Row, column: int) -> str:
        if column < len(own) and own[column]:
            return own[column]
        if told is not None:
            return (row.cells[told].means or row.cells[told].text).strip() if told < len(row.cells) else ""
        of_row = next((named[cell.text.strip()] for cell in row.cells if cell.text.strip() in named), "")
        of_row = of_row or (unit_of_name(row.cells[0].text) if row.cells and column else "")
        if not of_row and timed and row.cells:
            of_row = row_unit(row.cells[0].text, caption, line)
        return of_row or (suited[column] if column < len(suited) else whole)

    def valued(row: Row, cell: Cell, column: int) -> Cell:
        value = figure(cell.text) if kinds[column] == "figure" else None
        return cell if value is None else replace(cell, value=value, unit=counted_in(cell.text, unit_at(row, column)))

    return tuple(replace(row, cells=tuple(valued(row, cell, c) for c, cell in enumerate(row.cells))) for row in rows)


def _with_repeated(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows with what each cell says that only repeats the one above it (同上, ″) or beside it (同左)."""
    made: list[Row] = []
    for row in rows:
        cells: list[Cell] = []
        for column, cell in enumerate(row.cells):
            origin = repeats(cell.text)
            meant: Cell | None = None
            if origin == "above" and made and column < len(made[-1].cells):
                meant = made[-1].cells[column]
            either = cell.text.strip()[:1].isalpha() and cell.text.isascii()  # ditto, which repeats no empty cell
            if cells and (origin == "left" or (origin and either and is_empty(meant.text if meant else ""))):
                meant = cells[-1]
            words = (meant.means or meant.text).strip() if meant else ""
            cells.append(replace(cell, means=words) if words and not is_empty(words) else cell)
        made.append(replace(row, cells=tuple(cells)))
    return tuple(made)


def _caption_words(block: Block) -> str:
    found = (caption(block.text) if block.kind in ("caption", "heading") else None) or handed_out(block.text)
    return found.text if found else ("" if block.kind == "caption" else block.text)


_UNIT_BEHIND = re.compile(r"(?:\u3000{2,}|\s{2,})(?=(?:単位|單位|单位|단위|[Uu]nits?)\s*[:：])")


def _without_unit(words: str) -> tuple[str, str]:
    """Return a caption and the unit that stands on its line, wide space between (…　　单位：吨), or an empty string."""
    found = _UNIT_BEHIND.search(words)
    return (words[: found.start()].rstrip(), words[found.end() :]) if found else (words, "")


def _cells(row: RowCut, canonical: Canonical) -> Iterator[Cell]:
    """Yield the cells of a row, the figures that were put apart marked as such."""
    for column, pieces in enumerate(row.cells):
        cell = _cell(pieces, row.slices[0], canonical)
        yield replace(cell, recovered=row.recovered) if column and cell.text else cell


def _cell(cell: tuple[Slice, ...], row: Slice, canonical: Canonical) -> Cell:
    if not cell:
        at = canonical.offset(row.first)
        return Cell("", at, at)
    start, end = canonical.offset(cell[0].first), canonical.end(cell[-1].last)
    return Cell(canonical.text[start:end], start, end)


def _span(slices: Sequence[Slice], canonical: Canonical) -> tuple[int, int]:
    return canonical.offset(slices[0].first), canonical.end(slices[-1].last)


def _item_row(number: int, cells: Sequence[tuple[int, int]], block: Block, canonical: Canonical) -> Row:
    found = [_cell(cell_slices(block, start, end), block.slices[0], canonical) for start, end in cells]
    return Row(number, tuple(found), found[0].start, found[-1].end)

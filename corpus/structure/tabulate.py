"""Framed blocks to tables with exact cell offsets.

Invariant: a cell's text is the canonical slice at its offsets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.canonical import Canonical
from corpus.document import Cell, Figure, Mark, Row, Span, Table
from corpus.structure.blocks import Block
from corpus.structure.captioned import Framed, cell_slices
from corpus.structure.captions import caption, unit_of
from corpus.structure.dates import find_dates
from corpus.structure.figures import column_kinds, figure, unit_in
from corpus.structure.lines import Slice

_PERIOD_TAIL = re.compile(r"\s*(?:期|度|時点|現在|末)+")


def to_tables(
    blocks: Sequence[Block], frames: Sequence[Framed], canonical: Canonical, marks: Sequence[Mark]
) -> tuple[Table, ...]:
    """Return the tables of a document in order; figures and labels without content make none."""
    tables: list[Table] = []
    for framed in frames:
        if framed.content is not None:
            tables.append(_table(len(tables) + 1, framed, blocks, canonical, marks))
    return tuple(tables)


def to_figures(
    blocks: Sequence[Block], frames: Sequence[Framed], canonical: Canonical, marks: Sequence[Mark]
) -> tuple[Figure, ...]:
    """Return the figures, and the tables whose content is lost, in order: what is printed around them."""
    figures: list[Figure] = []
    for framed in frames:
        if framed.content is None and framed.captions:
            words = " ".join(part for i in framed.captions if (part := _caption_words(blocks[i])))
            captions, sources = _around(framed.captions, blocks, canonical), _around(framed.sources, blocks, canonical)
            assert captions is not None
            inside = tuple(m for m in marks if sources and sources.start < m.at <= sources.end)
            source = canonical.text[sources.start : sources.end] if sources else ""
            figures.append(Figure(framed.label, words, period(words), captions, source, sources, inside))
    return tuple(figures)


def _around(indices: Sequence[int], blocks: Sequence[Block], canonical: Canonical) -> Span | None:
    """Return the place of adjoining lines around a table or figure, or None when there are none."""
    if not indices:
        return None
    return Span(canonical.offset(blocks[indices[0]].first), canonical.end(blocks[indices[-1]].last))


def _table(number: int, framed: Framed, blocks: Sequence[Block], canonical: Canonical, marks: Sequence[Mark]) -> Table:
    assert framed.content is not None
    block = blocks[framed.content]
    words = " ".join(part for i in framed.captions if (part := _caption_words(blocks[i])))
    header: tuple[str, ...] = ()
    if block.grid is not None:
        header = block.grid.names
        rows = tuple(
            Row(n, tuple(_cell(cell, row.slices[0], canonical) for cell in row.cells), *_span(row.slices, canonical))
            for n, row in enumerate(block.grid.rows, 1)
        )
    else:
        rows = tuple(_item_row(n, cells, block, canonical) for n, cells in enumerate(framed.items, 1))
    units = " ".join(blocks[i].text for i in framed.units)
    unit = unit_of(words, header, units)
    rows = _with_values(rows, header, unit_of(words, (), units))
    source_span = _around(framed.sources, blocks, canonical)
    return Table(
        id=f"table-{number}",
        label=framed.label,
        caption=words,
        period=period(words) or next((found for name in header if (found := _bracket_period(name))), ""),
        unit=unit,
        header=header,
        rows=rows,
        start=canonical.offset(block.first),
        end=canonical.end(block.last),
        source=canonical.text[source_span.start : source_span.end] if source_span else "",
        source_span=source_span,
        caption_span=_around(framed.captions, blocks, canonical),
        marks=tuple(m for m in marks if source_span and source_span.start < m.at <= source_span.end),
    )


def _with_values(rows: Sequence[Row], header: tuple[str, ...], unit: str) -> tuple[Row, ...]:
    """Return the rows with the numbers of their figures, each with its column's unit, else the table's ``unit``."""
    kinds = column_kinds(header, [[cell.text for cell in row.cells] for row in rows])
    own = [unit_of("", ("", name)) for name in header]
    units = [(own[c] if c < len(own) else "") or unit for c in range(len(kinds))]

    def valued(cell: Cell, column: int) -> Cell:
        value = figure(cell.text) if kinds[column] == "figure" else None
        return cell if value is None else replace(cell, value=value, unit=unit_in(cell.text) or units[column])

    return tuple(replace(row, cells=tuple(valued(cell, c) for c, cell in enumerate(row.cells))) for row in rows)


def _caption_words(block: Block) -> str:
    found = caption(block.text) if block.kind == "caption" else None
    return found.text if found else ("" if block.kind == "caption" else block.text)


def period(words: str) -> str:
    """Return the time that a caption says its figures cover, as printed: the longest date or range with a year."""
    mentions = [mention for mention in find_dates(words) if mention.stated_year]
    if not mentions:
        return ""
    best = max(mentions, key=lambda mention: (bool(mention.until), len(mention.text)))
    tail = _PERIOD_TAIL.match(words, best.end)
    return words[best.start : tail.end()] if tail else best.text


def _bracket_period(name: str) -> str:
    match = re.search(r"[（(]([^（）()]+)[)）]", name)
    return period(match[1]) if match else ""


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

"""Tables whose columns stand one space apart, or none: wide spaces, single spaces, figures that ran together.

Invariant: three lines or more must fall into the same number of cells, with figures in the same places; a cut is made
only where the figures themselves show it (2,0461,118 is 2,046 and 1,118).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.structure.columns import Cells, is_numeric, numeric_columns
from corpus.structure.grid import Grid, build
from corpus.structure.lines import Line, Slice, ends_sentence, strip, whole, width
from corpus.structure.lists import item

_WIDE = re.compile(r"[ \u00a0]*\u3000[ \u3000\u00a0]*|[ \u00a0]{2,}")
_SINGLE = re.compile(r"[ \u00a0\u3000]+")
_LETTER_SPACED = re.compile(r"(?<![^\s])([一-鿿])[ \u3000](?=[一-鿿](?:[\s]|$))")
_BRACKETED = re.compile(r"[（(\[［][^（()）]{1,12}[)）\]］]$")
_RAN_TOGETHER = re.compile(r"(?P<label>[^\d\s]\D*?)\s*(?P<figures>\d[\d,. ]*)$")
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+")


def spaced(lines: Sequence[Line], start: int) -> Grid | None:
    """Return the table that opens at ``lines[start]`` with its columns one wide or narrow space apart, or None."""
    for gap in (_WIDE, _SINGLE):
        if gap.search(lines[start].text.strip()) and (found := _spaced(lines, start, gap)):
            return found
    return _ran_together(lines, start)


def _spaced(lines: Sequence[Line], start: int, gap: re.Pattern[str]) -> Grid | None:
    stop = start
    rows: list[Cells] = []
    while stop < len(lines) and _can_be_row(lines[stop]) and len(row := _split(lines[stop], gap)) > 1:
        rows.append(row)
        stop += 1
    if len(rows) < 3:
        return None
    columns, share = Counter(len(row) for row in rows).most_common(1)[0]
    top = next((i for i, row in enumerate(rows) if len(row) == columns), 0)
    if columns < 3 or share < 3 or top > 1:
        return None
    while rows and len(rows[-1]) != columns:
        rows.pop()
    units = rows[1] if len(rows) > 1 and all(_BRACKETED.match(cell.text) for cell in rows[1]) else ()
    body = [row for row in rows if row is not units]
    figures = numeric_columns([[cell.text for cell in row] for row in body[1:]])
    if len(figures) < 2 or any(len(row) != columns for row in body):
        return None
    if not all(sum(is_numeric(row[c].text) for row in body[1:]) >= 0.7 * (len(body) - 1) for c in figures):
        return None
    if any(width(cell.text) > 40 for row in body for cell in row):
        return None
    groups = [(row[0].line,) for row in body]
    if units and len(units) in (len(figures), columns):
        return _with_units(body, units, sorted(figures), groups)
    return None if units else build(body, groups, len(rows), {})


def _with_units(body: list[Cells], units: Cells, figures: list[int], groups: list[tuple[Line, ...]]) -> Grid:
    """Return the table with its second header line, whose bracketed units stand below the columns of figures."""
    places = figures if len(units) == len(figures) else list(range(len(body[0])))
    line = units[0].line
    below = [Slice(line, line.indent, line.indent)] * len(body[0])
    for place, unit in zip(places, units, strict=True):
        below[place] = unit
    return build([body[0], tuple(below), *body[1:]], [groups[0], (line,), *groups[1:]], len(body) + 1, {})


def _can_be_row(line: Line) -> bool:
    text = line.text.strip()
    return bool(text) and width(text) <= 160 and not (ends_sentence(text) or item(line.text) or "\t" in text)


def _split(line: Line, gap: re.Pattern[str]) -> Cells:
    """Return the stretches between the gaps; two letters set apart (合　計) are one word."""
    piece = whole(line)
    text = line.text[piece.start : piece.end]
    held = {match.end(1) for match in _LETTER_SPACED.finditer(text)}
    gaps = [
        match.span() for match in gap.finditer(text) if not (match.start() in held and match.end() - match.start() == 1)
    ]
    edges = [0, *(edge for one in gaps for edge in one), len(text)]
    return tuple(
        strip(Slice(line, piece.start + edges[i], piece.start + edges[i + 1])) for i in range(0, len(edges), 2)
    )


def _ran_together(lines: Sequence[Line], start: int) -> Grid | None:
    """Return a table of lines that each give a label and figures, some of them without a space between."""
    rows: list[list[Slice]] = []
    glued = False
    for line in lines[start:]:
        piece = whole(line)
        match = _RAN_TOGETHER.match(piece.text)
        if not match or width(match["label"]) > 40 or item(line.text):
            break
        row = [strip(Slice(line, piece.start, piece.start + match.end("label")))]
        chunks = [m.span() for m in re.finditer(r"\S+", match["figures"])]
        for a, b in chunks:
            at = piece.start + match.start("figures")
            parts = [m.span() for m in _FIGURE.finditer(match["figures"], a, b)]
            row += [Slice(line, at + first, at + last) for first, last in parts]
            glued |= len(parts) > 1
        rows.append(row)
    counts = Counter(len(row) for row in rows)
    columns = counts.most_common(1)[0][0] if rows else 0
    rows = [_halved(row, columns) for row in rows]
    if len(rows) < 3 or not glued or columns < 3 or any(len(row) != columns for row in rows):
        return None
    return build([tuple(row) for row in rows], [(row[0].line,) for row in rows], len(rows), {})


def _halved(row: list[Slice], columns: int) -> list[Slice]:
    """Return a row that lacks one figure with its six digits cut in two: a longer figure would have its comma."""
    six = [i for i, cell in enumerate(row) if i and re.fullmatch(r"[1-9]\d\d[1-9]\d\d", cell.text)]
    if len(row) != columns - 1 or len(six) != 1:
        return row
    cell = row[six[0]]
    halves = [Slice(cell.line, cell.start, cell.start + 3), Slice(cell.line, cell.start + 3, cell.end)]
    return [*row[: six[0]], *halves, *row[six[0] + 1 :]]

"""Tables whose columns stand one space apart, or none: wide spaces, single spaces, figures that ran together.

Invariant: three lines or more must fall into the same number of cells, with figures in the same places; a cut is made
only where the figures themselves show it (2,0461,118 is 2,046 and 1,118).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from corpus.structure.captions import is_caption
from corpus.structure.columns import Cells, is_numeric, numeric_columns, split_groups
from corpus.structure.grid import Grid, build
from corpus.structure.lines import Line, Slice, ends_sentence, strip, whole, width
from corpus.structure.lists import item

_WIDE = re.compile(r"[ \u00a0]*\u3000[ \u3000\u00a0]*|[ \u00a0]{2,}")
_SINGLE = re.compile(r"[ \u00a0\u3000]+")
_LETTER_SPACED = re.compile(r"(?<![^\s])([一-鿿])[ \u3000](?=[一-鿿](?:[\s]|$))")
_BRACKETED = re.compile(r"[（(\[［][^（()）]{1,12}[)）\]］]$")
_RAN_TOGETHER = re.compile(r"(?P<label>[^\d\s]\D*?)\s*(?P<figures>\d[\d,. ]*)$")
_TELLING = 6
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+")


def spaced(lines: Sequence[Line], start: int) -> Grid | None:
    """Return the table that opens at ``lines[start]`` with its columns one wide or narrow space apart, or None."""
    if not any(re.search(r"\d", line.text) for line in lines[start + 1 : start + 3]):
        return None
    for gap in (_WIDE, _SINGLE):
        if gap.search(lines[start].text.strip()) and (found := _spaced(lines, start, gap)):
            return found
    return _ran_together(lines, start)


def _spaced(lines: Sequence[Line], start: int, gap: re.Pattern[str]) -> Grid | None:
    head = _rows(lines, start, gap, _TELLING)
    columns, share = Counter(len(row) for row in head).most_common(1)[0] if head else (0, 0)
    if columns < 3 or share < 3 or len(head[0]) != columns:
        return None
    units = head[1] if all(_BRACKETED.match(cell.text) for cell in head[1]) else ()
    top = 2 if units else 1
    figures = _figures(head[top:], columns)
    named = gap is _WIDE or not any(is_numeric(head[0][c].text) for c in figures)
    if len({c for row in head[top:] for c, cell in enumerate(row) if is_numeric(cell.text)}) < 2:
        return None  # tested before all rows are cut, for most lines fail in it
    if not named or (units and len(units) not in (len(figures), columns - 1, columns)):
        return None
    rows = [split_groups(row, columns) for row in _rows(lines, start + top, gap, len(lines))]
    rows = [_with_no_words(row, columns, figures) for row in rows]
    body = [head[0], *takewhile(lambda row: len(row) == columns, rows)]
    figures = _figures(body[1:], columns)
    if units and len(units) not in (len(figures), columns - 1, columns):
        return None  # more rows than told it show fewer columns of figures
    if len(figures) < 2 or len(body) < 3 or any(width(cell.text) > 40 for row in body for cell in row):
        return None
    groups: list[tuple[Line, ...]] = [(row[0].line,) for row in body]
    return _with_units(body, units, figures, groups) if units else build(body, groups, len(body), {})


def _rows(lines: Sequence[Line], start: int, gap: re.Pattern[str], most: int) -> list[Cells]:
    """Return the cells of at most so many adjoining lines that can be rows."""
    rows: list[Cells] = []
    for line in lines[start : start + most]:
        if not _can_be_row(line) or len(row := _split(line, gap)) < 2:
            break
        rows.append(row)
    return rows


def _with_no_words(row: Cells, columns: int, figures: Sequence[int]) -> Cells:
    """Return a row with an empty last cell where it ends with its figures and the others have words behind them."""
    full = len(row) == columns - 1 and len(figures) > 1 and list(figures) == list(range(1, columns - 1))
    if not full or is_numeric(row[0].text) or not all(is_numeric(row[column].text) for column in figures):
        return row
    return (*row, Slice(row[-1].line, row[-1].end, row[-1].end))


def _figures(rows: Sequence[Cells], columns: int) -> list[int]:
    """Return the columns of figures: seven of ten cells or more, in the rows that have all columns."""
    texts = [[cell.text for cell in row] for row in rows if len(row) == columns]
    found = sorted(numeric_columns(texts))
    return [c for c in found if sum(is_numeric(row[c]) for row in texts) >= 0.7 * len(texts)]


def _with_units(body: list[Cells], units: Cells, figures: list[int], groups: list[tuple[Line, ...]]) -> Grid:
    """Return the table with its second header line, whose bracketed units stand below the columns of figures."""
    columns = len(body[0])
    places = figures if len(units) == len(figures) else list(range(columns - len(units), columns))
    line = units[0].line
    below = [Slice(line, line.indent, line.indent)] * len(body[0])
    for place, unit in zip(places, units, strict=True):
        below[place] = unit
    return build([body[0], tuple(below), *body[1:]], [groups[0], (line,), *groups[1:]], len(body) + 1, {})


def _can_be_row(line: Line) -> bool:
    text = line.text.strip()
    plain = not (ends_sentence(text) or item(line.text) or is_caption(text) or "\t" in text)
    return bool(text) and width(text) <= 160 and plain


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

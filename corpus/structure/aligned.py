"""Tables without signs between their cells: columns set apart by spaces, or a label followed by figures.

Invariant: text that merely holds wide gaps (justified prose) or ends in numbers is no table unless its columns line up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from corpus.structure.columns import Cells, is_numeric
from corpus.structure.glued.fitted import can_be_row
from corpus.structure.grid import Grid, RowCut, build, split
from corpus.structure.lines import Line, Slice, ends_sentence, whole, width
from corpus.structure.lists import item
from corpus.structure.names_ja import HEAD, is_spaced_name
from corpus.structure.people import is_person
from corpus.structure.posts_spaced import is_lettered
from corpus.structure.roles import POST

GAP = re.compile(r"[ \u00a0]{2,}|\u3000{2,}[ \u3000]*|\t+")
_WIDE_GAP = re.compile(rf"{GAP.pattern}|\u3000")
_FIGURE = r"[-+−△▲(（]?(?:US)?[$€¥£₩]?\d[\d,]*(?:\.\d+)?[%％)）]?|[-−–—…]|n/?a"
_FIGURES = re.compile(
    rf"(?P<label>.*?\S)[ \u3000]+(?P<figures>(?:{_FIGURE})(?:[ \u3000]+(?:{_FIGURE}))*)$", re.IGNORECASE
)


def aligned(lines: Sequence[Line], start: int, codes: Mapping[str, int]) -> Grid | None:
    """Return a table whose columns stand apart by two or more spaces and line up; units may stand below the names."""
    units = _units_below(lines[start + 1]) if start + 1 < len(lines) else ()
    found = _aligned([lines[start], *lines[start + 2 :]], 0, codes) if units and start + 3 < len(lines) else None
    named = _with_units(found, units) if found and len(found.header) == 1 else None
    return named or _aligned(lines, start, codes)


_UNIT_BELOW = re.compile(r"[（(][^（）()\d]{1,16}[)）]")


def _units_below(line: Line) -> Cells:
    """Return the words in brackets of a line that holds nothing else, in which the columns named above are counted."""
    found = list(_UNIT_BELOW.finditer(line.text))
    alone = bool(found) and not _UNIT_BELOW.sub("", line.text).strip()
    return tuple(Slice(line, match.start(), match.end()) for match in found) if alone else ()


def _with_units(grid: Grid, units: Cells) -> Grid | None:
    """Return a table with units as the second row of its names, or None where one stands under no column, or two."""
    full = [row for row in (*grid.header, *grid.rows) if all(row.cells)]
    if len(full) < _FEWEST_FULL or any(len(row.cells) != grid.columns for row in full):
        return None
    bounds = _bounds([tuple(cell[0] for cell in row.cells) for row in full], grid.columns)
    under = [_under(unit, bounds) for unit in units]
    places = [columns[0] for columns in under if len(columns) == 1]
    if len(places) < len(units) or len(set(places)) < len(units) or 0 in places:
        return None
    cells = tuple(tuple(unit for unit, at in zip(units, places, strict=True) if at == c) for c in range(grid.columns))
    return Grid((*grid.header, RowCut((whole(units[0].line),), cells)), grid.rows, grid.taken + 1)


_FEWEST_FULL = 2  # rows that tell where the columns stand


def _aligned(lines: Sequence[Line], start: int, codes: Mapping[str, int]) -> Grid | None:
    """Return a table of lines that are all rows, that of the names among them."""
    stop = start
    while stop < len(lines) and GAP.search(lines[stop].text.strip()) and not item(lines[stop].text):
        stop += 1
    if stop - start < 2:
        return None
    stop = _filled_on(lines, start, stop)
    block = list(lines[start:stop])
    rows = [split(line, _inner_gaps(line)) for line in block]
    if len({len(row) for row in rows}) > 1:  # what fills a cell to its width may leave one wide space
        padded = [split(line, _inner_gaps(line, _WIDE_GAP)) for line in block]
        rows = padded if {len(row) for row in padded} == {max(map(len, rows))} else rows
    columns = _columns(rows)
    if columns < 2 or len(rows) < (2 if columns >= 3 else 3):
        return None
    modal = [row for row in rows if len(row) == columns]
    if not all(_lines_up(modal, column) for column in range(1, columns)):
        return None
    if columns == 2 and _is_roster(rows):
        return None
    if any(ends_sentence(row[-1].text) and width(row[-1].text) > 40 for row in modal) and columns == 2:
        return None
    bounds = _bounds(modal, columns)
    placed = [_place(row, bounds) for row in rows]
    if len(rows[0]) == columns - 1 and not any(is_numeric(row[0].text) for row in modal):
        placed[0] = (Slice(block[0], rows[0][0].start, rows[0][0].start), *rows[0])  # names above the figures only
    return build(placed, [(line,) for line in block], stop - start, codes)


def _filled_on(lines: Sequence[Line], start: int, stop: int) -> int:
    """Return where a table ends that rows follow whose first cells fill their column, one wide space behind each."""
    cells = {len(_inner_gaps(line, _WIDE_GAP)) + 1 for line in lines[start:stop]}
    columns = cells.pop()
    if cells or columns < _FEWEST_FILLED:
        return stop
    while stop < len(lines) and can_be_row(lines[stop]) and len(_inner_gaps(lines[stop], _WIDE_GAP)) + 1 == columns:
        stop += 1
    return stop


_FEWEST_FILLED = 3  # columns


def _is_roster(rows: Sequence[Cells]) -> bool:
    """Say whether rows of two cells, no figure in any, tell who was there in which capacity: most end with a name."""
    pairs = [[cell.text for cell in row] for row in rows if len(row) == 2]
    if any(re.search(r"\d", text) for pair in pairs for text in pair):
        return False
    named = sum(is_person(pair[1]) or is_spaced_name(pair[1]) for pair in pairs)
    held = sum(
        bool(POST.search(pair[0]) or is_lettered(pair[0]) or re.search(rf"(?:{HEAD})$", pair[0])) for pair in pairs
    )
    return 2 * named > len(rows) and 2 * held > len(rows)


def _columns(rows: Sequence[Cells]) -> int:
    """Return how many columns rows show: the first row's number where all fit it, else what six of ten have, else 0."""
    columns, share = Counter(len(row) for row in rows).most_common(1)[0]
    if _fits(rows, len(rows[0])):
        return len(rows[0])
    return columns if share >= 0.6 * len(rows) else 0


def _fits(rows: Sequence[Cells], columns: int) -> bool:
    """Say whether two rows or more have so many cells, none has more, and each cell of the others is under one only."""
    filled = [row for row in rows if len(row) == columns]
    if columns < 3 or len(filled) < 2 or any(len(row) > columns for row in rows):
        return False
    bounds = _bounds(filled, columns)
    if any(right[0] <= left[1] for left, right in pairwise(bounds)):
        return False
    for row in rows:
        under = [_under(cell, bounds) for cell in row]
        if any(len(found) != 1 for found in under) or len({found[0] for found in under}) < len(row):
            return False
    return True


def _under(cell: Slice, bounds: Sequence[tuple[int, int]]) -> list[int]:
    """Return the columns that a cell stands under, in whole or in part."""
    start, end = _extent(cell)
    return [column for column, (left, right) in enumerate(bounds) if start < right and left < end]


def _extent(cell: Slice) -> tuple[int, int]:
    """Return where a cell starts and ends, in columns of its line."""
    return width(cell.line.text[: cell.start]), width(cell.line.text[: cell.end])


def _bounds(rows: Sequence[Cells], columns: int) -> list[tuple[int, int]]:
    """Return where the columns of rows that have all their cells start and end."""
    return [(min(_extent(r[c])[0] for r in rows), max(_extent(r[c])[1] for r in rows)) for c in range(columns)]


def _inner_gaps(line: Line, gap: re.Pattern[str] = GAP) -> list[tuple[int, int]]:
    piece = whole(line)
    return [m.span() for m in gap.finditer(line.text, piece.start, piece.end)]


def _lines_up(rows: Sequence[Cells], column: int) -> bool:
    """Say whether a column's cells start or end in one place, give or take a column, or are figures throughout."""
    for edge in ("start", "end"):
        places = [width(row[column].line.text[: getattr(row[column], edge)]) for row in rows]
        held = Counter(places)
        if max(held[place - 1] + held[place] + held[place + 1] for place in held) >= 0.6 * len(places):
            return True
    return sum(is_numeric(row[column].text) for row in rows) >= 0.7 * len(rows)


def _place(row: Cells, bounds: Sequence[tuple[int, int]]) -> Cells:
    """Return a row with too few cells with each cell under the column that it overlaps or stands nearest to."""
    columns = len(bounds)
    if len(row) >= columns:
        return row
    places: dict[int, Slice] = {}
    at = 0
    for left, cell in zip(range(len(row), 0, -1), row, strict=True):
        a, b = _extent(cell)
        options = range(at, columns - left + 1)
        best = max(options, key=lambda c: (min(b, bounds[c][1]) - max(a, bounds[c][0]), -abs(a - bounds[c][0])))
        places[best] = cell
        at = best + 1
    end = row[-1].line
    return tuple(places.get(c, _empty(places, c, end)) for c in range(columns))


def _empty(places: dict[int, Slice], column: int, line: Line) -> Slice:
    before = [places[c].end for c in places if c < column]
    at = max(before) if before else line.indent
    return Slice(line, at, at)


def label_figures(lines: Sequence[Line], start: int) -> Grid | None:
    """Return a table of lines that each give a label and the same number of figures, single spaces between."""
    matches: list[re.Match[str]] = []
    stop = start
    while (
        stop < len(lines)
        and (match := _FIGURES.match(lines[stop].text.strip()))
        and not ends_sentence(lines[stop].text)
    ):
        if matches and len(match["figures"].split()) != len(matches[0]["figures"].split()):
            break
        matches.append(match)
        stop += 1
    if len(matches) < 3 or any(width(match["label"]) > 80 for match in matches):
        return None
    columns = len(matches[0]["figures"].split())
    figures = [figure for match in matches for figure in match["figures"].split()]
    telling = sum(bool(re.search(r"[,.%％$€¥£]", figure)) for figure in figures)
    if (columns < 2 and telling < 0.7 * len(figures)) or any(item(lines[k].text) for k in range(start, stop)):
        return None
    coded = sum(bool(re.match(r"\d{4,}[ \u3000]+\S", match["label"])) for match in matches) >= 0.7 * len(matches)
    rows = [_figure_row(line, match, coded) for line, match in zip(lines[start:stop], matches, strict=True)]
    return build(rows, [(line,) for line in lines[start:stop]], stop - start, {})


def _figure_row(line: Line, match: re.Match[str], coded: bool) -> Cells:
    base = whole(line).start
    label = Slice(line, base, base + match.end("label"))
    first: Cells = (label,)
    code = re.match(r"(\d{4,})[ \u3000]+", match["label"]) if coded else None
    if code:
        first = (Slice(line, base, base + code.end(1)), Slice(line, base + code.end(), label.end))
    offset = base + match.start("figures")
    return (*first, *(Slice(line, offset + m.start(), offset + m.end()) for m in re.finditer(r"\S+", match["figures"])))

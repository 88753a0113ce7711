"""Tables: rows and cells from tabs, pipes, aligned columns, or a label followed by figures.

Invariant: a cell is a stretch of one line or of adjoining lines; text that merely holds wide gaps (justified prose)
or ends in numbers is no table unless its columns line up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.structure.columns import Cells, header_rows, is_numeric, repair
from corpus.structure.lines import Line, Slice, ends_sentence, strip, whole, width
from corpus.structure.lists import item

_GAP = re.compile(r"[ \u00a0]{2,}|\u3000{2,}[ \u3000]*|\t+")
_PIPE = re.compile(r"(?<!\\)\|")
_SEPARATOR = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$|\s*\+(?:[-=]+\+)+\s*$|\s*(?:[-=]{2,}\s+)+[-=]{2,}\s*$")
_FIGURE = r"[-+−△▲(（]?(?:US)?[$€¥£₩]?\d[\d,]*(?:\.\d+)?[%％)）]?|[-−–—…]|n/?a"
_FIGURES = re.compile(rf"(?P<label>.*?\S)[ \u3000]+(?P<figures>(?:{_FIGURE})(?:[ \u3000]+(?:{_FIGURE}))*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RowCut:
    """One row: its lines as they stay, and its cells, each one or more adjoining slices (none when empty)."""

    slices: tuple[Slice, ...]
    cells: tuple[tuple[Slice, ...], ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the cells' words."""
        return tuple("".join(piece.text for piece in cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it stands in the lines: ``taken`` lines of the run, ``separators`` the line numbers that only rule."""

    header: tuple[RowCut, ...]
    rows: tuple[RowCut, ...]
    taken: int
    separators: tuple[Line, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return the columns' names, two header rows joined with a space."""
        columns = max((len(row.cells) for row in self.header), default=0)
        parts = [[row.texts[c].strip() for row in self.header if c < len(row.cells)] for c in range(columns)]
        return tuple(" ".join(part for part in column if part) for column in parts)

    @property
    def columns(self) -> int:
        """Return how many columns the table has."""
        return max((len(row.cells) for row in (*self.header, *self.rows)), default=0)


def is_separator(text: str) -> bool:
    """Say whether a line only rules a table (``|---|---|``, ``+---+``)."""
    return bool(_SEPARATOR.match(text)) and ("|" in text or "+" in text or bool(re.search(r"[-=]\s+[-=]", text)))


def grid_at(lines: Sequence[Line], start: int, codes: dict[str, int] | None = None) -> Grid | None:
    """Return the table that opens at ``lines[start]`` of a run of adjoining lines, or None.

    ``codes`` gives, by column name, the length of codes seen in other tables of the document.
    """
    text = lines[start].text
    if _PIPE.search(text) or is_separator(text):
        found = _pipes(lines, start)
        if found:
            return found
    if "\t" in text.strip():
        return _tabs(lines, start, codes or {})
    if _GAP.search(text.strip()) and (found := _aligned(lines, start, codes or {})):
        return found
    return _label_figures(lines, start)


def _build(rows: list[Cells], lines: list[tuple[Line, ...]], taken: int, codes: dict[str, int]) -> Grid | None:
    """Repair the columns, find the header and return the table."""
    counts = Counter(len(row) for row in rows)
    columns = max(len(rows[0]), counts.most_common(1)[0][0])
    names = [cell.text.strip() for cell in rows[0]]
    known = {c: codes[name] for c, name in enumerate(names) if name in codes}
    fixed = [rows[0], *repair(rows[1:], columns, known)] if len(rows) > 1 else rows
    cuts = [
        RowCut(tuple(whole(line) for line in group), tuple((cell,) if cell.end > cell.start else () for cell in row))
        for row, group in zip(fixed, lines, strict=True)
    ]
    top = header_rows([cut.texts for cut in cuts])
    return Grid(tuple(cuts[:top]), tuple(cuts[top:]), taken)


def _tabs(lines: Sequence[Line], start: int, codes: dict[str, int]) -> Grid | None:
    stop = start
    while stop < len(lines) and "\t" in lines[stop].text.strip(" \u3000"):
        stop += 1
    if stop - start < 2:
        return None
    rows = [_split(line, [m.span() for m in re.finditer("\t", line.text)]) for line in lines[start:stop]]
    columns = Counter(len(row) for row in rows).most_common(1)[0][0]
    columns = max(columns, len(rows[0]))
    merged: list[Cells] = []
    groups: list[tuple[Line, ...]] = []
    for row, line in zip(rows, lines[start:stop], strict=True):
        torn = merged and len(merged[-1]) < columns and len(row) < columns and len(merged[-1]) + len(row) - 1 == columns
        if torn and len(groups[-1]) == 1 and row[0].text and merged[-1][-1].text and len(rows[0]) == columns:
            merged[-1] = (*merged[-1], *row)  # joined below: the cell torn over two lines
            groups[-1] = (*groups[-1], line)
        else:
            merged.append(row)
            groups.append((line,))
    grid = _build([_close(row) for row in merged], groups, stop - start, codes) if not _has_torn(groups) else None
    return grid or _torn_grid(merged, groups, stop - start)


def _has_torn(groups: Sequence[tuple[Line, ...]]) -> bool:
    return any(len(group) > 1 for group in groups)


def _close(row: Cells) -> Cells:
    return tuple(row)


def _torn_grid(rows: Sequence[Cells], groups: Sequence[tuple[Line, ...]], taken: int) -> Grid:
    """Return the table when some rows run over two lines: the last cell of one and the first of the next are one."""
    cuts = []
    for row, group in zip(rows, groups, strict=True):
        cells: list[tuple[Slice, ...]] = []
        for cell in row:
            if cells and cells[-1] and cell.line is not cells[-1][-1].line:
                cells[-1] = (*cells[-1], cell)
            else:
                cells.append((cell,) if cell.end > cell.start else ())
        cuts.append(RowCut(tuple(whole(line) for line in group), tuple(cells)))
    top = header_rows([cut.texts for cut in cuts])
    return Grid(tuple(cuts[:top]), tuple(cuts[top:]), taken)


def _split(line: Line, gaps: Sequence[tuple[int, int]]) -> Cells:
    """Return the stripped stretches of a line between the gaps."""
    edges = [0, *(edge for gap in gaps for edge in gap), len(line.text)]
    return tuple(strip(Slice(line, edges[i], edges[i + 1])) for i in range(0, len(edges), 2))


def _pipes(lines: Sequence[Line], start: int) -> Grid | None:
    stop = start
    while stop < len(lines) and (_PIPE.search(lines[stop].text) or is_separator(lines[stop].text)):
        stop += 1
    block = lines[start:stop]
    separators = tuple(line for line in block if is_separator(line.text))
    content = [line for line in block if line not in separators]
    boxed = sum(line.text.strip().startswith("|") for line in content)
    if not content or (not separators and (len(content) < 2 or boxed < len(content))):
        return None
    cuts = [_pipe_row(line) for line in content]
    if max(len(cut.cells) for cut in cuts) < 1:
        return None
    first = next((i for i, line in enumerate(block) if line in separators), 0)
    if separators and block[0] in separators and len(separators) > 1:  # a grid with a ruled top
        first = next((i for i, line in enumerate(block) if i and line in separators), 0) - 1
    top = min(first, 2) if separators else header_rows([cut.texts for cut in cuts])
    if len(cuts) == top:
        top = 0
    while top and not any(text.strip() for cut in cuts[:top] for text in cut.texts):
        return Grid((), tuple(cuts[top:]), stop - start, (*separators, *(cut.slices[0].line for cut in cuts[:top] if cut.slices)))
    return Grid(tuple(cuts[:top]), tuple(cuts[top:]), stop - start, separators)


def _pipe_row(line: Line) -> RowCut:
    """Return a pipe row: the outer pipes go, and the backslash of a pipe inside a cell."""
    text = line.text
    gaps = [match.span() for match in _PIPE.finditer(text)]
    if gaps and not text[: gaps[0][0]].strip():
        first, gaps = gaps[0][1], gaps[1:]
    else:
        first = 0
    last = len(text)
    if gaps and not text[gaps[-1][1] :].strip():
        last, gaps = gaps[-1][0], gaps[:-1]
    edges = [first, *(edge for gap in gaps for edge in gap), last]
    cells = [strip(Slice(line, edges[i], edges[i + 1])) for i in range(0, len(edges), 2)]
    row = strip(Slice(line, first, last))
    return RowCut(_without_escapes(row), tuple(_without_escapes(cell) for cell in cells))


def _without_escapes(piece: Slice) -> tuple[Slice, ...]:
    parts: list[Slice] = []
    start = piece.start
    for match in re.finditer(r"\\(?=\|)", piece.text):
        parts.append(Slice(piece.line, start, piece.start + match.start()))
        start = piece.start + match.end()
    parts.append(Slice(piece.line, start, piece.end))
    return tuple(part for part in parts if part.end > part.start)


def _aligned(lines: Sequence[Line], start: int, codes: dict[str, int]) -> Grid | None:
    """Return a table whose columns stand apart by two or more spaces and line up."""
    stop = start
    while stop < len(lines) and _GAP.search(lines[stop].text.strip()) and not item(lines[stop].text):
        stop += 1
    block = [line for line in lines[start:stop]]
    rows = [_split(line, _inner_gaps(line)) for line in block]
    columns, share = Counter(len(row) for row in rows).most_common(1)[0]
    if columns < 2 or len(rows) < (2 if columns >= 3 else 3) or share < 0.6 * len(rows):
        return None
    modal = [row for row in rows if len(row) == columns]
    if not all(_lines_up(modal, column) for column in range(1, columns)):
        return None
    if any(ends_sentence(row[-1].text) and width(row[-1].text) > 40 for row in modal) and columns == 2:
        return None
    placed = [_place(row, modal, columns) for row in rows]
    return _build(placed, [(line,) for line in block], stop - start, codes)


def _inner_gaps(line: Line) -> list[tuple[int, int]]:
    piece = whole(line)
    return [m.span() for m in _GAP.finditer(line.text, piece.start, piece.end)]


def _lines_up(rows: Sequence[Cells], column: int) -> bool:
    """Say whether a column's cells start or end in one place, give or take a column, or are figures throughout."""
    for edge in ("start", "end"):
        places = [width(row[column].line.text[: getattr(row[column], edge)]) for row in rows]
        if max(sum(abs(place - other) <= 1 for other in places) for place in places) >= 0.6 * len(places):
            return True
    return sum(is_numeric(row[column].text) for row in rows) >= 0.7 * len(rows)


def _place(row: Cells, modal: Sequence[Cells], columns: int) -> Cells:
    """Return a row with too few cells with each cell under the column that it overlaps or stands nearest to."""
    if len(row) >= columns:
        return row
    def span(cell: Slice) -> tuple[int, int]:
        return width(cell.line.text[: cell.start]), width(cell.line.text[: cell.end])

    bounds = [(min(span(r[c])[0] for r in modal), max(span(r[c])[1] for r in modal)) for c in range(columns)]
    places: dict[int, Slice] = {}
    at = 0
    for left, cell in zip(range(len(row), 0, -1), row, strict=True):
        a, b = span(cell)
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


def _label_figures(lines: Sequence[Line], start: int) -> Grid | None:
    """Return a table of lines that each give a label and the same number of figures, single spaces between."""
    matches: list[re.Match[str]] = []
    stop = start
    while stop < len(lines) and (match := _FIGURES.match(lines[stop].text.strip())) and not ends_sentence(lines[stop].text):
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
    return _build(rows, [(line,) for line in lines[start:stop]], stop - start, {})


def _figure_row(line: Line, match: re.Match[str], coded: bool) -> Cells:
    base = whole(line).start
    label = Slice(line, base, base + match.end("label"))
    first: Cells = (label,)
    code = re.match(r"(\d{4,})[ \u3000]+", match["label"]) if coded else None
    if code:
        first = (Slice(line, base, base + code.end(1)), Slice(line, base + code.end(), label.end))
    offset = base + match.start("figures")
    return (*first, *(Slice(line, offset + m.start(), offset + m.end()) for m in re.finditer(r"\S+", match["figures"])))

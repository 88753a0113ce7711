"""Tables with signs between their cells (tabs, pipes), and the one place that asks whether a table opens at a line.

Invariant: a cell is a stretch of one line or of adjoining lines, and a row takes whole lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from corpus.structure.aligned import GAP, aligned, label_figures
from corpus.structure.captions import is_caption, is_source, is_unit
from corpus.structure.chronology import chronology
from corpus.structure.columns import Cells, header_rows, numeric_columns
from corpus.structure.glued.coded import coded
from corpus.structure.glued.fitted import all_decided, fitted
from corpus.structure.glued.named import filled_up, with_names_apart
from corpus.structure.glued.peeled import code_form, is_figure_end
from corpus.structure.glued.ranked import codes_apart, ranks_apart
from corpus.structure.glued.refused import kept_whole, refused, sound
from corpus.structure.glued.rosters import roster
from corpus.structure.glued.single import single
from corpus.structure.glued.tables import glued
from corpus.structure.grid import Grid, RowCut, build, split
from corpus.structure.halved_names import halved_names
from corpus.structure.lines import Line, Slice, strip, whole, width
from corpus.structure.record_heads import opens_head
from corpus.structure.spaced import spaced
from corpus.structure.stacked import stacked
from corpus.structure.worded import worded

_PIPE = re.compile(r"(?<!\\)\|")
_SEPARATOR = re.compile(
    r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$|\s*\+(?:[-=]+\+)+\s*$|\s*(?:[-=]{2,}\s+)+[-=]{2,}\s*$"
)


def is_separator(text: str) -> bool:
    """Say whether a line only rules a table (``|---|---|``, ``+---+``)."""
    return bool(_SEPARATOR.match(text)) and ("|" in text or "+" in text or bool(re.search(r"[-=]\s+[-=]", text)))


def grid_at(lines: Sequence[Line], start: int, codes: Mapping[str, int] | None = None) -> Grid | None:
    """Return the table that opens at ``lines[start]`` of a run of adjoining lines, or None.

    ``codes`` gives, by column name, the length of codes seen in other tables of the document.
    """
    text = lines[start].text
    if _PIPE.search(text) or is_separator(text):
        found = _pipes(lines, start)
        if found:
            return ranks_apart(with_names_apart(found))
    if opens_head(lines, start):
        return None  # 日時　　…, 場所　　…: facts, each on a line of its own
    if found := halved_names(lines, start) or coded(lines, start):
        return found
    fits = fitted(lines, start)
    if fits and all_decided(fits):
        return fits
    found = _otherwise(lines, start, fits, codes or {})
    below = fitted(lines, start + 1) if found and start + 1 < len(lines) else None
    if found is None or (below and all_decided(below)):
        return None  # the names stand in the line below
    return codes_apart(ranks_apart(found))


def _otherwise(lines: Sequence[Line], start: int, fits: Grid | None, codes: Mapping[str, int]) -> Grid | None:
    """Return the table that opens at ``lines[start]`` where nothing decides some borders of the one that fits."""
    found = _unfitted(lines, start, codes)
    kept = kept_whole(found) if found and sound(found) else None
    if kept and kept == found:
        return found
    left = fits or kept or refused(lines, start)
    if left and all(len(row.cells) == 1 for row in left.rows) and _believed(lines, start + 1):
        return None  # the names run on, but the rows below them can be read without
    return left


def _believed(lines: Sequence[Line], start: int) -> bool:
    """Say whether a table that can be right opens at ``lines[start]``, all its rows put apart."""
    if code_form([line.text.strip() for line in lines[start : start + 12]]):
        return False  # the codes are a column of their own, and without names none tells how many there are
    found = _unfitted(lines, start, {})
    return found is not None and sound(found) and kept_whole(found) == found


def _unfitted(lines: Sequence[Line], start: int, codes: Mapping[str, int]) -> Grid | None:
    """Return the table that opens at ``lines[start]`` with signs, wide space or blanks between its cells, or None."""
    text = lines[start].text
    if "\t" in text.strip():
        found = _tabs(lines, start, codes)
        return filled_up(with_names_apart(found)) if found else None
    if found := roster(lines, start) or chronology(lines, start) or single(lines, start) or glued(lines, start, codes):
        return found
    if "\u3000" in text.strip() and (found := spaced(lines, start)):
        wider = aligned(lines, start, codes) if GAP.search(text.strip()) else None  # a row may lack a cell
        return wider if wider and wider.taken > found.taken and wider.columns == found.columns else found
    if GAP.search(text.strip()) and (found := aligned(lines, start, codes)):
        return found
    return label_figures(lines, start) or spaced(lines, start) or stacked(lines, start) or worded(lines, start)


def _tabs(lines: Sequence[Line], start: int, codes: Mapping[str, int]) -> Grid | None:
    stop = start
    while stop < len(lines) and (_tabbed(lines[stop]) or _wraps_cell(lines, start, stop)):
        stop += 1
    if sum(_tabbed(line) for line in lines[start:stop]) < 2:
        return None
    sign = re.compile(f"\t{{{_tabs_between(lines[start:stop])}}}")
    rows = [split(line, [m.span() for m in sign.finditer(line.text)]) for line in lines[start:stop]]
    columns = Counter(len(row) for row in rows if len(row) > 1).most_common(1)[0][0]
    columns = max(columns, len(rows[0]))
    merged: list[Cells] = []
    groups: list[tuple[Line, ...]] = []
    for row, line in zip(rows, lines[start:stop], strict=True):
        whole_row = bool(merged) and len(merged[-1]) == columns
        torn = bool(merged) and len(merged[-1]) < columns and len(merged[-1]) + len(row) - 1 == columns
        fits = torn and len(groups[-1]) == 1 and bool(row[0].text and merged[-1][-1].text) and len(rows[0]) == columns
        whole_figure = bool(merged) and (is_figure_end(merged[-1][-1].text) or is_figure_end(row[0].text))
        if not whole_figure and ((len(row) == 1 and (whole_row or torn)) or (len(row) < columns and fits)):
            merged[-1] = (*merged[-1], *row)  # joined below: the cell torn over two lines
            groups[-1] = (*groups[-1], line)
        else:
            merged.append(row)
            groups.append((line,))
    if any(len(group) > 1 for group in groups):
        return _torn_grid(merged, groups, stop - start)
    return build(merged, groups, stop - start, codes)


def _tabs_between(lines: Sequence[Line]) -> int:
    """Return how many tabs stand between any two cells at least: a table that has two everywhere has no empty cells."""
    return min(len(run) for line in lines for run in re.findall("\t+", line.text.strip(" \u3000")) or ["\t" * 9])


def _tabbed(line: Line) -> bool:
    return "\t" in line.text.strip(" \u3000")


def _wraps_cell(lines: Sequence[Line], start: int, at: int) -> bool:
    """Say whether a line without a tab is the rest of the last cell above it: short, and rows go on behind it."""
    if at <= start or at + 1 >= len(lines) or not _tabbed(lines[at - 1]) or not _tabbed(lines[at + 1]):
        return False
    text = lines[at].text.strip()
    new_table = lines[at + 1].text.strip() == lines[start].text.strip()
    return width(text) <= 60 and not new_table and not is_caption(text) and not is_source(text) and not is_unit(text)


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


def _pipes(lines: Sequence[Line], start: int) -> Grid | None:
    stop = start
    while stop < len(lines) and (_PIPE.search(lines[stop].text) or is_separator(lines[stop].text)):
        stop += 1
    block = lines[start:stop]
    separators = tuple(line for line in block if is_separator(line.text) or not _pipe_row(line).slices)
    content = [line for line in block if line not in separators]
    boxed = sum(line.text.strip().startswith("|") for line in content)
    if not content or (not separators and len(content) < 2):
        return None
    cuts = [_pipe_row(line) for line in content]
    if not separators and boxed < len(content) and not _lines_of_table([cut.texts for cut in cuts]):
        return None
    if max(len(cut.cells) for cut in cuts) < 1:
        return None
    first = next((i for i, line in enumerate(block) if line in separators), 0)
    if separators and block[0] in separators and len(separators) > 1:  # a grid with a ruled top
        first = next((i for i, line in enumerate(block) if i and line in separators), 0) - 1
    top = min(first, 2) if separators else header_rows([cut.texts for cut in cuts])
    if separators and top == 1 and _names_below([cut.texts for cut in cuts]):
        top = 2
    if len(cuts) == top:
        top = 0
    while top and not any(text.strip() for cut in cuts[:top] for text in cut.texts):
        return Grid(
            (),
            tuple(cuts[top:]),
            stop - start,
            (*separators, *(cut.slices[0].line for cut in cuts[:top] if cut.slices)),
        )
    return Grid(tuple(cuts[:top]), tuple(cuts[top:]), stop - start, separators)


_UNIT_BELOW = re.compile(r"[（(［\[][^（）()［］\[\]]{1,12}[)）\]］]")


def _names_below(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether the row below a rule still names the columns: its names stand below one that spans them, or units do.

    In every column of figures it holds none, and a name.
    """
    if len(rows) < _FEWEST_BARE:
        return False
    upper, lower = ([text.strip() for text in row] for row in rows[:2])
    below_one = not (upper[0] and lower[0]) or upper[0] == lower[0] or not any(upper[1:])
    spans = below_one and (any(not text for text in upper[1:]) or len(set(upper)) < len(upper))
    units = all(not text or _UNIT_BELOW.fullmatch(text) for text in lower)
    figures = numeric_columns(rows[2:])
    empty = not lower[0] and len(figures) > 1
    return bool(figures) and (spans or units or empty) and header_rows([*rows[1:]]) > 0


_FEWEST_BARE = 3  # lines that only bars inside show to be a table


def _lines_of_table(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether rows that no rule and no outer bars frame are a table: names on top, below them a column of figures.

    A menu or a path (a | b | c) holds none.
    """
    whole_rows = len(rows) >= _FEWEST_BARE and len({len(row) for row in rows}) == 1
    return whole_rows and header_rows(rows) > 0 and bool(numeric_columns(rows[1:]))


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

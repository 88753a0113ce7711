"""Tables whose columns ran together, found in adjoining lines and put apart.

Invariant: a row is either cut as the table decides it, and says why, or stays one cell as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpus.structure.aligned import GAP, aligned
from corpus.structure.captions import is_caption
from corpus.structure.glued.cuts import EMPTY, tokens
from corpus.structure.glued.deciding import Decided, decide
from corpus.structure.glued.header import TIME, Header, header, rate_columns
from corpus.structure.glued.rows import Run, body, rows, total_row
from corpus.structure.grid import Grid, RowCut
from corpus.structure.lines import Line, Slice, ends_sentence, whole, width
from corpus.structure.signs import fold_signs

_TIMES = ("年度別", "年別", "月別", "연도별", "월별")  # what a caption would say of rows that are times


def glued(lines: Sequence[Line], start: int, codes: Mapping[str, int]) -> Grid | None:
    """Return the table that opens at ``lines[start]`` with columns that ran together in some rows, or None.

    None also where nothing of it can be put apart.
    """
    text = lines[start].text.strip()
    if not text or width(text) > 400 or ends_sentence(text) or "|" in text or "\t" in text:
        return None
    if len(GAP.findall(text)) > 1:
        return _mixed(lines, start, codes)
    around = [line.text for line in lines[max(start - 3, 0) : start]]
    found = header(whole(lines[start]), around)
    if found is None or is_caption(text):
        return None
    runs, taken = body(lines, start + 1)
    if runs and all(TIME.fullmatch(fold_signs(run.name.text.strip())) for run in runs[:-1]):
        found = header(whole(lines[start]), [*around, *_TIMES]) or found
    if runs and not rows(lines[start]):
        return _table(lines[start], found, runs, 1 + taken)
    return _one_line(lines[start], runs, 1 + taken, around)


def _one_line(line: Line, below: Sequence[Run], taken: int, around: Sequence[str]) -> Grid | None:
    """Return the table whose header and first rows are one line: cut where its last certain name of a column ends."""
    runs = rows(line)
    piece = whole(line)
    for n, run in enumerate(runs):
        found = header(Slice(line, piece.start, run.run.start), around)
        if found is None:
            continue
        last = found.names[-1]
        names = Header(found.stub, found.names[:-1])
        certain = len(names.names) > 1 and header(names.names[-1], ()) is not None
        if certain and not header(last, ()):
            rest = [Run(last, run.run), *runs[n + 1 :], *below]
            return _table(line, names, rest, taken, at=names.names[-1].end)
    return None


def _table(line: Line, names: Header, runs: Sequence[Run], taken: int, at: int = -1) -> Grid | None:
    """Return the table with its rows cut as far as they decide it, or None where they decide nothing."""
    texts = [run.figures for run in runs]
    rates = rate_columns([name.text for name in names.names])
    decided = decided_rows([run.name.text.strip() for run in runs], texts, len(names.names), rates)
    if not any(one and len(tokens(text)) < len(one.spans) for one, text in zip(decided, texts, strict=True)):
        return None
    cells = tuple((name,) if name.end > name.start else () for name in (names.stub, *names.names))
    top = Slice(line, whole(line).start, at) if at >= 0 else whole(line)
    made = tuple(_row(run, one) for run, one in zip(runs, decided, strict=True))
    return Grid((RowCut((top,), cells),), made, taken)


def decided_rows(
    names: Sequence[str], runs: Sequence[str], columns: int, rates: frozenset[int]
) -> tuple[Decided | None, ...]:
    """Return how the runs of named rows are cut, None where that is not decided; as `decide`."""
    if len(set(names)) < len(names):  # digits of a name (Zone 1, Zone 2) would be taken for figures
        return (None,) * len(runs)
    return decide(runs, columns, total_row(names), rates)


def known_run(cells: Sequence[str]) -> str:
    """Return cells that stand apart as a run: what is no figure is an empty cell."""
    folded = [re.sub(r"\s", "", fold_signs(cell)) for cell in cells]
    return " ".join(cell if re.fullmatch(r"[△▲+-]?\d[\d,.]*%?", cell) else EMPTY for cell in folded)


def _behind_mark(run: Run, end: int) -> int:
    """Return where a figure ends with the mark of a remark behind it, which is printed in its cell."""
    return next((end + len(mark) for mark in run.marks if run.run.text.startswith(mark, end)), end)


def _row(run: Run, decided: Decided | None) -> RowCut:
    """Return a row cut as decided, or as one cell."""
    if decided is None:
        return RowCut(run.slices, (run.slices,))
    base = run.run.start
    figures = [
        (Slice(run.run.line, base + span[0], base + _behind_mark(run, span[1])),) if span else ()
        for span in decided.spans
    ]
    stood_apart = len(tokens(run.figures)) == len(figures)
    return RowCut(run.slices, ((run.name,), *figures), "" if stood_apart else decided.why)


def _mixed(lines: Sequence[Line], start: int, codes: Mapping[str, int]) -> Grid | None:
    """Return the table whose header and some rows have their columns set apart by wide space."""
    runs, count = body(lines, start + 1)
    taken = lines[start : start + 1 + count]
    apart = [line for line in taken if GAP.search(line.text.strip())]
    if len(runs) != count or len(apart) == len(taken) or len(apart) < 3:
        return None  # more rows than lines, or none that ran together
    base = aligned(apart, 0, codes)
    if base is None or base.taken < len(apart) or len(base.header) != 1:
        return None
    cut = {row.slices[0].line.number: row for row in base.rows}
    if not all(row.cells and row.cells[0] for row in base.rows):
        return None
    texts = [
        known_run(cut[run.name.line.number].texts[1:]) if run.name.line.number in cut else run.figures for run in runs
    ]
    columns = base.columns - 1
    rates = rate_columns(base.names[1:]) if len(base.names) > 1 else frozenset()
    decided = decided_rows([run.name.text.strip() for run in runs], texts, columns, rates)
    made = tuple(
        cut[run.name.line.number] if run.name.line.number in cut else _row(run, one)
        for run, one in zip(runs, decided, strict=True)
    )
    if not any(row.recovered for row in made):
        return None
    return Grid(base.header, made, len(taken))

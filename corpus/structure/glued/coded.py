"""Tables whose columns all ran together behind a code of fixed length (2709原油41,25038,902-5.7 below HS品目2022年…).

Invariant: every row opens with a code of one length that a name without digits follows, the line of names opens with
what codes and names are called, and the rest of every row is cut as the table decides it; else there is no table here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.structure.captions import is_caption
from corpus.structure.glued.fitted import all_decided, body_lines
from corpus.structure.glued.single import STUB
from corpus.structure.glued.tables import glued
from corpus.structure.grid import Grid, RowCut
from corpus.structure.lines import Line, Slice, whole
from corpus.structure.signs import fold_signs

_TOP = re.compile(rf"(?P<code>HS|[^\s\d。、（）()]{{0,8}}(?:コード|番号)|编号|编码|코드)(?=(?:{STUB})\S)")
_CODE = re.compile(r"\d{3,10}(?=[^\W\d_年月])")
_FEWEST = 3  # rows


def coded(lines: Sequence[Line], start: int) -> Grid | None:
    """Return the table whose line of names and rows, all without a sign between their cells, open here, or None."""
    top = _opening(_TOP, lines[start])
    if top is None or re.search(r"\s", lines[start].text.strip()) or is_caption(lines[start].text.strip()):
        return None
    below = body_lines(lines, start)
    ends = [_opening(_CODE, line) for line in below]
    if len(below) < _FEWEST or None in ends or len({code.end - code.start for code in ends if code}) != 1:
        return None
    opened = [top, *(code for code in ends if code)]
    # Without their codes the lines are an ordinary table; blanks in place of these keep every character where it is.
    bare = [replace(code.line, text=" " * code.end + code.line.text[code.end :]) for code in opened]
    found = glued([*lines[max(start - 3, 0) : start], *bare], min(start, 3), {})
    if found is None or found.taken != len(bare) or not all_decided(found) or len(found.header) != 1:
        return None
    rows = [_behind(code, row) for code, row in zip(opened, (*found.header, *found.rows), strict=True)]
    return Grid((rows[0],), tuple(rows[1:]), found.taken) if len({len(row.cells) for row in rows}) == 1 else None


def _opening(form: re.Pattern[str], line: Line) -> Slice | None:
    """Return what opens a line in a form, or None."""
    piece = whole(line)
    match = form.match(fold_signs(piece.text))
    return Slice(line, piece.start, piece.start + match.end()) if match else None


def _behind(code: Slice, row: RowCut) -> RowCut:
    """Return a row with its code as the first cell, all its cells in the line as it is printed."""
    cells = tuple(tuple(Slice(code.line, piece.start, piece.end) for piece in cell) for cell in row.cells)
    return RowCut((whole(code.line),), ((code,), *cells), row.recovered)

"""Tables of a name and one figure that ran into each other (品名金額（円）, 乾しいたけ1,204).

Invariant: a name holds no digit, and the line is one name and one figure to its end; so there is one way to cut it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.structure.grid import Grid, RowCut
from corpus.structure.lines import Line, Slice, strip, whole, width
from corpus.structure.lists import item
from corpus.structure.signs import fold_signs

_FEWEST = 3  # rows
_WIDEST = 60  # columns of a name
STUB = (
    r"品目名?|品名|商品名?|製品名?|国・地域|国名?|地域名?|地区名?|都道府県名?|市町村名?|港名?|産地|項目|区分|費目|科目|種類|種別|名称|業種|部門"
    r"|品种|商品|国家|地区|项目|类别|名称|품목|품명|국가|지역|항목|구분"
)
_MEASURE = r"額|量|数|率|高|価|人口|面積|比|费|数量|金额|금액|수량|[수액률율]"
_TOP = re.compile(
    rf"(?P<stub>{STUB})(?P<name>[^\d\s。、]{{0,12}}(?:{_MEASURE})(?:[（(\[［][^（）()\[\]]{{1,14}}[)）\]］])?)"
)
_BRACKETED = re.compile(rf"(?P<stub>{STUB})(?P<name>[^\d\s。、]{{1,12}}[（(\[［][^（）()\[\]]{{1,14}}[)）\]］])")
_ROW = re.compile(
    r"(?P<name>[^\d]*[^\W\d_][)\]]?)(?P<gap>\s*)(?P<figure>[△▲-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?%?|[△▲-]?\d+(?:\.\d+)?%?)"
)


def single(lines: Sequence[Line], start: int) -> Grid | None:
    """Return the table of names and one figure each that opens with its names at ``lines[start]``, or None."""
    piece = whole(lines[start])
    top = _TOP.fullmatch(fold_signs(piece.text)) or _BRACKETED.fullmatch(fold_signs(piece.text))
    if top is None:
        return None
    rows: list[RowCut] = []
    glued = 0
    for line in lines[start + 1 :]:
        text = fold_signs(whole(line).text)
        match = _ROW.fullmatch(text)
        if match is None or width(match["name"]) > _WIDEST or item(line.text) or re.search(r"[。|\t]", text):
            break
        glued += not match["gap"]
        rows.append(_row(line, match))
    names = [row.texts[0] for row in rows]
    if len(rows) < _FEWEST or glued * 2 < len(rows) or len(set(names)) < len(names):
        return None
    return Grid((_row(lines[start], top),), tuple(rows), 1 + len(rows))


def _row(line: Line, match: re.Match[str]) -> RowCut:
    """Return a line cut where its second part begins; a row of a figure says that it was."""
    piece = whole(line)
    at = piece.start + match.start(match.lastindex or 0)
    cells = (strip(Slice(line, piece.start, at)),), (Slice(line, at, piece.end),)
    return RowCut((piece,), cells, "the only figure of its line" if "figure" in match.re.groupindex else "")

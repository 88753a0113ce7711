"""Tables whose cells stand below each other, one to a line, as a copied page leaves them: names, then row by row.

Blank lines may stand between the cells where a caption stands above them.

Invariant: all lines up to the next that can be no cell fall into rows of one length; every column but the first holds
figures in all rows or in none, and the names above hold none but years; a table of words alone has names of a closed
class.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import takewhile

from corpus.structure.captions import caption, is_caption, is_remark, is_source, is_unit
from corpus.structure.columns import header_rows, is_numeric
from corpus.structure.grid import Grid, RowCut
from corpus.structure.lines import Line, ends_sentence, whole, width
from corpus.structure.lists import item

_MOST_COLUMNS = 8
_FEWEST_ROWS = 3  # below the names; two are enough below a caption
_FEWEST_COLUMNS = 3  # where no caption stands above
_MOST_LINES = 400
_WIDEST = 40
_MOST_BEHIND = 2  # short lines behind a table that are none of its cells
_YEAR = re.compile(
    r"(?:FY\s?)?(?:1[89]|20)\d\d\s?(?:年度?|년도?)?|(?:令和|平成|昭和)(?:\d{1,2}|元)年度?|H\d{1,2}|R\d{1,2}"
)
_MEASURED = re.compile(r"\d\s?[^\d\s.]")
# What heads a column of a table of words.
NAMES = re.compile(
    r"(?:氏\s?名|名\s?前|役\s?職名?|職\s?名|所\s?属(?:機関|先|団体)?|備\s?考|住\s?所|所在地|担\s?当|名\s?称|内\s?容|区\s?分|分\s?類|種\s?別|項\s?目"
    r"|団体名|施設名|事業名|会場|場\s?所|日\s?時|時\s?間|期\s?間|対\s?象|方\s?法|定\s?員|費\s?用|番\s?号|順\s?位|任\s?期|連絡先|電\s?話"
    r"|姓名|职务|单位|地址|名称|内容|类别|项目|时间|地点|备注|성명|이름|직위|직책|소속|주소|구분|항목|내용|비고|일시|장소"
    r"|Names?|Posts?|Positions?|Titles?|Affiliations?|Organi[sz]ations?|Address|Notes?|Items?|Description|Role|Date|Place|Remarks)",
    re.IGNORECASE,
)


def stacked(lines: Sequence[Line], start: int, captioned: bool = False) -> Grid | None:
    """Return the table that opens at ``lines[start]`` with one cell to a line, or None.

    ``captioned``: a caption stands above the run that the lines are.
    """
    if start and not (is_caption(lines[start - 1].text.strip()) or is_unit(lines[start - 1].text)):
        return None
    captioned = captioned or start > 0
    ahead = lines[start + 2 : start + 2 * _MOST_COLUMNS]
    if not any(is_numeric(line.text) for line in ahead) and not (
        captioned and NAMES.fullmatch(lines[start].text.strip())
    ):
        return None
    cells = list(takewhile(_can_be_cell, lines[start : start + _MOST_LINES]))
    behind = lines[start + len(cells)].text.strip() if start + len(cells) < len(lines) else ""
    if behind and not (is_source(behind) or is_remark(behind)):
        return None
    return _grid(cells, captioned)


def below_caption(lines: Sequence[Line], start: int) -> bool:
    """Say whether the last line with words above ``lines[start]`` is the caption of a table or the unit of one."""
    above = [lines[i].text.strip() for i in range(start - 1, max(start - _NEAR, 0) - 1, -1) if not lines[i].blank][:2]
    if not above:
        return False
    label = caption(above[1]) if len(above) > 1 else None  # 表1, and its title below it
    titled = label is not None and not label.text and not ends_sentence(above[0]) and width(above[0]) <= _TITLE
    return is_caption(above[0]) or is_unit(above[0]) or titled


_NEAR = 20  # lines, blank ones among them
_TITLE = 80  # columns


def stacked_apart(lines: Sequence[Line], start: int, left_out: Container[int]) -> int:
    """Return how many lines from ``lines[start]`` on are a table below a caption, its cells between blank lines.

    0 where they are none; ``left_out`` are the indices of lines that are furniture.
    """
    if not _can_be_cell(lines[start]) or not below_caption(lines, start):
        return 0
    cells: list[int] = []
    for index in range(start, min(start + 2 * _MOST_LINES, len(lines))):
        if lines[index].blank:
            continue
        if index in left_out or not _can_be_cell(lines[index]):
            break
        cells.append(index)
    if not any(lines[index].blank for index in range(start, cells[-1])):
        return 0
    for less in range(_MOST_BEHIND + 1):
        kept = cells[: len(cells) - less]
        ends = bool(kept) and (kept[-1] + 1 == len(lines) or lines[kept[-1] + 1].blank or not less)
        if ends and _grid([lines[index] for index in kept], captioned=True) is not None:
            return kept[-1] + 1 - start
    return 0


def _grid(cells: Sequence[Line], captioned: bool) -> Grid | None:
    """Return the table that cells make up row by row, or None."""
    texts = [line.text.strip() for line in cells]
    named = len(list(takewhile(NAMES.fullmatch, texts)))
    measured = all(
        map(_MEASURED.search, texts[3::2])
    )  # 100円, 1,200: figures of more than a menu or a list of contents
    for columns in range(2 if captioned or measured else _FEWEST_COLUMNS, _MOST_COLUMNS + 1):
        least = 2 if captioned and columns >= _FEWEST_COLUMNS else _FEWEST_ROWS
        if len(cells) % columns or len(cells) < (least + 1) * columns:
            continue
        rows = [texts[at : at + columns] for at in range(0, len(texts), columns)]
        if _is_table(rows) or (captioned and columns == named and _is_of_words(rows)):
            cuts = [_row(cells[at : at + columns]) for at in range(0, len(cells), columns)]
            return Grid((cuts[0],), tuple(cuts[1:]), len(cells))
    return None


def _can_be_cell(line: Line) -> bool:
    text = line.text.strip()
    if is_numeric(text):
        return True
    framing = is_caption(text) or is_source(text) or is_unit(text) or is_remark(text)
    return width(text) <= _WIDEST and not (framing or ends_sentence(text) or item(line.text) or "\t" in text)


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether cells, row by row, are those of a table with its names on top."""
    years = all(_YEAR.fullmatch(row[0]) for row in rows[1:])
    if is_numeric(rows[0][0]) or (any(is_numeric(row[0]) for row in rows) and not years) or header_rows(rows) != 1:
        return False
    if any(is_numeric(name) and not _YEAR.fullmatch(name) for name in rows[0]):
        return False
    kinds = [{is_numeric(row[column]) for row in rows[1:]} for column in range(1, len(rows[0]))]
    return all(len(kind) == 1 for kind in kinds) and {True} in kinds and len({row[0] for row in rows}) == len(rows)


def _is_of_words(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether cells, row by row, are those of a table of words below names of which none stands among them."""
    body = [text for row in rows[1:] for text in row]
    return not any(map(NAMES.fullmatch, body)) and len({row[0] for row in rows}) == len(rows)


def _row(lines: Sequence[Line]) -> RowCut:
    pieces = tuple(whole(line) for line in lines)
    return RowCut(pieces, tuple((piece,) for piece in pieces))

"""Tables with a column of people's names in which the wide blank of the columns stands inside the names too.

Invariant: only a row that has one field more than there are names of columns is joined, only where the column of names
is, and only where most of the names so made are known as names; every other row has its fields as printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.structure.columns import OF_NAMES, Cells
from corpus.structure.glued.fitted import can_be_row
from corpus.structure.grid import Grid, RowCut, split
from corpus.structure.lines import Line, Slice, whole
from corpus.structure.people import morphemes

_GAP = re.compile(r"[ \u00a0]*\u3000[ \u3000\u00a0]*|[ \u00a0]{2,}")
_HALF = re.compile(r"[一-鿿々ヶぁ-ゖァ-ヺー]{1,5}")
_FEWEST = 3  # rows
_MOST = 400


def halved_names(lines: Sequence[Line], start: int) -> Grid | None:
    """Return the table that opens at ``lines[start]`` with a column of names, surname and given name set apart."""
    names = _fields(lines[start])
    places = [column for column, name in enumerate(names) if OF_NAMES.fullmatch(name.text)]
    if len(names) < 2 or len(places) != 1:
        return None
    rows: list[Cells] = []
    given: list[str] = []
    for line in lines[start + 1 : start + 1 + _MOST]:
        row = _fields(line)
        if not can_be_row(line) or len(row) < 2:
            break
        if len(row) == len(names) + 1:
            given.append(row[places[0] + 1].text)
            row = _joined(row, places[0])
        if len(row) != len(names):
            return None
        rows.append(row)
    known = sum(map(_is_given, given))
    if len(rows) < _FEWEST or 2 * len(given) <= len(rows) or 2 * known <= len(given):
        return None
    cuts = [RowCut((whole(row[0].line),), tuple((cell,) for cell in row)) for row in (names, *rows)]
    return Grid((cuts[0],), tuple(cuts[1:]), len(cuts))


def _fields(line: Line) -> Cells:
    """Return the stretches of a line between its wide blanks."""
    piece = whole(line)
    if piece.end == piece.start:
        return ()
    return split(line, [match.span() for match in _GAP.finditer(line.text, piece.start, piece.end)])


def _joined(row: Cells, column: int) -> Cells:
    """Return a row with the two halves of its name as one cell; as it is where they cannot be a name's."""
    surname, given = row[column : column + 2]
    if not (_HALF.fullmatch(surname.text) and _HALF.fullmatch(given.text)):
        return row
    return (*row[:column], Slice(surname.line, surname.start, given.end), *row[column + 2 :])


def _is_given(word: str) -> bool:
    """Say whether a word is known as a given name; where a place is called as the surname is, that tells nothing."""
    read = morphemes(word)
    return len(read) == 1 and read[0][1].startswith("名詞,固有名詞,人名")

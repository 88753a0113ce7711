"""Tables read by the columns that their first line names, whatever stands between the cells of their rows.

Invariant: every row up to the next blank or framing line fits the columns, or there is no table; a row that fits and
whose borders nothing decides stays one cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.structure.captions import is_caption, is_remark, is_source, is_unit
from corpus.structure.columns import Cells, header_rows, is_numeric
from corpus.structure.glued.peeled import AMOUNT, END, FULL, GAP, SMALL_END, Form, code_form, peel, split_fields
from corpus.structure.glued.wordcut import word_names
from corpus.structure.grid import Grid, RowCut
from corpus.structure.lines import Line, Slice, ends_sentence, is_wide, whole, width
from corpus.structure.lists import item
from corpus.structure.signs import fold_signs

_FEWEST = 3  # rows
_SAMPLE = 12  # lines that tell whether it is worth to look at all
_MOST = 8  # columns
_NAME = 48  # columns of the name of a column
_ROW = 240  # columns of a row
_RUNS_ON = re.compile(rf"^\s*(?:\d{{1,3}}\t)?\d[\d .-]+[^\W\d_][^\t]*\t\t|\t\t.*[^\W\d_]\)? *{AMOUNT}(?:\t|\s*$)")
_RUN_ON = re.compile(r"[a-z][A-Z]|^[(\[]")  # names, or a unit, that the blanks of a line do not part as they should
_YEAR = re.compile(r"(?:FY)?(?:1[89]|20)\d\d(?:年度?|년도?)?")


def all_decided(grid: Grid) -> bool:
    """Say whether the borders of every row are decided."""
    return all(len(row.cells) > 1 for row in grid.rows)


def fitted(lines: Sequence[Line], start: int) -> Grid | None:
    """Return the table whose columns are named at ``lines[start]`` and fitted by every row below, or None.

    Where there is none whose rows are all decided, one of which most are.
    """
    if not can_be_row(lines[start]) or not (ways := _names(whole(lines[start])) or _worded(lines, start)):
        return None
    told = len(split_fields(whole(lines[start]))) > 1
    ways = [names for names in ways if _opens(lines[start + 1 : start + 1 + _SAMPLE], len(names), told=told)]
    taken = body_lines(lines, start) if ways else []
    if len(taken) < _FEWEST:
        return None
    pieces = [whole(line) for line in taken]
    partly: Grid | None = None
    for names in ways:
        if _set_apart([lines[start], *taken], len(names)):
            continue
        for form in _forms(pieces, len(names), told=told):
            if rows := _rows(pieces, form, names):
                top = RowCut((whole(lines[start]),), tuple((name,) for name in names))
                found = Grid((top,), tuple(rows), 1 + len(taken))
                if all_decided(found):
                    return found
                partly = partly or found
    return partly


def _opens(sample: Sequence[Line], columns: int, *, told: bool) -> bool:
    """Say whether the first of some lines can be a row: few lines can, and only below these all are looked at."""
    pieces = [whole(line) for line in sample]
    forms = _forms(pieces, columns, told=told) if len(pieces) >= _FEWEST else ()
    return any(_row(pieces[0], form, 1) or _broken(pieces[:2], form, 1) for form in forms)


def _rows(pieces: Sequence[Slice], form: Form, names: Cells) -> list[RowCut]:
    """Return the rows where all lines fit a form, and most of them are decided; else none."""
    rows: list[RowCut] = []
    at = 0
    while at < len(pieces):
        row = _row(pieces[at], form, len(rows) + 1) or _broken(pieces[at : at + 2], form, len(rows) + 1)
        if row is None:
            return []
        rows.append(row)
        at += len(row.slices)
    if 2 * sum(row.recovered in (END, FULL) for row in rows) < len(rows):  # digits that end a name are no figures
        rows = [RowCut(row.slices, (row.slices,)) if row.recovered == SMALL_END else row for row in rows]
    known = [row.texts for row in rows if len(row.cells) > 1]
    if len(rows) < _FEWEST or 2 * len(known) <= len(rows) or _is_told(form, pieces):
        return []
    return rows if header_rows([[name.text for name in names], *known]) == 1 else []


def _row(piece: Slice, form: Form, number: int) -> RowCut | None:
    """Return the row that a line is, one cell where nothing decides its borders; None where it does not fit."""
    row = peel(piece, form, number)
    if row is None or not row.cells:
        return None if row is None else RowCut((piece,), ((piece,),))
    return RowCut((piece,), tuple((cell,) if cell.end > cell.start else () for cell in row.cells), row.why)


def _broken(pieces: Sequence[Slice], form: Form, number: int) -> RowCut | None:
    """Return the row that two lines are: a line break stands in its name, between what opens it and its figures."""
    if len(pieces) < 2 or not (form.ranked or form.code) or form.words > 1 or not form.figures:
        return None
    head, rest = (
        peel(pieces[0], form._replace(figures=0), number),
        Form(ranked=False, code=None, words=1, figures=form.figures),
    )
    tail = peel(pieces[1], rest, 0)
    if not (head and tail and head.cells and tail.cells and head.cells[0].text) or (
        form.code and form.code.match(pieces[1].text)
    ):
        return None
    front = tuple((cell,) for cell in head.cells[:-1])
    behind = tuple((cell,) for cell in tail.cells[1:])
    return RowCut(tuple(pieces), (*front, (head.cells[-1], tail.cells[0]), *behind), head.why or tail.why)


def _set_apart(block: Sequence[Line], columns: int) -> bool:
    """Say whether one tab stands between all cells, and most rows have no empty one beside one that two ran into."""
    if any(line.text.strip(" \u3000").count("\t") != columns - 1 for line in block):
        return False
    return 2 * sum(bool(_RUNS_ON.search(fold_signs(line.text))) for line in block[1:]) < len(block)


def body_lines(lines: Sequence[Line], start: int) -> list[Line]:
    """Return the lines below the names that can be rows, up to what is printed around a table.

    A line without a figure behind or a gap inside that ends them, or stands above the same names, is a title.
    """
    stop, names = start + 1, lines[start].text.strip()
    while stop < len(lines) and can_be_row(lines[stop]) and lines[stop].text.strip() != names:
        stop += 1
    again = stop < len(lines) and lines[stop].text.strip() == names
    last = lines[stop - 1].text.strip()
    title = not re.search(r"\d%?$|\t", last) and (again or not GAP.search(last))
    return list(lines[start + 1 : stop - title])


def can_be_row(line: Line) -> bool:
    """Say whether a line is none of what stands around a table, nor a sentence or an item."""
    text = line.text.strip()
    if not text or width(text) > _ROW or ends_sentence(text) or item(line.text) or re.search(r"[|。]", text):
        return False
    return not (is_caption(text) or is_source(text) or is_unit(text) or is_remark(text))


def _names(piece: Slice) -> list[Cells]:
    """Return the ways to part a line into names of columns, two or more, none of them an amount.

    Where only single blanks part them, one that stands between Latin letters may be part of a name (HS code), or not.
    """
    ways = [split_fields(piece)]
    if len(ways[0]) == 1:
        text = piece.text
        blanks = [match.span() for match in re.finditer("[ \u00a0]", text)]
        beside_wide = [(a, b) for a, b in blanks if is_wide(text[a - 1]) or is_wide(text[b])]
        ways = [_parts(piece, gaps) for gaps in (beside_wide, blanks)]
        ways = ways[: 1 if any(_RUN_ON.search(name.text) for name in ways[1]) else 2]
    return [tuple(names) for names in ways if 2 <= len(names) <= _MOST and all(map(_can_name, names))]


def _worded(lines: Sequence[Line], start: int) -> list[Cells]:
    """Return the one way to part a line without a blank into words, where all lines below end in figures."""
    below = [line.text.rstrip() for line in lines[start + 1 : start + 1 + _FEWEST]]
    if len(below) < _FEWEST or not all(re.search(rf"(?:{AMOUNT}|[△▲]\d)[\d.]*%?$", fold_signs(text)) for text in below):
        return []
    piece = whole(lines[start])
    names = [Slice(piece.line, piece.start + a, piece.start + b) for a, b in word_names(piece.text)]
    return [tuple(names)] if 2 <= len(names) <= _MOST else []


def _can_name(piece: Slice) -> bool:
    """Say whether a stretch can be the name of a column: short, with a letter or a year, no code and no figure."""
    text = piece.text
    plain = _YEAR.sub("", fold_signs(text))
    named = bool(re.search(r"[^\W\d_]", text) or _YEAR.fullmatch(text))
    return named and width(text) <= _NAME and not re.search(r"\d{3}", plain) and not (plain and is_numeric(plain))


def _parts(piece: Slice, gaps: Sequence[tuple[int, int]]) -> list[Slice]:
    edges = [0, *(edge for gap in gaps for edge in gap), len(piece.text)]
    return [Slice(piece.line, piece.start + a, piece.start + b) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _forms(pieces: Sequence[Slice], columns: int, *, told: bool) -> Iterator[Form]:
    """Yield the forms that rows of so many columns may have, those that bind the rows most first.

    Unless the names stand apart for sure (``told``), a code that opens the rows must have its column.
    """
    texts = [piece.text for piece in pieces]
    counted, code = counted_on(texts), code_form(behind_ranks(texts))
    ways = [(True, code), (False, code_form(texts)), (True, None), (False, None)]
    if not told:
        ways = [(counted, code)]
    for ranked, coded in dict.fromkeys(way for way in ways if counted or not way[0]):
        left = columns - ranked - (coded is not None)
        for words in range(1, left + 1):
            yield Form(ranked, coded, words, left - words)


def behind_ranks(texts: Sequence[str]) -> list[str]:
    """Return the lines, where ranks open them without these."""
    return [re.sub(r"^\d{1,3}[.位]?\s+", "", text) for text in texts] if counted_on(texts) else list(texts)


def counted_on(texts: Sequence[str]) -> bool:
    """Say whether most lines open with ranks, which count on."""
    ranks = [int(match[1]) for text in texts if (match := re.match(r"(\d{1,3})[.位]?\s", text))]
    return len(ranks) > 0.6 * len(texts) and ranks == list(range(ranks[0], ranks[0] + len(ranks)))


def _is_told(form: Form, pieces: Sequence[Slice]) -> bool:
    """Say whether rows without a rank, a code or a tab may be a roster, or things said of one event (定員　40名)."""
    if form.ranked or form.code or any("\t" in piece.text for piece in pieces):
        return False
    bare = form.figures == 1 and not all(re.search(rf"{AMOUNT}$", fold_signs(piece.text)) for piece in pieces)
    return (form.words == 1 and bare) or not form.figures

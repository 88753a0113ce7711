"""Cells peeled off a row from its ends: a rank and a code in front, figures behind, whatever stands between them.

Invariant: a cut where nothing is printed between two cells is certain, or there is none: a code ends where the others
of its column do, a figure where its thousands are full.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.structure.columns import Cells, is_numeric
from corpus.structure.lines import Slice, strip
from corpus.structure.signs import fold_signs

GAP = re.compile(r"[ \u00a0]*(?:\t+|\u3000+|[ \u00a0]{2,})[ \t\u3000\u00a0]*")
AMOUNT = r"\d{1,3}(?:,\d{3})+"
_CODE = re.compile(r"\d{2,}(?:[ .-]\d{2,})*(?![\d,年月년월])")
_RUN = re.compile(r"(?<![\d,.△▲-])(?:[△▲]|(?<=\s)-)?\d[\d,.]*(?:[△▲]\d[\d,.]*)*%?$")
_FULL = re.compile(  # figures whose thousands are set off, one or more without a space, the last perhaps below them
    rf"(?:[△▲]?{AMOUNT}%?)+(?:(?:\.\d+|(?P<last>(?:[△▲]|(?!0\d))\d{{1,3}}(?:\.\d+)?))%?)?"
)
_UNLIKE = re.compile(r",\d{1,2}(?!\d)|,\d{4}|\d{4},")  # what sets off no thousands
FULL = "the thousands, which are full"
END = "the end of the name"
SMALL_END = "the end of the name, as in the other rows"  # of a figure without thousands, which names may end in
_DIGITS = 3  # of the shortest code
_LED = re.compile(r"(?!0)\d{1,2}[^\W\d_]")  # a name that a digit opens: 2輪自動車


class Form(NamedTuple):
    """The columns of a table in order: a rank and a code or none, ``words`` columns of words, and ``figures``."""

    ranked: bool
    code: re.Pattern[str] | None
    words: int
    figures: int


class Peeled(NamedTuple):
    """The cells of a row, and by what they were put apart where nothing stood between; no cells where none decides."""

    cells: Cells
    why: str


def code_form(texts: Sequence[str]) -> re.Pattern[str] | None:
    """Return what the codes that open the rows look like (67042000, 6704.20, 67 04), or None where most have none."""
    found = [match[0] for text in texts if (match := _CODE.match(text))]
    if not found:
        return None
    shape, count = Counter(re.sub(r"\d", "0", code) for code in found).most_common(1)[0]
    if shape.count("0") < _DIGITS or count < 0.6 * len(found) or 2 * count < len(texts) or count < 2:
        return None
    return re.compile(re.escape(shape).replace("0", r"\d"))


def peel(piece: Slice, form: Form, number: int) -> Peeled | None:
    """Return the cells of the row with this number, counted from 1, in its form; None where it does not fit."""
    rest, front, why = piece, [], ""
    if form.ranked:
        rank = re.match(rf"{number}[.位]?(?=\s)", rest.text)
        if rank is None and rest.text[:1].isdigit():
            return None
        front.append(Slice(rest.line, rest.start, rest.start + (rank.end() if rank else 0)))
        rest = strip(Slice(rest.line, front[0].end, rest.end))
    if form.code:
        taken = _coded(rest, form.code)
        if taken is None:
            return None
        code, rest, why = taken
        front.append(code)
    behind = _figures(split_fields(rest), form)
    if behind is None:
        return None
    words, figures, told = behind
    if not words:
        return Peeled((), "")
    if len(words) != form.words or not all(_is_words(word.text) for word in words):
        return None
    return Peeled((*front, *words, *figures), why or told)


def _is_words(text: str) -> bool:
    """Say whether a cell is words, and no figure is left at their end."""
    return bool(re.search(r"[^\W\d_]", text)) and not _ends_in_amount(text)


def split_fields(piece: Slice) -> list[Slice]:
    """Return the stretches of a line between signs that only stand between columns: tabs, wide space."""
    edges = [0, *(edge for gap in GAP.finditer(piece.text) for edge in gap.span()), len(piece.text)]
    return [Slice(piece.line, piece.start + a, piece.start + b) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _coded(piece: Slice, code: re.Pattern[str]) -> tuple[Slice, Slice, str] | None:
    """Return the code in front of a row, what stands behind it, and by what it was cut off where that shows in none."""
    match = code.match(piece.text)
    if match is None:
        if re.match(r"\d", piece.text):
            return None
        return Slice(piece.line, piece.start, piece.start), piece, ""  # a total has a name and no code
    first = Slice(piece.line, piece.start, piece.start + match.end())
    rest = strip(Slice(piece.line, first.end, piece.end))
    digit = rest.start == first.end and rest.text[:1].isdigit()
    if re.match("[年月년월,.]", rest.text) or (digit and not _LED.match(rest.text)):
        return None
    return first, rest, "the length of the codes" if digit else ""


def _figures(fields: list[Slice], form: Form) -> tuple[list[Slice], list[Slice], str] | None:
    """Return the words of a row, its figures, and by what they were cut; no words where nothing decides the cut."""
    apart = 0
    while apart < min(form.figures, len(fields) - 1) and is_numeric(fields[-1 - apart].text):
        apart += 1
    words, printed = fields[: len(fields) - apart], fields[len(fields) - apart :]
    figures, why = _all_parted(printed)
    while len(figures) < form.figures and len(words) == form.words:
        cut = _last_figure(words[-1], blank=len(fields) == 1)
        if cut is None:
            break
        more, told = _all_parted([cut[1]])
        glued = "" if cut[0].end < cut[1].start else END if "," in cut[1].text else SMALL_END
        words, figures, why = [*words[:-1], cut[0]], [*more, *figures], told or glued or why
    if len(figures) != form.figures or any(_UNLIKE.search(fold_signs(figure.text)) for figure in figures):
        open_end = len(words) == form.words and len(figures) <= form.figures and _ends_in_amount(fields[-1].text)
        return ([], [], "") if open_end else None
    return words, figures, why


def _last_figure(piece: Slice, *, blank: bool) -> tuple[Slice, Slice] | None:
    """Return the words and the figures at their end, of which only a ``blank`` stands before, or nothing does.

    None where it is not certain where the figure begins.
    """
    folded = fold_signs(piece.text)
    match = _RUN.search(folded)
    if match is None or not re.search(r"[^\W\d_]", folded[: match.start()]):
        return None
    apart = folded[match.start() - 1].isspace()
    if (apart and not blank) or not (apart or _FULL.fullmatch(match[0]) or re.fullmatch(r"\d{1,3}", match[0])):
        return None
    at = piece.start + match.start()
    return strip(Slice(piece.line, piece.start, at)), Slice(piece.line, at, piece.end)


def _all_parted(figures: Sequence[Slice]) -> tuple[list[Slice], str]:
    """Return figures, those that ran into each other apart, and by what."""
    parts = [part for figure in figures for part in _parted(figure)]
    return parts, FULL if len(parts) > len(figures) else ""


def _parted(figure: Slice) -> list[Slice]:
    """Return the figures that ran into each other: each group of thousands is full, and no other cut keeps them so."""
    folded = fold_signs(figure.text)
    match = _FULL.fullmatch(folded)
    if match is None:
        return [figure]
    edges = [0, *(found.end() for found in re.finditer(rf"{AMOUNT}%?", folded))]
    edges = [*edges, len(folded)] if match["last"] else [*edges[:-1], len(folded)]
    return [Slice(figure.line, figure.start + a, figure.start + b) for a, b in pairwise(edges)]


def _ends_in_amount(text: str) -> bool:
    return bool(re.search(rf"(?:{AMOUNT}|\d\.\d+)%?$|\d%$", fold_signs(text.strip())))


def ran_together(text: str) -> bool:
    """Say whether figures ran into each other in a text, by what no thousands are set off by (8124,450)."""
    return bool(re.search(r"(?<![\d,])\d{4,},\d{3}|,\d{4}", fold_signs(text)))


def is_figure_end(text: str) -> bool:
    """Say whether a cell cannot go on in the line below: it is a figure, or ends in one that is full."""
    return is_numeric(text) or _ends_in_amount(text)

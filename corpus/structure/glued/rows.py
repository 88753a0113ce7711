"""Lines of a table whose columns ran together: names, each with the figures behind it.

Invariant: names and runs are stretches of the lines, in order; what stands between them is white space.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.structure.captions import is_caption, is_remark, is_source, is_unit
from corpus.structure.lines import Line, Slice, ends_sentence, strip, whole, width
from corpus.structure.lists import item
from corpus.structure.signs import fold_signs

_RUN = re.compile(r"(?:[△▲+]\s?|-\s*)*+\d[\d.,%△▲+\- \t]*")
_LETTER = re.compile(r"[^\W\d_]")
_WIDEST = 48  # columns of a name
_LONGEST = 80  # lines of one table
_TOTAL = re.compile(
    r"(?:合|総|小|共|总|總|県|市|町|国|全)?[計计]|(?:総|全|县|国|市)?(?:合計|総計|総数|全体|全国)|总[计数]|合계|합\s?계|총\s?[계수]|계|전체|전국"
    r"|(?:grand |sub)?totals?|total .*|all(?: .*)?|.* total|sum|overall",
    re.IGNORECASE,
)
_PART = re.compile(r"小[計计]|소계|sub-?totals?", re.IGNORECASE)


class Run(NamedTuple):
    """A row: its name, and the figures behind it as they stand on one line."""

    name: Slice
    run: Slice
    marks: tuple[str, ...] = ()  # of remarks below the table, which may stand behind a figure

    @property
    def figures(self) -> str:
        """Return the run with its signs folded, as `masked`: a figure stands where it is printed."""
        return masked(self.run.text, self.marks)

    @property
    def slices(self) -> tuple[Slice, ...]:
        """Return name and figures as they stand: one stretch of a line, or a line each."""
        if self.name.line is self.run.line:
            return (Slice(self.name.line, self.name.start, self.run.end),)
        return (self.name, self.run)


def body(lines: Sequence[Line], start: int) -> tuple[list[Run], int]:
    """Return the rows that stand in the lines from ``start`` on, and how many lines they take.

    A name may stand in the line above its figures.
    """
    found: list[Run] = []
    marks = _marks(lines[start : start + _LONGEST])
    at = start
    while at < len(lines) and at - start < _LONGEST:
        if here := rows(lines[at], marks):
            found += here
            at += 1
        elif at + 1 < len(lines) and _names(lines[at]) and _RUN.fullmatch(fold_signs(whole(lines[at + 1]).text)):
            found.append(Run(whole(lines[at]), whole(lines[at + 1])))
            at += 2
        else:
            break
    return found, at - start


def _names(line: Line) -> bool:
    """Say whether a line may be nothing but the name of a row."""
    text = line.text.strip()
    return (
        bool(_LETTER.search(text)) and width(text) <= _WIDEST and not re.search(r"[\d。、:：]", text) and _plain(line)
    )


def _plain(line: Line) -> bool:
    """Say whether a line is none of what stands around a table, nor a sentence or an item."""
    text = line.text.strip()
    if not text or width(text) > 400 or ends_sentence(text) or item(line.text) or re.search(r"[|。]", text):
        return False
    return not (is_caption(text) or is_source(text) or is_unit(text) or is_remark(text))


_LEGEND = re.compile(r"(?P<mark>[※＊*†‡](?:\d{1,2})?)[)）]?[\s\u3000]*(?=[^\s\d])")
_LOOKALIKE = re.compile(r"(?<=\d)[OoＯ](?=\d)")  # a nought that recognition took for the letter


def _marks(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the marks that open remarks among the lines below (※1 …), the longest first."""
    found = {match["mark"] for line in lines if (match := _LEGEND.match(whole(line).text))}
    return tuple(sorted(found, key=len, reverse=True))


def masked(text: str, marks: Sequence[str]) -> str:
    """Return text with its signs folded, marks that stand behind a figure as spaces, character for character."""
    for mark in marks:
        text = re.sub(rf"(?<=[\d%]){re.escape(mark)}", " " * len(mark), text)
    return _LOOKALIKE.sub("0", fold_signs(text))


def rows(line: Line, marks: tuple[str, ...] = ()) -> tuple[Run, ...]:
    """Return the rows that a line holds, or none where it is not made of names and figures only.

    ``marks`` are those of the remarks below, which may stand behind a figure.
    """
    if not _plain(line):
        return ()
    piece = whole(line)
    folded = masked(piece.text, marks)
    found = [match for match in _RUN.finditer(folded) if _LETTER.search(folded[: match.start()])]
    if not found or found[-1].end() < len(folded):
        return ()
    made: list[Run] = []
    at, most = 0, max(len(re.findall(r"\d", match[0])) for match in found)
    for match in found:
        inside = match is not found[-1] and len(re.findall(r"\d", match[0])) * 3 < most
        name = strip(Slice(line, piece.start + at, piece.start + match.start()))
        if inside or not _LETTER.search(name.text):
            continue  # the digits belong to a name: 第1区
        run = strip(Slice(line, piece.start + match.start(), piece.start + match.end()))
        made.append(Run(name, run, marks))
        at = match.end()
    return tuple(made) if all(width(one.name.text) <= _WIDEST for one in made) else ()


def total_row(names: Sequence[str]) -> int | None:
    """Return which row adds up the others by its name: the last or the first, and no other; else None."""
    flat = [re.sub(r"[\s\u3000]", "", name) if not name.isascii() else name.strip() for name in names]
    named = [n for n, name in enumerate(flat) if _TOTAL.fullmatch(name)]
    if any(_PART.fullmatch(name) for name in flat) or len(named) != 1:
        return None
    return named[0] if named[0] in (0, len(names) - 1) else None

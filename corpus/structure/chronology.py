"""Chronologies: lines that each give a time and, behind wide space, what was then (1988年　港を開く).

Invariant: the times of the rows that print a year never go back, and no row is cut but behind its time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.structure.grid import Grid, RowCut
from corpus.structure.lines import Line, Slice, is_wide, strip, whole, width
from corpus.structure.lists import item

_FEWEST = 3  # rows
_WIDEST = 160  # columns of a row
_YEAR = r"(?:(?:明治|大正|昭和|平成|令和)\s?(?:元|\d{1,2})年(?:[（(]\d{4}年?[)）])?|(?:1\d|20)\d\d\s?[年년])度?"
_REST = r"(?:\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日일])?(?:[上中下]旬)?|[春夏秋冬])?"
_TIME = re.compile(rf"(?P<year>{_YEAR}){_REST}|(?:同年?|翌年)?\s?\d{{1,2}}\s?[月월](?:\s?\d{{1,2}}\s?[日일])?|同年")
_GAP = re.compile(r"[:：]?[ \t]*\u3000[ \t\u3000]*|[:：]?[ \t]{2,}|(?<=[年月日度旬春夏秋冬]) (?=[^\W\d_])|[:：]\s*")
_HEAD = re.compile(
    r"(?:年月日?|年次?|年度|西暦|時期|期日|日付|月日|日期|时间|時間|年份|연월일?|연도|시기)"
    r"(?:\u3000[ \u3000]*|[ \t]{2,}| )\S.{0,20}"
)
_ERA = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}  # the years before their first


def chronology(lines: Sequence[Line], start: int) -> Grid | None:
    """Return the chronology that opens at ``lines[start]``, a line of names above it included, or None."""
    named = bool(_HEAD.fullmatch(lines[start].text.strip()))
    rows: list[tuple[Slice, Slice]] = []
    years: list[int] = []
    for line in lines[start + named :]:
        cut = _cut(line)
        if cut is None:
            break
        time = _TIME.match(cut[0].text)
        if time and time["year"]:
            years.append(_year(time["year"]))
        rows.append(cut)
    if len(rows) < _FEWEST or len(years) * 2 < len(rows) or not _dated(rows[0][0]):
        return None
    if any(later < earlier for earlier, later in pairwise(years)) or years[0] == years[-1]:
        return None
    top = (_row(lines[start], _halves(lines[start])),) if named else ()
    return Grid(top, tuple(_row(cut[0].line, cut) for cut in rows), len(rows) + named)


def _cut(line: Line) -> tuple[Slice, Slice] | None:
    """Return the time that opens a line and the words behind it, or None where it gives no time and words."""
    piece = whole(line)
    text = piece.text
    time = _TIME.match(text)
    gap = _GAP.match(text, time.end()) if time else None
    if time is None or gap is None or width(text) > _WIDEST or "\t" in text or "|" in text or item(line.text):
        return None
    words = text[gap.end() :]
    if not re.search(r"[^\W\d_]{2}", words) or re.search(r"\u3000{2,}|\S {2,}\S", words):
        return None  # figures, or more than one column behind the time
    if gap.group() == " " and not is_wide(words[0]):
        return None
    return Slice(line, piece.start, piece.start + time.end()), Slice(line, piece.start + gap.end(), piece.end)


def _dated(time: Slice) -> bool:
    found = _TIME.match(time.text)
    return bool(found and found["year"])


def _year(printed: str) -> int:
    digits = re.search(r"(?:1\d|20)\d\d", printed)
    if digits:
        return int(digits[0])
    count = re.search(r"\d+", printed)
    return _ERA[printed[:2]] + (int(count[0]) if count else 1)


def _halves(line: Line) -> tuple[Slice, Slice]:
    piece = whole(line)
    gap = re.search(r"[ \t\u3000]+", piece.text)
    assert gap is not None
    at = piece.start
    return strip(Slice(line, at, at + gap.start())), strip(Slice(line, at + gap.end(), piece.end))


def _row(line: Line, cells: tuple[Slice, Slice]) -> RowCut:
    return RowCut((whole(line),), tuple((cell,) for cell in cells))

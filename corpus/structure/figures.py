"""What the cells of a table print as figures: exact numbers with their units, and what only looks like one.

Invariant: a number is the exact decimal that is printed, or there is none; an empty cell is never zero, and a code, a
rank or a year is no figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from corpus.normalize import search_text
from corpus.structure.captions import unit_of
from corpus.structure.numbers import parse_number

ColumnKind = Literal["code", "order", "time", "figure", "words"]

_FIGURE = re.compile(
    r"([-−–△▲+])?\s*(us|hk|a|nt)?([$€¥£₩])?\s*([\d.,]+(?:\s?[兆億万千百조억만천]\s?[\d.,]*)*)\s?(\D{0,6})"
)
_NO_FIGURE = re.compile(
    "[年月日位番ぁ-ん]|^[년월일위번]|世紀|^[-−–]|未満|未满|以[上下内]|超$|이상|이하|미만|초과"
)  # a bound is a class
_WRONG_GROUPS = re.compile(r"(?<!\d)(?:\d{4,},|\d{1,3},(?!\d{3}(?!\d)))")  # 1,3-…: no comma of thousands
_EMPTY = re.compile(r"[-−–—―ー‐…*.・\s]*|n/?a\.?|なし|無|无|없음", re.IGNORECASE)
_CODE_HEADER = re.compile(
    r"コード|番号|記号|品番|郵便|電話|\bcodes?\b|\bids?\b|\bno\.?$|\bnumber$|\bHS\b|代码|代碼|编号|編號|코드|번호",
    re.IGNORECASE,
)
_ORDER_HEADER = re.compile(r"順位|順番|排名|名次|순위|^位$|^#$|\brank(?:ing)?\b", re.IGNORECASE)
_TIME_HEADER = re.compile(
    r"^(?:年度?|年月|年次|月|時期|期間|日付|time|year|month|date|period|연도|년도|날짜)$", re.IGNORECASE
)
_YEAR_HEADER = re.compile(r"(?:年|年度|年份|연도|년도)$|\byears?\b", re.IGNORECASE)  # 建築年, year built
_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
_UNIT_HEADER = re.compile(r"単位|單位|单位|단위|units?(?: of measure(?:ment)?)?", re.IGNORECASE)
_REPEATS = re.compile(
    r"(?P<above>[〃″\"]|同上?|上[に記]?同じ?|同前|ditto|do\.|id\.|위와\s?같음|상동|동상)|(?P<left>同左|左[に記]?同じ?|좌동|←)",
    re.IGNORECASE,
)
# A rank, a share or a note's mark in brackets behind a figure (938（2）, 30.5 (12 %), 45[1]), and what says before it
# that it is rounded or provisional.
_ASIDE = re.compile(r"(?<=\d)\D{0,3}?\s*[(\[]\s*[-−–△▲+]?\s*(?:第|注)?\s*\d[\d.,]*\s*\D{0,2}[)\]]$")
_MARK = re.compile(r"(?<=\d)※\d{0,2}$")  # of a remark below the table
_BEFORE = re.compile(r"^(?:約|およそ|[pr]\s?(?=\d)|ca?\.\s?|approx\.\s?|约|약)\s*", re.IGNORECASE)


def figure(text: str) -> Decimal | None:
    """Return the number that a cell prints, sign and unit aside, or None when it holds none."""
    found = _match(text)
    if found is None or _NO_FIGURE.search(found[5]) or _WRONG_GROUPS.search(text):
        return None
    digits = found[4].replace(",", "")
    try:
        value = Decimal(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else parse_number(digits)
    except ArithmeticError:
        return None
    if value is None:
        return None
    return -value if found[1] and found[1] != "+" else value


def is_empty(text: str) -> bool:
    """Say whether a cell prints no value: nothing at all, or a sign for nothing."""
    return bool(_EMPTY.fullmatch(text.strip()))


def unit_in(text: str) -> str:
    """Return the unit that a cell prints with its figure (``12%``, ``$3.5``, ``30人``), or nothing."""
    found = _match(text)
    unit = (found[5] or found[3] or "").strip() if found else ""
    marked = found is not None and not found[3] and found[5] in _MARKS and re.search(rf"\d{unit}\W*$", text)
    return "" if marked else unit


def counted_in(text: str, column: str) -> str:
    """Return the unit of a cell's figure: its own, else its column's; both of a rate (650 a day)."""
    own = unit_in(text)
    return f"{column} {own}".strip() if _EACH.fullmatch(own) else own or column


_MARKS = tuple("abcdepr")  # letters right behind a figure that send to a note below, or say provisional or revised
_EACH = re.compile(r"(?:an?|per|each) [a-z]+")


def unit_column(header: Sequence[str]) -> int | None:
    """Return the column that says in which unit each row is counted (単位, Unit), or None where there is none."""
    named = [column for column, name in enumerate(header) if _UNIT_HEADER.fullmatch(name.strip())]
    return named[0] if len(named) == 1 else None


def repeats(text: str) -> Literal["above", "left", ""]:
    """Say whether a cell only repeats another one, and which: the one above it (同上, ″) or on its left (同左)."""
    match = _REPEATS.fullmatch(text.strip())
    if match is None:
        return ""
    return "above" if match["above"] else "left"


def _match(text: str) -> re.Match[str] | None:
    bare = _BEFORE.sub("", _MARK.sub("", search_text(text).strip().strip("*＊†")))
    aside = _ASIDE.search(bare)
    if aside is not None:
        bare = bare[: aside.start()] + re.sub(r"\s*[(\[].*$", "", aside.group())
    return _FIGURE.fullmatch(bare)


def column_kinds(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[ColumnKind, ...]:
    """Return what each column of a table holds, from its name and from what its cells have in common."""
    width = max((len(row) for row in rows), default=0)
    return tuple(
        _kind(
            header[column].strip() if column < len(header) else "",
            [row[column].strip() for row in rows if column < len(row) and row[column].strip()],
            column,
        )
        for column in range(width)
    )


def _kind(name: str, cells: Sequence[str], column: int) -> ColumnKind:
    figures = [figure(cell) for cell in cells]
    printed = [value is not None or is_empty(cell) for value, cell in zip(figures, cells, strict=True)]
    if sum(printed) * 2 < len(cells) or not any(value is not None for value in figures):
        return "words"
    counted = len(cells) > 1 and figures == [Decimal(number) for number in range(1, len(cells) + 1)]
    if _ORDER_HEADER.search(name) or (counted and column == 0 and not unit_of("", ("", name))):
        return "order"
    if _CODE_HEADER.search(name) or _are_codes(cells):
        return "code"
    dated = column == 0 or _TIME_HEADER.match(name) or _YEAR_HEADER.search(name)
    if dated and all(_YEAR.fullmatch(cell) for cell, value in zip(cells, figures, strict=True) if value is not None):
        return "time"  # beside them may stand 計
    return "figure"


def _are_codes(cells: Sequence[str]) -> bool:
    """Say whether cells are digits of one length, six or more or with a nought in front: no figures are printed so."""
    if len(cells) < 2 or not all(re.fullmatch(r"\d+", cell) for cell in cells) or len({len(c) for c in cells}) > 1:
        return False
    return (len(cells) > 2 and len(cells[0]) >= 6) or (len(cells[0]) > 1 and any(cell[0] == "0" for cell in cells))

"""Rows that a question leaves out (砂糖以外, except sugar) or counts in with the others (娘も入れて, including sugar).

Invariant: what is left out is no row to rank, count or add up, nor is a printed total that holds it; what is counted in
chooses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.compose.tables.grid import Grid, Line
from bot.compose.tables.spans import Span
from bot.excluded import BEFORE_EN, BEHIND_JA, BEHIND_KO, KANA_JA

_JA = rf"[一-鿿ァ-ヶーa-z0-9・]{{1,16}}(?:{KANA_JA})?"
_EN = r"[a-z0-9][a-z0-9'’ -]{0,40}?"
_EN_END = r"(?=[,?)!.]|$| (?:in|on|at|to|who|which|from|are|is|was|were|and)\b)"
_ZH = "[一-鿿ァ-ヶa-z0-9]{1,14}?"
_KO = "[가-힣a-z0-9]+?"
# A thing that is not meant: 人毛じゃないほうのかつら, 小麦以外; at an end (砂糖じゃない？) it is the very thing.
_LEFT_OUT = re.compile(
    rf"(?P<ja>{_JA})(?:(?:じゃ|では?)な[いく](?!です|でしょ|の?か?[?？。]|の?か?$)|{BEHIND_JA})|"
    rf"\b(?:{BEFORE_EN}) (?:the )?"
    rf"(?P<en>{_EN}){_EN_END}|"
    rf"除了?(?P<zh>{_ZH})(?:之外|以外|外|(?=[，,]))|(?:不算|不含|不包括)(?P<zh_last>{_ZH})(?=[，,的]|$)|"
    rf"(?P<ko>{_KO})(?:{BEHIND_KO})",
    re.IGNORECASE,
)
_COUNTED_IN = re.compile(
    rf"{_JA}(?:も|を|まで)(?:入れ|含め)て?|{_JA}も足して|{_JA}込みで|\b(?:including|counting) (?:the )?{_EN}{_EN_END}|"
    rf"(?:包括|算上|连){_ZH}(?:在内|也|，|,)|{_KO}(?:을|를|도|까지)? ?(?:포함|넣어)\S*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Set:
    """What a question sets apart: ``names`` it does not mean, and ``said``, all the words that set anything apart.

    ``behind`` are the words behind such a name (以外): no name runs on into them.
    """

    names: tuple[Span, ...]
    said: tuple[Span, ...]
    behind: tuple[Span, ...]


def set_apart(plain: str) -> Set:
    """Return where a question names what it does not mean, and what is to be counted with the rest."""
    out = list(_LEFT_OUT.finditer(plain))
    counted = [match.span() for match in _COUNTED_IN.finditer(plain)]
    names = tuple(_name(match) for match in out)
    behind = tuple((name[1], match.end()) for name, match in zip(names, out, strict=True))
    return Set(names, (*(match.span() for match in out), *counted), behind)


def _name(match: re.Match[str]) -> Span:
    return next(match.span(name) for name, said in match.groupdict().items() if said is not None)


def without(grid: Grid, lines: Sequence[Line]) -> Grid:
    """Return a table less some of its rows, and less its totals, which hold them."""
    if not lines:
        return grid
    return replace(grid, body=tuple(line for line in grid.body if line not in lines), totals=())

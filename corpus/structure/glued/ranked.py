"""Ranks that ran into the names behind them, where the header has a column for them (順位 over 1檜川市).

Invariant: only ranks that count on from row to row are put apart, and of every row but a total, or of none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.structure.grid import Grid, RowCut
from corpus.structure.lines import Slice
from corpus.structure.signs import fold_signs

_RANK = re.compile(r"(?P<rank>(?P<number>\d{1,3}))[.．、]?[ \u3000]*(?=[^\W\d_]|[「『（(])")
_PLACE = re.compile(r"(?P<rank>(?P<number>\d{1,3})[位위])[ \u3000]*(?=[^\W\d_]|[「『（(])")
_NAMES_RANKS = re.compile(r"順位?|位|ランク|名次|排名|순위|No\.?|Rank|Pos(?:ition)?|番号|#", re.IGNORECASE)
_FEWEST = 3  # rows


def ranks_apart(grid: Grid) -> Grid:
    """Return a table with the ranks that open all its rows as cells of their own, where a column is named for them.

    A total at its end has a name and no rank.
    """
    names = grid.names
    if len(grid.rows) < _FEWEST or len(names) < 2 or not _NAMES_RANKS.fullmatch(names[0].strip()):
        return grid
    if any(not row.cells or not row.cells[0] for row in grid.rows) or not all(_lacks_name(grid)):
        return grid
    total = bool(_TOTAL.fullmatch(grid.rows[-1].texts[0].strip()))
    opening = [fold_signs(row.cells[0][0].text) for row in grid.rows[: len(grid.rows) - total]]
    rank = _PLACE if all(map(_PLACE.match, opening)) else _RANK  # 1位田町 may be a place
    found = [rank.match(words) for words in opening]
    ranks = [int(match["number"]) for match in found if match]
    if len(ranks) < len(found) or not _count_on(ranks):
        return grid
    behind = {row.texts[0][match.end() :][:1] for row, match in zip(grid.rows, found, strict=False) if match}
    if len(behind) == 1 and any(len(row.cells) == len(names) for row in grid.rows):
        return grid  # 1号館, 2号館 beside an empty column of something else
    lacking = [replace(row, cells=(row.cells[0], *row.cells[len(row.cells) - len(names) + 2 :])) for row in grid.rows]
    ends = [(match.end("rank"), match.end()) if match else (0, 0) for match in (*found, None)]
    return replace(grid, rows=tuple(_parted(row, *end) for row, end in zip(lacking, ends, strict=False)))


_TOTAL = re.compile(r"[合総小]?\s?計|[Tt]otal|합\s?계|[合总總]计|合計")


def _count_on(ranks: Sequence[int]) -> bool:
    """Say whether ranks count on from row to row, those that are equal counted as one or as so many (1, 2, 2, 4)."""
    steps = zip(ranks, ranks[1:], range(1, len(ranks)), strict=False)
    counted = all(after in (before, before + 1, ranks[0] + at) for before, after, at in steps)
    return counted and len(set(ranks)) >= _FEWEST


def _lacks_name(grid: Grid) -> list[bool]:
    """Say of each row whether its cell for the name is missing, or printed empty (1北港, nothing, 24)."""
    columns = len(grid.names)
    return [
        len(row.cells) == columns - 1 or (len(row.cells) == columns > 2 and not row.texts[1].strip())
        for row in grid.rows
    ]


_CODE_AND_NAME = re.compile(
    r"(?P<code>[^・／/]*(?:コード|番号|[Cc]ode|编号|코드))"
    r"(?:[・／/](?P<name>[^・／/]+)|(?P<stub>品目名?|品名|商品名?|製品名?|名称|품목명?|품명|品种|商品|项目|国名|地域名?))"
)
_CODE = re.compile(r"(?P<code>\d{3,})[ \u3000]*(?=[^\W\d_])")


def codes_apart(grid: Grid) -> Grid:
    """Return a table with the codes that open all its rows apart, where one column is named for codes and names."""
    if len(grid.header) != 1 or len(grid.rows) < _FEWEST or not grid.header[0].cells or not grid.header[0].cells[0]:
        return grid
    top = grid.header[0].cells[0]
    named = _CODE_AND_NAME.fullmatch(top[0].text) if len(top) == 1 else None
    found = [_CODE.match(row.cells[0][0].text) if row.cells and row.cells[0] else None for row in grid.rows]
    if not named or len({len(match["code"]) if match else 0 for match in found}) != 1 or None in found:
        return grid
    rows = [_parted(row, match.end("code"), match.end()) for row, match in zip(grid.rows, found, strict=True) if match]
    header = _parted(grid.header[0], named.end("code"), max(named.start("name"), named.start("stub")))
    return replace(grid, header=(header,), rows=tuple(rows))


def _parted(row: RowCut, rank: int, name: int) -> RowCut:
    first, *others = row.cells[0]
    before = (Slice(first.line, first.start, first.start + rank),) if rank else ()
    behind = Slice(first.line, first.start + name, first.end)
    return replace(row, cells=(before, (behind, *others), *row.cells[1:]))

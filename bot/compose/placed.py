"""The rows of a table that a sentence means by their places in it (このうち3-5位、9、10位の商品は禁止されている).

Invariant: a row is brought only where the text itself says which table its places are of, by the label that stands
last before them, and the table is in the order of its places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from bot.compose.candidates import Candidate
from bot.compose.rows import cells_of
from bot.compose.tables.grid import Column, Grid
from bot.compose.tables.making import grids
from corpus.document import Span, Table
from corpus.structure.quantities import Quantity, find_quantities

# Behind places that stand for what has them: 3-5位の商品, 第3位的品目, 5위 품목.
_STANDS_FOR = re.compile(
    r"(?:まで)?[のと]?(?:商?品目?|商品|もの|国|企業|会社|都市|項目|製品)|的|"
    r"[은는의까] ?|\s(?:품목|상품|제품|나라)"
)
_MOST = 12  # rows


class Placed(NamedTuple):
    """A row, and where its name and the figure that ranks it stand."""

    row: Candidate
    name: Span
    figure: Span


def rows_placed(candidate: Candidate) -> tuple[Placed, ...]:
    """Return the rows whose places a sentence names instead of them, all or none."""
    if candidate.passage.kind != "prose":
        return ()
    places = tuple(_places(candidate.text))
    table = _table_before(candidate) if places else None
    grid = next((one for one in grids((candidate.document,)) if table and table.id in one.tables), None)
    if grid is None or len(places) > _MOST:
        return ()
    found = [_row(candidate, grid, place) for place in places]
    return tuple(one for one in found if one) if all(found) else ()


def _places(text: str) -> Iterator[int]:
    """Yield the places that a sentence names one by one, of a range each; only where they stand for their rows."""
    ranks = [quantity for quantity in find_quantities(text) if quantity.unit == "rank"]
    if not ranks or not _STANDS_FOR.match(text, ranks[-1].end) or not _together(text, ranks):
        return
    for rank in ranks:
        yield from range(int(rank.value), int(rank.upper or rank.value) + 1)


def _together(text: str, ranks: list[Quantity]) -> bool:
    return all(re.fullmatch(r"\s*[、,，・と및和]\s*", text[one.end : two.start]) for one, two in pairwise(ranks))


def _table_before(candidate: Candidate) -> Table | None:
    """Return the table whose label the passage of a sentence says last, up to the sentence's end."""
    said = candidate.document.text[candidate.passage.start : candidate.end]
    labelled = [table for table in candidate.document.tables if table.label and table.label in said]
    last = max((said.rfind(table.label) for table in labelled), default=-1)
    named = [table for table in labelled if said.rfind(table.label) == last]
    return named[0] if len(named) == 1 else None


def _row(candidate: Candidate, grid: Grid, place: int) -> Placed | None:
    """Return the row at a place; None where the table is in no such order."""
    ranks = next((column for column in grid.columns if column.kind == "rank"), None)
    if ranks is not None:
        line = next((line for line in grid.counted if line.cell(ranks.index).text.strip(" .位위") == str(place)), None)
    else:
        falls = len(grid.measures) == 1 and _falls(grid, grid.measures[0])
        line = grid.counted[place - 1] if falls and 0 < place <= len(grid.counted) else None
    passage = grid.passage(line) if line else None
    if line is None or passage is None or passage.kind != "row":
        return None
    row = candidate.whole(passage)
    cell = next(iter(cells_of(row)), None)
    return Placed(row, Span(line.name.start, line.name.end), Span(cell.cell.start, cell.cell.end)) if cell else None


def _falls(grid: Grid, column: Column) -> bool:
    values = [line.cell(column.index).value for line in grid.counted]
    return all(a is not None and b is not None and a >= b for a, b in pairwise(values))

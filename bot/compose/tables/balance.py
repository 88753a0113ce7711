"""What is sold less what is bought: the totals of two tables that run against each other.

Invariant: both tables are of one document, print one total each in the column meant, in one unit, and differ in nothing
but the direction; a surplus is not told where there is a deficit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from difflib import SequenceMatcher

from bot.compose.tables import calculation
from bot.compose.tables.cells import Finding, shown_calculation
from bot.compose.tables.grid import Column, Grid
from bot.compose.tables.query import TableQuery, Word
from bot.compose.tables.reading import Reading
from bot.compose.tables.showing import amount, unit_in
from bot.compose.tables.statement import Figure
from bot.compose.tables.words import concepts_of
from corpus.normalize import search_text

_SURPLUS = r"黒字|出超|\bsurplus\b|顺差|順差|흑자"
_DEFICIT = r"赤字|入超|\bdeficit\b|逆差|적자"
_OUT = r"輸出|\bexport\w*|出口|수출"
_IN = r"輸入|\bimport\w*|进口|수입"
_GAP = (
    r"差し引[きいく]|差引き?|差額|収支|(?:上|下)回\w*|超過|の差|\bbalance\b|\bexceed\w*|\bdifference\b|"
    r"差额|超过|相差|수지|차이|차액|초과"
)
# Words that a balance is asked with; no table prints them. 対 and its like only turn one party to the other.
_WORDS = re.compile(rf"{_SURPLUS}|{_DEFICIT}|{_GAP}|{_OUT}|{_IN}|差|引|[対对對대]$", re.IGNORECASE)
_TURNING = re.compile(rf"{_OUT}|{_IN}|\d+|\s+", re.IGNORECASE)
_TRADES = re.compile(r"貿易|交易|取引|\btrade\b|贸易|무역|교역", re.IGNORECASE)
_ALIKE = 0.8  # likeness of captions that differ in the direction alone


def balance(readings: Sequence[Reading]) -> Finding | None:
    """Return exports less imports where a question asks for the balance, or by how much one exceeds the other."""
    if not readings or not _asks(readings[0].query.plain):
        return None
    usable = [reading for reading in readings if _usable(reading)]
    found = [pair for pair in _opposed(usable) if not _contradicts(pair, readings[0].query.plain)]
    return _subtracted(found[0], readings[0].query) if len(found) == 1 else None


def _asks(plain: str) -> bool:
    ends = re.search(_OUT, plain), re.search(_IN, plain)
    if all(ends):
        return bool(re.search(f"{_GAP}|{_SURPLUS}|{_DEFICIT}", plain))
    return bool(_TRADES.search(plain) and re.search(f"{_SURPLUS}|{_DEFICIT}|収支|\\bbalance\\b|수지", plain))


def _usable(reading: Reading) -> bool:
    """Say whether a table has one total in the one column meant, and lacks nothing but the words for a balance."""
    fits = not (reading.lost_dates or reading.lost_codes or reading.phrases) and all(map(_is_word, reading.unsupported))
    return fits and len(reading.columns) == 1 and len(reading.grid.totals) == 1 and reading.placed


def _is_word(word: Word) -> bool:
    return _WORDS.match(word.surface) is not None


def _opposed(readings: Sequence[Reading]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the totals of tables that run against each other: exports first, or the larger where no word says which."""
    for index, one in enumerate(readings):
        for two in readings[index + 1 :]:
            a, b = _total(one), _total(two)
            if one.grid.document.id != two.grid.document.id or not _one_measure(a.column, b.column):
                continue
            ways = _way(one.grid), _way(two.grid)
            if set(ways) == {"export", "import"} and _differ_in_way_alone(one.grid, two.grid):
                yield (a, b) if ways[0] == "export" else (b, a)
            elif one.grid.route.reverses(two.grid.route) and ways[0] == ways[1]:
                yield (a, b) if (a.value or 0) >= (b.value or 0) else (b, a)


def _total(reading: Reading) -> Figure:
    return Figure(reading.grid, reading.grid.totals[0], reading.columns[0])


def _one_measure(one: Column, two: Column) -> bool:
    return one.unit == two.unit and one.periods == two.periods and one.header == two.header


def _way(grid: Grid) -> str:
    """Return export or import, which a caption names; nothing where it names both or neither."""
    named = concepts_of(grid.table.caption) & {"export", "import"}
    return next(iter(named)) if len(named) == 1 else ""


def _differ_in_way_alone(one: Grid, two: Grid) -> bool:
    bare = [_TURNING.sub("", search_text(grid.table.caption)) for grid in (one, two)]
    return SequenceMatcher(None, bare[0], bare[1], autojunk=False).ratio() >= _ALIKE


def _contradicts(pair: tuple[Figure, Figure], plain: str) -> bool:
    """Say whether a question takes for granted a surplus or a deficit that the tables, where they name both, deny."""
    first, second = (figure.value for figure in pair)
    if first is None or second is None:
        return True
    if not _way(pair[0].grid) or _way(pair[0].grid) == _way(pair[1].grid):
        return False
    wrong = _SURPLUS if first < second else _DEFICIT
    return bool(re.search(wrong, plain))


def _subtracted(pair: tuple[Figure, Figure], query: TableQuery) -> Finding:
    more, less = sorted(pair, key=lambda figure: -(figure.value or Decimal(0)))
    assert more.value is not None and less.value is not None
    outcome = calculation.difference(more.value, less.value, growth=False, signed=False)
    lang = more.grid.document.lang
    told = shown_calculation((more, less), outcome, unit_in(more.column, lang, lang))
    return Finding(amount(outcome.text, more.column, lang, query.lang), (more, less), told, sure=0.9)

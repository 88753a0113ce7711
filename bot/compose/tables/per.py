"""How much of one column falls to one of another, row by row: 1haあたり何トン, 학생 한 명당, pupils per teacher.

Invariant: both columns are told by the question, the divisor by its unit or its name; a rate that the table prints
itself is not reckoned anew.
"""

from __future__ import annotations

import re
from fractions import Fraction

from bot.compose.tables import calculation
from bot.compose.tables.cells import Finding, named_lines, shown_calculation, superlative
from bot.compose.tables.grid import Column, Line
from bot.compose.tables.query import TableQuery
from bot.compose.tables.reading import Reading
from bot.compose.tables.showing import bracketed, name_text
from bot.compose.tables.statement import Figure
from bot.compose.tables.support import words_of
from bot.compose.tables.words import light
from corpus.structure.units import same_unit, unit_at

PER = re.compile(
    r"(?P<of>[一-鿿ァ-ヶー]*?)(?:[1一]\s*)?(?P<unit>[一-鿿ァ-ヶーa-z㎡²]{1,8}?)(?:あたり|当たり|につき)|"
    r"\b(?:per|for (?:each|every)) (?P<en>[a-z]+(?: [a-z]+)?)|每(?:一?[个個名位])?(?P<zh>[一-鿿]{1,4})|"
    r"(?P<ko>[가-힣]*?)\s?(?:한|1)?\s?(?P<count>명|인|개|곳|대|헥타르|㎡|ha)당"
)


def per_unit(reading: Reading) -> Finding | None:
    """Divide one column by another in the rows named, or in that where the quotient is largest or smallest."""
    match, query, grid = PER.search(reading.query.plain), reading.query, reading.grid
    if match is None or any(PER.search(light(column.header)) for column in grid.measures):
        return None
    below = _divisor(reading, match)
    above = _dividend(reading, below) if below else None
    lines = named_lines(reading)
    if below is None or above is None or not (len(lines) == 1 or (not lines and superlative(query))):
        return None
    line = lines[0] if lines else _extreme(reading, above, below)
    return _divided(Figure(grid, line, above), Figure(grid, line, below), query, named=not lines) if line else None


def _divisor(reading: Reading, match: re.Match[str]) -> Column | None:
    """Return the one column that counts in the unit, or is called by the noun, of which one is spoken of."""
    said = next((match[group] for group in ("unit", "en", "zh", "count") if match[group]), "")
    noun = next((match[group] for group in ("of", "en", "zh", "ko") if match[group]), "")
    unit = unit_at(said, 0)[0] or said
    measures = [column for column in reading.grid.measures if not column.total]
    called = [c for c in measures if noun and words_of(light(noun)) & words_of(light(c.header))]
    called = called or [c for c in measures if not c.measure and said and light(c.header).startswith(said)]
    counted = [c for c in measures if c.measure and same_unit(unit, c.measure)]
    found = called if len(called) == 1 else [c for c in counted if c in called] or counted
    return found[0] if len(found) == 1 else None


def _dividend(reading: Reading, below: Column) -> Column | None:
    """Return the one other column that the question names or asks for by its unit, or that is left."""
    others = [column for column in reading.grid.measures if column is not below and not column.total]
    for group in (
        [column for column in others if column in reading.columns and reading.told],
        [column for column in others if column.measure and same_unit(reading.query.unit, column.measure)],
        others,
    ):
        if len(group) == 1:
            return group[0]
    return None


def _extreme(reading: Reading, above: Column, below: Column) -> Line | None:
    """Return the row with the largest quotient, or the smallest where that is asked for."""
    held = []
    for line in reading.grid.counted:
        first, second = (Figure(reading.grid, line, column).value for column in (above, below))
        if first is not None and second:
            held.append((Fraction(first) / Fraction(second), line))
    if not held:
        return None
    least = "least" in reading.query.intents
    return (min if least else max)(held, key=lambda pair: pair[0])[1]


def _divided(above: Figure, below: Figure, query: TableQuery, *, named: bool) -> Finding | None:
    if above.value is None or below.value is None or (outcome := calculation.ratio(above.value, below.value)) is None:
        return None
    unit = "/".join(part for part in (above.column.unit, below.column.unit) if part)
    result = f"{outcome.text} {unit}".strip()
    short = bracketed(name_text(above.line), result, query.lang) if named else result
    return Finding(short, (above, below), shown_calculation((above, below), outcome, unit), sure=0.85)

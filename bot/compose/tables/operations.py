"""Which operation a question asks of one table.

Invariant: the first operation whose words the question uses decides; looking up is what remains.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.compose.tables.ages import by_age
from bot.compose.tables.cells import Finding, named_lines, ranks_asked, superlative
from bot.compose.tables.columnwise import by_printed_change, column_against_column
from bot.compose.tables.compare import asks_which, changed, compare_within, comparing, most_changed
from bot.compose.tables.counting import count_rows, counting, counts_rows, limited
from bot.compose.tables.lookup import look_up, spells_total
from bot.compose.tables.neighbours import beside_row, beyond_row
from bot.compose.tables.overtaking import overtaken
from bot.compose.tables.per import per_unit
from bot.compose.tables.ranking import rank_of, ranked
from bot.compose.tables.reading import Reading
from bot.compose.tables.shares import proportion, sharing
from bot.compose.tables.sums import add_up, mean


def find(reading: Reading) -> Finding | None:
    """Do what the question asks of the table; None when the table leaves it open."""
    query = reading.query
    intents = query.intents
    if found := next(filter(None, (operation(reading) for operation in _OF_THEIR_OWN)), None):
        return found
    if intents & {"growth", "difference"} and not named_lines(reading):
        if "growth" in intents and (found := by_printed_change(reading)):
            return found
        if superlative(query) and "growth" in intents:
            return most_changed(reading)
        if (reading.rows_asked or asks_which(query) or "list" in intents) and (found := changed(reading)):
            return found
    for wanted, operation in _OPERATIONS:
        if wanted(reading):
            return operation(reading)
    return look_up(reading)


# What tells by itself whether it is asked for.
_OF_THEIR_OWN = (per_unit, overtaken, column_against_column, by_age, beside_row, beyond_row)
_OPERATIONS: tuple[tuple[Callable[[Reading], bool], Callable[[Reading], Finding | None]], ...] = (
    (comparing, compare_within),
    (sharing, proportion),
    (lambda r: "average" in r.query.intents, mean),
    (lambda r: bool(r.query.limits) and counts_rows(r), limited),
    (lambda r: counts_rows(r) and not named_lines(r), count_rows),
    (lambda r: counting(r) and not r.grid.measures, count_rows),  # 全部で何人 of a list of people
    (lambda r: "sum" in r.query.intents or spells_total(r), add_up),
    (lambda r: bool(r.query.limits), limited),
    (lambda r: "rank-of" in r.query.intents and bool(named_lines(r)), rank_of),
    (lambda r: bool(ranks_asked(r)) or superlative(r.query), ranked),
    (counting, count_rows),
)

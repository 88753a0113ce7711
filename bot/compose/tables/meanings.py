"""What a table's columns are about, whatever they are called.

Invariant: a concept is read from what the table prints, or follows from the kind of its columns.
"""

from __future__ import annotations

from bot.compose.tables.grid import Column, Grid
from bot.compose.tables.matching import bare
from bot.compose.tables.words import Concept, concepts_of
from corpus.structure.countries import country_called
from corpus.structure.units import MONEY

# Concepts whose words mean the same column within one language (肩書 and 役職); the others only translate.
SYNONYMS: frozenset[Concept] = frozenset(
    {
        "item",
        "name",
        "person",
        "code",
        "rank",
        "money",
        "number",
        "quantity",
        "role",
        "author",
        "cost",
        "first-half",
        "second-half",
    }
)


def implied_concepts(grid: Grid) -> frozenset[Concept]:
    """Return the concepts that any such table carries without printing the word."""
    found: set[Concept] = {"rank"} if grid.measures else set()
    if grid.measures:
        found.add("number")
    if any(column.measure in MONEY for column in grid.measures):
        found |= {"money"}
        if any(column.concepts & {"price", "cost", "money"} for column in grid.measures):
            found |= {"price", "cost"}
    if any(column.measure in ("tonne", "kg", "g", "barrel") for column in grid.measures):
        found.add("quantity")
    named = concepts_of(grid.table.caption) | frozenset(c for column in grid.columns for c in column.concepts)
    if named & {"item", "export", "import", "name", "code"}:
        found |= {"item", "name"}
    countries = sum(bool(country_called(bare(line.name.text))) for line in grid.body)
    if countries and 2 * countries >= len(grid.body):
        found.add("country")
    return frozenset(found)


def column_concepts(grid: Grid, column: Column) -> frozenset[Concept]:
    """Return what a column is about; the two columns of a list without a header are names and what they are."""
    if column.header:
        return column.concepts - {"item", "trade"} if column.kind == "measure" else column.concepts
    if not grid.table.header and not grid.measures and len(grid.columns) == 2:
        return frozenset({"person", "name"}) if column.kind == "name" else frozenset({"role"})
    return frozenset()

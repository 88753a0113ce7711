"""Tables of expressions of time, one a line (``quote | value | text``), and what a quote is read as."""

from __future__ import annotations

from corpus.structure.dates import resolve_dates

PUBLISHED = "2025-03-24"


def lines(table: str) -> list[list[str]]:
    """Return the parts of the lines of a table."""
    return [[part.replace("\\n", "\n") for part in line.split(" | ")] for line in table.strip().splitlines()]


def said(text: str, quote: str) -> list[str]:
    """Return the values of the dates that stand where ``quote`` does."""
    at = text.index(quote)
    here = [one for one in resolve_dates(text, PUBLISHED) if one.start < at + len(quote) and at < one.end]
    return ["/".join(filter(None, (one.value, one.until))) for one in here]

"""Find the dates a text prints, complete the ones it abbreviates, compare them and write them. One concern a file.

Invariant: a mention is a slice of the text as given, and its value holds only what is printed (`find_dates`) or what
the surrounding text determines (`resolve_dates`). Values are ISO 8601 as far as known (see `parts`).
"""

from __future__ import annotations

from corpus.structure.dates.agreement import matches
from corpus.structure.dates.context import resolve_dates
from corpus.structure.dates.finding import find_dates
from corpus.structure.dates.mentions import DateMention
from corpus.structure.dates.rendering import render_date

__all__ = ["DateMention", "find_dates", "matches", "render_date", "resolve_dates"]

"""Lists of words as people write them: an entry a line, fields with ``=`` between, and words in a field with commas.

Invariant: what is not a remark or blank comes out as one entry with the number of its line; nothing is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list: its number from 1, what it tells without its remark, and the fields of that."""

    line: int
    told: str
    fields: tuple[str, ...]

    @property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """Return the words of each field."""
        return tuple(tuple(word.strip() for word in field.split(",") if word.strip()) for field in self.fields)


def entries(text: str) -> Iterable[Entry]:
    """Yield the entries of a list in order; ``#`` begins a remark."""
    for number, line in enumerate(text.splitlines(), start=1):
        told = line.partition("#")[0].strip()
        if told:
            yield Entry(number, told, tuple(field.strip() for field in told.split("=")))

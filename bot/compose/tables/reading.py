"""What a question means in one table, as data.

Invariant: every content word of the question is either carried by something the table prints (caption, header, row,
section, unit) or listed as unsupported; a date, code or direction that the table does not have is never dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.compose.tables.cues import Code
from bot.compose.tables.grid import Column, Grid, Line
from bot.compose.tables.query import TableQuery, Word
from corpus.structure.dates import DateMention

Direction = Literal["", "agrees", "reversed", "elsewhere"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name rows, ``[start, end)`` in the question, and the rows they name (several where all fit)."""

    start: int
    end: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a question means in one table. Phrases and columns are in the order in which the question names them.

    ``told`` says whether the question itself determined the columns; ``asked`` are columns of words it asks for.
    ``anchors`` counts what ties the question to this table rather than to any: label, direction, dates, caption words;
    ``worded`` says that a word of it, and not only a date, has its place; ``placed`` that it names the table's matter
    as printed: its label, its direction or a word of its caption; ``nearly`` that it names what no row is called,
    though a row's name holds it or is held by it.
    """

    grid: Grid
    query: TableQuery
    phrases: tuple[Phrase, ...]
    columns: tuple[Column, ...]
    told: bool
    asked: tuple[Column, ...]
    dated_lines: tuple[tuple[DateMention, tuple[Line, ...]], ...]
    dated_columns: tuple[tuple[DateMention, tuple[Column, ...]], ...]
    unsupported: tuple[Word, ...]
    lost_dates: tuple[DateMention, ...]
    lost_codes: tuple[Code, ...]
    direction: Direction
    labelled: bool
    anchors: int
    score: float
    worded: bool
    inferred: bool
    rows_asked: bool
    placed: bool
    nearly: bool

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return the rows that the question names, each once, in its order."""
        found: list[Line] = []
        for line in (line for phrase in self.phrases for line in phrase.lines):
            if line not in found:
                found.append(line)
        return tuple(found)

    @property
    def settled(self) -> bool:
        """Say whether the columns are determined, by the question or because there is only one."""
        return self.told or len(self.grid.measures) == 1

    @property
    def fits(self) -> bool:
        """Say whether everything that the question says has its place in this table."""
        return not (self.unsupported or self.lost_dates or self.lost_codes) and self.direction in ("", "agrees")

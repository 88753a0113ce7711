"""Make training examples of questions about tables: ``python -m retrieval.reader.tabled OUT FILES``.

One table a line of JSON: ``title``, ``author``, ``section`` and ``date`` of its document, its ``caption``, ``header``,
``rows`` and ``note``, and ``questions``, each with the question ``q``, its ``lang`` and ``kind``, and ``answers``: the
number ``r`` of a row that answers, and the numbers ``c`` of its cells that do.

Invariant: a window is a row as answers read it (`in_row`); it answers where the question's cells lie in it, and its
words are those from the first of these cells to the last. The windows of one question are one group, of one table but
for the last.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from retrieval.reader.encode import about, in_row
from retrieval.reader.example import Example
from retrieval.reader.making import read_rows, shuffled, some_of, with_turns, write_examples

_PARTS_LEFT_OUT = 0.2  # of what stands around a table
_POSITIVES, _NEGATIVES = 2, 4


@dataclass(frozen=True, slots=True)
class TableQuestion:
    """A question with the numbers of the cells that answer it, by row."""

    text: str
    lang: str
    kind: str
    answers: Mapping[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class AskedTable:
    """A table with what is said around it and what is asked about it."""

    caption: str
    title: str
    author: str
    date: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    asked: tuple[TableQuestion, ...]


def read_tables(path: Path) -> Iterator[AskedTable]:
    """Yield the tables of a file. Raises OSError, and ValueError with file and line for cells that are not there."""
    for place, row in read_rows(path):
        rows = tuple(tuple(cells) for cells in row["rows"])
        asked = tuple(_question(question) for question in row["questions"])
        for question in asked:
            for at, cells in question.answers.items():
                if not (0 <= at < len(rows) and cells and max(cells) < len(rows[at])):
                    raise ValueError(f"{place}: there are no cells {cells} in row {at} ({question.text})")
        caption = row["caption"] or row["section"]
        yield AskedTable(caption, row["title"], row["author"], row["date"], tuple(row["header"]), rows, asked)


def _question(row: Mapping[str, Any]) -> TableQuestion:
    answers = {answer["r"]: tuple(answer["c"]) for answer in row["answers"]}
    return TableQuestion(with_turns(row), row["lang"], row["kind"], answers)


class Maker:
    """Makes the examples of tables, anew each time it is asked to."""

    def __init__(self, tables: Sequence[AskedTable], seed: int) -> None:
        self.chance = random.Random(seed)
        self._tables = tables

    def groups(self) -> Iterator[list[Example]]:
        """Yield the examples of every question, in a random order of the questions."""
        asked = ((table, question) for table in self._tables for question in table.asked)
        for group, (table, question) in shuffled(asked, self.chance):
            yield self._examples(table, question, group)

    def _examples(self, table: AskedTable, question: TableQuestion, group: int) -> list[Example]:
        answering = list(question.answers)
        self.chance.shuffle(answering)
        made = []
        for at in answering[:_POSITIVES]:
            window, places = in_row(table.header, table.rows[at])
            cells = sorted(question.answers[at])
            place = (places[cells[0]][0], places[cells[-1]][1])
            made.append(Example(question.text, self._context(table), window, place[0] < place[1], *place, group))
        others = [at for at in range(len(table.rows)) if at not in question.answers]
        for at in self.chance.sample(others, min(_NEGATIVES, len(others))):
            window, _ = in_row(table.header, table.rows[at])
            made.append(Example(question.text, self._context(table), window, False, group=group))
        other = self.chance.choice(self._tables)
        if other is not table:
            window, _ = in_row(other.header, self.chance.choice(other.rows))
            made.append(Example(question.text, self._context(other), window, False, group=group))
        return made

    def _context(self, table: AskedTable) -> str:
        parts = (table.title, table.author, table.date)
        return about(table.caption, *some_of(parts, _PARTS_LEFT_OUT, self.chance))


def _epochs(tables: Sequence[AskedTable], count: int) -> Iterable[list[Example]]:
    maker = Maker(tables, 0)
    return chain.from_iterable(maker.groups() for _ in range(count))


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the examples of the files given, one a line."""
    write_examples(__doc__, arguments, read_tables, _epochs)


if __name__ == "__main__":
    main()

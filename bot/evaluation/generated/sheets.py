"""Tables as data: what they measure, when, of whom, and every figure.

Invariant: what a table holds is known before anything is printed; nothing here is random.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.evaluation.generated.subjects import Measure, Subject
from bot.messages import Lang

Layout = Literal["pipes", "tabs", "glued"]


@dataclass(frozen=True, slots=True)
class Period:
    """A year, or the first half of one, as a document prints it."""

    year: int
    style: str

    def printed(self) -> str:
        """Return the period as it stands in captions and headers."""
        return {
            "year": f"{self.year}年",
            "half": f"{self.year}年1-6月",
            "fiscal": f"{self.year}年度",
            "era": f"令和{self.year - 2018}年度",
        }[self.style]


@dataclass(frozen=True, slots=True)
class Place:
    """What the figures are of: a place or company by its name, or a direction of trade. ``asked`` names it by language.

    The Japanese names come in several wordings.
    """

    printed: str
    asked: tuple[tuple[Lang, tuple[str, ...]], ...]

    def names(self, lang: Lang) -> tuple[str, ...]:
        """Return how questions of a language name it."""
        return dict(self.asked)[lang]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures."""

    measure: Measure
    unit: str
    period: Period


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: its name, its code (or nothing) and its figures, None where the cell is empty."""

    name: str
    code: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table. ``label`` is empty where it stands under the label of the one before.

    ``empty`` is what an empty cell prints, ``top`` says that it lists only the first rows of more, ``parted`` that the
    label, the caption and the unit have lines of their own.
    """

    doc: str
    subject: Subject
    place: Place
    label: str
    columns: tuple[Column, ...]
    entries: tuple[Entry, ...]
    layout: Layout
    ranked: bool
    top: bool
    parted: bool
    empty: str

    @property
    def coded(self) -> bool:
        """Say whether the table prints codes."""
        return bool(self.entries[0].code)


@dataclass(frozen=True, slots=True)
class Series:
    """One column of a table: what a question asks about."""

    sheet: Sheet
    index: int

    @property
    def column(self) -> Column:
        """Return the column."""
        return self.sheet.columns[self.index]

    @property
    def full(self) -> bool:
        """Say whether no cell is empty."""
        return all(entry.values[self.index] is not None for entry in self.sheet.entries)

    @property
    def ordered(self) -> tuple[Entry, ...]:
        """Return the rows that have a figure, the largest first."""
        held = [entry for entry in self.sheet.entries if entry.values[self.index] is not None]
        return tuple(sorted(held, key=self.value, reverse=True))

    def value(self, entry: Entry) -> Decimal:
        """Return the figure of a row that has one."""
        value = entry.values[self.index]
        assert value is not None, entry.name
        return value

    def entry(self, name: str) -> Entry | None:
        """Return the row of a name, or None."""
        return next((entry for entry in self.sheet.entries if entry.name == name), None)


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: its tables, and whether it is Markdown with front matter or a plain text."""

    name: str
    subject: Subject
    title: str
    place: str
    year: int
    markdown: bool
    sheets: tuple[Sheet, ...]

"""Notes of a document as frozen data: what is printed, the sources it names, and what is wrong with it.

Invariant: every field is printed in the document; nothing is looked up. What a source that points to an earlier note
(同上, ibid.) takes from there is told by `Source.by`; its own words stay in `Source.text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FlagKind = Literal[
    "several sources", "no address", "address differs", "shared address", "torn address", "stranded half", "no mark",
    "by reference", "illegible",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """One primary source named in a note. Fields that the note does not print are empty.

    ``by`` is the marker of the earlier note that prints title, publisher, date and address where this one only points
    to it.
    """

    text: str
    title: str = ""
    publisher: str = ""
    date: str = ""  # when it was published, ISO 8601, as precise as printed: 2025-09-03, 2025-09 or 2025
    url: str = ""
    lang: str = ""  # ja, en, zh, ko: as the note says, else as title and address show; empty where they do not
    by: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a reader of a note should know before trusting it; ``detail`` says what, as printed."""

    kind: FlagKind
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Stray:
    """Half a note that a page end parted from its beginning, as printed at ``[start, end)``.

    It stands beside the note that it probably belongs to, for the ``reason`` given, and is no part of that note.
    """

    text: str
    start: int
    end: int
    url: str
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """The document's own footnote or reference. ``damage`` says what is wrong with it as printed, or is empty.

    ``flags`` say the same and more, one by one; ``strays`` are the halves of notes that may belong to it.
    """

    marker: str
    text: str
    start: int
    end: int
    sources: tuple[Source, ...] = ()
    damage: str = ""
    flags: tuple[Flag, ...] = ()
    strays: tuple[Stray, ...] = ()

    @property
    def damaged(self) -> bool:
        """Say whether the note cannot be taken as printed."""
        return bool(self.damage)

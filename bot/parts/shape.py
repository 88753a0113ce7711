"""What the grammars of four languages tell about a question that asks several things one after the other.

Invariant: a joint is a place of the text between two clauses, and nothing stands in it but punctuation and a
conjunction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.structure.dates import find_dates


@dataclass(frozen=True, slots=True)
class Joint:
    """Where a clause that may be a question of its own ends, and where what follows it starts."""

    end: int
    start: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a question that asks something, and the places in it of the words that ask."""

    text: str
    cues: tuple[tuple[int, int], ...]


class Grammar(Protocol):
    """How a language joins questions, ends the first of them, and leaves out in the next what was said before."""

    def joints(self, text: str, cues: Sequence[tuple[int, int]]) -> Sequence[Joint]:
        """Return the places where one question may end and the next begin, in order."""
        ...

    def finished(self, clause: Clause, past: bool) -> str:
        """Return a clause that goes on as a question that ends."""
        ...

    def carried(self, before: Clause, clause: Clause) -> str:
        """Return a clause with what it leaves out, since the clause before it says so."""
        ...

    def topic(self, clause: Clause) -> str:
        """Return the noun that a clause is about; empty where it does not say so."""
        ...


def without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a text without some stretches of it."""
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + text[end:]
    return text


def comes_after(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Return where a pattern that fits at a place ends; the place itself where it does not."""
    match = pattern.match(text, at)
    return match.end() if match else at


def shared_before(noun: str, own: str) -> str:
    """Return what stands in a noun phrase before the word that another begins with; empty where that has none.

    A date that the other begins with takes the place of those of the first (2015年の輸出の1位, 2025年の1位).
    """
    dates = find_dates(own)
    lead = dates[0].end if dates and dates[0].start == 0 else 0
    bare = re.sub(r"^[の\s]+", "", own[lead:])
    word = re.split(r"[の\s]", bare)[0]
    at = noun.find(word) if word else -1
    if at <= 0 or (bare == word and not lead):
        return ""
    before = noun[:at]
    if lead:
        before = without(before, [(date.start, date.end) for date in find_dates(before)])
    return re.sub(r"^[の\s]+", "", before)

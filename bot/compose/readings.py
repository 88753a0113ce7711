"""What the small reader says of the sentences that bear most on a question, and where its word may count.

Invariant: the reader chooses among sentences and points into them; every word shown is still a slice of a document. A
sentence that was not read keeps its place by words and meaning alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.compose.asked import Asked
from bot.compose.candidates import Candidate
from bot.compose.uses import Uses
from corpus.document import Span
from retrieval.reader.model import Reading, Window

MOST_READ = 16
"""Sentences read for a question: about 150 ms on two cores."""

_LONGEST_WINDOW = 260  # characters, as the reader was trained
_BESIDE = 0.6  # what counts of a window's relevance where its words stand in the sentence before


class Reads(Protocol):
    """Reads windows for a question."""

    def read(self, question: str, windows: Sequence[Window | str]) -> tuple[Reading, ...]:
        """Return a reading of each window, in the order given. Raises ModelError."""
        ...


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence as the reader sees it: how likely it answers, and its answering words with how sure those are."""

    relevance: float
    words: Span | None
    sure: float


class SmallReader:
    """Reads candidates with a reader, for certain uses."""

    def __init__(self, reader: Reads, uses: Uses) -> None:
        self._reader = reader
        self.uses = uses

    def read(self, asked: Asked, candidates: Sequence[Candidate]) -> tuple[Read, ...]:
        """Return what the reader says of each sentence, in the order given."""
        starts = [_start(asked, candidate) for candidate in candidates]
        windows: list[Window | str] = [
            Window(candidate.document.text[start : candidate.end], _context(candidate))
            for candidate, start in zip(candidates, starts, strict=True)
        ]
        readings = self._reader.read(asked.question.query, windows)
        return tuple(
            _placed(candidate, start, reading)
            for candidate, start, reading in zip(candidates, starts, readings, strict=True)
        )


def _start(asked: Asked, candidate: Candidate) -> int:
    """Return where the window of a sentence begins: with the sentence before it, which often names the subject."""
    spans = [span for span, _, _ in asked.sentences.of(candidate.passage)]
    before = [span.start for span in spans if span.end <= candidate.start]
    if before and candidate.end - before[-1] <= _LONGEST_WINDOW:
        return before[-1]
    return candidate.start


def _context(candidate: Candidate) -> str:
    """Return what a sentence is about: the heading it stands under, or its document's title."""
    return candidate.passage.section[-1] if candidate.passage.section else candidate.document.title


def _placed(candidate: Candidate, start: int, reading: Reading) -> Read:
    words = Span(start + reading.start, start + reading.end)
    if words.start < candidate.start:
        return Read(_BESIDE * reading.relevance, None, 0.0)
    return Read(reading.relevance, words if words.end > words.start else None, reading.span_score)

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
from bot.compose.rows import RowWindow, row_window
from bot.compose.uses import Uses
from corpus.document import Span
from corpus.one_script import of_one_script
from corpus.places import lies_in
from retrieval.reader.encode import about
from retrieval.reader.model import Reading, Window

MOST_READ = 16
"""Sentences read for a question: about 110 ms on two cores."""

_LONGEST_WINDOW = 260  # characters, as the reader was trained
_BESIDE = 0.6  # what counts of a window's relevance where its words stand in the sentence before


class Reads(Protocol):
    """Reads windows for a question."""

    def read(self, question: str, windows: Sequence[Window | str]) -> tuple[Reading, ...]:
        """Return a reading of each window, in the order given. Raises ModelError."""
        ...


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence or row as the reader sees it: how likely it answers, and its answering words with how sure those are.

    ``parts`` are the words, or all the cells of a row that they touch.
    """

    relevance: float
    words: Span | None
    sure: float
    parts: tuple[Span, ...] = ()


class SmallReader:
    """Reads candidates with a reader, for certain uses."""

    def __init__(self, reader: Reads, uses: Uses) -> None:
        self._reader = reader
        self.uses = uses

    def read(self, asked: Asked, candidates: Sequence[Candidate]) -> tuple[Read, ...]:
        """Return what the reader says of each sentence, in the order given."""
        windows = [_Window.of(asked, candidate) for candidate in candidates]
        readings = self._reader.read(asked.told(), [Window(one.text, one.context) for one in windows])
        reads = [one.placed(reading) for one, reading in zip(windows, readings, strict=True)]
        for one, reading in zip(windows, readings, strict=True):
            words = one.before(reading)
            for at, candidate in enumerate(candidates):
                if words is not None and _holds(candidate, one.candidate, words):
                    reads[at] = _surer(reads[at], Read(reading.relevance, words, reading.span_score, (words,)))
        return tuple(reads)


@dataclass(frozen=True, slots=True)
class _Window:
    """What is read of a candidate: of a sentence, where it begins in canonical text; of a row, its cells."""

    candidate: Candidate
    text: str
    context: str
    start: int
    row: RowWindow | None = None

    @classmethod
    def of(cls, asked: Asked, candidate: Candidate) -> _Window:
        """Return a row with the names of its columns, or a sentence with the one before it."""
        if candidate.passage.kind == "row" and (row := row_window(candidate)) is not None:
            return cls(candidate, row.text, row.context, candidate.start, row)
        start = _start(asked, candidate)
        text = of_one_script(candidate.document.text[start : candidate.end])
        return cls(candidate, text, _context(candidate), start)

    def before(self, reading: Reading) -> Span | None:
        """Return the reader's words where they stand in the sentence before the one that the window is for."""
        words = Span(self.start + reading.start, self.start + reading.end)
        told = self.row is None and words.start < words.end <= self.candidate.start
        return words if told else None

    def placed(self, reading: Reading) -> Read:
        """Return a reading with its words where they stand in canonical text."""
        if self.row is not None:
            touched = self.row.touched(reading.start, reading.end)
            return Read(reading.relevance, self.row.cell(reading.start, reading.end), reading.span_score, touched)
        words = Span(self.start + reading.start, self.start + reading.end)
        if words.start < self.candidate.start:
            return Read(_BESIDE * reading.relevance, None, 0.0)
        if words.end <= words.start:
            return Read(reading.relevance, None, reading.span_score)
        return Read(reading.relevance, words, reading.span_score, (words,))


def _holds(candidate: Candidate, other: Candidate, words: Span) -> bool:
    """Say whether a sentence of the document of another one holds some words whole."""
    same = candidate.document is other.document and candidate.passage.kind == "prose"
    return same and lies_in(words, candidate)


def _surer(one: Read, other: Read) -> Read:
    """Return of two readings of a sentence the one that takes it more likely for an answer.

    What follows a sentence may tell the reader what it is about: where it finds its words in the sentence before, these
    were gold in nine of eleven questions in which no other sentence was likelier.
    """
    return other if other.relevance > one.relevance else one


def _start(asked: Asked, candidate: Candidate) -> int:
    """Return where the window of a sentence begins: with the sentence before it, which often names the subject.

    That of a paragraph's first sentence is the question it answers, where there is one.
    """
    spans = asked.sentences.spans(candidate.passage)
    before = [span.start for span in spans if span.end <= candidate.start]
    if before and candidate.end - before[-1] <= _LONGEST_WINDOW:
        return before[-1]
    asking = candidate.passage.context
    at = candidate.document.text.rfind(asking, 0, candidate.start) if asking and not before else -1
    answers = at >= 0 and not candidate.document.text[at + len(asking) : candidate.start].strip()
    return at if answers and candidate.end - at <= _LONGEST_WINDOW else candidate.start


def _context(candidate: Candidate) -> str:
    """Return what a sentence is about: the heading it stands under, and its document's title, author and date."""
    document, section = candidate.document, candidate.passage.section
    return about(section[-1] if section else "", document.title, document.author, document.date)

"""What is known so far of what a question means in one table.

Invariant: every step of a reading only adds to it.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.compose.lexicon import Lexicon
from bot.compose.tables.cues import Code
from bot.compose.tables.grid import Column, Grid, Line
from bot.compose.tables.kinds import class_nouns
from bot.compose.tables.query import TableQuery, Word
from bot.compose.tables.reading import Phrase
from bot.compose.tables.spans import Span
from bot.compose.tables.support import Support, is_run
from bot.question import Question
from retrieval.hit import Evidence

OF_A_DATE = 0.5  # what a date that has its place adds to the score


class State:
    """A reading in the making.

    ``classes`` are the places of what the rows are called together, ``taken`` those of names that no row has. Of the
    words, ``voting`` speak for columns, ``passed`` need no place, ``bound`` need one and have none here.
    ``left_out`` are rows that the question does not mean.
    """

    def __init__(self, question: Question, grid: Grid, query: TableQuery, lexicon: Lexicon, evidence: Evidence) -> None:
        self.question, self.grid, self.query, self.lexicon, self.evidence = question, grid, query, lexicon, evidence
        self.support = Support(question, grid, query, lexicon)
        self.labelled = bool(query.labels)
        self.own = question.inherited[0] or len(query.text)
        self.phrases: list[Phrase] = []
        self.headers: list[tuple[int, int, Column]] = []
        self.classes = [span for noun in class_nouns(grid) for span in _apart(query.plain, noun)]
        self.lost_codes: list[Code] = []
        self.unsupported: list[Word] = []
        self.taken: list[Span] = []
        self.votes: dict[int, float] = {}
        self.voting: list[Word] = []
        self.passed: list[Word] = []
        self.bound: list[Word] = []
        self.apart: list[Column] = []
        self.left_out: list[Line] = []
        self.inferred = False
        self.turned = False
        self.placed = self.labelled
        self.anchors = int(self.labelled)
        self.score = 2.0 * self.labelled

    def worded(self, dates: int) -> bool:
        """Say whether a word of the question, and not only these many dates, has its place."""
        return self.score > OF_A_DATE * dates

    def lines(self) -> list[Line]:
        """Return the rows named so far."""
        return [line for phrase in self.phrases for line in phrase.lines]

    def names_a_row(self) -> bool:
        """Say whether the question spells a row out by more than a character."""
        return any(phrase.end - phrase.start > 1 for phrase in self.phrases)


def _apart(plain: str, noun: str) -> Iterable[Span]:
    """Return where a noun stands, alone if it is of one character."""
    end = 0
    while noun and (start := plain.find(noun, end)) >= 0:
        end = start + len(noun)
        if len(noun) > 1 or not (is_run(plain[start - 1 : start]) or is_run(plain[end : end + 1])):
            yield start, end

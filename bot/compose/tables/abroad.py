"""The words of a question that the list of concepts has in a table's own: translations, and synonyms of its language.

Invariant: only what is listed counts; what a model guesses says nothing here.
"""

from __future__ import annotations

from bot.compose.lexicon import Lexicon
from bot.compose.tables.grid import Grid
from bot.compose.tables.query import Word
from bot.question import Question
from retrieval.commonness import tells
from retrieval.spellings import SAME_WORD

IS_A_NAME = 0.85  # how much a word tells from which it is a name
TELLS_LITTLE = 0.45  # a word this common need not stand in the table


class Abroad:
    """What the shelf calls one question's words, seen from one table."""

    def __init__(self, question: Question, grid: Grid, lexicon: Lexicon) -> None:
        self._lang, self._grid, self._lexicon = question.lang, grid, lexicon
        self._native = question.lang == grid.document.lang
        self._translated: dict[str, frozenset[str]] = {}

    def translations(self, word: Word) -> frozenset[str]:
        """Return the shelf's words for a word of a question in another language; none for one in the table's."""
        if self._native:
            return frozenset()
        if word.surface not in self._translated:
            near = self._lexicon.phrases((word.surface,), self._lang).get(word.surface, {})
            self._translated[word.surface] = frozenset(one for one, kinship in near.items() if kinship >= SAME_WORD)
        return self._translated[word.surface]

    def synonyms(self, word: Word) -> frozenset[str]:
        """Return the shelf's words listed beside a word of the table's language; none for one of another."""
        if not self._native:
            return frozenset()
        return frozenset(self._lexicon.phrases((word.surface,), self._lang).get(word.surface, {}))

    def printed_here(self, word: Word) -> bool:
        """Say whether a name of another language is one that the table's document prints (Baltic, バルト).

        One that is part of a row's name is said of that row.
        """
        words = self.translations(word) if self._tells(word) >= IS_A_NAME else frozenset()
        of_a_row = any(one in line.name.text for one in words for line in self._grid.body)
        return not of_a_row and any(one in self._grid.document.text for one in words)

    def told_beside(self, word: Word, around: str) -> bool:
        """Say whether a word of another language is one that the document tells of elsewhere, and not in this table.

        Which of the goods are banned the text says, and the largest of them is no answer. ``around`` is what is printed
        around the table.
        """
        words, document = self.translations(word), self._grid.document
        if not words or self._tells(word) < TELLS_LITTLE:
            return False
        held = [document.text[table.start : table.end] for table in document.tables if table.id in self._grid.tables]
        here = " ".join((around, *held))
        return any(one in document.text for one in words) and not any(one in here for one in words)

    def _tells(self, word: Word) -> float:
        return tells(word.term, word.surface.lower(), lang=self._lang)

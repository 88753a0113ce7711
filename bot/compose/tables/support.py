"""Whether a table prints what a word of the question says: in its headers, caption, rows, or around it.

Invariant: a word that heads a column of another table of the document is never taken as meant loosely here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from bot.compose.lexicon import Lexicon
from bot.compose.state_offices import offices_in
from bot.compose.tables.abroad import IS_A_NAME, TELLS_LITTLE, Abroad
from bot.compose.tables.grid import Column, Grid, Line
from bot.compose.tables.making import grids
from bot.compose.tables.matching import (
    abbreviated_in,
    bare,
    ends_word,
    flattened,
    han_of,
    is_counter_of,
    lesser_office,
    plural_of,
    same_root,
    terms_of,
)
from bot.compose.tables.meanings import SYNONYMS, column_concepts, implied_concepts
from bot.compose.tables.query import TableQuery, Word
from bot.compose.tables.surroundings import head_of
from bot.compose.tables.words import concepts_of
from bot.question import Question
from corpus.structure.units import unit_at
from retrieval.commonness import tells
from retrieval.tokens import tokenize
from retrieval.words import with_compounds

_PER = re.compile(r"[／/]|\bper\b|当たり|あたり")
_LEAST_MEANT = 2  # characters
_FLOWS = frozenset(("export", "import", "trade"))
_UNKNOWN = "\0"  # no word of any shelf
_MEANS = 0.55  # kinship from which a header or caption says in its own word what the question says


@lru_cache(4096)
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text and the compounds they make."""
    return with_compounds(tokenize(text))


@lru_cache(256)
def _lowered(text: str) -> str:
    return text.lower()


class Support:
    """What one table prints of one question's words."""

    def __init__(self, question: Question, grid: Grid, query: TableQuery, lexicon: Lexicon) -> None:
        self._question, self._grid, self._query, self._lexicon = question, grid, query, lexicon
        self.caption = " ".join((grid.table.label, grid.table.caption, grid.table.unit, grid.table.period))
        self.near = " ".join((*grid.section, grid.document.title, grid.table.source, head_of(grid.document)))
        self.native = question.lang == grid.document.lang
        self._implied = implied_concepts(grid)
        self._kin: dict[str, Mapping[str, float]] = {}
        self._abroad = Abroad(question, grid, lexicon)

    def carries(self, text: str, word: Word) -> bool:
        """Say whether a text has a word, inflected or within a compound, or what it surely is in its own language."""
        if not text.strip():
            return False
        return bool(self._abroad.translations(word) & words_of(text)) or self._prints(text, word)

    def _prints(self, text: str, word: Word) -> bool:
        """Say whether a text has a word as the question writes it."""
        if not text.strip():
            return False
        if len(word.surface) == 1 and han_of(word.surface) and self._is_joined(word):
            return any(pair in flattened(text) for pair in self._pairs(word))  # 館 of 図書館 is not that of 来館者数
        terms = terms_of(self._lexicon, text)
        if word.term in terms or (word.term.isascii() and any(plural_of(word.term, term) for term in terms)):
            return True
        flat = flattened(word.surface)
        if len(flat) >= 2 and not flat.isascii() and flat in flattened(text):
            return True
        if not han_of(word.surface) or word.concepts & _FLOWS:
            return False  # 輸入 is no 入る
        return any(same_root(word.term, term) for term in terms)

    def is_mostly(self, name: str, word: Word) -> bool:
        """Say whether a name has a word that makes up half of it or more, or no word as the question writes it."""
        return not self._prints(name, word) or makes_up(word.surface, name)

    def translated_here(self, word: Word) -> bool:
        """Say whether a name of another language is one that the table's document prints, and of no row alone."""
        return self._abroad.printed_here(word)

    def told_beside_the_table(self, word: Word) -> bool:
        """Say whether a word of another language is one that the document tells of elsewhere, and not in this table."""
        return self._abroad.told_beside(word, f"{self.caption} {self.near}")

    def runs_against(self, word: Word) -> bool:
        """Say whether a word says that trade runs one way where the caption says that it runs the other.

        What one of two named places exports the other imports: there the direction tells.
        """
        if not self._grid.route.is_open:
            return False
        stated = concepts_of(f"{self.caption} {' '.join(column.header for column in self._grid.columns)}")
        asked = word.concepts & {"export", "import"}
        return len(asked) == 1 and len(stated & {"export", "import"}) == 1 and not asked & stated

    def means(self, text: str, word: Word) -> bool:
        """Say whether a text of the table (never a row's name) has a word that means much the same."""
        if len(word.surface) < _LEAST_MEANT:
            return False  # 者, 人: they stand in half of all headers
        if word.term not in self._kin:
            written = word.surface.lower() if word.surface.isascii() else word.term
            self._kin[word.term] = self._lexicon.kin((written,), self._question.lang).get(written, {})
        kin = self._kin[word.term]
        return bool(kin) and any(kin.get(known, 0.0) >= _MEANS for known in words_of(text))

    def names(self, word: Word, column: Column) -> bool:
        """Say whether a word names a column."""
        shared = word.concepts & column_concepts(self._grid, column)
        if self.native:
            shared &= SYNONYMS
        return self.carries(column.header, word) or bool(shared) or is_counter_of(word.surface, column)

    def columns(self, word: Word) -> list[Column]:
        """Return the columns that a word names, or else those whose header means much the same."""
        named = [column for column in self._grid.columns if self.names(word, column)]
        if named or self.elsewhere(word) or self.carries(self.near, word):
            return named
        return [column for column in self._grid.columns if self.means(column.header, word)]

    def names_total(self, word: Word) -> bool:
        """Say whether a word is part of a total row's own name."""
        flat = flattened(word.surface)
        return bool(flat) and any(flat in flattened(line.name.text) for line in self._grid.totals)

    def in_caption(self, word: Word) -> bool:
        """Say whether the caption has a word, or one for the same concept."""
        shared = word.concepts & concepts_of(self.caption)
        return (
            self.carries(self.caption, word)
            or bool(self._abroad.synonyms(word) & words_of(self.caption))
            or self.literal(word)
            or bool(shared & SYNONYMS if self.native else shared)
            or self._counts_by(word)
        )

    def _counts_by(self, word: Word) -> bool:
        """Say whether a word is, in whatever spelling, a unit by which the table's figures are counted (平米, ㎡)."""
        unit, end = unit_at(word.surface, 0)
        units = {unit_at(part, 0)[0] for part in _PER.split(self._grid.table.unit)}
        return bool(unit) and end == len(word.surface) and unit in units

    def literal(self, word: Word) -> bool:
        """Say whether the caption has a name as the question of another language writes it, however it was cut."""
        if self.native or word.surface.isascii():
            return False
        text, caption = self._query.text, self.caption
        end = word.end - (len(word.surface) > 1 and word.surface[-1] in "里中内的在")
        runs = (
            (first, last) for first in range(max(0, word.start - 3), word.start + 1) for last in range(end, end + 4)
        )
        return any(
            last - first > 1 and last <= len(text) and text[first:last] in caption and is_written(text[first:last])
            for first, last in runs
        )

    def is_their_class(self, word: Word) -> bool:
        """Say whether a word is what all rows are, and no part of one's name (国, of rows that are countries)."""
        return "country" in word.concepts & self._implied

    def around(self, word: Word) -> bool:
        """Say whether a word follows from what any such table is, or stands in what surrounds this one."""
        if word.concepts & self._implied:
            return True
        return self.carries(self.near, word) and not self.elsewhere(word)

    def in_line(self, word: Word, line: Line) -> bool:
        """Say whether a row has a word in a cell of words."""
        name = line.name.text
        texts = [line.cell(column.index).text for column in self._grid.columns if column.kind in ("name", "text")]
        if any(one in words_of(name) and makes_up(one, name) for one in self._abroad.translations(word)):
            return True
        apart = self.native and not (self._grid.measures and self._is_joined(word))
        short = self.native and len(word.surface) == _LEAST_MEANT and not self.known(word)
        offices = offices_in(word.surface)
        return any(
            (
                (self._prints(text, word) or (apart and ends_word(text, word.surface)))
                and not lesser_office(text, word.surface)
            )
            or (offices and bool(offices & offices_in(text)))
            or (short and flattened(word.surface) in abbreviated_in(text))
            for text in texts
        )

    def passes(self, word: Word) -> bool:
        """Say whether a word needs no place of its own: it tells little, or the table says it in another word."""
        if not self._grid.table.header or self.elsewhere(word) or self._names_row_elsewhere(word):
            return False  # a list of names and posts says nothing but these
        little = tells(word.term, word.surface.lower(), lang=self._question.lang) < TELLS_LITTLE
        return little or self.means(f"{self.caption} {self.near}", word)

    def printed(self, word: Word) -> bool:
        """Say whether the document prints a word anywhere."""
        return word.surface.lower() in _lowered(self._grid.document.text)

    def known(self, word: Word) -> bool:
        """Say whether any document of the shelf has a word, or this one prints it."""
        return self.printed(word) or self._lexicon.idf(word.term) < self._lexicon.idf(_UNKNOWN)

    def of_another_document(self, word: Word) -> bool:
        """Say whether a name is one that other documents have, and not this one."""
        if not self.known(word) or tells(word.term, word.surface.lower(), lang=self._question.lang) < IS_A_NAME:
            return False
        return not self.printed(word)

    def elsewhere(self, word: Word) -> bool:
        """Say whether a word heads a column of another table of the document, and none of this one."""
        own = [column.header for column in self._grid.columns]
        if len(word.surface) < _LEAST_MEANT or any(self.carries(header, word) for header in (*own, self.caption)):
            return False
        others = (grid for grid in grids((self._grid.document,)) if grid is not self._grid)
        return any(self.carries(column.header, word) for grid in others for column in grid.measures)

    def _names_row_elsewhere(self, word: Word) -> bool:
        """Say whether a word is part of a row's name in another table of the document."""
        flat = flattened(word.surface)
        if len(flat) < _LEAST_MEANT or not self.native:
            return False
        others = (grid for grid in grids((self._grid.document,)) if grid is not self._grid)
        return any(flat in flattened(line.name.text) for grid in others for line in grid.body)

    def _pairs(self, word: Word) -> tuple[str, ...]:
        """Return a character with each neighbour that it is joined to; alone where it stands alone."""
        plain, found = self._query.plain, []
        if is_run(plain[word.start - 1 : word.start]):
            found.append(plain[word.start - 1 : word.end])
        if is_run(plain[word.end : word.end + 1]):
            found.append(plain[word.start : word.end + 1])
        return tuple(flattened(pair) for pair in found or [word.surface])

    def _is_joined(self, word: Word) -> bool:
        """Say whether a word is part of a longer run of Han or katakana.

        In Chinese all words adjoin: there it is where the character before it is of no closed class (门店, 的树).
        """
        plain = self._query.plain
        before, behind = plain[word.start - 1 : word.start], plain[word.end : word.end + 1]
        if self._question.lang == "zh":
            return is_run(before) and before not in _OF_GRAMMAR_ZH
        return is_run(before) or is_run(behind)


_OF_GRAMMAR_ZH = frozenset("的地得之在是有和与及或个位名家所座条种哪几某各每该这那中里内了从被把将")


def makes_up(word: str, name: str) -> bool:
    """Say whether a word is half of a name or more: 修繕 of 修繕費, and not 販売 of 販売手数料."""
    return 2 * len(word) >= len(bare(name))


def is_written(text: str) -> bool:
    """Say whether a text is of Han and kana alone."""
    return all(is_run(character) or "ぁ" <= character <= "ん" for character in text)


def is_run(character: str) -> bool:
    """Say whether a character joins with its neighbour to one Japanese compound."""
    return bool(character) and ("\u4e00" <= character <= "\u9fff" or "ァ" <= character <= "ヶ" or character in "々ー")

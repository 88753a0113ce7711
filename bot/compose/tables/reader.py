"""Read one table against one question: rows, columns, dates, direction, and the words that find no support.

Invariant: every step only adds to what is known; a word is given one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from bot.compose.lexicon import Lexicon
from bot.compose.tables.columns import ColumnCues, choose_columns
from bot.compose.tables.concepts import SYNONYMS, column_concepts, implied_concepts
from bot.compose.tables.cues import Code, label_key
from bot.compose.tables.dates import place_dates
from bot.compose.tables.grid import Column, Grid, Line
from bot.compose.tables.inference import nearest_rows
from bot.compose.tables.matching import (
    ends_word,
    flattened,
    han_of,
    is_counter_of,
    lesser_office,
    nearly_spelt,
    plural_of,
    same_root,
    terms_of,
)
from bot.compose.tables.periods import has_dates
from bot.compose.tables.query import Spelling, TableQuery, Word, read_query
from bot.compose.tables.reading import Direction, Phrase, Reading
from bot.compose.tables.spans import spelled_out
from bot.compose.tables.words import concepts_of, light
from bot.question import Question
from retrieval.commonness import tells
from retrieval.hit import Evidence
from retrieval.tokens import tokenize
from retrieval.words import with_compounds

_TELLS_LITTLE = 0.45  # a word this common need not stand in the table
_IS_A_NAME = 0.85
_LEAST_MEANT = 2  # characters
_MEANS = 0.55  # kinship from which a header or caption says in its own word what the question says


@lru_cache(4096)
def _words_of(text: str) -> frozenset[str]:
    return with_compounds(tokenize(text))


def read_table(question: Question, grid: Grid, lexicon: Lexicon, evidence: Evidence) -> Reading | None:
    """Read a question against a table; None when it names another table or a figure without numbers."""
    names = {light(line.name.text.strip()) for line in grid.body if not has_dates(line.name.text)}
    names |= {
        light(c.header)
        for c in grid.columns
        if c.kind in ("measure", "text") and not c.total and not c.periods and c.header
    }
    learnt = {place: place for place in grid.route.places if len(place) != 3 or not place.isascii()}
    codes = {light(line.code) for line in grid.body if line.code}
    places = grid.route.places if not grid.route.is_open else ()
    query = read_query(question, lexicon, Spelling(frozenset(names), frozenset(codes), places, learnt))
    labelled = label_key(grid.table.label) in query.labels if grid.table.label else False
    if (query.labels and not labelled) or (query.figure and not labelled):
        return None
    return _Reader(question, grid, query, lexicon, evidence).read()


class _Reader:
    """The steps of one reading; every step only adds to what is known."""

    def __init__(self, question: Question, grid: Grid, query: TableQuery, lexicon: Lexicon, evidence: Evidence) -> None:
        self.question, self.grid, self.query, self.lexicon, self.evidence = question, grid, query, lexicon, evidence
        self.labelled = bool(query.labels)
        self.caption = " ".join((grid.table.label, grid.table.caption, grid.table.unit, grid.table.period))
        self.near = " ".join((*grid.section, grid.document.title, grid.table.source))
        self.own = question.inherited[0] or len(query.text)
        self.phrases: list[Phrase] = []
        self.spelled_headers: list[tuple[int, int, Column]] = []
        self.lost_codes: list[Code] = []
        self.unsupported: list[Word] = []
        self.inferred = False
        self.anchors = int(self.labelled)
        self.score = 2.0 * self.labelled
        self.kin: dict[str, Mapping[str, float]] = {}

    def read(self) -> Reading:
        """Take rows, columns, dates and direction in turn."""
        direction = self._direction()
        self._spelled()
        self._coded()
        dated = place_dates(self.grid, self.query)
        found = len(self.query.dates) + len(self.query.undated) - len(dated.lost)
        self.anchors += found
        self.score += 0.5 * found
        votes = self._worded()
        self._inferred()
        spelled = [column for _, _, column in sorted(self.spelled_headers, key=lambda item: item[0])]
        on_date = [column for _, columns in dated.columns for column in columns]
        columns = choose_columns(self.grid, self.query, ColumnCues(spelled, votes, on_date, self._named_apart()))
        self.phrases.sort(key=lambda phrase: phrase.start)
        if columns.told and columns.measures and (self._names_a_row() or dated.lines or self.query.ranks):
            self._loosely_worded()
        return Reading(
            self.grid,
            self.query,
            self._own_first(),
            columns.measures,
            columns.told,
            columns.asked,
            dated.lines,
            dated.columns,
            tuple(self.unsupported),
            dated.lost,
            tuple(self.lost_codes),
            direction,
            self.labelled,
            self.anchors,
            self.score,
            self.inferred,
            self._asks_for_rows(votes),
        )

    # --- direction and names spelled out --------------------------------------------------------------------

    def _direction(self) -> Direction:
        ours, theirs = self.grid.route, self.query.route
        if not theirs.places:
            return ""
        if any(place not in ours.places for place in theirs.places):
            return "elsewhere"
        if theirs.is_open:
            return ""
        if ours.agrees(theirs):
            self.anchors += 1
            self.score += 1
            return "agrees"
        return "reversed"

    def _spelled(self) -> None:
        """Find the rows and columns whose whole name stands in the question, longer names first."""
        taken: list[tuple[int, int]] = []
        named = [(line.name.text.strip(), line, None) for line in self.grid.body if not has_dates(line.name.text)]
        named += [(c.header, None, c) for c in self.grid.columns if c.header and not c.periods]  # type: ignore[misc]
        by_name: dict[str, list[tuple[Line | None, Column | None]]] = {}
        for name, line, column in named:
            by_name.setdefault(light(name), []).append((line, column))
        for name in sorted(by_name, key=len, reverse=True):
            for start, end in spelled_out(self.query.plain, name):
                if any(start < last and first < end for first, last in taken):
                    continue
                taken.append((start, end))
                lines = tuple(line for line, _ in by_name[name] if line)
                if lines:
                    self.phrases.append(Phrase(start, end, lines))
                for _, column in by_name[name]:
                    if column and not lines:
                        self.spelled_headers.append((start, end, column))

    def _coded(self) -> None:
        for code in self.query.codes:
            lines = tuple(line for line in self.grid.body if line.code and light(line.code) == code.text)
            if not lines and len(code.text) >= 4:
                lines = tuple(line for line in self.grid.body if line.code.startswith(code.text))
            if lines:
                self.phrases.append(Phrase(code.start, code.end, lines))
                self.anchors += 1
            else:
                self.lost_codes.append(code)

    @property
    def _native(self) -> bool:
        return self.question.lang == self.grid.document.lang

    # --- words ----------------------------------------------------------------------------------------------

    def _worded(self) -> dict[int, float]:
        """Give every word its place; return how much the words speak for each column."""
        votes: dict[int, float] = {}
        rows: list[tuple[Word, tuple[Line, ...]]] = []
        implied = implied_concepts(self.grid)
        spelled = [(phrase.start, phrase.end) for phrase in self.phrases]
        headers = [(start, end) for start, end, _ in self.spelled_headers]
        for word in self.query.words:
            if _in(word, spelled) or _in(word, headers):
                self.score += word.weight
                continue
            columns = [column for column in self.grid.columns if self._names(word, column)]
            columns = columns or [column for column in self.grid.columns if self._means(column.header, word)]
            if self._names_total(word):
                self.score += word.weight
                continue
            lines = tuple(line for line in self.grid.body if self._in_line(word, line))
            shared = word.concepts & concepts_of(self.caption)
            caption = self._carries(self.caption, word) or bool(shared & SYNONYMS if self._native else shared)
            if columns and not (lines and not any(self._carries(c.header, word) for c in columns)):
                for column in columns:
                    votes[column.index] = votes.get(column.index, 0.0) + word.weight
            elif lines and not caption:
                rows.append((word, lines))
            elif not (caption or word.concepts & implied or self._carries(self.near, word)):
                if not self._passes(word):
                    self.unsupported.append(word)
                continue
            self.anchors += caption
            self.score += word.weight
        self._row_phrases(rows)
        return votes

    def _names(self, word: Word, column: Column) -> bool:
        shared = word.concepts & column_concepts(self.grid, column)
        if self._native:
            shared &= SYNONYMS
        return self._carries(column.header, word) or bool(shared) or is_counter_of(word.surface, column)

    def _passes(self, word: Word) -> bool:
        """Say whether a word needs no place of its own: it tells little, or the table says it in another word."""
        if not self.grid.table.header:
            return False  # a list of names and posts says nothing but these
        little = tells(word.term, word.surface.lower(), lang=self.question.lang) < _TELLS_LITTLE
        if not little and not self._means(f"{self.caption} {self.near}", word):
            return False
        self.inferred = True
        return True

    def _names_a_row(self) -> bool:
        """Say whether the question spells a row out by more than a character."""
        return any(phrase.end - phrase.start > 1 for phrase in self.phrases)

    def _loosely_worded(self) -> None:
        """Let ordinary words pass where the cells are determined without them; a name must have its place."""
        names = [
            word
            for word in self.unsupported
            if tells(word.term, word.surface.lower(), lang=self.question.lang) >= _IS_A_NAME
        ]
        self.inferred = self.inferred or len(names) < len(self.unsupported)
        self.unsupported = names

    def _means(self, text: str, word: Word) -> bool:
        """Say whether a text of the table (never a row's name) has a word that means much the same."""
        if len(word.surface) < _LEAST_MEANT:
            return False  # 者, 人: they stand in half of all headers
        if word.term not in self.kin:
            written = word.surface.lower() if word.surface.isascii() else word.term
            self.kin[word.term] = self.lexicon.kin((written,), self.question.lang).get(written, {})
        kin = self.kin[word.term]
        return bool(kin) and any(kin.get(known, 0.0) >= _MEANS for known in _words_of(text))

    def _names_total(self, word: Word) -> bool:
        return any(
            flattened(word.surface) and flattened(word.surface) in flattened(line.name.text)
            for line in self.grid.totals
        )

    def _in_line(self, word: Word, line: Line) -> bool:
        return any(
            (self._carries(line.cell(column.index).text, word) or ends_word(line.cell(column.index).text, word.surface))
            and not lesser_office(line.cell(column.index).text, word.surface)
            for column in self.grid.columns
            if column.kind in ("name", "text")
        )

    def _carries(self, text: str, word: Word) -> bool:
        if not text.strip():
            return False
        terms = terms_of(self.lexicon, text)
        if word.term in terms or (word.term.isascii() and any(plural_of(word.term, term) for term in terms)):
            return True
        flat = flattened(word.surface)
        if len(flat) >= 2 and not flat.isascii() and flat in flattened(text):
            return True
        return bool(han_of(word.surface)) and any(same_root(word.term, term) for term in terms)

    def _row_phrases(self, rows: Sequence[tuple[Word, tuple[Line, ...]]]) -> None:
        """Join the words that name one row; words apart by a conjunction name rows of their own."""
        known = self.lines()
        left = [(word, lines) for word, lines in rows if not any(line in known for line in lines)]
        if not left:
            return
        together = _common([lines for _, lines in left])
        groups = [left] if together else _split(self.query.plain, left)
        for group in groups:
            lines = _common([lines for _, lines in group])
            if not lines:
                lines = self._heaviest(group)
                self.unsupported += [word for word, own in group if not any(line in lines for line in own)]
            start, end = group[0][0].start, group[-1][0].end
            exact = tuple(line for line in lines if flattened(line.name.text) == flattened(self.query.text[start:end]))
            self.phrases.append(Phrase(start, end, exact or lines))

    @staticmethod
    def _heaviest(group: Sequence[tuple[Word, tuple[Line, ...]]]) -> tuple[Line, ...]:
        weights: dict[int, float] = {}
        lines: dict[int, Line] = {}
        for word, own in group:
            for line in own:
                weights[id(line)] = weights.get(id(line), 0.0) + word.weight
                lines[id(line)] = line
        most = max(weights.values())
        return tuple(lines[key] for key, weight in weights.items() if weight == most)

    def lines(self) -> list[Line]:
        """Return the rows named so far."""
        return [line for phrase in self.phrases for line in phrase.lines]

    def _own_first(self) -> tuple[Phrase, ...]:
        """Return the phrases of this turn; those of an earlier one only where this one names no row."""
        own = tuple(phrase for phrase in self.phrases if phrase.start < self.own)
        return own or tuple(self.phrases)

    # --- rows that the words do not spell ---------------------------------------------------------------------

    def _inferred(self) -> None:
        """Let words that no row spells mean the row that is nearly so written, or that retrieval ranks first."""
        if not self.unsupported:
            return
        foreign = self.question.lang != self.grid.document.lang
        if self.phrases and not foreign:
            self._narrowed()
        if self.phrases:
            if foreign and any(code.start == phrase.start for code in self.query.codes for phrase in self.phrases):
                self.unsupported, self.inferred = [], True  # a code names the row; foreign words beside it describe it
            return
        for word in self.unsupported:
            lines = tuple(line for line in self.grid.body if nearly_spelt(word.surface, line.name.text))
            if len(lines) == 1:
                self.phrases.append(Phrase(word.start, word.end, lines))
        if self.phrases:
            near = self.lines()
            self.unsupported = [
                w for w in self.unsupported if not any(nearly_spelt(w.surface, line.name.text) for line in near)
            ]
            self.inferred = True
        if self.unsupported and not self.phrases and self.anchors and self.grid.measures:
            best = nearest_rows(self.grid, self.unsupported, self.evidence, self.lexicon, foreign=foreign)
            if best:
                self.phrases.append(Phrase(self.unsupported[0].start, self.unsupported[-1].end, best))
                self.unsupported, self.inferred = [], True

    def _narrowed(self) -> None:
        """Let a word that only one of several rows nearly spells choose among them."""
        for index, phrase in enumerate(self.phrases):
            for word in self.unsupported:
                near = tuple(line for line in phrase.lines if nearly_spelt(word.surface, line.name.text))
                if len(near) == 1 and len(phrase.lines) > 1:
                    self.phrases[index] = Phrase(min(phrase.start, word.start), max(phrase.end, word.end), near)
                    self.unsupported = [other for other in self.unsupported if other is not word]
                    self.inferred = True
                    break

    def _named_apart(self) -> list[Column]:
        """Return the measures named by words that stand apart: A and B in A は B の何%, the share of A in B."""
        groups: list[list[Word]] = []
        for word in self.query.words:
            if any(self._names(word, column) for column in self.grid.measures):
                if groups and not self.query.plain[groups[-1][-1].end : word.start].strip():
                    groups[-1].append(word)
                else:
                    groups.append([word])
        found: list[Column] = []
        for group in groups:
            counts = {c.index: sum(self._names(word, c) for word in group) for c in self.grid.measures}
            best = [c for c in self.grid.measures if counts[c.index] == max(counts.values())]
            if len(best) == 1 and best[0] not in found:
                found += best
        return found

    def _asks_for_rows(self, votes: dict[int, float]) -> bool:
        """Say whether the question names what the rows are (which district, which items)."""
        names = self.grid.name
        return bool(votes.get(names)) or any(column.index == names for _, _, column in self.spelled_headers)


def _in(word: Word, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < word.end and word.start < end for start, end in spans)


def _common(sets: Sequence[tuple[Line, ...]]) -> tuple[Line, ...]:
    return tuple(line for line in sets[0] if all(line in other for other in sets[1:])) if sets else ()


_AND = re.compile(
    r"\s*(?:と|や|、|・|,|，|および|及び|並びに|ならびに|または|か|に比べ\S{0,2}|に対し\S?|より(?:も)?|和|与|與|跟|同|比|及|와|과|하고|및|보다|/|"
    r"(?:の\S{0,3})?\band\b|\bor\b|\bthan\b|\bversus\b|\bvs\.?|\bto\b)"
)


def _split(plain: str, rows: Sequence[tuple[Word, tuple[Line, ...]]]) -> list[list[tuple[Word, tuple[Line, ...]]]]:
    """Group neighbouring words; a conjunction between two of them opens a new group."""
    groups: list[list[tuple[Word, tuple[Line, ...]]]] = [[rows[0]]]
    for before, item in pairwise(rows):
        gap = plain[before[0].end : item[0].start]
        if _AND.search(gap) or len(gap) > 12:
            groups.append([])
        groups[-1].append(item)
    return groups

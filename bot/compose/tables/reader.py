"""Read one table against one question: rows, columns, dates, direction, and the words that find no support.

Invariant: every step only adds to what is known; a word is given one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.compose.lexicon import Lexicon
from bot.compose.tables.columns import ColumnCues, choose_columns
from bot.compose.tables.cues import Code, label_key
from bot.compose.tables.dates import place_dates
from bot.compose.tables.grid import Column, Grid, Line
from bot.compose.tables.inference import akin_row, may_describe, nearest_rows, shares_han
from bot.compose.tables.kinds import class_nouns
from bot.compose.tables.matching import nearly_spelt
from bot.compose.tables.measures import meant_measure
from bot.compose.tables.periods import has_dates
from bot.compose.tables.query import Spelling, TableQuery, Word, read_query
from bot.compose.tables.reading import Direction, Phrase, Reading
from bot.compose.tables.rows import (
    Named,
    common,
    compound,
    describes,
    heaviest,
    neighbours,
    phrase_of,
    split_groups,
)
from bot.compose.tables.spans import Span, spelled_out, touches
from bot.compose.tables.support import Support, is_run
from bot.compose.tables.words import light
from bot.question import Question
from retrieval.commonness import tells
from retrieval.hit import Evidence

_IS_A_NAME = 0.85
_OF_ALL_ROWS = frozenset({"most", "least", "count"})
_A_LOT = 3.0  # weight of a name that no row has


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
        self.inferred = False
        self.placed = self.labelled
        self.anchors = int(self.labelled)
        self.score = 2.0 * self.labelled

    def read(self) -> Reading:
        """Take rows, columns, dates and direction in turn."""
        direction = self._direction()
        self._spelled()
        self._coded()
        dated = place_dates(self.grid, self.query)
        found = len(self.query.dates) + len(self.query.undated) - len(dated.lost)
        self.anchors += found
        self.score += 0.5 * found
        self._worded()
        if not self.support.native:
            self._measured()
        self._inferred()
        spelled = [column for _, _, column in sorted(self.headers, key=lambda item: item[0])]
        on_date = [column for _, columns in dated.columns for column in columns]
        columns = choose_columns(self.grid, self.query, ColumnCues(spelled, self.votes, on_date, self._named_apart()))
        self.phrases.sort(key=lambda phrase: phrase.start)
        if columns.told and columns.measures and (self._names_a_row() or dated.lines or self.query.ranks):
            self._loosely_worded()
        if not self.support.native and (columns.told or len(self.grid.measures) == 1):
            self._described()
        return Reading(
            self.grid,
            self.query,
            self._own_first(),
            columns.measures,
            columns.told,
            columns.asked,
            dated.lines,
            dated.columns,
            tuple(sorted(self.unsupported, key=lambda word: word.start)),
            dated.lost,
            tuple(self.lost_codes),
            direction,
            self.labelled,
            self.anchors,
            self.score,
            self.inferred,
            self._asks_for_rows(),
            self.placed,
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
            self.placed = True
            return "agrees"
        return "reversed"

    def _spelled(self) -> None:
        """Find the rows and columns whose whole name stands in the question, longer names first."""
        by_name: dict[str, list[tuple[Line | None, Column | None]]] = {}
        for line in self.grid.body:
            if not has_dates(line.name.text):
                by_name.setdefault(light(line.name.text.strip()), []).append((line, None))
        for column in self.grid.columns:
            if column.header and not column.periods:
                by_name.setdefault(light(column.header), []).append((None, column))
        found: list[tuple[Span, str]] = []
        for name in sorted(by_name, key=len, reverse=True):
            for start, end in spelled_out(self.query.plain, name):
                if not touches(start, end, [span for span, _ in found]):
                    found.append(((start, end), name))
        known = self._known([span for span, _ in found])
        for (start, end), name in found:
            lines = tuple(line for line, _ in by_name[name] if line)
            if lines and (whole := compound(self.query.plain, start, end, known)) != (start, end):
                self._is_no_row(*whole)
            elif lines:
                self.phrases.append(Phrase(start, end, lines))
            else:
                self.headers += [(start, end, column) for _, column in by_name[name] if column]

    def _known(self, spelled: Sequence[Span]) -> list[Span]:
        """Return the stretches that have a place of their own, so that no name runs on into them."""
        known = [*spelled, *self.query.consumed, *self.classes, *self.query.route.spans]
        headers = " ".join(column.header for column in self.grid.columns)
        for word in self.query.words:
            if not touches(word.start, word.end, spelled) and (
                word.concepts or any(self.support.carries(t, word) for t in (self.support.caption, headers))
            ):
                known.append((word.start, word.end))
        return known

    def _is_no_row(self, start: int, end: int) -> None:
        """Keep a name that only holds a row's name as a word without a place."""
        self.taken.append((start, end))
        surface = self.query.text[start:end]
        self.unsupported.append(Word(light(surface), surface, start, end, _A_LOT, frozenset(), start >= self.own))

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

    # --- words ----------------------------------------------------------------------------------------------

    def _worded(self) -> None:
        """Give every word its place; words of one row are joined."""
        spelled = [(phrase.start, phrase.end) for phrase in self.phrases]
        placed = [*spelled, *((start, end) for start, end, _ in self.headers), *self.classes]
        rows: list[Named] = []
        for word in self.query.words:
            if touches(word.start, word.end, self.taken):
                continue
            if touches(word.start, word.end, placed) or self.support.names_total(word):
                self.score += word.weight
            elif lines := self._place(word):
                rows.append((word, lines))
        self._row_phrases(rows)

    def _place(self, word: Word) -> tuple[Line, ...]:
        """Give a word its place in a column, the caption or nowhere; return the rows where it names rows instead."""
        support = self.support
        columns = support.columns(word)
        lines = tuple(line for line in self.grid.body if support.in_line(word, line))
        caption = support.in_caption(word)
        if columns and not (lines and not any(support.carries(c.header, word) for c in columns)):
            self.voting.append(word)
            for column in columns:
                self.votes[column.index] = self.votes.get(column.index, 0.0) + word.weight
        elif lines and not caption:
            self.score += word.weight
            return lines
        elif not (caption or support.around(word)):
            self._leave(word)
            return ()
        if not self.support.native and not self.support.literal(word):
            self.voting.append(word)
        self.anchors += caption
        self.placed = self.placed or (caption and self._is_literal(word))
        self.score += word.weight
        return ()

    def _leave(self, word: Word) -> None:
        """Let a word pass without a place where it needs none."""
        if touches(word.start, word.end, self.query.abroad):
            self.bound.append(word)
            self.unsupported.append(word)
        elif self.support.passes(word):
            self.inferred = True
            self.passed.append(word)
        else:
            self.unsupported.append(word)

    def _is_literal(self, word: Word) -> bool:
        """Say whether a word is written as the caption writes it, and tells something."""
        return word.surface in self.support.caption and len(word.surface) > 1

    def _row_phrases(self, rows: Sequence[Named]) -> None:
        """Join the words that name one row; words apart by a conjunction name rows of their own."""
        known = self.lines()
        left = [(word, lines) for word, lines in rows if not any(line in known for line in lines)]
        if not left:
            return
        groups = [left] if common([lines for _, lines in left]) else split_groups(self.query.plain, left)
        for group in groups:
            lines = common([lines for _, lines in group])
            if not lines:
                lines = heaviest(group)
                self.unsupported += [word for word, own in group if not any(line in lines for line in own)]
            phrase = phrase_of(group, lines, self.query, self.grid, len(groups) == 1 and not self.phrases)
            if phrase.lines:
                self.phrases.append(phrase)
            else:
                self._is_no_row(phrase.start, phrase.end)

    def lines(self) -> list[Line]:
        """Return the rows named so far."""
        return [line for phrase in self.phrases for line in phrase.lines]

    def _own_first(self) -> tuple[Phrase, ...]:
        """Return the phrases of this turn; those of an earlier one only where this one names no row."""
        own = tuple(phrase for phrase in self.phrases if phrase.start < self.own)
        return own or tuple(self.phrases)

    def _names_a_row(self) -> bool:
        """Say whether the question spells a row out by more than a character."""
        return any(phrase.end - phrase.start > 1 for phrase in self.phrases)

    def _loosely_worded(self) -> None:
        """Let ordinary words pass where the cells are determined without them; a name must have its place."""
        names = [
            word
            for word in self.unsupported
            if tells(word.term, word.surface.lower(), lang=self.question.lang) >= _IS_A_NAME
            or self.support.elsewhere(word)
            or word in self.bound
        ]
        self.inferred = self.inferred or len(names) < len(self.unsupported)
        self.unsupported = names

    # --- words of another language ----------------------------------------------------------------------------

    def _measured(self) -> None:
        """Let words of another language name the measure of the document that they come nearest to."""
        foreign = [word for word in (*self.unsupported, *self.voting) if not self._is_native(word)]
        if not foreign or not (self.placed or self.phrases):
            return
        foreign.sort(key=lambda word: word.start)
        for words in neighbours(self.query, foreign):
            measure = meant_measure(self.grid, words, self.question.lang, self.query.text, self.lexicon)
            columns = measure.columns(self.grid) if measure else ()
            if measure and measure.rows:
                self.classes.append((words[0].start, words[-1].end))
                self.unsupported = [word for word in self.unsupported if word not in words]
                continue
            if not columns:
                self._belongs_elsewhere(words if measure else [])
                continue
            for column in columns:
                self.votes[column.index] = self.votes.get(column.index, 0.0) + 2 * sum(word.weight for word in words)
            self.apart += [column for column in columns if len(columns) == 1 and column not in self.apart]
            self.inferred = True
            self.anchors += 1
            self.unsupported = [word for word in self.unsupported if word not in words]

    def _belongs_elsewhere(self, words: Sequence[Word]) -> None:
        """Keep words that mean the measure of another table as words without a place in this one."""
        self.bound += words
        self.unsupported += [word for word in words if word not in self.unsupported]

    def _is_native(self, word: Word) -> bool:
        """Say whether a word is written in the script of the table and not of the question: a name as printed."""
        script = "[\u3041-\u30ff]" if self.question.lang == "zh" else "[\u3041-\u30ff\u4e00-\u9fff]"
        return bool(re.search(script, word.surface)) or word.surface[:1].isdigit()

    def _described(self) -> None:
        """Let foreign words pass that only describe what place, rows and columns already settle."""
        rowless = bool(self.query.ranks or self.query.limits or self.query.intents & _OF_ALL_ROWS)
        if not self.placed or self.lost_codes or not (self.phrases or rowless):
            return
        left = [w for w in self.unsupported if w in self.bound or self._is_native(w) or self._is_a_name(w)]
        self.inferred = self.inferred or len(left) < len(self.unsupported)
        self.unsupported = left

    def _is_a_name(self, word: Word) -> bool:
        """Say whether a foreign word looks like a name: it tells much and, in Latin letters, has a capital."""
        if tells(word.term, word.surface.lower(), lang=self.question.lang) < _IS_A_NAME:
            return False
        return not word.surface.isascii() or (word.start > 0 and word.surface[:1].isupper())

    # --- rows that the words do not spell ---------------------------------------------------------------------

    def _inferred(self) -> None:
        """Let words that no row spells mean the row that is nearly so written, or that retrieval ranks first."""
        if not self.unsupported:
            self._meant_by_a_common_word()
            return
        foreign = not self.support.native
        if self.phrases:
            self._described_rows()
        if self.phrases and not foreign:
            self._narrowed()
        if self.phrases:
            if foreign and any(code.start == phrase.start for code in self.query.codes for phrase in self.phrases):
                # A code names the row; foreign words beside it describe it.
                self.unsupported, self.inferred = [word for word in self.unsupported if word in self.bound], True
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
        if self.unsupported and not self.phrases and self.anchors and self._may_infer():
            best = nearest_rows(self.grid, self.unsupported, self.evidence, self.lexicon, foreign=foreign)
            if best:
                self.phrases.append(Phrase(self.unsupported[0].start, self.unsupported[-1].end, best))
                self.unsupported, self.inferred = [], True
            elif foreign and self.anchors:
                self._translated()

    def _translated(self) -> None:
        """Let words of another language name the row that one of its own words translates."""
        for words in neighbours(self.query, [word for word in self.unsupported if word not in self.bound]):
            row = akin_row(self.grid, words, self.question.lang, self.lexicon)
            if row is not None:
                self.phrases.append(Phrase(words[0].start, words[-1].end, (row,)))
                self.unsupported = [word for word in self.unsupported if word not in words]
                self.inferred = True

    def _meant_by_a_common_word(self) -> None:
        """Let a common word that needed no place name a row after all, where no other word names one."""
        if self.phrases or not self.support.native or not self.placed or not self.grid.measures:
            return
        for word in self.passed:
            row = akin_row(self.grid, (word,), self.question.lang, self.lexicon)
            if row is not None and shares_han(word, row):
                self.phrases.append(Phrase(word.start, word.end, (row,)))
                return

    def _described_rows(self) -> None:
        """Let a word beside a description's own words describe it further (モリブデンの鉱石)."""
        for phrase in self.phrases:
            if len(phrase.lines) != 1 or not describes(phrase.lines[0].name.text):
                continue
            for word in list(self.unsupported):
                gap = self.query.plain[min(word.end, phrase.end) : max(word.start, phrase.start)]
                if gap in ("", "の", " ") and may_describe(word, phrase.lines[0], self.evidence, self.grid):
                    self.unsupported.remove(word)
                    self.inferred = True

    def _may_infer(self) -> bool:
        """Say whether words without a place may mean a row: none of them is a name as the table would print it."""
        literal = not self.support.native and any(self._is_native(word) for word in self.unsupported)
        return bool(self.grid.measures) and not self.taken and not literal

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
            if any(self.support.names(word, column) for column in self.grid.measures):
                if groups and not self.query.plain[groups[-1][-1].end : word.start].strip():
                    groups[-1].append(word)
                else:
                    groups.append([word])
        if self.apart:
            return self.apart
        found: list[Column] = []
        for group in groups:
            counts = {c.index: sum(self.support.names(word, c) for word in group) for c in self.grid.measures}
            best = [c for c in self.grid.measures if counts[c.index] == max(counts.values())]
            if len(best) == 1 and best[0] not in found:
                found += best
        return found

    def _asks_for_rows(self) -> bool:
        """Say whether the question names what the rows are (which district, which items)."""
        names = self.grid.name
        spelled = any(column.index == names for _, _, column in self.headers)
        return bool(self.votes.get(names)) or spelled or bool(self.classes)


def _apart(plain: str, noun: str) -> Iterable[Span]:
    """Return where a noun stands, alone if it is of one character."""
    for match in re.finditer(re.escape(noun), plain):
        start, end = match.span()
        if len(noun) > 1 or not (is_run(plain[start - 1 : start]) or is_run(plain[end : end + 1])):
            yield start, end

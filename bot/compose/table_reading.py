"""One table read against one question: which rows and columns are meant, and which words find no support there.

Invariant: every content word of the question is either carried by something the table prints (caption, header, row,
section, unit) or listed as unsupported; a date, code or direction that the table does not have is never dropped.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal, TypeVar

from bot.compose.grid import Column, Grid, Line, Period
from bot.compose.table_query import (
    Code,
    Lexicon,
    Spelling,
    TableQuery,
    Word,
    has_dates,
    label_key,
    read_query,
    spelled_out,
    word_tokens,
)
from bot.compose.table_words import Concept, concepts_of, light
from bot.question import Question
from corpus.normalize import search_text
from corpus.structure.dates import DateMention
from corpus.structure.quantities import MONEY, same_unit
from retrieval.hit import Evidence

T = TypeVar("T", Line, Column)
Direction = Literal["", "agrees", "reversed", "elsewhere"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name rows, ``[start, end)`` in the question, and the rows they name (several when they fit equally)."""

    start: int
    end: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a question means in one table. Phrases and columns are in the order in which the question names them.

    ``told`` says whether the question itself determined the columns; ``asked`` are columns of words it asks for.
    ``anchors`` counts what ties the question to this table rather than to any: label, direction, dates, caption words.
    """

    grid: Grid
    query: TableQuery
    phrases: tuple[Phrase, ...]
    columns: tuple[Column, ...]
    told: bool
    asked: tuple[Column, ...]
    dated_lines: tuple[tuple[DateMention, tuple[Line, ...]], ...]
    dated_columns: tuple[tuple[DateMention, tuple[Column, ...]], ...]
    unsupported: tuple[Word, ...]
    lost_dates: tuple[DateMention, ...]
    lost_codes: tuple[Code, ...]
    direction: Direction
    labelled: bool
    anchors: int
    score: float
    inferred: bool
    rows_asked: bool

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return the rows that the question names, each once, in its order."""
        found: list[Line] = []
        for line in (line for phrase in self.phrases for line in phrase.lines):
            if line not in found:
                found.append(line)
        return tuple(found)

    @property
    def settled(self) -> bool:
        """Say whether the columns are determined, by the question or because there is only one."""
        return self.told or len(self.grid.measures) == 1

    @property
    def fits(self) -> bool:
        """Say whether everything that the question says has its place in this table."""
        return not (self.unsupported or self.lost_dates or self.lost_codes) and self.direction in ("", "agrees")


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
    return _Reader(question, grid, query, lexicon, evidence, labelled).read()


class _Reader:
    """The steps of one reading; every step only adds to what is known."""

    def __init__(
        self, question: Question, grid: Grid, query: TableQuery, lexicon: Lexicon, evidence: Evidence, labelled: bool
    ) -> None:
        self.question, self.grid, self.query, self.lexicon, self.evidence = question, grid, query, lexicon, evidence
        self.labelled = labelled
        self.caption = " ".join((grid.table.label, grid.table.caption, grid.table.unit, grid.table.period))
        self.near = " ".join((*grid.section, grid.document.title, grid.table.source))
        self.own = question.inherited[0] or len(query.text)
        self.phrases: list[Phrase] = []
        self.spelled_headers: list[tuple[int, int, Column]] = []
        self.lost_codes: list[Code] = []
        self.unsupported: list[Word] = []
        self.inferred = False
        self.anchors = int(labelled)
        self.score = 2.0 * labelled

    def read(self) -> Reading:
        """Take rows, columns, dates and direction in turn."""
        direction = self._direction()
        self._spelled()
        self._coded()
        dated_lines, dated_columns, lost_dates = self._dated()
        votes = self._worded()
        self._inferred()
        columns, told, asked = self._columns(votes, dated_columns)
        self.phrases.sort(key=lambda phrase: phrase.start)
        return Reading(
            self.grid,
            self.query,
            self._own_first(),
            columns,
            told,
            asked,
            dated_lines,
            dated_columns,
            tuple(self.unsupported),
            lost_dates,
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

    # --- dates ----------------------------------------------------------------------------------------------

    def _dated(
        self,
    ) -> tuple[
        tuple[tuple[DateMention, tuple[Line, ...]], ...],
        tuple[tuple[DateMention, tuple[Column, ...]], ...],
        tuple[DateMention, ...],
    ]:
        lines, columns, lost = [], [], list(self.query.undated)
        for mention in self.query.dates:
            found_columns = self._matching(mention, [(c, c.periods) for c in self.grid.measures])
            found_lines = (
                [] if found_columns else self._matching(mention, [(line, line.periods) for line in self.grid.body])
            )
            if found_columns:
                columns.append((mention, tuple(found_columns)))
            elif found_lines:
                lines.append((mention, tuple(found_lines)))
            elif not self._in_scope(mention):
                lost.append(mention)
                continue
            self.anchors += 1
            self.score += 0.5
        return tuple(lines), tuple(columns), tuple(lost)

    def _matching(self, mention: DateMention, dated: Sequence[tuple[T, tuple[Period, ...]]]) -> list[T]:
        held = [(thing, periods) for thing, periods in dated if periods]
        exact = [
            thing for thing, periods in held if any((mention.value, mention.until) == period for period in periods)
        ]
        if exact:
            return exact
        inside = [
            thing
            for thing, periods in held
            if any(self._inside(period, mention) and self._year_fits(period, mention) for period in periods)
        ]
        if inside:
            return inside
        over = [
            thing
            for thing, periods in held
            if any(_overlap(_days(p), _days((mention.value, mention.until))) for p in periods)
        ]
        return over if len(over) == 1 and len(mention.value) == 4 else []

    def _inside(self, period: Period, mention: DateMention) -> bool:
        if period[0].startswith("--") and not mention.value.startswith("-"):
            return len(mention.value) >= 7 and not mention.until and mention.value[4:7] == period[0][1:4]
        return _contains((mention.value, mention.until), period)

    def _year_fits(self, period: Period, mention: DateMention) -> bool:
        """Say whether the year of a full date agrees with a row that prints only the month."""
        if not period[0].startswith("--") or mention.value.startswith("-"):
            return True
        known = self.grid.scope or self.grid.around
        return any(_overlap(_days((mention.value, "")), days) for p in known for days in _spans(p, self.grid.fiscal))

    def _in_scope(self, mention: DateMention) -> bool:
        if any(p[0][:1] != "-" for line in self.grid.body for p in line.periods) and len(self.grid.body) > 1:
            return False
        if any(p[0][:1] != "-" for column in self.grid.measures for p in column.periods):
            return False
        fiscal = "年度" in mention.text and self.grid.document.lang == "ja"
        asked = _spans((mention.value, mention.until), fiscal)
        for period in self.grid.scope or self.grid.around:
            if (
                (mention.value, mention.until) == period
                or mention.value == period[0]
                and not mention.until
                and len(mention.value) == 4
            ):
                return True
            if any(_within(days, wide) for wide in asked for days in _spans(period, self.grid.fiscal)):
                return True
        return False

    @property
    def _native(self) -> bool:
        return self.question.lang == self.grid.document.lang

    # --- words ----------------------------------------------------------------------------------------------

    def _worded(self) -> dict[int, float]:
        """Give every word its place; return how much the words speak for each column."""
        votes: dict[int, float] = {}
        rows: list[tuple[Word, tuple[Line, ...]]] = []
        implied = _implied(self.grid)
        spelled = [(phrase.start, phrase.end) for phrase in self.phrases]
        headers = [(start, end) for start, end, _ in self.spelled_headers]
        for word in self.query.words:
            if _in(word, spelled) or _in(word, headers):
                self.score += word.weight
                continue
            columns = [column for column in self.grid.columns if self._names(word, column)]
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
                self.unsupported.append(word)
                continue
            self.anchors += caption
            self.score += word.weight
        self._row_phrases(rows)
        return votes

    def _names(self, word: Word, column: Column) -> bool:
        shared = word.concepts & _column_concepts(self.grid, column)
        if self._native:
            shared &= SYNONYMS
        return self._carries(column.header, word) or bool(shared) or _counts(word.surface, column)

    def _names_total(self, word: Word) -> bool:
        return any(_flat(word.surface) and _flat(word.surface) in _flat(line.name.text) for line in self.grid.totals)

    def _in_line(self, word: Word, line: Line) -> bool:
        return any(
            (
                self._carries(line.cell(column.index).text, word)
                or _ends_word(line.cell(column.index).text, word.surface)
            )
            and not _prefixed(line.cell(column.index).text, word.surface)
            for column in self.grid.columns
            if column.kind in ("name", "text")
        )

    def _carries(self, text: str, word: Word) -> bool:
        if not text.strip():
            return False
        terms = _terms(self.lexicon, text)
        if word.term in terms or (word.term.isascii() and any(_plural(word.term, term) for term in terms)):
            return True
        flat = _flat(word.surface)
        if len(flat) >= 2 and not flat.isascii() and flat in _flat(text):
            return True
        return bool(_han(word.surface)) and any(_same_root(word.term, term) for term in terms)

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
            exact = tuple(line for line in lines if _flat(line.name.text) == _flat(self.query.text[start:end]))
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
            lines = tuple(line for line in self.grid.body if _nearly(word.surface, line.name.text))
            if len(lines) == 1:
                self.phrases.append(Phrase(word.start, word.end, lines))
        if self.phrases:
            near = self.lines()
            self.unsupported = [
                w for w in self.unsupported if not any(_nearly(w.surface, line.name.text) for line in near)
            ]
            self.inferred = True
        if self.unsupported and not self.phrases and self.anchors and self.grid.measures:
            best = self._best_hits(foreign)
            if best:
                self.phrases.append(Phrase(self.unsupported[0].start, self.unsupported[-1].end, best))
                self.unsupported, self.inferred = [], True

    def _narrowed(self) -> None:
        """Let a word that only one of several rows nearly spells choose among them."""
        for index, phrase in enumerate(self.phrases):
            for word in self.unsupported:
                near = tuple(line for line in phrase.lines if _nearly(word.surface, line.name.text))
                if len(near) == 1 and len(phrase.lines) > 1:
                    self.phrases[index] = Phrase(min(phrase.start, word.start), max(phrase.end, word.end), near)
                    self.unsupported = [other for other in self.unsupported if other is not word]
                    self.inferred = True
                    break

    def _best_hits(self, foreign: bool) -> tuple[Line, ...]:
        """Return the row of this table that retrieval finds nearest, or the two or three that stand clear of the rest."""
        rows = [hit for hit in self.evidence.hits if hit.passage.kind == "row"]
        ours = [h for h in rows if h.passage.doc == self.grid.document.id and h.passage.table in self.grid.tables]
        ours.sort(key=lambda hit: -hit.similarity)
        floor = min((hit.similarity for hit in rows), default=0.0)
        for count in range(1, 4):
            if count > len(ours):
                break
            rest = ours[count].similarity if count < len(ours) else floor
            if ours[count - 1].similarity - rest < CLEAR:
                continue
            places = {(hit.passage.table, hit.passage.row) for hit in ours[:count]}
            lines = tuple(line for line in self.grid.body if (line.table.id, line.row.number) in places)
            if count > 1 and not self._kin(lines):
                return ()
            if foreign:
                return lines if len(self.unsupported) <= MOST_FOREIGN_WORDS else ()
            shared = all(set(_han(w.surface)) & set(_han(line.name.text)) for w in self.unsupported for line in lines)
            return lines if shared else ()
        return ()

    def _kin(self, lines: Sequence[Line]) -> bool:
        """Say whether rows share a word in their names: a question for wigs may mean all rows of wigs."""
        names = [_terms(self.lexicon, line.name.text) for line in lines]
        return bool(frozenset.intersection(*names)) if names else False

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

    # --- columns --------------------------------------------------------------------------------------------

    def _columns(
        self, votes: dict[int, float], dated: Sequence[tuple[DateMention, tuple[Column, ...]]]
    ) -> tuple[tuple[Column, ...], bool, tuple[Column, ...]]:
        """Return the measures meant, whether the question determined them, and the columns of words it asks for."""
        measures = self.grid.measures
        spelled = sorted(self.spelled_headers, key=lambda item: item[0])
        asked = [column for _, _, column in spelled if column.kind in ("text", "code")]
        asked += [c for c in self.grid.columns if c.kind in ("text", "code") and votes.get(c.index) and c not in asked]
        if "code" in self.query.intents:
            asked += [c for c in self.grid.columns if c.kind == "code" and c not in asked]
        chosen = list(dict.fromkeys(column for _, _, column in spelled if column.kind == "measure"))
        if self.query.intents & {"share", "percent", "ratio", "difference"}:
            chosen += [c for c in self._named_apart() if c not in chosen]
        rest = [c for c in measures if votes.get(c.index) and c not in chosen] if not chosen else []
        if rest:
            most = max(votes[c.index] for c in rest)
            best = [c for c in rest if votes[c.index] == most]
            if len(best) < max(len(measures), 2):
                chosen = best
        chosen = [c for c in chosen if not c.total] or chosen
        on_date = [column for _, columns in dated for column in columns]
        if on_date:
            chosen = [c for c in chosen if c in on_date] or list(dict.fromkeys(on_date))
        told = bool(chosen)
        if not chosen:
            chosen = list(measures)
        generic = self.query.unit in ("piece", "item", "kind")  # いくつ may count the rows themselves
        if len(chosen) > 1 and self.query.unit and not generic and not on_date:
            by_unit = [c for c in chosen if c.measure and same_unit(self.query.unit, c.measure)]
            if by_unit and len(by_unit) < len(chosen):
                chosen, told = by_unit, True
        if len(chosen) > 1 and not told:
            chosen = [c for c in chosen if c.total] or [c for c in chosen if c.periods] * all(c.periods for c in chosen)
        return tuple(chosen), told, tuple(asked)


# Concepts whose words mean the same column within one language (金額 and 価格, 肩書 and 役職); the others only translate.
SYNONYMS: frozenset[Concept] = frozenset(
    {"item", "name", "code", "rank", "money", "number", "quantity", "role", "author", "cost"}
)

# Calibrated on the cosines of e5-small, which differ by about this much between rows that are about different things.
CLEAR = 0.005
MOST_FOREIGN_WORDS = 6


def _implied(grid: Grid) -> frozenset[Concept]:
    """Return the concepts that any such table carries without printing the word."""
    found: set[Concept] = {"rank"} if grid.measures else set()
    if grid.measures:
        found.add("number")
    if any(column.measure in MONEY for column in grid.measures):
        found |= {"money"}
        if any(column.concepts & {"price", "cost", "money"} for column in grid.measures):
            found |= {"price", "cost"}
    if any(column.measure in ("tonne", "kg", "g", "barrel") for column in grid.measures):
        found.add("quantity")
    named = concepts_of(grid.table.caption) | frozenset(c for column in grid.columns for c in column.concepts)
    if named & {"item", "export", "import", "name", "code"}:
        found |= {"item", "name"}
    return frozenset(found)


def _column_concepts(grid: Grid, column: Column) -> frozenset[Concept]:
    """Return what a column is about; the two columns of a list without a header are names and what they are."""
    if column.header:
        return column.concepts - {"item", "trade"} if column.kind == "measure" else column.concepts
    if not grid.table.header and not grid.measures and len(grid.columns) == 2:
        return frozenset({"person", "name"}) if column.kind == "name" else frozenset({"role"})
    return frozenset()


_FOLD_MARKS = str.maketrans(
    "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ", "かきくけこさしすせそたちつてとはひふへほはひふへほ"
)


@lru_cache(maxsize=20_000)
def _flat(text: str) -> str:
    bare = re.sub(r"\s+", "", search_text(text))
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in bare)


@lru_cache(maxsize=20_000)
def _unvoiced(text: str) -> str:
    """Return kana without voicing marks, in which recognition errors are most frequent."""
    return _flat(text).translate(_FOLD_MARKS)


def _nearly(surface: str, name: str) -> bool:
    """Say whether a name holds a word with at most a letter or two misread."""
    word, text = _unvoiced(surface), _unvoiced(name)
    if len(word) < 4:
        return False
    windows = (text[i : i + len(word)] for i in range(max(1, len(text) - len(word) + 1)))
    return any(SequenceMatcher(None, word, window, autojunk=False).ratio() >= 0.8 for window in windows)


@lru_cache(maxsize=20_000)
def _terms(lexicon: Lexicon, text: str) -> frozenset[str]:
    return frozenset(token.term for token in word_tokens(lexicon, text))


@lru_cache(maxsize=20_000)
def _han(text: str) -> str:
    return "".join(re.findall("[\u4e00-\u9fff]", _flat(text)))


_JUNIOR = re.compile(r"(?:副|元|前|準|次席|代理|次)$|\b(?:vice|deputy|former|acting|assistant)[- ]$", re.IGNORECASE)


def _plural(one: str, other: str) -> bool:
    """Say whether one Latin word is the other with a plural's ending (bus, buse, buses)."""
    short, long = sorted((one, other), key=len)
    return len(short) > 2 and short != long and long.startswith(short) and long[len(short) :] in ("s", "e", "es")


@lru_cache(maxsize=50_000)
def _same_root(asked: str, stated: str) -> bool:
    """Say whether a verb in its own reading and a Sino-Japanese noun share their one character (売る, 売上)."""
    for verb, noun in ((asked, stated), (stated, asked)):
        own = re.findall("[\u4e00-\u9fff]", verb)
        if len(own) == 1 and len(verb) > 1 and re.search("[\u3041-\u3096]$", verb) and own[0] in noun:
            return True
    return False


def _counts(surface: str, column: Column) -> bool:
    """Say whether one or two Han characters are a column's counter, perhaps with a noun of its header (件, 辆车)."""
    flat, unit = _flat(surface), set(_han(column.unit))
    return (
        0 < len(flat) <= 2
        and flat == _han(surface)
        and bool(set(flat) & unit)
        and set(flat) <= unit | set(_han(column.header))
    )


def _ends_word(text: str, surface: str) -> bool:
    """Say whether a single Han character ends a word of a text (鉱 in タングステン鉱およびその精鉱)."""
    flat = _flat(surface)
    return (
        len(flat) == 1 and bool(re.search(rf"{re.escape(flat)}(?![\u4e00-\u9fff])", _flat(text))) and bool(_han(flat))
    )


def _prefixed(text: str, surface: str) -> bool:
    """Say whether a word stands in a text only as part of a lesser or former office (部長 in 副部長)."""
    flat, word = search_text(text), search_text(surface)
    places = [match.start() for match in re.finditer(re.escape(word), flat)] if word else []
    return bool(places) and all(_JUNIOR.search(flat[:place]) for place in places)


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
    for before, item in zip(rows, rows[1:], strict=False):
        gap = plain[before[0].end : item[0].start]
        if _AND.search(gap) or len(gap) > 12:
            groups.append([])
        groups[-1].append(item)
    return groups


# --- days -------------------------------------------------------------------------------------------------------

Days = tuple[str, str]


def _days(period: Period) -> Days | None:
    """Return the first and the last day of a period that has a year, as ISO dates."""
    first, last = period[0], period[1] or period[0]
    if first.startswith("-") or last.startswith("-"):
        return None
    return _edge(first, last=False), _edge(last, last=True)


def _edge(value: str, *, last: bool) -> str:
    if len(value) == 4:
        return f"{value}-12-31" if last else f"{value}-01-01"
    if len(value) == 7:
        return f"{value}-{monthrange(int(value[:4]), int(value[5:]))[1]:02d}" if last else f"{value}-01"
    return value


def _spans(period: Period, fiscal: bool) -> list[Days]:
    """Return the days of a period; a bare year may also be a Japanese financial year, April to March."""
    found = [days for days in (_days(period),) if days]
    if fiscal and re.fullmatch(r"\d{4}", period[0]) and not period[1]:
        found.append((f"{period[0]}-04-01", f"{int(period[0]) + 1}-03-31"))
    return found


def _within(inner: Days, outer: Days) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _overlap(one: Days | None, two: Days | None) -> bool:
    return one is not None and two is not None and one[0] <= two[1] and two[0] <= one[1]


def _contains(asked: Period, stated: Period) -> bool:
    """Say whether a stated period lies wholly within the asked one; dates without a year compare by their parts."""
    one, two = _days(asked), _days(stated)
    if one and two:
        return _within(two, one)
    if asked[0].startswith("--") and stated[0].startswith("--"):
        return (
            asked[0] <= stated[0] and (stated[1] or stated[0]) <= (asked[1] or asked[0])
            if asked[1]
            else asked[0] == stated[0]
        )
    return False

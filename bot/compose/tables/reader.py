"""Read one table against one question: rows, columns, dates, direction, and the words that find no support.

Invariant: every step only adds to what is known; a word is given one place.
"""

from __future__ import annotations

from dataclasses import replace

from bot.compose.lexicon import Lexicon
from bot.compose.tables.columns import Chosen, ColumnCues, choose_columns
from bot.compose.tables.cues import label_key
from bot.compose.tables.dates import Dated, place_dates
from bot.compose.tables.grid import Grid
from bot.compose.tables.guessing import infer_rows
from bot.compose.tables.leaving_out import without
from bot.compose.tables.moments import in_table_time
from bot.compose.tables.naming import place_codes, place_names
from bot.compose.tables.periods import has_dates
from bot.compose.tables.query import Spelling, read_query
from bot.compose.tables.reading import Direction, Phrase, Reading
from bot.compose.tables.spans import within
from bot.compose.tables.state import OF_A_DATE, State
from bot.compose.tables.stays import keep_to_the_stay
from bot.compose.tables.translating import let_descriptions_pass, place_measures
from bot.compose.tables.wording import (
    asks_for_rows,
    let_ordinary_words_pass,
    let_predicates_pass,
    let_their_class_pass,
    let_unprinted_words_pass,
    named_apart,
    place_words,
)
from bot.compose.tables.words import light
from bot.question import Question
from retrieval.hit import Evidence


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
    units = frozenset(c.unit for c in grid.measures if c.unit and not c.measure)
    query = read_query(question, lexicon, Spelling(frozenset(names), frozenset(codes), places, learnt, units))
    labelled = label_key(grid.table.label) in query.labels if grid.table.label else False
    if (query.labels and not labelled) or (query.figure and not labelled):
        return None
    return _read(State(question, grid, in_table_time(query, grid), lexicon, evidence))


def _read(state: State) -> Reading:
    """Take rows, columns, dates and direction in turn."""
    direction = _direct(state)
    place_names(state)
    place_codes(state)
    dated = place_dates(state.grid, state.query)
    headers = [(start, end) for start, end, _ in state.headers]  # 当日 heads a column: no date is asked for
    dated = replace(dated, lost=tuple(m for m in dated.lost if not within(m.start, m.end, headers)))
    found = len(state.query.dates) + len(state.query.undated) - len(dated.lost)
    state.anchors += found
    state.score += OF_A_DATE * found
    place_words(state)
    let_their_class_pass(state)
    if not state.support.native:
        place_measures(state)
    infer_rows(state)
    keep_to_the_stay(state)
    columns = _choose(state, dated)
    state.phrases.sort(key=lambda phrase: phrase.start)
    _let_words_pass(state, dated, columns)
    return Reading(
        without(state.grid, state.left_out),
        state.query,
        _own_first(state),
        columns.measures,
        columns.told,
        columns.asked,
        dated.lines,
        dated.columns,
        tuple(sorted(state.unsupported, key=lambda word: word.start)),
        dated.lost,
        tuple(state.lost_codes),
        direction,
        state.labelled,
        state.anchors,
        state.score,
        state.worded(found),
        state.inferred,
        asks_for_rows(state),
        state.placed,
        bool(state.taken),
    )


def _let_words_pass(state: State, dated: Dated, columns: Chosen) -> None:
    """Let words without support pass where rows and columns leave no doubt what they are said of."""
    row_told = state.names_a_row() or dated.lines or state.query.ranks
    ordered = state.query.ranks or state.query.limits or state.query.intents & {"most", "least"}
    if row_told and columns.told and columns.measures:
        let_ordinary_words_pass(state)
    one_measure = len(state.grid.measures) == 1
    if row_told and state.placed and one_measure:
        let_predicates_pass(state)
    told = (row_told and one_measure) or ((row_told or ordered) and columns.told)
    if state.support.native and told and state.worded(len(state.query.dates)):
        let_unprinted_words_pass(state)
    if not state.support.native and (columns.told or one_measure):
        let_descriptions_pass(state)


def _choose(state: State, dated: Dated) -> Chosen:
    """Return the columns that names, words and dates of the question speak for."""
    spelled = [column for _, _, column in sorted(state.headers, key=lambda item: item[0])]
    on_date = [column for _, columns in dated.columns for column in columns]
    return choose_columns(state.grid, state.query, ColumnCues(spelled, state.votes, on_date, named_apart(state)))


def _direct(state: State) -> Direction:
    """Return how the direction of the question agrees with that of the table."""
    ours, theirs = state.grid.route, state.query.route
    if not theirs.places:
        return ""
    if any(place not in ours.places for place in theirs.places):
        return "elsewhere"
    if theirs.is_open:
        return ""
    if ours.agrees(theirs):
        state.anchors += 1
        state.score += 1
        state.placed = True
        return "agrees"
    state.turned = True
    return "reversed"


def _own_first(state: State) -> tuple[Phrase, ...]:
    """Return the phrases of this turn; those of an earlier one only where this one names no row."""
    own = tuple(phrase for phrase in state.phrases if phrase.start < state.own)
    return own or tuple(state.phrases)

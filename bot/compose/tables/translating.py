"""Words of another language than the table's: the measures and rows they mean, and what only describes.

Invariant: a name in the table's own script must stand in the table; words that mean another table's measure are never
dropped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.compose.tables.abroad import IS_A_NAME
from bot.compose.tables.inference import akin_row
from bot.compose.tables.measures import meant_measure
from bot.compose.tables.query import Word
from bot.compose.tables.reading import Phrase
from bot.compose.tables.rows import neighbours
from bot.compose.tables.state import State
from retrieval.commonness import tells

_OF_ALL_ROWS = frozenset({"most", "least", "count"})


def place_measures(state: State) -> None:
    """Let words of another language name the measure of the document that they come nearest to."""
    foreign = [word for word in (*state.unsupported, *state.voting) if not is_native(state, word)]
    if not foreign or not (state.placed or state.phrases):
        return
    foreign.sort(key=lambda word: word.start)
    for words in neighbours(state.query, foreign):
        measure = meant_measure(state.grid, words, state.question.lang, state.query.text, state.lexicon)
        columns = measure.columns(state.grid) if measure else ()
        if measure and measure.rows:
            state.classes.append((words[0].start, words[-1].end))
            state.unsupported = [word for word in state.unsupported if word not in words]
            continue
        if not columns:
            _belongs_elsewhere(state, words if measure else [])
            continue
        for column in columns:
            state.votes[column.index] = state.votes.get(column.index, 0.0) + 2 * sum(word.weight for word in words)
        state.apart += [column for column in columns if len(columns) == 1 and column not in state.apart]
        state.inferred = True
        state.anchors += 1
        state.unsupported = [word for word in state.unsupported if word not in words]


def _belongs_elsewhere(state: State, words: Sequence[Word]) -> None:
    """Keep words that mean the measure of another table as words without a place in this one."""
    state.bound += words
    state.unsupported += [word for word in words if word not in state.unsupported]


def is_native(state: State, word: Word) -> bool:
    """Say whether a word is written in the script of the table and not of the question: a name as printed."""
    script = "[\u3041-\u30ff]" if state.question.lang == "zh" else "[\u3041-\u30ff\u4e00-\u9fff]"
    return bool(re.search(script, word.surface)) or word.surface[:1].isdigit()


def let_descriptions_pass(state: State) -> None:
    """Let foreign words pass that only describe what place, rows and columns already settle."""
    rowless = bool(state.query.ranks or state.query.limits or state.query.intents & _OF_ALL_ROWS)
    if not state.placed or state.lost_codes or not (state.phrases or rowless):
        return
    left = [w for w in state.unsupported if w in state.bound or is_native(state, w) or _is_a_name(state, w)]
    state.inferred = state.inferred or len(left) < len(state.unsupported)
    state.unsupported = left


def _is_a_name(state: State, word: Word) -> bool:
    """Say whether a foreign word looks like a name: it tells much and, in Latin letters, has a capital."""
    if tells(word.term, word.surface.lower(), lang=state.question.lang) < IS_A_NAME:
        return False
    return not word.surface.isascii() or (word.start > 0 and word.surface[:1].isupper())


def translate_rows(state: State) -> None:
    """Let words of another language name the row that one of its own words translates."""
    for words in neighbours(state.query, [word for word in state.unsupported if word not in state.bound]):
        row = akin_row(state.grid, words, state.question.lang, state.lexicon)
        if row is not None:
            state.phrases.append(Phrase(words[0].start, words[-1].end, (row,)))
            state.unsupported = [word for word in state.unsupported if word not in words]
            state.inferred = True

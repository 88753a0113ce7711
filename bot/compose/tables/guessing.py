"""Rows that a question means without spelling them: nearly spelt, described further, or nearest by retrieval.

Invariant: whatever is guessed marks the reading as inferred.
"""

from __future__ import annotations

import re

from bot.compose.tables.inference import akin_row, may_describe, nearest_rows, shares_han
from bot.compose.tables.matching import describes, nearly_spelt
from bot.compose.tables.query import Word
from bot.compose.tables.reading import Phrase
from bot.compose.tables.rows import neighbours
from bot.compose.tables.state import State
from bot.compose.tables.translating import is_native, translate_rows

_OF_TWO = frozenset({"difference", "ratio", "sum"})
_EITHER = re.compile(r"\w or \w|还是|아니면|それとも")


def infer_rows(state: State) -> None:
    """Let words that no row spells mean the row that is nearly so written, or that retrieval ranks first."""
    if not state.unsupported:
        _take_a_common_word(state)
        return
    foreign = not state.support.native
    if state.phrases and not foreign:
        _spell_nearly(state)
    if state.phrases:
        _let_further_words_describe(state)
    if state.phrases and not foreign:
        _narrow(state)
    if state.phrases:
        if foreign and len(state.phrases) == 1 and state.query.intents & _OF_TWO and not state.query.codes:
            translate_rows(state)
        if foreign and any(code.start == phrase.start for code in state.query.codes for phrase in state.phrases):
            # A code names the row; foreign words beside it describe it.
            state.unsupported = [w for w in state.unsupported if w in state.bound and not _is_before_a_code(state, w)]
            state.inferred = True
        return
    _spell_nearly(state)
    of_two = state.query.intents & _OF_TWO or _EITHER.search(state.query.plain)
    if foreign and not state.phrases and state.anchors and of_two and _may_infer(state):
        _each_of_two(state)
        return
    if state.unsupported and not state.phrases and state.anchors and _may_infer(state):
        best = nearest_rows(state.grid, state.unsupported, state.evidence, state.lexicon, foreign=foreign)
        if best:
            state.phrases.append(Phrase(state.unsupported[0].start, state.unsupported[-1].end, best))
            state.unsupported, state.inferred = [], True
        elif foreign and state.anchors:
            translate_rows(state)


def _is_before_a_code(state: State, word: Word) -> bool:
    """Say whether a word belongs to what a code behind it in brackets names (染色针织布（60063200）)."""
    plain = state.query.plain
    return any(
        _SAYS_A_CODE.fullmatch(plain[word.end : code.start]) for code in state.query.codes if word.end <= code.start
    )


_SAYS_A_CODE = re.compile(r"[一-鿿]{0,6}\s?[(（]\s?(?:hs)?\s?(?:code|コード|代码|编码|코드)?\s?[:：]?\s?")


def _each_of_two(state: State) -> None:
    """Let each of several things that are to be added or compared mean a row of its own; none where one means none."""
    groups = neighbours(state.query, [word for word in state.unsupported if word not in state.bound])
    before = list(state.unsupported)
    if len(groups) > 1:
        translate_rows(state)
        if len({id(line) for line in state.lines()}) < len(groups):
            state.phrases, state.unsupported = [], before
    elif best := nearest_rows(state.grid, state.unsupported, state.evidence, state.lexicon, foreign=True):
        state.phrases.append(Phrase(before[0].start, before[-1].end, best))
        state.unsupported, state.inferred = [], True
    else:
        translate_rows(state)


def _goes_on(near: Phrase, phrase: Phrase) -> bool:
    """Say whether what is named goes on in the words behind it (the 鉱 of タングステン鉱)."""
    return phrase.start == near.end and any(line in phrase.lines for line in near.lines)


def _spell_nearly(state: State) -> None:
    """Let words without a place name the one row that spells them with a letter or two misread."""
    found = []
    for word in state.unsupported:
        lines = tuple(line for line in state.grid.body if nearly_spelt(word.surface, line.name.text))
        if len(lines) == 1:
            found.append(Phrase(word.start, word.end, lines))
    if found:
        state.phrases = [p for p in state.phrases if not any(_goes_on(near, p) for near in found)] + found
        near = [line for phrase in found for line in phrase.lines]
        state.unsupported = [
            w for w in state.unsupported if not any(nearly_spelt(w.surface, line.name.text) for line in near)
        ]
        state.inferred = True


def _may_infer(state: State) -> bool:
    """Say whether words without a place may mean a row: none of them is a name as the table would print it.

    Nor is one of them bound to what this table is not about.
    """
    literal = not state.support.native and any(is_native(state, word) for word in state.unsupported)
    elsewhere = any(word in state.bound for word in state.unsupported)
    return bool(state.grid.measures) and not state.taken and not literal and not elsewhere


def _narrow(state: State) -> None:
    """Let a word that only one of several rows nearly spells choose among them."""
    for index, phrase in enumerate(state.phrases):
        for word in state.unsupported:
            near = tuple(line for line in phrase.lines if nearly_spelt(word.surface, line.name.text))
            if len(near) == 1 and len(phrase.lines) > 1:
                state.phrases[index] = Phrase(min(phrase.start, word.start), max(phrase.end, word.end), near)
                state.unsupported = [other for other in state.unsupported if other is not word]
                state.inferred = True
                break


def _let_further_words_describe(state: State) -> None:
    """Let a word beside a description's own words describe it further (モリブデンの鉱石)."""
    for phrase in state.phrases:
        if len(phrase.lines) != 1 or not describes(phrase.lines[0].name.text):
            continue
        for word in list(state.unsupported):
            gap = state.query.plain[min(word.end, phrase.end) : max(word.start, phrase.start)]
            if gap in ("", "の", " ") and may_describe(word, phrase.lines[0], state.evidence, state.grid):
                state.unsupported.remove(word)
                state.inferred = True


def _take_a_common_word(state: State) -> None:
    """Let a common word that needed no place name a row after all, where no other word names one.

    In the table's own language it has to share a character with the row, too.
    """
    if state.phrases or not (state.placed or state.turned) or not state.grid.measures:
        return
    for word in state.passed:
        row = akin_row(state.grid, (word,), state.question.lang, state.lexicon)
        if row is not None and (not state.support.native or shares_han(word, row)):
            state.phrases.append(Phrase(word.start, word.end, (row,)))
            return

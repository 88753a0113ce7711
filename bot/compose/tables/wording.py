"""Give every word of a question its place in a table: a column, a row, the caption, or none.

Invariant: a word is given one place; what needs none is remembered as passed, what has none as unsupported.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.compose.tables.abroad import IS_A_NAME
from bot.compose.tables.grid import Column, Line
from bot.compose.tables.inference import akin_row
from bot.compose.tables.leaving_out import set_apart
from bot.compose.tables.naming import join_words
from bot.compose.tables.query import Word
from bot.compose.tables.rows import Named
from bot.compose.tables.spans import Span, touches, within
from bot.compose.tables.state import State
from retrieval.commonness import tells


def place_words(state: State) -> None:
    """Give every word its place; words of one row are joined."""
    apart = set_apart(state.query.plain)
    denied = apart.names
    state.left_out += [line for p in state.phrases if within(p.start, p.end, denied) for line in p.lines]
    state.phrases = [phrase for phrase in state.phrases if not within(phrase.start, phrase.end, apart.said)]
    spelled = [(phrase.start, phrase.end) for phrase in state.phrases]
    placed = [*spelled, *((start, end) for start, end, _ in state.headers), *state.classes]
    rows: list[Named] = []
    for word in state.query.words:
        if touches(word.start, word.end, state.taken):
            continue
        if within(word.start, word.end, apart.said) and not touches(word.start, word.end, denied):
            continue
        if state.support.runs_against(word):
            if not (word.inherited and _says_flow(state)):
                state.unsupported.append(word)
                state.bound.append(word)
        elif touches(word.start, word.end, placed) or state.support.names_total(word) or _ends_header(state, word):
            state.score += word.weight
        elif lines := _place(state, word):
            rows.append((word, lines))
    others = [line for word, lines in rows if touches(word.start, word.end, denied) for line in lines]
    others += _denied_elsewhere(state, denied) if not others and not state.support.native else []
    rows = [(word, lines) for word, lines in rows if not touches(word.start, word.end, denied)]
    state.left_out += others
    join_words(state, [(word, tuple(line for line in lines if line not in others) or lines) for word, lines in rows])


def _ends_header(state: State, word: Word) -> bool:
    """Say whether a word is the one sign that a question writes behind a column's name (当日券, 輸出額)."""
    return len(word.surface) == 1 and any(end == word.start for _, end, _ in state.headers)


def _denied_elsewhere(state: State, denied: Sequence[Span]) -> list[Line]:
    """Return the row that words of another language leave out, which then need no place of their own.

    Where they mean none, the table does not tell what is left, and they are bound to another.
    """
    words = [word for word in state.query.words if touches(word.start, word.end, denied)]  # 가발을: with its particle
    if not words:
        return []
    said = state.query.text[words[0].start : words[-1].end]
    whole = replace(words[0], surface=said, term=said, end=words[-1].end)
    tried = (akin_row(state.grid, some, state.question.lang, state.lexicon) for some in ([whole], words))
    row = next((found for found in tried if found is not None), None)
    state.unsupported = [word for word in state.unsupported if word not in words] + ([] if row else words)
    state.passed = [word for word in state.passed if word not in words]
    state.bound += [] if row else words
    return [row] if row else []


def _says_flow(state: State) -> bool:
    """Say whether this turn itself says which way the trade runs."""
    return any(word.concepts & {"export", "import"} and not word.inherited for word in state.query.words)


_OF_MEANING = 0.5


def _place(state: State, word: Word) -> tuple[Line, ...]:
    """Give a word its place in a column, the caption or nowhere; return the rows where it names rows instead."""
    support = state.support
    columns = support.columns(word)
    lines = () if support.is_their_class(word) else tuple(x for x in state.grid.body if support.in_line(word, x))
    caption = support.in_caption(word)
    if caption:  # what the whole table is of tells no column that is of something of it (最大树高, of 古茶树)
        columns = [column for column in columns if support.is_mostly(column.header, word)]
    if columns and not (lines and not any(support.carries(c.header, word) for c in columns)):
        state.voting.append(word)
        printed = any(support.names(word, column) for column in columns)
        for column in columns:  # a header that only means much the same speaks less
            vote = word.weight if printed else _OF_MEANING * word.weight
            state.votes[column.index] = state.votes.get(column.index, 0.0) + vote
    elif lines and not caption:
        state.score += word.weight
        return lines
    elif not (caption or support.around(word)):
        _leave(state, word)
        return ()
    if not state.support.native and not state.support.literal(word):
        state.voting.append(word)
    state.anchors += caption
    state.placed = state.placed or (caption and _is_literal(state, word))
    state.score += word.weight
    return ()


def _leave(state: State, word: Word) -> None:
    """Let a word pass without a place where it needs none."""
    ordered = state.query.ranks or state.query.intents & {"most", "least"}  # among some rows only, the text may tell
    foreign = not state.support.native and (
        state.support.of_another_document(word) or (ordered and state.support.told_beside_the_table(word))
    )
    if foreign or touches(word.start, word.end, state.query.abroad):
        state.bound.append(word)
        state.unsupported.append(word)
    elif state.support.passes(word) or state.support.translated_here(word):
        state.inferred = True
        state.passed.append(word)
    else:
        state.unsupported.append(word)


def _is_literal(state: State, word: Word) -> bool:
    """Say whether a word is written as the caption writes it, and tells something."""
    return word.surface in state.support.caption and len(word.surface) > 1


def let_ordinary_words_pass(state: State) -> None:
    """Let ordinary words pass where the cells are determined without them; a name must have its place.

    Where these say more than the words that have their place, the question is of something else.
    """
    names = [
        word
        for word in state.unsupported
        if tells(word.term, word.surface.lower(), lang=state.question.lang) >= IS_A_NAME
        or state.support.elsewhere(word)
        or word in state.bound
    ]
    passing = sum(word.weight for word in state.unsupported if word not in names)
    if passing > state.score:
        return
    state.inferred = state.inferred or len(names) < len(state.unsupported)
    state.unsupported = names


_PREDICATE = re.compile(r"[一-鿿]{1,2}[ぁ-ん]{1,4}")  # how Japanese writes verbs and adjectives, inflected


def let_predicates_pass(state: State) -> None:
    """Let verbs pass where the cells are determined without them: a table prints what is bought, not 買った."""
    if state.question.lang != "ja":
        return
    kept = [w for w in state.unsupported if w in state.bound or not _PREDICATE.fullmatch(w.surface)]
    state.inferred = state.inferred or len(kept) < len(state.unsupported)
    state.unsupported = kept


def let_unprinted_words_pass(state: State) -> None:
    """Let words pass that no document prints, where the cells are determined without them.

    People say jabs for doses and 埋まった for 利用率; what documents tell apart they say in words of their own. A name
    must have its place.
    """
    kept = [word for word in state.unsupported if word in state.bound or not _is_said_otherwise(state, word)]
    state.inferred = state.inferred or len(kept) < len(state.unsupported)
    state.unsupported = kept


def _is_said_otherwise(state: State, word: Word) -> bool:
    if any(character.isdigit() for character in word.surface) or touches(word.start, word.end, state.taken):
        return False
    if word.surface.isascii():
        return not word.surface[:1].isupper() and not state.support.known(word)
    verb = "\u3041" <= word.surface[-1:] <= "\u3096"
    return (verb or state.question.lang != "ja") and not state.support.known(word)


_WHAT_ROWS_ARE = re.compile(
    r"(?P<noun>[^\s、，,。はがをもの]{1,8})(?:って|とは|は|が|も)?(?:どこ|どれ|どちら|何(?![年月日度回人件])|なに|誰|だれ)|"
    r"(?:どの|何の|どんな)(?P<of>[^\s、，,。はがをも]{1,8})|\b(?:which|what) (?P<en>[a-z]+)\b|"
    r"哪(?:一?[个個种種家座所位]|些)(?P<zh>[一-鿿]{1,4})|(?:어느|어떤) ?(?P<ko>[가-힣]+)"
)


def let_their_class_pass(state: State) -> None:
    """Let the noun pass by which a question for the largest, or for a rank, calls the rows."""
    orders = state.query.intents & {"most", "least", "growth", "difference"} or state.query.ranks or state.query.limits
    if state.phrases or not orders or not state.anchors:
        return
    header = state.grid.columns[state.grid.name].header  # 魚 of 魚種, 国 of 国・地域
    of_header = [w for w in state.unsupported if header.startswith(w.surface) or header.endswith(w.surface)]
    state.unsupported = [word for word in state.unsupported if word not in of_header]
    match = _WHAT_ROWS_ARE.search(state.query.plain)
    if match is None or match.lastgroup is None:
        return
    start, end = match.span(match.lastgroup)
    kept = [
        word
        for word in state.unsupported
        if not (start <= word.start and word.end <= end)
        or tells(word.term, word.surface.lower(), lang=state.question.lang) >= IS_A_NAME
        or state.support.elsewhere(word)
    ]
    state.inferred = state.inferred or len(kept) < len(state.unsupported)
    state.unsupported = kept


def named_apart(state: State) -> list[Column]:
    """Return the measures named by words that stand apart: A and B in A は B の何%, the share of A in B."""
    groups: list[list[Word]] = []
    for word in state.query.words:
        if any(state.support.names(word, column) for column in state.grid.measures):
            if groups and not state.query.plain[groups[-1][-1].end : word.start].strip():
                groups[-1].append(word)
            else:
                groups.append([word])
    if state.apart:
        return state.apart
    found: list[Column] = []
    for group in groups:
        counts = {c.index: sum(state.support.names(word, c) for word in group) for c in state.grid.measures}
        best = [c for c in state.grid.measures if counts[c.index] == max(counts.values())]
        if len(best) == 1 and best[0] not in found:
            found += best
    return found


def asks_for_rows(state: State) -> bool:
    """Say whether the question names what the rows are (which district, which items)."""
    names = state.grid.name
    spelled = any(column.index == names for _, _, column in state.headers)
    return bool(state.votes.get(names)) or spelled or bool(state.classes)

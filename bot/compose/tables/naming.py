"""Find the rows and columns that a question names: by whole names, by codes, by words of their names.

Invariant: a name that only holds a row's name is a word without a place, never that row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.compose.tables.counted_rows import numbered
from bot.compose.tables.grid import Column, Line
from bot.compose.tables.leaving_out import set_apart
from bot.compose.tables.matching import bare
from bot.compose.tables.nested import bare_name
from bot.compose.tables.periods import has_dates
from bot.compose.tables.query import Word
from bot.compose.tables.reading import Phrase
from bot.compose.tables.rows import Named, common, compound, heaviest, is_named_elsewhere, phrase_of, split_groups
from bot.compose.tables.spans import Span, spelled_out, touches
from bot.compose.tables.state import State
from bot.compose.tables.words import light

_OF_A_SERIES = re.compile(r"(?<=[^\W\d_])[-－‐–]\s?\d{1,2}$")  # 青葉町-3, a point of several in one place
_NUMBER_BEFORE = re.compile(r"第?\d{1,3}$")  # of 第1分院
_A_LOT = 3.0  # weight of a name that no row has


def place_names(state: State) -> None:
    """Find the rows and columns whose whole name stands in the question, longer names first."""
    by_name = _by_name(state)
    found: list[tuple[Span, str]] = []
    for name in sorted(by_name, key=len, reverse=True):
        for start, end in spelled_out(state.query.plain, name):
            if name == "一番" and _SAYS_MOST.match(state.query.plain, start):
                continue
            if not touches(start, end, [span for span, _ in found]):
                found.append(((start, end), name))
    found += [
        (span, name)
        for span, name in numbered(state.query.plain, by_name)
        if not touches(*span, [one for one, _ in found])
    ]
    known = _known(state, [span for span, _ in found])
    for (start, end), name in found:
        lines = tuple(line for line, _ in by_name[name] if line)
        # what stands beside a name in Chinese may be any word, a conjunction (北沢和中畑) or a verb
        runs_on = state.question.lang != "zh" or len(name) == 1
        if lines and runs_on and (whole := compound(state.query.plain, start, end, known)) != (start, end):
            if light(state.query.text[slice(*whole)]) not in light(f"{state.support.caption} {state.support.near}"):
                is_no_row(state, *whole)  # 霧生川 of a document on that river is no row called 霧生
        elif lines:
            state.phrases.append(Phrase(start, end, lines))
        else:
            state.headers += [(start, end, column) for _, column in by_name[name] if column]


def _by_name(state: State) -> dict[str, list[tuple[Line | None, Column | None]]]:
    """Return the rows and columns by their names: a part of a row also without うち."""
    by_name: dict[str, list[tuple[Line | None, Column | None]]] = {}
    for line in state.grid.body:
        if not has_dates(line.name.text) or _SEASON.fullmatch(line.name.text.strip()):
            name = line.name.text.strip()
            for alias in dict.fromkeys((name, bare_name(line), _OF_A_SERIES.sub("", name), *_short(name, state))):
                by_name.setdefault(light(alias), []).append((line, None))
    for line in (*state.grid.body, *state.grid.totals):  # 収入 means 収入計 where no row is called so
        name = light(line.name.text.strip())
        if (of := _TOTAL_OF.sub("", name)) != name and len(of) > 1 and of not in by_name:
            by_name.setdefault(of, []).append((line, None))
    for column in state.grid.columns:
        if column.header and not column.periods:
            by_name.setdefault(light(column.header), []).append((None, column))
    return by_name


_SAYS_MOST = re.compile(
    r"一番(?:[多大高新古長短低安広重軽早遅少小強弱近遠]|[ぁ-ん]*?[一-鿿ァ-ヶー]{2,8}[がのは][多大高長少小低短])"
)
_TOTAL_OF = re.compile(
    r"[\s　]*(?:の?(?:合計|総計|小計|計)|[总总合]?[计計]|합계|총계|계|\btotal)$|^(?:total|合计)\s*", re.IGNORECASE
)
_SEASON = re.compile(r"\d{4}\s?[/／]\s?\d{2,4}")  # 1932/33, a winter or a season: its row's name and more than a year


def _short(name: str, state: State) -> list[str]:
    """Return a name without what stands in brackets behind it, where no other table has a row of that name."""
    short = bare(name)
    return [] if short == name or is_named_elsewhere(short, state.grid) else [short]


def _known(state: State, spelled: Sequence[Span]) -> list[Span]:
    """Return the stretches that have a place of their own, so that no name runs on into them."""
    apart = set_apart(state.query.plain).behind
    known = [*spelled, *state.query.consumed, *state.classes, *state.query.route.spans, *apart]
    headers = " ".join(column.header for column in state.grid.columns)
    for word in state.query.words:
        if not touches(word.start, word.end, spelled) and (
            word.concepts or any(state.support.carries(t, word) for t in (state.support.caption, headers))
        ):
            known.append((word.start, word.end))
    return known


def is_no_row(state: State, start: int, end: int) -> None:
    """Keep a name that only holds a row's name as a word without a place."""
    numbered = _NUMBER_BEFORE.search(state.query.plain[:start])
    start = numbered.start() if numbered else start
    state.taken.append((start, end))
    surface = state.query.text[start:end]
    state.unsupported.append(Word(light(surface), surface, start, end, _A_LOT, frozenset(), start >= state.own))


def place_codes(state: State) -> None:
    """Find the rows of the codes that the question names, and the codes that no row has."""
    for code in state.query.codes:
        lines = tuple(line for line in state.grid.body if line.code and light(line.code) == code.text)
        if not lines and len(code.text) >= 4:
            lines = tuple(line for line in state.grid.body if line.code.startswith(code.text))
        if lines:
            state.phrases.append(Phrase(code.start, code.end, lines))
            state.anchors += 1
        else:
            state.lost_codes.append(code)


def join_words(state: State, rows: Sequence[Named]) -> None:
    """Join the words that name one row; words apart by a conjunction name rows of their own."""
    known = state.lines()
    left = [(word, lines) for word, lines in rows if not any(line in known for line in lines)]
    if not left:
        return
    groups = [left] if common([lines for _, lines in left]) else split_groups(state.query.plain, left)
    for group in groups:
        lines = common([lines for _, lines in group])
        if not lines:
            lines = heaviest(group)
            state.unsupported += [word for word, own in group if not any(line in lines for line in own)]
        phrase = phrase_of(group, lines, state.query, state.grid, len(groups) == 1 and not state.phrases)
        if phrase.lines:
            state.phrases.append(phrase)
        else:
            is_no_row(state, phrase.start, phrase.end)

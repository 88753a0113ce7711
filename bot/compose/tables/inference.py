"""Rows that the words of a question do not spell, meant all the same: nearly spelt, or nearest by retrieval.

Invariant: retrieval chooses a row only where it stands clear of the table's other rows.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.compose.lexicon import Lexicon
from bot.compose.tables.grid import Grid, Line
from bot.compose.tables.matching import han_of, terms_of
from bot.compose.tables.query import Word
from bot.compose.tables.support import words_of
from bot.compose.tables.words import light
from retrieval.commonness import tells
from retrieval.hit import Evidence

# Calibrated on the cosines of e5-small, which differ by about this much between rows that are about different things.
CLEAR = 0.005
MOST_FOREIGN_WORDS = 6
_IS_A_NAME = 0.85  # how much a word tells from which it is a name


def nearest_rows(
    grid: Grid, words: Sequence[Word], evidence: Evidence, lexicon: Lexicon, *, foreign: bool
) -> tuple[Line, ...]:
    """Return the row that retrieval finds nearest, or the two or three akin that stand clear of the rest; else none.

    Words of the table's own language must share a Han character with the row, because there a word that no row
    spells is most often one that no row means.
    """
    rows = [hit for hit in evidence.hits if hit.passage.kind == "row"]
    ours = [hit for hit in rows if hit.passage.doc == grid.document.id and hit.passage.table in grid.tables]
    ours.sort(key=lambda hit: -hit.similarity)
    floor = min((hit.similarity for hit in rows), default=0.0)
    for count in range(1, min(3, len(ours)) + 1):
        rest = ours[count].similarity if count < len(ours) else floor
        if ours[count - 1].similarity - rest < CLEAR:
            continue
        places = {(hit.passage.table, hit.passage.row) for hit in ours[:count]}
        lines = tuple(line for line in grid.body if (line.table.id, line.row.number) in places)
        if count > 1 and not _akin(lines, lexicon):
            return ()
        if foreign:
            return lines if len(words) <= MOST_FOREIGN_WORDS else ()
        return lines if all(_may_mean(word, line, grid.document.lang) for word in words for line in lines) else ()
    return ()


_TRANSLATES, _CLEARLY = 0.3, 0.1


def akin_row(grid: Grid, words: Sequence[Word], lang: str, lexicon: Lexicon) -> Line | None:
    """Return the one row that has a word clearly more akin to these words than any other row has."""
    forms = tuple(dict.fromkeys(light(form) for word in words for form in (word.surface, word.term)))
    kin = lexicon.kin(forms, lang)
    scored = [
        (sum(max((kin.get(form, {}).get(known, 0.0) for form in (light(w.surface), light(w.term))
                  for known in words_of(line.name.text)), default=0.0) for w in words), line)
        for line in grid.body
    ]  # fmt: skip
    scored.sort(key=lambda pair: -pair[0])
    if not scored or scored[0][0] < _TRANSLATES:
        return None
    return scored[0][1] if len(scored) < 2 or scored[0][0] - scored[1][0] >= _CLEARLY else None


def shares_han(word: Word, line: Line) -> bool:
    """Say whether a word has a character of a row's name, and is no name of its own that shares only half."""
    return _may_mean(word, line, "ja")


def may_describe(word: Word, line: Line, evidence: Evidence, grid: Grid) -> bool:
    """Say whether a word beside a row's own words may describe it: it shares a character, or retrieval agrees."""
    if set(han_of(word.surface)) & set(han_of(line.name.text)):
        return True
    rows = [h for h in evidence.hits if h.passage.kind == "row" and h.passage.table in grid.tables]
    best = max(rows, key=lambda hit: hit.similarity, default=None)
    return best is not None and (best.passage.table, best.passage.row) == (line.table.id, line.row.number)


def _may_mean(word: Word, line: Line, lang: str) -> bool:
    """Say whether an unspelt word of the table's own language may mean a row: 電気 may mean 電力, 南浜 never 北浜.

    What only shares the last character is another of the same class (石油, 大豆油).
    """
    written = han_of(word.surface)
    asked, named = set(written), set(han_of(line.name.text))
    if len(written) > 1 and asked & named <= {written[-1]}:
        return False
    is_name = tells(word.term, word.surface.lower(), lang=lang) >= _IS_A_NAME
    return 2 * len(asked & named) > len(asked) if is_name else bool(asked & named)


def _akin(lines: Sequence[Line], lexicon: Lexicon) -> bool:
    """Say whether rows share a word in their names: a question for wigs may mean all rows of wigs."""
    names = [terms_of(lexicon, line.name.text) for line in lines]
    return bool(frozenset.intersection(*names)) if names else False

"""Which measure of a document a question in another language means.

Invariant: measures compete within their document, by kinship, shared characters and shared concepts; one is meant
only where it stands clear of the others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.compose.lexicon import Lexicon
from bot.compose.tables.grid import Column, Grid
from bot.compose.tables.kinds import class_nouns
from bot.compose.tables.making import grids
from bot.compose.tables.matching import han_of
from bot.compose.tables.query import Word
from bot.compose.tables.support import words_of
from bot.compose.tables.words import concepts_of, light
from corpus.document import Document
from corpus.structure.units import unit_at

_LEAST, _CLEAR = 0.12, 0.08
_COUNTED = re.compile(r"(\S|세대)[数수]\S{0,2}$")  # 권수, 户数: a number of what the column counts
_COUNTERS = {"册": "冊", "권": "冊", "户": "世帯", "세대": "世帯"}  # as Japanese prints them
_CONCEPT = 0.3  # what a shared concept counts beside kinship and the share of common characters


@dataclass(frozen=True, slots=True)
class Measure:
    """What some columns of a document measure: the text that says so, and the words that set it apart."""

    text: str
    words: frozenset[str]
    held: tuple[tuple[Grid, Column], ...]
    rows: bool = False  # what the rows are called instead of what a column measures

    def columns(self, grid: Grid) -> tuple[Column, ...]:
        """Return the columns of a table that hold it."""
        return tuple(column for own, column in self.held if own is grid)


def measures_of(document: Document) -> tuple[Measure, ...]:
    """Return the measures of a document; columns of one header are one, and columns of periods take their caption's."""
    found: dict[str, list[tuple[Grid, Column]]] = {}
    for grid in grids((document,)):
        for column in grid.measures:
            text = grid.table.caption if column.periods else column.header
            found.setdefault(text, []).append((grid, column))
    words = {text: words_of(text) for text in found}
    shared = frozenset.intersection(*words.values()) if len(words) > 1 else frozenset()
    return tuple(Measure(text, words[text] - shared, tuple(held)) for text, held in found.items())


def _called(grid: Grid) -> Measure:
    """Return what the rows of a table are called, which competes with the measures."""
    nouns = " ".join(sorted(class_nouns(grid)))
    return Measure(nouns, words_of(f"{nouns} {grid.columns[grid.name].header}"), (), rows=True)


def meant_measure(grid: Grid, words: Sequence[Word], lang: str, text: str, lexicon: Lexicon) -> Measure | None:
    """Return the measure of the document, or the name for the rows, that neighbouring words of a question mean.

    None where none stands clear of the others.
    """
    asked = _phrase(words, text)
    forms = _forms(words, asked, text)
    kin = lexicon.kin(forms, lang)
    scored = sorted(
        ((_nearness(measure, asked, forms, kin), measure) for measure in (*measures_of(grid.document), _called(grid))),
        key=lambda pair: -pair[0],
    )
    if not scored or scored[0][0] < _LEAST:
        return None
    if len(scored) > 1 and scored[0][0] - scored[1][0] < _CLEAR:
        return None
    return scored[0][1]


def _phrase(words: Sequence[Word], text: str) -> str:
    """Return what the words make together, with what they are a number or share of."""
    lead = re.search(r"\b[a-z]+ of (?:the )?$", text[: words[0].start], re.IGNORECASE)
    return text[lead.start() if lead else words[0].start : words[-1].end]


def _forms(words: Sequence[Word], asked: str, text: str) -> tuple[str, ...]:
    """Return the words alone, in pairs and together, as written and without particles."""
    whole = light(asked).strip()
    stems = " ".join(word.term for word in words)
    alone = [light(form) for word in words for form in (word.surface, *(() if word.term.isascii() else (word.term,)))]
    pairs = [light(text[a.start : b.end]) for a, b in pairwise(words)]
    return tuple(dict.fromkeys((*alone, *pairs, whole, *(() if stems.isascii() else (stems,)))))


def _nearness(measure: Measure, asked: str, forms: Sequence[str], kin: Mapping[str, Mapping[str, float]]) -> float:
    counter = _COUNTED.search(light(asked).strip())
    counted = counter is not None and any(c.measure and c.measure == _unit(counter[1]) for _, c in measure.held)
    nearest = max((kin.get(form, {}).get(word, 0.0) for form in forms for word in measure.words), default=0.0)
    shared = concepts_of(light(asked)) & concepts_of(measure.text)
    return nearest + _likeness(asked, "".join(measure.words)) + _CONCEPT * (bool(shared) + counted)


def _likeness(one: str, other: str) -> float:
    """Return the share of Han characters that two texts have in common."""
    a, b = set(han_of(one)), set(han_of(other))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _unit(counter: str) -> str:
    """Return the name of what a counter counts."""
    return _COUNTERS.get(counter) or unit_at(counter, 0)[0]

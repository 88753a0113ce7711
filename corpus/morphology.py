"""Japanese text divided into morphemes, with what the division costs: the only file that knows SudachiPy.

Invariant: the dictionary is loaded once for a process, when the first text is divided; analysers are a thread's own.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sudachipy import Dictionary, Morpheme, Tokenizer

_REMEMBERED = 65_536
_MOST_READINGS = 16  # of a name
_loading = threading.Lock()
_local = threading.local()


@dataclass(frozen=True, slots=True)
class Part:
    """A longest morpheme at ``[start, end)``; ``known`` says whether the dictionary has it."""

    surface: str
    start: int
    end: int
    pos: tuple[str, str]
    known: bool


def divide(text: str) -> tuple[tuple[Part, ...], int]:
    """Return the morphemes of a text, at most 49,149 bytes, and the cost of this division: less is likelier."""
    found = _long_analyser().tokenize(text)
    parts = tuple(Part(m.surface(), m.begin(), m.end(), m.part_of_speech()[:2], not m.is_oov()) for m in found)
    return parts, found.get_internal_cost()


def cost(text: str) -> int:
    """Return the cost of the likeliest division of a text."""
    return int(_long_analyser().tokenize(text).get_internal_cost())


def analyser() -> Tokenizer:
    """Return this thread's analyser into shortest units: the dictionary is shared, the analyser cannot be."""
    if not hasattr(_local, "short"):
        _local.short = _made("A")
    made: Tokenizer = _local.short
    return made


def _long_analyser() -> Tokenizer:
    if not hasattr(_local, "long"):
        _local.long = _made("C")
    made: Tokenizer = _local.long
    return made


def _made(mode: str) -> Tokenizer:
    from sudachipy import SplitMode  # noqa: PLC0415

    with _loading:
        dictionary = _dictionary()
    make = getattr(dictionary, "tokenizer", None) or dictionary.create  # `tokenizer` came with 0.7
    return make(mode=getattr(SplitMode, mode))


@cache
def _dictionary() -> Dictionary:
    from sudachipy import Dictionary  # noqa: PLC0415  a slow import, paid only when something is divided

    return Dictionary()


def units(word: str) -> tuple[str, ...]:
    """Return the shortest units of a short word, in order; together they are the word."""
    return tuple(morpheme.surface() for morpheme in analyser().tokenize(word))


def name_readings(word: str) -> tuple[str, ...]:
    """Return how a short name may be read, in katakana, the likeliest first and each once.

    The dictionary has several readings of most family names and of many places (上浜: ウエハマ, カミハマ).
    """
    parts = [_readings(morpheme) for morpheme in analyser().tokenize(word)]
    read = ["".join(way) for way in islice(product(*parts), _MOST_READINGS)]
    return tuple(dict.fromkeys([*read, *_listed(word)]))


def _readings(morpheme: Morpheme) -> tuple[str, ...]:
    """Return the readings of a part of a name: the one that the analyser chose, then those of names written so."""
    return tuple(dict.fromkeys([morpheme.reading_form(), *_listed(morpheme.surface())]))


def _listed(surface: str) -> tuple[str, ...]:
    """Return the readings that the dictionary has for a name."""
    found = _dictionary().lookup(surface) if surface else ()
    return tuple(m.reading_form() for m in found if "固有名詞" in m.part_of_speech())


@lru_cache(_REMEMBERED)
def names_something(word: str) -> bool:
    """Say whether a word is a name, or may be one: part of it is a proper noun, or no word of the dictionary."""
    return any("固有名詞" in part.pos or not part.known for part in divide(word)[0])

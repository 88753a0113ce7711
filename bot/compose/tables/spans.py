"""Stretches of a question: where it spells a name, what is masked, what covers what.

Invariant: masking keeps every character's place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.compose.tables.words import light

Span = tuple[int, int]


def masks_of(plain: str, names: Iterable[str]) -> list[tuple[int, int]]:
    """Return where the question spells a table's names out, longest first and without overlaps."""
    found: list[tuple[int, int]] = []
    plain = _one_kana(plain)
    for name in sorted({_one_kana(name) for name in names}, key=len, reverse=True):
        parts = name.split()
        if len(name) < 2 or not all(part in plain for part in parts):
            continue
        pattern = r"\s*".join(re.escape(part) for part in parts)
        if name[0].isascii() or name[-1].isascii():
            pattern = rf"(?<![a-z0-9]){pattern}(?![a-z0-9])"
        for match in re.finditer(pattern, plain):
            if not touches(match.start(), match.end(), found):
                found.append(match.span())
    return found


def _one_kana(text: str) -> str:
    """Return a text with katakana as hiragana (ブリ is ぶり); every character keeps its place."""
    return "".join(chr(ord(character) - 0x60) if "ァ" <= character <= "ヶ" else character for character in text)


def spelled_out(plain: str, name: str) -> list[tuple[int, int]]:
    """Return where a question in light form spells a name out, as a word where the name is Latin."""
    return masks_of(plain, (light(name),))


def blanked(text: str, spans: Iterable[tuple[int, int]], filler: str = "\ufffc") -> str:
    """Return a text with stretches replaced by a filler, so that everything else keeps its place."""
    characters = list(text)
    for start, end in spans:
        characters[start:end] = filler * (end - start)
    return "".join(characters)


def touches(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Say whether a stretch shares a character with one of several."""
    return any(start < last and first < end for first, last in spans)


def mostly_covered(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Say whether at least half of a stretch is covered."""
    covered = {place for first, last in spans for place in range(max(start, first), min(end, last))}
    return len(covered) * 2 >= end - start


def within(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Say whether one of several stretches holds the whole of another."""
    return any(first <= start and end <= last for first, last in spans)

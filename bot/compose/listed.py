"""The first few of the numbers that a sentence lists, or all of them, where a question counts them so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.compose.asked import Asked
from corpus.structure.hangul_numbers import NATIVE
from corpus.structure.numbers import parse_number
from corpus.structure.quantities import Quantity

# So many of what a sentence lists: the first two, both, all three.
_FIRST = re.compile(
    r"(?:最初|初め|はじめ)の?\s?([\d一二三四五六七八九十]+)|\bfirst (\d+|two|three|four|five|six)\b|"
    r"[前头]([\d两三四五六七八九十]+)[个例次家起]|"
    r"처음 ?(\d+|두|세|네|다섯)",
    re.IGNORECASE,
)
_PAIR = re.compile(r"両方|双方|\bboth\b|两者|둘 ?다|양쪽", re.IGNORECASE)
_LABEL = re.compile(r"(\d+|[一二三四五六七八九十])(?=\D{0,3}$|\D{1,4}[がはの]?$)")
_AFTER = re.compile(r"^\s?(?:[、,，;；]|と|및|和|and\b)")
_LONGEST_LABEL = 20  # characters between two numbers that a sentence lists


def first_of(asked: Asked, text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Return the first few of the quantities that a sentence lists, or both, where the question counts them so."""
    between = [text[one.end : two.start] for one, two in pairwise(found)]
    if not all(_AFTER.match(words) and len(words) <= _LONGEST_LABEL for words in between):
        return []
    first = _FIRST.search(asked.question.text)
    count = _count(first) if first else 2 if _PAIR.search(asked.question.text) else 0
    if not 1 < count <= len(found) or (count < len(found) and not (first and _numbered(text, found))):
        return []
    return list(found[:count])


def _count(match: re.Match[str]) -> int:
    said = next(group for group in match.groups() if group)
    return NATIVE.get(said) or int(parse_number(said) or 0)


def _numbered(text: str, found: Sequence[Quantity]) -> bool:
    """Say whether each number is labelled with its place in the list (1例目が318,462羽、2例目が41,208羽)."""
    starts = [0, *(q.end for q in found)]
    labels = [_LABEL.search(text[a : q.start]) for a, q in zip(starts, found, strict=False)]
    return [parse_number(label[1]) if label else None for label in labels] == list(range(1, len(found) + 1))

"""Brackets and Japanese quotation marks without their partner.

Invariant: each kind of bracket is paired by itself over the whole text; half a pair that lists or smiles is none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from corpus.misprints.suspect import Suspect

_KINDS = dict(zip("「『（(【〔《」』）)】〕》", "「『((【〔《「『((【〔《", strict=True))
_OPENING = frozenset("「『（(【〔《")
_BRACKET = re.compile("[「『（(【〔《」』）)】〕》]")
# 1) a) ア） at the start of a line or after a blank list things; :) smiles.
_NO_BRACKET = re.compile(
    r"(?:^|(?<=[\s、。，,;；：「・]))(?:[0-9０-９]{1,3}|[a-zA-Zａ-ｚ]|[ivx]{1,4}|[ァ-ン一二三四五六七八九十])[)）]"
    r"|[:;][-^]?[()]|[(（][^()（）]{0,8}[\^;´`ω∀_][^()（）]{0,8}[)）]",
    re.MULTILINE,
)
_LISTED = re.compile(r"(?<![0-9０-９a-zA-Zａ-ｚ])(?:[0-9０-９]{1,3}|[a-zA-Zａ-ｚ])$")  # および7)
_PARAGRAPHS = 6  # line breaks that a quotation may run over


def pairs(text: str, start: int, end: int) -> Iterator[Suspect]:
    """Yield the brackets in ``text[start:end]`` that have no partner, in order of place."""
    for at in _unpaired(text):
        if start <= at < end:
            wrong = "is never closed" if text[at] in _OPENING else "was never opened"
            yield Suspect(at, at + 1, text[at], "", f"{text[at]} {wrong}")


@lru_cache(maxsize=64)
def _unpaired(text: str) -> tuple[int, ...]:
    passed = {at for match in _NO_BRACKET.finditer(text) for at in range(match.start(), match.end())}
    lines = [0]
    for char in text:
        lines.append(lines[-1] + (char == "\n"))
    opened: dict[str, list[int]] = defaultdict(list)
    alone: list[int] = []
    for match in _BRACKET.finditer(text):
        at, waiting = match.start(), opened[_KINDS[match[0]]]
        if at in passed:
            continue
        if match[0] in _OPENING:
            waiting.append(at)
        elif waiting and lines[at] - lines[waiting[-1]] <= _PARAGRAPHS:
            waiting.pop()
        elif not _LISTED.search(text, max(at - 5, 0), at):
            alone.append(at)
    alone += [at for waiting in opened.values() for at in waiting]
    return tuple(sorted(alone))

"""Brackets and Japanese quotation marks without their partner.

Invariant: each kind of bracket is paired by itself over the whole text; half a pair that lists or smiles is none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from corpus.misprints.suspect import Suspect

_KINDS = dict(zip("「『（(【〔《」』）)】〕》", "「『((【〔《「『((【〔《", strict=True))
_OPENING = frozenset("「『（(【〔《")
_BRACKET = re.compile("[「『（(【〔《」』）)】〕》]")
# 1) a) ア) list things, 7) too where nothing is open, 資料）注1）備考） open a line below a table; :) (^_^) smile.
_LISTED = re.compile(
    r"(?<![0-9０-９a-zA-Zａ-ｚ])(?:[0-9０-９]{1,3}|[a-zA-Zａ-ｚ]|[ivx]{1,4})$|^[ァ-ン一二三四五六七八九十]$"
    r"|(?:^|[。\s])(?:注記?|註|備考|(?:データ|資料)?(?:出典|出所)|資料|引用元)[0-9０-９]{0,2}$"
)
_SMILING = re.compile(r"[:;][-^]?[()]|[(（][^()（）]{0,8}[\^;´`ω∀_][^()（）]{0,8}[)）]")
_LABEL = 8  # characters before a bracket that lists
_PARAGRAPHS = 3  # empty lines that a quotation may run over


def pairs(text: str, start: int, end: int) -> Iterator[Suspect]:
    """Yield the brackets in ``text[start:end]`` that have no partner, in order of place."""
    for at in _unpaired(text):
        if start <= at < end:
            wrong = "is never closed" if text[at] in _OPENING else "was never opened"
            yield Suspect(at, at + 1, text[at], "", f"{text[at]} {wrong}")


@lru_cache(maxsize=64)
def _unpaired(text: str) -> tuple[int, ...]:
    smiling = {at for match in _SMILING.finditer(text) for at in range(match.start(), match.end())}
    lines = list(accumulate((char == "\n" for char in text), initial=0))
    empty = list(accumulate((text.startswith("\n\n", at) for at in range(len(text))), initial=0))
    opened: dict[str, list[int]] = defaultdict(list)
    alone: list[int] = []
    for match in _BRACKET.finditer(text):
        at, waiting = match.start(), opened[_KINDS[match[0]]]
        if at in smiling:
            continue
        if match[0] in _OPENING:
            waiting.append(at)
        elif waiting and lines[at] == lines[waiting[-1]]:
            waiting.pop()
        elif _LISTED.search(text[max(text.rfind("\n", 0, at) + 1, at - _LABEL) : at].lstrip()):
            continue
        elif waiting and empty[at] - empty[waiting[-1]] <= _PARAGRAPHS:
            waiting.pop()
        else:
            alone.append(at)
    alone += [at for waiting in opened.values() for at in waiting]
    return tuple(sorted(alone))

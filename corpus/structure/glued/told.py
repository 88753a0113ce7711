"""Names of columns that ran together without a sign between, as the lines around them tell where one ends.

Invariant: a border is set only behind the name of the rows (地区別の… tells 地区), around a name to which the caption
gives a unit of its own (搬出率は％), and between names that are made alike (計画材積搬出材積, 輸入量輸出量).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.structure.signs import fold_signs
from corpus.structure.table_units import named_units

_GENERIC = re.compile(r"(?:区分|項目|구분|항목|项目|類別|类别)(?=.)")
_LONGEST = 60  # characters of a line of names


def stub(chunk: str, around: Sequence[str]) -> int | None:
    """Return where the name of the rows ends in a chunk that also names the first column, if the caption tells that."""
    if generic := _GENERIC.match(chunk):
        return generic.end()
    told = " ".join(around)
    ends = [n for n in range(1, len(chunk)) if f"{chunk[:n]}別" in told or f"{chunk[:n]}별" in told]
    return ends[-1] if ends else None


def told_names(text: str, around: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of the names in a line, that of the rows first; nothing where the lines around tell too little.

    They must tell the name of the rows, and leave nothing between it and the others that they do not part.
    """
    at = stub(text, around) if len(text) <= _LONGEST and not re.search(r"[\s\d。、]", text) else None
    if at is None:
        return []
    units = {fold_signs(name) for line in around for name in named_units(line)}
    borders = {at, len(text)}
    for name in units:
        start = text.find(name, at)
        borders |= {start, start + len(name)} if start >= 0 else set()
    edges = sorted(borders)
    made = [(0, at)]
    for start, end in pairwise(edges):
        parts = [(start, end)] if text[start:end] in units else _alike(text, start, end)
        if not parts:
            return []
        made += parts
    return made if len(made) > 2 else []


def _alike(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the places of two or more names that end alike, the longest such ending; nothing where there is none.

    An ending of one letter is enough for names that also begin alike and are equally long.
    """
    chunk = text[start:end]
    for length in range(len(chunk) // 2, 0, -1):
        ends = [found.end() for found in re.finditer(re.escape(chunk[-length:]), chunk)]
        starts = [0, *ends[:-1]]
        lengths = {b - a for a, b in zip(starts, ends, strict=True)}
        twins = len(lengths) == 1 and len({chunk[a] for a in starts}) == 1 and min(lengths) > 2
        if len(ends) > 1 and min(lengths) > length and (length > 1 or twins):
            return [(start + a, start + b) for a, b in zip(starts, ends, strict=True)]
    return []

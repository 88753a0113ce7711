"""Code fences: the lines between two fences are kept as they stand.

Invariant: a fence that is never closed is no fence.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.structure.lines import has_sentence


def find(lines: Sequence[str]) -> tuple[frozenset[int], frozenset[int]]:
    """Return the indices of the lines inside fences and of the fences themselves."""
    inside: set[int] = set()
    fences: set[int] = set()
    opener, start = "", -1
    for index, line in enumerate(lines):
        text = line.strip()
        opens = text[:3] in ("```", "~~~") and text[0] not in text.lstrip(text[0]) and not has_sentence(text)
        if not opener and opens:
            opener, start = text[:3], index
        elif opener and text.startswith(opener) and not text.strip(opener[0]):
            fences.update((start, index))
            inside.update(range(start + 1, index))
            opener = ""
    return frozenset(inside), frozenset(fences)

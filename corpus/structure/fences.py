"""Code fences: the lines between two fences are kept as they stand.

Invariant: a fence that is never closed is no fence.
"""

from __future__ import annotations

from collections.abc import Sequence


def find(lines: Sequence[str]) -> tuple[frozenset[int], frozenset[int]]:
    """Return the indices of the lines inside fences and of the fences themselves."""
    inside: set[int] = set()
    fences: set[int] = set()
    opener, start = "", -1
    for index, line in enumerate(lines):
        text = line.strip()
        if not opener and text[:3] in ("```", "~~~") and text[0] not in text.lstrip(text[0]):
            opener, start = text[:3], index
        elif opener and text.startswith(opener) and not text.strip(opener[0]):
            fences.update((start, index))
            inside.update(range(start + 1, index))
            opener = ""
    return frozenset(inside), frozenset(fences)

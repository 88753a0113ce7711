"""Say how deep in brackets and quotes each character of a text stands.

Invariant: only what is closed holds: a bracket or quote that is never closed, and a closer that nothing opened, count
for nothing.
"""

from __future__ import annotations

from collections import Counter
from itertools import accumulate

_PAIRS = dict(zip("「『（(“［[〔【〈《｢", "」』）)”］]〕】〉》｣", strict=True))
CLOSERS = frozenset(_PAIRS.values()) | {'"', "’", "'"}


def depths(text: str) -> list[int]:
    """Return for each character of ``text`` how many closed brackets and quotes it stands in.

    The brackets and quotes themselves count as inside.
    """
    quotes = [index for index, char in enumerate(text) if char == '"']
    pairs = list(zip(quotes[::2], quotes[1::2], strict=True)) if len(quotes) % 2 == 0 else []
    stack: list[tuple[str, int]] = []
    awaited: Counter[str] = Counter()
    for index, char in enumerate(text):
        if char in _PAIRS:
            stack.append((_PAIRS[char], index))
            awaited[_PAIRS[char]] += 1
        elif awaited[char]:
            closer = ""
            while closer != char:  # what was opened inside and never closed does not hold
                closer, opened = stack.pop()
                awaited[closer] -= 1
            pairs.append((opened, index))
    steps = [0] * (len(text) + 1)
    for opened, closed in pairs:
        steps[opened] += 1
        steps[closed + 1] -= 1
    return list(accumulate(steps[:-1]))


def is_closer(block: str, depth: list[int], at: int) -> bool:
    """Say whether a quote or bracket closes at ``block[at]``, given its `depths`; a straight quote may also open."""
    opens = depth[at] > (depth[at - 1] if at else 0)
    return block[at] in CLOSERS and not opens

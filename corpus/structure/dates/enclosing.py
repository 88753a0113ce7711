"""Where the brackets and quotes of a text close that each character stands in.

Invariant: only what is closed within its paragraph holds.
"""

from __future__ import annotations

from collections.abc import Mapping

OUTSIDE = -1  # of any brackets
_BRACKETS = {"(": ")）", "（": ")）"}
_QUOTES = {"「": "」", "『": "』", "“": "”", "《": "》", "〈": "〉", "｢": "｣", '"': '"'}


def brackets(text: str) -> list[int]:
    """Return for each character the place of the innermost closed round bracket it stands in, or `OUTSIDE`."""
    return _closed(text, _BRACKETS)


def quotes(text: str) -> list[int]:
    """Return for each character where the innermost quote or title it stands in is closed, or `OUTSIDE`."""
    return _closed(text, _QUOTES)


def _closed(text: str, pairs: Mapping[str, str]) -> list[int]:
    """Return for each character the closing place of the innermost pair around it; the signs count as inside."""
    closing = _closings(text, pairs)
    inside: list[int] = []
    open_now = [OUTSIDE]
    for index in range(len(text) + 1):
        if index in closing:
            open_now.append(closing[index])
        inside.append(open_now[-1])
        if len(open_now) > 1 and open_now[-1] == index:
            open_now.pop()
    return inside


def _closings(text: str, pairs: Mapping[str, str]) -> dict[int, int]:
    """Return where each opening sign is closed; what is opened inside and never closed does not hold."""
    closing: dict[int, int] = {}
    stack: list[tuple[str, int]] = []
    closers = frozenset("".join(pairs.values()))
    for index, char in enumerate(text):
        if char in closers and any(char in closer for closer, _ in stack):
            closer, opened = stack.pop()
            while char not in closer:
                closer, opened = stack.pop()
            closing[opened] = index
        elif char in pairs:
            stack.append((pairs[char], index))
        elif char == "\n" and text.startswith("\n\n", index):
            stack.clear()
    return closing

"""Which of two rows a comparison measures the other by.

Invariant: without a word that says so, the first row is measured by the second.
"""

from __future__ import annotations

import re

from bot.compose.tables.reading import Reading

_BASE_BEHIND = re.compile(r"(?:の\S{1,8})?(?:に比べ|と比べ|とくらべ|に対し|より(?!多く|高く)|보다|에 비해)")
_BASE_BEFORE = re.compile(
    r"(?:\bas \w+(?: \w+){0,3}? as|\bcompared (?:to|with)|\bthan|比起?)\s*"
    r"(?:that of|those of|the \w+ of)?\s*(?:[a-z. ]{0,24})?$"
)


def base_first(reading: Reading) -> bool:
    """Say whether the first of two rows is the base of the other (BよりAは, how many times as high as B is A)."""
    first, second = reading.phrases[0], reading.phrases[-1]
    plain = reading.query.plain
    if first is second or len(reading.phrases) != 2 or _BASE_BEHIND.match(plain, second.end):
        return False
    return bool(_BASE_BEHIND.match(plain, first.end) or _BASE_BEFORE.search(plain[: first.start]))

"""Where a quotation in a note's text closes: the quoted words are a title.

Invariant: an apostrophe opens and closes nothing.
"""

from __future__ import annotations

import re

QUOTES = {"「": "」", "『": "』", "“": "”", "‘": "’", '"': '"', "'": "'", "《": "》", "〈": "〉", "«": "»"}
OPENERS = frozenset("「『“\"'‘《«")
_SINGLE = frozenset("'‘")
_BEFORE = re.compile(r"(?:^|[\s(\[,;:—–])$")
# Behind the sign that closes a title in single quotation marks, or before it, as in America; not in the ships' bell.
_CLOSES = re.compile(r"(?<=\S)['’](?=\s*(?:[,;:.)\]]|$))|(?<=[,.?!])['’](?=\s|$)")


def closing(text: str, start: int) -> int:
    """Return the offset behind the quotation that opens at ``start``, or 0; a wrong closing sign (“ … “) is tolerated.

    A single quotation mark opens one only where a word begins, and closes it only where the words pause.
    """
    opener, closer = text[start], QUOTES[text[start]]
    if opener in _SINGLE:
        end = _CLOSES.search(text, start + 2) if _BEFORE.search(text[:start]) else None
        return end.end() if end else 0
    depth = 0
    for index in range(start, len(text)):
        if text[index] == closer and (opener != closer or index > start):
            depth -= 1
            if opener == closer or depth == 0:
                return index + 1
        elif text[index] == opener:
            depth += 1
    second = text.find(opener, start + 1)
    return second + 1 if second > 0 and opener == "“" else 0

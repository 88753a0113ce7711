"""Books and papers that a note names as English ones do: author, title, and in brackets who printed it where and when.

Invariant: the year and the brackets around it must be printed; a title in quotation marks is none of these.
"""

from __future__ import annotations

import re

from corpus.structure.roles import ORGANISATION
from corpus.structure.source_rows import Named

_BOOK = re.compile(
    r"(?P<named>[^“”‘\"()]{8,240}?),?\s\((?:[^():;]{2,40}:\s)?(?P<publisher>[^():;\d]{2,60}?),?\s(?:1[5-9]|20)\d\d\)"
    r"(?=[\s,.;:]|$)"
)
_PERSON = re.compile(r"(?:[A-Z][\w.’'-]*\s){1,3}[A-Z][\w’'-]+(?:,? (?:and|&) (?:[A-Z][\w.’'-]*\s){1,3}[A-Z][\w’'-]+)?")
_EDITS = re.compile(r"\s*\(?(?:eds?\.?|trans\.?|translators?|editors?)\)?")


def read_book(words: str) -> Named | None:
    """Return the book that opens the words of a note: Ann Lee, The Night Port (Leith: Quay Press, 2019), p. 3."""
    match = _BOOK.match(words.lstrip())
    if match is None:
        return None
    parts = re.split(r",\s+", match["named"])
    who = 0
    while who + 1 < len(parts) and (_PERSON.fullmatch(parts[who]) or _EDITS.fullmatch(parts[who])):
        who += 1
    if not who and len(parts) > 1 and ORGANISATION.search(parts[0]):  # Ministry of Ports, Yearbook 2019 (…)
        who = 1
    title = ", ".join(parts[who:]).strip()
    if not who or not title[:1].isupper():
        return None
    return Named(title, match["publisher"].strip())

"""What stands around a document's tables and tells what they are of.

Invariant: no sentence of the document and no line of a table is part of it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from corpus.document import Document

_LINES_OF_HEAD = 8


@lru_cache(256)
def head_of(document: Document) -> str:
    """Return what stands above a document's first sentence: whose report it is, its series and number."""
    first = min((table.start for table in document.tables), default=len(document.text))
    lines = [line.strip() for line in document.text[:first].split("\n", 2 * _LINES_OF_HEAD)[: 2 * _LINES_OF_HEAD]]
    head = list(takewhile(lambda line: not _SENTENCE.search(line), filter(None, lines)))
    head = [line for line in head if not _OF_A_TABLE.match(line)]
    return " ".join(head[:_LINES_OF_HEAD])


_OF_A_TABLE = re.compile(r"[（(]?(?:表|図|图|그림|표|table|figure)\s?\d|[（(]?単位", re.IGNORECASE)
_SENTENCE = re.compile(r"[。．]|[a-z]\. |다\.(?:\s|$)")

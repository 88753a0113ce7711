"""Lines that give a day and what is to be then, as notices print them: 日時：…, ・10月4日（土）　前夜祭, a row.

Invariant: a heading, a day alone and a line of when a text was changed or looked at are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.structure.dates import DateMention
from corpus.structure.issued import CHANGED, SEEN

_LABEL = re.compile(r"\W*[^\s\d:：|][^\d:：|。\n]{0,14}?\s?[:：]\s*\Z")  # right before the day
_BULLET = re.compile(r"\s*(?:[•‣◦▪●○■□◆◇▶・*–—-]|\d{1,2}[.．)）](?=\s))")
_CELL = re.compile(r"\s\|\s|\t")
_OF_PAGE = re.compile(f"{CHANGED}|{SEEN}")
_BESIDE_DAY = re.compile(
    r"[（(].{1,5}[)）]|(?:午前|午後|正午|오전|오후)|\d{1,2}\s?[:：時시]\s?(?:\d{1,2}|半)?分?|[から~～〜\W]"
)
_MONTH = re.compile(r"[月月월]|\d[./-]\s?\d|[A-Za-z]")
_WORD = re.compile(r"[^\W\d_]{2}")
_LEAST = 2  # characters that say what there is
_FULL_DAY = len("2025-10-04")


def entries(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the lines of a stretch of text."""
    at = start
    for line in text[start:end].split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1


def is_dated_entry(text: str, start: int, end: int, mention: DateMention) -> bool:
    """Say whether a line is an entry that a date, known at least to the month, belongs to."""
    before, after = text[start : mention.start], text[mention.end : end]
    if _OF_PAGE.search(before + after) or not _MONTH.search(mention.text):
        return False
    if _LABEL.fullmatch(before):
        return True
    if _BULLET.match(before):
        return len(_BESIDE_DAY.sub("", _BULLET.sub("", before, count=1) + after)) >= _LEAST
    return len(mention.value) == _FULL_DAY and _has_own_cell(before, after)


def _has_own_cell(before: str, after: str) -> bool:
    """Say whether a day fills a cell of a row, and another cell says what is to be then."""
    *above, left = _CELL.split(before)
    right, *below = _CELL.split(after)
    return not _BESIDE_DAY.sub("", left + right) and any(_WORD.search(cell) for cell in (*above, *below))

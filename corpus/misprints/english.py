"""Recognition errors in English words: a word nobody writes that becomes a common one by a change of shape.

Invariant: only words in small letters are judged, for names are spelled in any way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from corpus.frequency import frequencies, zipf
from corpus.misprints.suspect import Suspect

# What is printed, and what may have been written.
_CHANGES = (
    "rn>m m>rn cl>d d>cl vv>w li>h h>li ri>n n>ri nn>m c>e e>c l>t t>l h>b b>h o>e e>o "
    "1>l 1>i 0>o l>i i>l 5>s f>t ti>fi u>n n>u"
)
_SHAPES = tuple((change.partition(">")[0], change.partition(">")[2]) for change in _CHANGES.split())
_WORD = re.compile(r"(?<![\w./:@?=&%#'’-])[a-z015]*[a-z]{2}[a-z015]*(?![\w/:@?=&%#’'-]|\.\w)")
_SHORTEST = 4
_ARTICLES = {"tbe": "the", "tlie": "the", "ancl": "and"}  # as machines read them; lists have them, too
_COMMON = 3.8  # Zipf frequency from which a word may be meant
_SEVERAL = 3  # times that a text prints a word on purpose


def words(text: str, start: int, end: int) -> Iterator[Suspect]:
    """Yield the words of ``text[start:end]`` that are one change of shape away from a common word, and no words."""
    for match in _WORD.finditer(text, max(text.rfind("\n", 0, start), 0)):
        if match.start() >= end:
            return
        word = match[0]
        short = word in _ARTICLES  # too short to be judged by its letters
        if match.end() <= start or (len(word) < _SHORTEST and not short) or text.count(word) >= _SEVERAL:
            continue
        if likely := _ARTICLES.get(word, "") or ("" if _known(word) else _meant(word)):
            likely = likely.capitalize() if word[0] == "0" else likely  # a nought has the shape of the large letter
            yield Suspect(match.start(), match.end(), word, likely, f"{word} is no word; {likely} is, and looks alike")


def _meant(word: str) -> str:
    """Return the commonest word one change of shape away, or an empty string."""
    found = {
        word[:at] + new + word[at + len(old) :]
        for old, new in _SHAPES
        for at in range(len(word))
        if word.startswith(old, at)
    }
    best = max(found, key=lambda other: zipf(other, "en"), default="")
    return best if zipf(best, "en") >= _COMMON else ""


def _known(word: str) -> bool:
    return word in _spelled() or (word.endswith("s") and word[:-1] in _spelled())


@cache
def _spelled() -> frozenset[str]:
    return frozenset(frequencies("en", "large"))

"""Words in katakana as they are spelled today: コ-ヒ- is コーヒー, ニユ―ス is ニュース, シヨツク is ショック.

Old print has large kana where the small one is meant, and recognition takes the long vowel for a dash. Which is meant
the word tells: with a dash between two places (ソウル-プサン), or a name with large kana (ミヤマ), there is no other.

Invariant: every character keeps its place, and a text set right once stays.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.frequency import frequencies

_RUN = re.compile(r"(?<![a-z0-9-])[ァ-ヺ][ァ-ヺー]*(?:-[ァ-ヺ][ァ-ヺー]*)*(?:(?<=[ァ-ヺー-][ァ-ヺー])-(?![-a-z0-9]))?")
_CONTRACTED = re.compile(r"(?<=[キシチニヒミリギジビピ])[ヤユヨ]|(?<=[ァ-ヺ])ツ(?=[カ-モャ-ヺ])")
_SMALL = str.maketrans("ヤユヨツ", "ャュョッ")
_RARER = 50  # times: as much as this the word as printed must be rarer than the one that is meant
_REMEMBERED = 100_000  # words


def of_today(text: str) -> str:
    """Return a text, its dashes made one, with words in katakana as they are spelled today."""
    return _RUN.sub(lambda match: _spelled(match[0]), text)


@lru_cache(_REMEMBERED)
def _spelled(word: str) -> str:
    long = word.replace("-", "ー")
    small = _CONTRACTED.sub(lambda match: match[0].translate(_SMALL), long)
    meant = next((one for one in (small, long) if one != word and one in frequencies("ja")), "")
    if not meant or frequencies("ja", "large").get(word, 0.0) * _RARER > frequencies("ja")[meant]:
        return word
    return meant

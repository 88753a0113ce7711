"""How much a word tells by itself, from how common it is in its language.

A shelf is too small to know that 言う or "went" says nothing: there, a rare common word looks like a rare word.
Frequencies are those of wordfreq (Speer 2022), whose short lists hold the words above one in a million.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from corpus.frequency import frequencies
from retrieval import chinese_words
from retrieval.stems import english_stem, korean_stem

_COMMON, _RARE = 6.2, 3.0  # Zipf frequencies (Van Heuven et al. 2014): log10 of occurrences in a thousand million words
_LEAST = 0.06
# A Chinese character that is no word by itself was counted wherever a name or compound was cut to pieces.
_PIECE = 1.0
LANGUAGES = ("ja", "en", "zh", "ko")


def tells(*forms: str, lang: str) -> float:
    """Return in (0, 1] how much a word tells; ``forms`` are its ways of being written, the commonest counts.

    An inflected form tells no more than its stem; what the list does not know in any form, a name, tells most.
    """
    known = lang if lang in LANGUAGES else "en"
    zipf = max((_zipf(form, known) for written in forms for form in _related(written, known)), default=_RARE)
    return max(_LEAST, min(1.0, (_COMMON - zipf) / (_COMMON - _RARE)))


def _related(word: str, lang: str) -> Iterator[str]:
    """Yield a word and the words it may be a regular form of."""
    yield word
    if lang == "en":
        stem = english_stem(word)
        yield from (stem, stem + "e")  # the stem of "trade" and "trading" has lost its e
    elif lang == "ko":
        yield korean_stem(word)


def _zipf(word: str, lang: str) -> float:
    """Return the Zipf frequency of a word, ``_RARE`` where the list does not have it."""
    share = chinese_words.frequency(word) if lang == "zh" else frequencies(lang).get(word)
    if not share:
        return _RARE
    zipf = math.log10(share) + 9
    return zipf - _PIECE if lang == "zh" and len(word) == 1 and zipf < chinese_words.STANDS_ALONE else zipf


def usual_words(lang: str, count: int) -> tuple[str, ...]:
    """Return ``count`` words of a language that are neither grammar nor rare, evenly spread over the common ones."""
    ranked = sorted(frequencies(lang).items(), key=lambda item: (-item[1], item[0]))[300:6000]
    words = [word for word, _ in ranked if len(word) > 1 and word.isalpha()]
    return tuple(words[:: max(len(words) // count, 1)][:count])

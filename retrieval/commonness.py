"""How much a word tells by itself, from how common it is in its language.

A shelf is too small to know that 言う or "went" says nothing: there, a rare common word looks like a rare word.
Frequencies are those of wordfreq (Speer 2022), whose short lists hold the words above one in a million.
"""

from __future__ import annotations

import math
from functools import cache

_COMMON, _RARE = 6.2, 3.0  # Zipf frequencies (Van Heuven et al. 2014): log10 of occurrences in a thousand million words
_LEAST = 0.06
LANGUAGES = ("ja", "en", "zh", "ko")


def tells(*forms: str, lang: str) -> float:
    """Return in (0, 1] how much a word tells; ``forms`` are its ways of being written, the commonest counts."""
    frequencies = _frequencies(lang if lang in LANGUAGES else "en")
    zipf = max((math.log10(frequencies[form]) + 9 for form in forms if form in frequencies), default=_RARE)
    return max(_LEAST, min(1.0, (_COMMON - zipf) / (_COMMON - _RARE)))


@cache
def _frequencies(lang: str) -> dict[str, float]:
    from wordfreq import get_frequency_dict  # noqa: PLC0415  an import of 0.2 s that `tenkyo docs` need not pay

    return dict(get_frequency_dict(lang, wordlist="small"))


def usual_words(lang: str, count: int) -> tuple[str, ...]:
    """Return ``count`` words of a language that are neither grammar nor rare, evenly spread over the common ones."""
    ranked = sorted(_frequencies(lang).items(), key=lambda item: (-item[1], item[0]))[300:6000]
    words = [word for word, _ in ranked if len(word) > 1 and word.isalpha()]
    return tuple(words[:: max(len(words) // count, 1)][:count])

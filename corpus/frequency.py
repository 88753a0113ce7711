"""How often words are written, by wordfreq (Speer 2022), whose short lists hold what is above one in a million."""

from __future__ import annotations

import math
from functools import cache
from typing import Literal


def zipf(word: str, lang: str) -> float:
    """Return the Zipf frequency of a word, the log10 of its occurrences in a thousand million; 0 where it has none."""
    share = frequencies(lang).get(word.lower(), 0.0)
    return math.log10(share) + 9 if share else 0.0


@cache
def frequencies(lang: str, wordlist: Literal["small", "large"] = "small") -> dict[str, float]:
    """Return the share of each word of a language (ja, en, zh, ko) that is not rare; in the long list, of any."""
    from wordfreq import get_frequency_dict  # noqa: PLC0415  an import of 0.2 s that `tenkyo docs` need not pay

    return dict(get_frequency_dict(lang, wordlist=wordlist))

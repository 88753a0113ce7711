"""The words of a shelf in Hangul and in Latin letters that spell a word in Han characters or kana, by how it sounds.

Invariant: kinship is that of `retrieval.kinship`; an English word that people know is no name, however it sounds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from retrieval.sounding import hangul_key, in_hangul, in_kana, kana_key, korean_readings, latin_parts, skeleton
from retrieval.stems import english_stem

LATIN = re.compile("[A-Za-z\u00c0-\u024f .'’-]+")  # Tōkyō, Lǐ Qiáng, Jun'ichi
HANGUL = re.compile("[\uac00-\ud7a3]{2,}")
LEAST_SPELT = 5  # letters; shorter readings are many words
LEAST_HEARD = 3  # consonants by which a name is told
SAME_WORD = 0.85  # the most that two words can be akin
INSIDE = 0.6
_LEAST_HAN = 2
_RARE_ENGLISH = 3.0  # Zipf frequency: once in a million words


class Spellings:
    """The words of a shelf in Hangul and in Latin letters, by how they sound."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        hangul = [word for word in vocabulary if HANGUL.fullmatch(word)]
        latin = [word for word in vocabulary if word.isascii() and LATIN.fullmatch(word)]
        # in a shelf of Japanese alone they are abbreviations and titles
        self._latin = frozenset(latin) if len(latin) >= _WRITTEN_SO * len(vocabulary) else frozenset()
        self._alike: dict[str, list[str]] = defaultdict(list)
        for word in self._latin:
            self._alike[kana_key(word)].append(word)
        self._heard: dict[str, list[str]] = defaultdict(list)
        for word in self._latin:
            if len(heard := skeleton(word)) >= LEAST_HEARD and _is_rare_stem(word):
                self._heard[heard].append(word)
        self._by_key: dict[str, list[str]] = defaultdict(list)
        self._holding: dict[str, list[str]] = defaultdict(list)
        for word in hangul:
            self._by_key[hangul_key(word)].append(word)
            for cut in range(_LEAST_HAN, len(word)):
                if len(word) - cut <= _MOST_AROUND:
                    self._holding[word[:cut]].append(word)
                    self._holding[word[-cut:]].append(word)

    def of(self, asked: str) -> Mapping[str, float]:
        """Return the words that spell one in Han characters or kana, and those that hold it (浦項: 포항, 포항시장)."""
        found: dict[str, float] = {}
        if self._by_key:
            for read in korean_readings(asked):
                found |= dict.fromkeys(self._holding.get(read, ()), INSIDE)
                found |= {word: SAME_WORD for word in self._by_key.get(hangul_key(read), ()) if word == read}
            for key in in_hangul(asked):
                found |= dict.fromkeys(self._by_key.get(key, ()), SAME_WORD)
        if self._latin:
            for parts in latin_parts(asked):
                found |= self._in_latin(parts)
            key = in_kana(asked)
            if len(key) >= LEAST_SPELT:
                found |= dict.fromkeys(self._heard.get(skeleton(asked), ()), INSIDE) if key else {}
                found |= dict.fromkeys(self._alike.get(key, ()), SAME_WORD)
        return found

    def _in_latin(self, parts: Sequence[str]) -> Mapping[str, float]:
        """Return the shelf's words of a name in one word or, where it has all of them, in several (Li Qiang)."""
        stems = [
            stem for part in parts if (stem := next((f for f in (part, english_stem(part)) if f in self._latin), ""))
        ]
        if len(stems) < len(parts) or len("".join(parts)) < LEAST_SPELT:
            return {}
        value = SAME_WORD if len(parts) == 1 else INSIDE
        names = [stem for stem in stems if _is_rare_stem(stem)]  # well-known ones are told by their meaning
        return {stem: value for stem in names if len(parts) == 1 or len(stem) >= _LEAST_PART}


_WRITTEN_SO = 0.05  # of a shelf's words, from which it is also written in Latin letters
_MOST_AROUND = 3  # syllables around a word within another
_LEAST_PART = 4  # letters of a part of a name that tells it


def _is_rare_stem(stem: str) -> bool:
    """Say whether English hardly knows any word of a stem."""
    return all(is_rare(stem + ending) for ending in ("", "e", "y", "s", "ing"))


def is_rare(word: str) -> bool:
    """Say whether English hardly knows a word, so that a short one is still a name."""
    from wordfreq import zipf_frequency  # noqa: PLC0415  loaded with the first question

    return zipf_frequency(word, "en") < _RARE_ENGLISH

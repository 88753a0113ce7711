"""Which of the shelf's words mean much the same as a word of a question.

Invariant: kinship is in (0, 1); a word is never its own kin, for that is a match and counts 1. What is near in meaning
may still be opposite (輸出, 輸入), so kinship is weaker than a match and is used only where there is none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from retrieval.sounding import (
    hangul_key,
    in_hangul,
    in_kana,
    in_latin,
    kana_key,
    korean_in_latin,
    korean_latin_key,
    korean_readings,
    latin_key,
    skeleton,
)
from retrieval.spellings import HANGUL, INSIDE, LATIN, LEAST_HEARD, LEAST_SPELT, SAME_WORD, Spellings, is_rare

Kin = Callable[[str], Mapping[str, float]]  # a question's word → the shelf's words and their kinship

_SPELT = re.compile("[\u3005\u30a1-\u30fc\u4e00-\u9fff]{2,8}")
_KANJI = re.compile("[\u4e00-\u9fff]")
_SAME_ROOT = 0.6
# Centred cosines of single words in multilingual-e5-small: words that have nothing to do with each other stay below
# the first figure, translations and synonyms reach the second.
_UNRELATED, _SAME = 0.20, 0.46
_LEAST_HAN = 2
_REMEMBERED = 4096


def roots(vocabulary: Iterable[str]) -> Kin:
    """Relate words by their characters alone.

    A verb in its own reading and the Sino-Japanese noun of the same character are one word to a reader (訪れる, 訪問);
    two compounds that only share a character are not (輸出, 輸入). A word of two characters or more inside another
    is the same thing said shortly.
    """
    words = tuple(vocabulary)
    by_kanji: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for character in set(_KANJI.findall(word)):
            by_kanji[character].append(word)

    @lru_cache(_REMEMBERED)
    def kin(asked: str) -> Mapping[str, float]:
        found: dict[str, float] = {}
        for character in set(_KANJI.findall(asked)):
            for word in by_kanji.get(character, ()):
                if word != asked and (value := _related(asked, word)):
                    found[word] = value
        return found

    return kin


def _related(one: str, other: str) -> float:
    for verb, noun in ((one, other), (other, one)):
        kanji = _KANJI.findall(verb)
        own_reading = len(kanji) == 1 and re.search("[\u3041-\u3096]$", verb) and not verb.endswith("する")
        if own_reading and kanji[0] in noun:
            return _SAME_ROOT
    shorter, longer = sorted((one, other), key=len)
    return INSIDE if len(shorter) >= 2 and shorter in longer else 0.0


def sounds(vocabulary: Iterable[str]) -> Kin:
    """Relate a word in Latin letters or Hangul to words in Han characters and kana that sound so in some language.

    Latin letters spell Chinese words (Li Qiang, 李強) and names of Japan and Korea (Enami, 榎並; Kim Jong Un, 金正恩);
    Hangul spells the names of both neighbours (리창, 에나미) and how Korean itself reads the characters of any word
    (비핵화, 非核化). An embedding model knows famous names and guesses at others. A word in Han characters or kana is
    related to the shelf's words in Hangul and Latin letters in the same ways.
    """
    vocabulary = tuple(vocabulary)
    words = tuple(word for word in vocabulary if _SPELT.fullmatch(word))

    def by(keys: Callable[[str], Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for word in words:
            for key in keys(word):
                found[key].append(word)
        return {key: tuple(spelt) for key, spelt in found.items()}

    # a second and more for a large shelf, that only questions in another script pay
    latin = cache(lambda: by(in_latin))
    romanised = cache(lambda: by(korean_in_latin))
    kana = cache(lambda: by(lambda word: {in_kana(word)} - {""}))
    kana_heard = cache(lambda: by(lambda word: {skeleton(word)} if in_kana(word) else ()))
    hangul = cache(lambda: by(in_hangul))
    korean = cache(lambda: by(korean_readings))

    back = cache(lambda: Spellings(vocabulary))

    @lru_cache(_REMEMBERED)
    def kin(asked: str) -> Mapping[str, float]:
        if _SPELT.fullmatch(asked):
            return back().of(asked)
        if HANGUL.fullmatch(asked):
            named = hangul().get(hangul_key(asked), ())
            return {**dict.fromkeys(named, SAME_WORD), **dict.fromkeys(korean().get(asked, ()), SAME_WORD)}
        key = latin_key(asked)
        borrowed: dict[str, float] = {}
        if LATIN.fullmatch(asked) and len(kana_key(asked)) >= LEAST_SPELT:
            if len(heard := skeleton(asked)) >= LEAST_HEARD and is_rare(asked):
                borrowed |= dict.fromkeys(kana_heard().get(heard, ()), INSIDE)
            borrowed |= dict.fromkeys(kana().get(kana_key(asked), ()), SAME_WORD)
        if not LATIN.fullmatch(asked) or len(key) < (LEAST_SPELT - is_rare(asked)):
            return borrowed
        return borrowed | dict.fromkeys(
            (*latin().get(key, ()), *romanised().get(korean_latin_key(asked), ())), SAME_WORD
        )

    return kin


def centred(vectors: NDArray[np.float32], mean: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the vectors less a mean, each of length 1, shape (n, dimension).

    All vectors of e5 share one large direction, and those of one language another; without both the angle between
    two words says something.
    """
    moved = vectors - mean
    lengths = np.linalg.norm(moved, axis=-1, keepdims=True)
    return np.asarray(moved / np.maximum(lengths, 1e-6), dtype=np.float32)


Script = str


@lru_cache(1 << 16)
def script(word: str) -> Script:
    """Return the script a word is written in: ``latin``, ``hangul`` or ``han`` (with kana)."""
    if re.search("[\uac00-\ud7a3]", word):
        return "hangul"
    return "han" if re.search("[\u3041-\u30ff\u3400-\u9fff]", word) else "latin"


_HOME = {"latin": "en", "hangul": "ko", "han": "ja"}  # the language that a word is taken for by its script


def meanings(
    vocabulary: Sequence[str],
    vectors: NDArray[np.float32],
    means: Mapping[str, NDArray[np.float32]],
    embed: Callable[[Sequence[str]], NDArray[np.float32]],
) -> Callable[[Sequence[str], str], Mapping[str, Mapping[str, float]]]:
    """Relate words by an embedding model, across languages.

    ``vectors`` are the vocabulary's, shape (n, dimension); ``means`` the mean of common words by language, from which
    a question's word and the vocabulary's are seen. Within one script, likeness of spelling drowns meaning, so that
    only Han words have kin of their own script.
    """
    scripts = np.array([script(word) for word in vocabulary])
    seen = _seen(vocabulary, scripts, vectors, means)

    def kin(asked: Sequence[str], lang: str) -> Mapping[str, Mapping[str, float]]:
        words = list(dict.fromkeys(asked))
        turned = centred(embed(words), means[lang]) if words else ()
        return {word: _nearest(word, seen @ vector) for word, vector in zip(words, turned, strict=True)}

    def _nearest(word: str, cosines: NDArray[np.float32]) -> Mapping[str, float]:
        if _says_little(word):
            return {}
        own = script(word)
        near = [int(row) for row in np.flatnonzero(cosines > _UNRELATED)]
        return {
            vocabulary[row]: min(SAME_WORD, SAME_WORD * float(cosines[row] - _UNRELATED) / (_SAME - _UNRELATED))
            for row in near
            if vocabulary[row] != word and (own == "han" or scripts[row] != own)
        }

    return kin


def _seen(
    vocabulary: Sequence[str],
    scripts: NDArray[np.str_],
    vectors: NDArray[np.float32],
    means: Mapping[str, NDArray[np.float32]],
) -> NDArray[np.float32]:
    """Return the vocabulary's vectors as seen from the mean of its languages, shape (n, dimension).

    A word that nothing is near to has none: one character of Han says too little by itself, for most stand in a name
    or a compound.
    """
    seen = np.zeros_like(vectors)
    for name, lang in _HOME.items():
        seen[scripts == name] = centred(vectors[scripts == name], means[lang])
    seen[np.array([_says_little(word) for word in vocabulary], dtype=bool)] = 0
    return seen


def _says_little(word: str) -> bool:
    return len(word) < _LEAST_HAN and script(word) == "han"

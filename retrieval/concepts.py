"""What the words of four languages mean in common: a list of concepts, each with its words in every language.

An embedding model of single words guesses (sugar, soybean oil) or finds nothing near (daughter); the list knows common
words and well-known names for certain, whatever a shelf is about. It is our own, written for all subjects alike.
Invariant: a shelf's words are found by their terms, as passages are; those of a question by the forms in which a list
may have them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from itertools import pairwise

from corpus.normalize import unvoiced
from corpus.structure.countries import countries_in, country_called
from retrieval.concept_lists import LANGUAGES, Lists
from retrieval.kinship import script
from retrieval.spellings import INSIDE
from retrieval.tokens import tokenize

TRANSLATION = 0.9  # kinship of a word and its listed translation: surer than what sounds or means the same
_TALK = 0.6  # of what people say and what documents write
_REMEMBERED = 4096
_KATAKANA = re.compile("[ァ-ヴー]{5,}")  # shorter words differ in a letter from others
_MISREAD = 0.85
_SYNONYM = 0.6  # kinship of two words of one language: a sentence that has the other says it less surely
_TWO = 2


class Concepts:
    """Concepts as seen from a shelf: which of its words mean what a word of a question does."""

    def __init__(self, lists: Lists, vocabulary: Collection[str], languages: Collection[str] = LANGUAGES) -> None:
        """Relate to the words of ``vocabulary``, terms and pairs of terms that adjoin, of documents in ``languages``.

        A Chinese word that no document can have is not taken for the Japanese one of its characters (女儿, 女児).
        """
        self._languages = frozenset(languages)
        self._home = _home(vocabulary, self._languages)
        self._lists = lists
        self._known = frozenset(vocabulary)
        self._by_country = cache(self._countries)
        self._by_letters = cache(self._lettered)
        self.kin = lru_cache(_REMEMBERED)(self._kin)

    def _kin(self, asked: str, lang: str) -> Mapping[str, float]:
        """Return the shelf's words that a concept of a word in ``lang`` has, with their kinship in (0, 1).

        Words of another language mean the same; a word of its own is a synonym and counts less.
        """
        code = country_called(asked)
        sure = TRANSLATION if lang != self._home else _SYNONYM
        found = dict.fromkeys(self._by_country().get(code, ()) if code else (), sure)
        for number in self._lists.numbers(asked, lang):
            for other, words in self._lists.listed[number].items():
                if other not in self._languages:
                    continue
                # who asks in the language of most of the shelf is answered in it before all
                most = TRANSLATION if lang not in (other, self._home) else _SYNONYM
                for word in words:
                    for term, value in self._in_shelf(word, other):
                        found[term] = max(found.get(term, 0.0), min(value, most))
        if lang == "ja":
            for word in self._lists.talk(asked):
                for term, value in self._in_shelf(word, lang):
                    found[term] = max(found.get(term, 0.0), min(value, _TALK))
        found.pop(asked, None)
        return found

    def _countries(self) -> Mapping[str, tuple[str, ...]]:
        """Return the shelf's words that are names of countries, by the codes of these."""
        found: dict[str, list[str]] = defaultdict(list)
        lines = "\n".join(self._known)
        for code, start, end in countries_in(lines):
            if lines[start - 1 : start] in ("", "\n") and lines[end : end + 1] in ("", "\n"):
                found[code].append(lines[start:end])
        return {code: tuple(words) for code, words in found.items()}

    def _in_shelf(self, word: str, lang: str) -> Iterable[tuple[str, float]]:
        """Yield the shelf's words that a listed word is: its term or two terms together, or pairs within it.

        A word in katakana that the shelf does not have is one that it prints with a letter misread.
        """
        if lang == "ja" and _KATAKANA.fullmatch(word) and word not in self._known:
            yield from ((near, _MISREAD) for near in self._misread_as(word))
        terms = [token.term for token in tokenize(word, lang)]
        whole = "".join(terms)
        if len(terms) <= _TWO and lang in ("ja", "zh"):
            if whole in self._known:
                yield whole, TRANSLATION
        elif len(terms) == 1:
            if terms[0] in self._known:
                yield terms[0], TRANSLATION
        elif lang in ("ja", "zh"):
            yield from ((one + two, INSIDE) for one, two in pairwise(terms) if one + two in self._known)
        elif all(term in self._known for term in terms):
            yield from ((term, INSIDE) for term in terms)

    def _misread_as(self, word: str) -> Iterable[str]:
        """Return the shelf's words that are one in katakana but for a letter, its voicing aside."""
        found = (near for form in _less_one(unvoiced(word)) for near in self._by_letters().get(form, ()))
        return dict.fromkeys(found)

    def _lettered(self) -> Mapping[str, tuple[str, ...]]:
        """Return the shelf's words in katakana by their forms with a letter less."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in self._known:
            if _KATAKANA.fullmatch(word):
                for form in _less_one(unvoiced(word)):
                    found[form].append(word)
        return {form: tuple(words) for form, words in found.items()}


def _less_one(word: str) -> set[str]:
    """Return a word with each of its letters left out; two that differ in one letter share one of these."""
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def _home(vocabulary: Collection[str], languages: Collection[str]) -> str:
    """Return the language that most words of a shelf are in; "" where it has none."""
    scripts = Counter(script(word) for word in vocabulary)
    if not scripts:
        return ""
    first = scripts.most_common(1)[0][0]
    return {"latin": "en", "hangul": "ko"}.get(first, "ja" if "ja" in languages else "zh")

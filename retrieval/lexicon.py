"""The shelf's words as a composer sees them: their places in a text, what each tells, and which are akin.

Invariant: one vocabulary, that of the lexical index; kinship relates any word to words of that vocabulary only.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from retrieval.concept_lists import shipped
from retrieval.concepts import TRANSLATION, Concepts
from retrieval.index import Index
from retrieval.kinship import meanings, roots, script, sounds
from retrieval.lexical import LexicalIndex
from retrieval.ports import Vectors
from retrieval.tokens import Token, tokenize
from retrieval.wordlist import Groups, listed

_REMEMBERED = 4096  # words with their kin


class Lexicon:
    """The words of an open index."""

    def __init__(self, index: Index, groups: Groups = ()) -> None:
        """Take the words of an index; ``groups`` are words that a person says mean one thing."""
        self._lexical = index.lexical
        self._passages = [passage.id for passage in index.passages]
        vocabulary = index.words.words if index.words else ()
        self._ways = (roots(vocabulary), sounds(vocabulary), listed(groups, vocabulary))
        self._concepts = Concepts(shipped(), vocabulary, index.languages)
        self._akin: dict[tuple[str, str], Mapping[str, float]] = {}
        self._by_meaning = None
        embedder, words = index.embedder, index.words
        if embedder is not None and words is not None:

            def embed(texts: Sequence[str]) -> Vectors:
                return embedder.queries(texts)

            self._by_meaning = meanings(words.words, words.vectors, words.means, embed)

    @staticmethod
    def terms(text: str) -> tuple[Token, ...]:
        """Return the content terms of a text with their places."""
        return tokenize(text)

    def idf(self, term: str) -> float:
        """Return a term's inverse document frequency; a term the shelf does not know has the highest."""
        return self._lexical.idf(term)

    def kin(self, asked: Sequence[str], lang: str) -> Mapping[str, Mapping[str, float]]:
        """Return for each word of a question in ``lang`` the shelf's words akin to it, with their kinship in (0, 1)."""
        # every table of a shelf asks for the words of a question again; what is known is taken out first, since
        # another question, too, may make all be forgotten
        words = [word for word in asked if not any(character.isdigit() for character in word)]
        known = {word: near for word in words if (near := self._akin.get((word, lang))) is not None}
        new = [word for word in dict.fromkeys(words) if word not in known]
        meant = self._by_meaning(new, lang) if new and self._by_meaning is not None else {}
        if len(self._akin) > _REMEMBERED:
            self._akin.clear()
        for word in new:
            listed = self._concepts.kin(word, lang)
            guessed = _doubted(meant.get(word, {}), listed)
            known[word] = self._akin[word, lang] = _nearest(guessed, listed, *(way(word) for way in self._ways))
        return {word: known[word] for word in words}

    def phrases(self, asked: Sequence[str], lang: str) -> Mapping[str, Mapping[str, float]]:
        """Return, of phrases that the list of concepts has, the shelf's words for each."""
        return {phrase: near for phrase in asked if (near := self._concepts.kin(phrase, lang))}

    def within(self, passages: Collection[str]) -> NarrowedLexicon:
        """Return the words as they stand to these passages (ids) alone: what is common elsewhere may tell here."""
        kept = frozenset(passages)
        among = np.fromiter((name in kept for name in self._passages), dtype=bool, count=len(self._passages))
        return NarrowedLexicon(self, self._lexical, among)


class NarrowedLexicon:
    """The words of an open index, told by some of its passages; words akin are those of the whole index."""

    def __init__(self, whole: Lexicon, lexical: LexicalIndex, among: NDArray[np.bool_]) -> None:
        self._whole, self._lexical, self._among = whole, lexical, among

    @staticmethod
    def terms(text: str) -> tuple[Token, ...]:
        """Return the content terms of a text with their places."""
        return tokenize(text)

    def idf(self, term: str) -> float:
        """Return a term's inverse document frequency among the passages."""
        return self._lexical.idf(term, self._among)

    def kin(self, asked: Sequence[str], lang: str) -> Mapping[str, Mapping[str, float]]:
        """Return for each word of a question in ``lang`` the words akin to it, with their kinship in (0, 1)."""
        return self._whole.kin(asked, lang)

    def phrases(self, asked: Sequence[str], lang: str) -> Mapping[str, Mapping[str, float]]:
        """Return, of phrases that the list of concepts has, the shelf's words for each."""
        return self._whole.phrases(asked, lang)


_DOUBTED = 0.5


def _doubted(guessed: Mapping[str, float], listed: Mapping[str, float]) -> Mapping[str, float]:
    """Return what a model finds near a word: in a script in which the word has a listed translation it counts less."""
    known = {script(word) for word, kinship in listed.items() if kinship >= TRANSLATION}
    return {word: (_DOUBTED if script(word) in known else 1) * value for word, value in guessed.items()}


def _nearest(*ways: Mapping[str, float]) -> Mapping[str, float]:
    """Join what several ways of relating words found; the nearest counts."""
    found: dict[str, float] = {}
    for way in ways:
        for word, value in way.items():
            found[word] = max(value, found.get(word, 0.0))
    return found

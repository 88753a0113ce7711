"""The shelf's words as a composer sees them: their places in a text, what each tells, and which are akin.

Invariant: one vocabulary, that of the lexical index; kinship relates any word to words of that vocabulary only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from retrieval.index import Index
from retrieval.kinship import meanings, roots, sounds
from retrieval.ports import Vectors
from retrieval.tokens import Token, tokenize


class Lexicon:
    """The words of an open index."""

    def __init__(self, index: Index) -> None:
        self._lexical = index.lexical
        self._by_form = roots(index.words.words if index.words else ())
        self._by_sound = sounds(index.words.words if index.words else ())
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
        words = [word for word in asked if not any(character.isdigit() for character in word)]
        meant = self._by_meaning(words, lang) if self._by_meaning is not None else {}
        return {word: _nearest(meant.get(word, {}), self._by_form(word), self._by_sound(word)) for word in words}


def _nearest(*ways: Mapping[str, float]) -> Mapping[str, float]:
    """Join what several ways of relating words found; the nearest counts."""
    found: dict[str, float] = {}
    for way in ways:
        for word, value in way.items():
            found[word] = max(value, found.get(word, 0.0))
    return found

"""Which documents are about one matter: those that share words which the others found for a question do not have.

Invariant: likeness is relative to the documents at hand: where two are all there are, or they are in two languages,
nothing tells that they are about different things.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from bot.compose.candidates import Sentences
from corpus.document import Document

_MOST_PASSAGES = 40  # of a document, which tell what it is about
_APART = 0.38  # of the likeness of the likest, below which two documents are about different matters


class Matters:
    """How alike the documents found for a question are; read when it is first asked for."""

    def __init__(self, documents: Iterable[Document], sentences: Sentences) -> None:
        """Compare these documents, whose words ``sentences`` reads."""
        self._documents = {document.id: document for document in documents}
        self._sentences = sentences
        self._weights: dict[str, Mapping[str, float]] = {}
        self._known: dict[tuple[str, str], float] = {}
        self._likest: dict[str, float] = {}

    def apart(self, one: Document, other: Document) -> bool:
        """Say whether two documents of a language are about different matters: others come much nearer to the first."""
        if one.id == other.id or one.lang != other.lang:
            return False
        if one.id not in self._likest:
            rivals = [d for d in self._documents.values() if d.lang == one.lang and d.id != one.id]
            self._likest[one.id] = max((self._alike(one, rival) for rival in rivals), default=0.0)
        return self._alike(one, other) < _APART * self._likest[one.id]

    def nearest(self, one: Document, most: int) -> list[Document]:
        """Return the documents of its language that are about the matter of one, the likest first."""
        others = [d for d in self._documents.values() if d.lang == one.lang and d.id != one.id]
        others.sort(key=lambda other: -self._alike(one, other))
        return [other for other in others[:most] if not self.apart(one, other)]

    def _alike(self, one: Document, other: Document) -> float:
        """Return the cosine of the words of two documents, each weighed by how few of the documents have it."""
        pair = (min(one.id, other.id), max(one.id, other.id))
        if pair not in self._known:
            self._known[pair] = self._cosine(one, other)
        return self._known[pair]

    def _cosine(self, one: Document, other: Document) -> float:
        ours, theirs = self._weighed(one), self._weighed(other)
        shared = sum(weight * theirs[word] for word, weight in ours.items() if word in theirs)
        size = math.sqrt(sum(w * w for w in ours.values()) * sum(w * w for w in theirs.values()))
        return shared / size if size else 0.0

    def _weighed(self, document: Document) -> Mapping[str, float]:
        if not self._weights:
            words = {key: self._words(each) for key, each in self._documents.items()}
            holders = Counter(word for known in words.values() for word in known)
            rarity = {word: math.log(len(words) / held) for word, held in holders.items()}
            self._weights = {key: {word: rarity[word] for word in known} for key, known in words.items()}
        return self._weights[document.id]

    def _words(self, document: Document) -> frozenset[str]:
        read = (words for passage in document.passages[:_MOST_PASSAGES] for _, words, _ in self._sentences.of(passage))
        return self._sentences.words(document.title).union(*read)

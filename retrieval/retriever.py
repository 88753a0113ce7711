"""From a question to evidence: the passages of one shelf in the order of how likely they answer.

Invariant: ranks count from 1 without gaps, scores never rise, all hits come from the index's one generation, and the
same question over the same generation gives the same evidence. Nothing is written.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from corpus.document import Passage
from corpus.structure.languages import language_of
from retrieval.adapter.model import turned
from retrieval.entries import nodes_of
from retrieval.fusion import DEPTH, dense_weight, fuse, shares_words
from retrieval.hit import Evidence, Hit, SentenceScore
from retrieval.index import Index
from retrieval.ports import Embedder, Vectors
from retrieval.ranking import best_rows

# A passage has a few sentences: so many nodes hold the DEPTH nearest passages.
_NODES = 4 * DEPTH
_REMEMBERED_QUESTIONS = 256
_REMEMBERED_FILTERS = 32
# Headings and notes name a matter and do not state it, and being short they come too near to every question. Off the
# cosine when ranking; on the 48 gold questions of the tuning split MRR rises from .78 to .81, on the held ones from
# .73 to .77.
_LESS_FOR_NAMING = {"heading": 0.03, "note": 0.03}


class Retriever:
    """Retrieves from one open index; safe to use from many threads.

    ``dense_share`` fixes the share of the dense ranking (0 words alone, 1 meaning alone) instead of letting the
    question decide; for measuring.
    """

    def __init__(self, index: Index, dense_share: float | None = None) -> None:
        self._index = index
        self._dense_share = dense_share
        self._rows = {passage.id: row for row, passage in enumerate(index.passages)}
        self._nodes = {passage.id: nodes_of(passage, index.sentences) for passage in index.passages}
        self._owner = {node: passage for passage, nodes in self._nodes.items() for node in nodes}
        self._less = {
            passage.id: _LESS_FOR_NAMING[passage.kind] for passage in index.passages if passage.kind in _LESS_FOR_NAMING
        }
        self._tokens = lru_cache(_REMEMBERED_QUESTIONS)(index.lexical.tokenize)
        self._vector = lru_cache(_REMEMBERED_QUESTIONS)(self._embed)
        self._turned = lru_cache(_REMEMBERED_QUESTIONS)(self._turn)
        self._kept = lru_cache(_REMEMBERED_FILTERS)(self._keep)

    def retrieve(  # noqa: PLR0913  each argument narrows or widens the search in a way of its own
        self,
        question: str,
        limit: int = 20,
        kinds: Collection[str] | None = None,
        *,
        documents: Collection[str] | None = None,
        lang: str | None = None,
        frame: Sequence[tuple[int, int]] = (),
        also: Sequence[str] = (),
    ) -> Evidence:
        """Return the ``limit`` best passages for a question, best first.

        ``kinds`` keeps only passages of these kinds, ``documents`` only those of documents with these ids, both before
        anything is ranked. ``lang`` is the question's language where the caller knows better than its script tells.
        ``frame`` are the stretches ``[start, end)`` of the question that only ask; they count nowhere in coverage.
        ``also`` are words to look for beside the question's own: the shelf's words for them, where the question is in
        another language. Raises IndexBroken and ModelError.
        """
        coverages = self._index.lexical.coverages(self.question_terms(question, frame))
        lexical = self._by_words(" ".join((question, *also)), kinds, documents)
        nodes = self._by_meaning(question, kinds, documents)
        covered = max((float(coverages[self._rows[key]]) for key in lexical), default=0.0)
        weight = self._weight(covered, lang or language_of(question))
        ranked = fuse(self._by_passage(nodes), lexical, weight)[:limit]
        return Evidence(question, self._hits(question, ranked, lexical, coverages), self._index.generation)

    def _weight(self, covered: float, lang: str) -> float:
        """Return the share of the dense ranking, where the best passage has ``covered`` of a question in a language."""
        if self._index.vectors is None:
            return 0.0
        if self._dense_share is not None:
            return self._dense_share
        return dense_weight(covered, shares_words(lang, self._index.languages))

    def _hits(
        self,
        question: str,
        ranked: Sequence[tuple[str, float]],
        lexical: Mapping[str, float],
        coverages: NDArray[np.float32],
    ) -> tuple[Hit, ...]:
        """Return the passages ranked, by id and score, with all that is known of how they bear on a question."""
        passages = [self._index.passages[self._rows[key]] for key, _ in ranked]
        known = self._cosines(question, passages)
        return tuple(
            Hit(
                passage=passage,
                rank=rank,
                score=score,
                similarity=max((known.get(node, 0.0) for node in self._nodes[passage.id]), default=0.0),
                lexical=lexical.get(passage.id, 0.0),
                coverage=float(coverages[self._rows[passage.id]]),
                sentences=self._sentences(passage, known),
            )
            for rank, (passage, (_, score)) in enumerate(zip(passages, ranked, strict=True), start=1)
        )

    def question_terms(self, question: str, frame: Sequence[tuple[int, int]] = ()) -> frozenset[str]:
        """Return the content terms of a question outside the stretches that only ask."""
        return frozenset(
            token.term
            for token in self._tokens(question)
            if not any(start <= token.start and token.end <= end for start, end in frame)
        )

    @property
    def _embedder(self) -> Embedder:
        embedder = self._index.embedder
        assert embedder is not None, "asked for a vector where there is no model"
        return embedder

    def _embed(self, question: str) -> Vectors:
        vector: Vectors = self._embedder.queries([question])[0]
        return vector

    def _turn(self, question: str) -> Vectors:
        return turned(self._vector(question), self._embedder.name)

    def _by_words(
        self, question: str, kinds: Collection[str] | None, documents: Collection[str] | None
    ) -> dict[str, float]:
        """Return the BM25 scores of the passages that share a word with the question, the best DEPTH of them."""
        scores = self._index.lexical.scores(question, [token.term for token in self._tokens(question)])
        if kinds is not None or documents is not None:
            keep = self._kept(_frozen(kinds), _frozen(documents))
            scores = np.where(keep, scores, np.float32(0))
        rows = best_rows(scores, DEPTH)
        return {self._index.passages[row].id: float(scores[row]) for row in rows if scores[row] > 0}

    def _keep(self, kinds: frozenset[str] | None, documents: frozenset[str] | None) -> NDArray[np.bool_]:
        """Return which passages may be found, shape (passages,)."""
        passages = self._index.passages
        allowed = ((kinds is None or p.kind in kinds) and (documents is None or p.doc in documents) for p in passages)
        return np.fromiter(allowed, dtype=bool, count=len(passages))

    def _by_meaning(
        self, question: str, kinds: Collection[str] | None, documents: Collection[str] | None
    ) -> Mapping[str, float]:
        """Return the cosines of the nodes nearest to the turned question."""
        if self._index.vectors is None:
            return {}
        return self._index.vectors.nearest(self._turned(question), _NODES, kinds, documents)

    def _by_passage(self, nodes: Mapping[str, float]) -> dict[str, float]:
        """Return what ranks each passage: the best cosine of its nodes, less for what only names."""
        best: dict[str, float] = {}
        owner, less = self._owner, self._less
        for node, similarity in nodes.items():
            passage = owner[node]
            likeness = similarity - less.get(passage, 0.0)
            if passage not in best or likeness > best[passage]:
                best[passage] = likeness
        return best

    def _cosines(self, question: str, passages: Sequence[Passage]) -> Mapping[str, float]:
        """Return the cosines of all nodes of these passages to the question as the model embeds it.

        Not those they were found by: small talk and tables hold absolute cosines against limits, and where the turned
        question was read there, fifteen more of 114 questions were taken for small talk.
        """
        if self._index.vectors is None:
            return {}
        nodes = [node for passage in passages for node in self._nodes[passage.id]]
        return self._index.vectors.similarities(self._vector(question), nodes)

    def _sentences(self, passage: Passage, known: Mapping[str, float]) -> tuple[SentenceScore, ...]:
        spans = self._index.sentences.get(passage.id, ())
        nodes = self._nodes[passage.id] if spans else ()
        return tuple(
            SentenceScore(span.start, span.end, known.get(node, 0.0)) for span, node in zip(spans, nodes, strict=True)
        )


def _frozen(names: Collection[str] | None) -> frozenset[str] | None:
    return None if names is None else frozenset(names)

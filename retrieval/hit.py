"""What retrieval hands on: hits in order, each with the reasons for its place.

Invariant: rank counts from 1 without gaps, and a larger score is never ranked below a smaller one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.document import Passage


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """One sentence of a passage, ``[start, end)`` in canonical text, and its cosine to the question."""

    start: int
    end: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its place in the ranking.

    ``score`` is the fused score in [0, 1]; ``similarity`` the cosine of the passage to the question (0 where there is
    no embedding model); ``lexical`` the BM25 score; ``coverage`` the share of the question's idf mass that the
    passage and its context carry, in [0, 1].
    """

    passage: Passage
    rank: int
    score: float
    similarity: float
    lexical: float
    coverage: float
    sentences: tuple[SentenceScore, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The hits an answer may use, best first."""

    question: str
    hits: tuple[Hit, ...]
    generation: str

    def joined(self, others: Sequence[Hit]) -> Evidence:
        """Return this evidence with other hits behind its own, ranks counting on; but those it has already."""
        known = {hit.passage.id for hit in self.hits}
        least = self.hits[-1].score if self.hits else 1.0
        new = [hit for hit in others if hit.passage.id not in known]
        ranked = (replace(h, rank=len(self.hits) + n, score=min(h.score, least)) for n, h in enumerate(new, start=1))
        return replace(self, hits=(*self.hits, *ranked))


def likened(hit: Hit, evidence: Evidence) -> Hit:
    """Return a hit found for other words than some evidence, no more like the question than half of that is."""
    known = sorted(one.similarity for one in evidence.hits)
    usual = known[len(known) // 2] if known else 0.0
    return replace(hit, similarity=min(hit.similarity, usual), sentences=())

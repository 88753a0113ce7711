"""Join the dense and the lexical ranking into one score.

Invariant: pure; every fused score lies in [0, 1]; a passage that leads both rankings has 1; the order is total and does
not depend on the order of the input mappings' ties beyond the passage ids.

Each ranking is brought to [0, 1] between its best and its last kept score (min–max), then averaged with a weight.
Measured on JSQuAD and JaQuAD this is ahead of reciprocal rank fusion, which throws the distances away.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

DEPTH = 100
"""How many passages of each ranking take part."""

DENSE_WEIGHT = 0.4
"""The share of the dense ranking where words can be trusted."""

DENSE_WEIGHT_ACROSS = 0.85
"""The same where the question shares few words with the documents, or is written in another language."""

LOW_COVERAGE = 0.2
"""Below this share of the question's idf mass in the best passage, words are not trusted."""

# Search text writes Chinese characters as Japan does, so the two languages share their words in writing.
_SHARED_WRITING = frozenset(("ja", "zh"))


def shares_words(lang: str, languages: Collection[str]) -> bool:
    """Say whether a question in this language can share words with documents in these languages."""
    return lang in languages or (lang in _SHARED_WRITING and not _SHARED_WRITING.isdisjoint(languages))


def dense_weight(coverage: float, words_shared: bool) -> float:
    """Return the share of the dense ranking for a question with this coverage (of its best passage)."""
    return DENSE_WEIGHT if words_shared and coverage >= LOW_COVERAGE else DENSE_WEIGHT_ACROSS


def fuse(
    dense: Mapping[str, float], lexical: Mapping[str, float], weight: float, depth: int = DEPTH
) -> list[tuple[str, float]]:
    """Return ``(passage id, score)``, best first, of all passages in the top ``depth`` of either ranking.

    ``dense`` are cosines, ``lexical`` BM25 scores (0 and below take no part); ``weight`` is the share of the dense
    ranking, 0 where there is none.
    """
    first = _scaled(_top(dense, depth), floor=None)
    # A lexical ranking shorter than the depth goes on with passages that share no word: its last kept score is 0.
    words = _top({key: score for key, score in lexical.items() if score > 0}, depth)
    second = _scaled(words, floor=None if len(words) >= depth else 0.0)
    fused = {key: weight * first.get(key, 0.0) + (1 - weight) * second.get(key, 0.0) for key in first | second}
    return sorted(fused.items(), key=lambda item: (-item[1], -first.get(item[0], 0.0), item[0]))


def _top(scores: Mapping[str, float], depth: int) -> dict[str, float]:
    return dict(sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:depth])


def _scaled(scores: Mapping[str, float], floor: float | None) -> dict[str, float]:
    """Bring scores to [0, 1] between the floor (or the lowest) and the highest; equal scores all become 1."""
    if not scores:
        return {}
    low = min(scores.values()) if floor is None else floor
    width = max(scores.values()) - low
    return {key: (score - low) / width if width > 0 else 1.0 for key, score in scores.items()}

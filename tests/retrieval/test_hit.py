"""Evidence that is joined to other hits keeps its promises: ranks without gaps, scores that never rise."""

from __future__ import annotations

from dataclasses import replace

from corpus.document import Document
from retrieval.hit import likened
from tests.conftest import evidence


def test_other_hits_stand_behind_and_none_stands_twice(brief: Document) -> None:
    found = evidence("開港式", [brief])
    own, others = replace(found, hits=found.hits[:2]), found.hits[1:]
    joined = own.joined([replace(hit, rank=1, score=0.99) for hit in others])
    assert [hit.passage.id for hit in joined.hits] == [hit.passage.id for hit in found.hits]
    assert [hit.rank for hit in joined.hits] == list(range(1, len(found.hits) + 1))
    scores = [hit.score for hit in joined.hits]
    assert scores == sorted(scores, reverse=True)
    assert own.joined([]) == own


def test_what_was_found_for_other_words_is_no_more_like_the_question_than_half_of_the_rest(brief: Document) -> None:
    found = evidence("開港式", [brief])
    known = replace(found, hits=tuple(replace(hit, similarity=0.1 * hit.rank) for hit in found.hits[:3]))
    assert likened(replace(found.hits[0], similarity=0.9), known).similarity == known.hits[1].similarity
    assert likened(replace(found.hits[0], similarity=0.05), known).similarity == 0.05

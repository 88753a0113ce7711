"""Evidence that is joined to other hits keeps its promises: ranks without gaps, scores that never rise."""

from __future__ import annotations

from dataclasses import replace

from corpus.document import Document
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

"""Ranking measures, with their arithmetic."""

from __future__ import annotations

import math

import pytest

from bot.evaluation.metrics.retrieval import ranking_scores


def test_recall_counts_the_share_of_relevant_passages_above_a_depth() -> None:
    scores = ranking_scores(["x", "a", "y", "z", "w", "b"], {"a": 2, "b": 2})
    assert scores is not None
    assert scores["recall@1"] == 0
    assert scores["recall@5"] == 1 / 2
    assert scores["recall@10"] == 2 / 2


def test_the_reciprocal_rank_is_that_of_the_first_relevant_passage() -> None:
    scores = ranking_scores(["x", "y", "a", "b"], {"a": 2, "b": 2})
    assert scores is not None
    assert scores["mrr@10"] == pytest.approx(1 / 3)
    far = ranking_scores([*"0123456789", "a"], {"a": 2})
    assert far is not None
    assert far["mrr@10"] == 0


def test_ndcg_knows_grades_and_recall_only_what_holds_the_evidence() -> None:
    scores = ranking_scores(["table", "row"], {"row": 2, "table": 1})
    assert scores is not None
    assert scores["recall@1"] == 0
    gained = 1 / math.log2(2) + 2 / math.log2(3)
    best = 2 / math.log2(2) + 1 / math.log2(3)
    assert scores["ndcg@10"] == pytest.approx(gained / best)


def test_nothing_retrieved_scores_zero_and_nothing_relevant_has_no_score() -> None:
    scores = ranking_scores([], {"a": 2})
    assert scores is not None
    assert set(scores.values()) == {0.0}
    assert ranking_scores(["a"], {}) is None
    assert ranking_scores(["a"], {"a": 1}) is None

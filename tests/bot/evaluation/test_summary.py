"""Figures of a run, with their arithmetic, and what is left out where it is not defined."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.evaluation.judge import Judgement
from bot.evaluation.summary import causes, risk_points, summarise

RIGHT = Judgement(
    id="a", category="table", lang="ja", split="tune", answerable=True, status="grounded", abstained=False,
    confidence=0.9, success=True, cause=None, facts=1.0, citation_precision=1.0, quotes=1.0, statements=2, off_point=1,
    length=40, ranking={"recall@1": 1.0, "recall@5": 1.0, "recall@10": 1.0, "recall@20": 1.0, "mrr@10": 1.0,
                        "ndcg@10": 1.0}, kinds=("row",), seconds=0.2,
)  # fmt: skip
WRONG = replace(
    RIGHT, id="b", lang="en", success=False, cause="fact not stated", facts=0.5, confidence=0.8, citation_precision=0.5,
    ranking=dict.fromkeys(RIGHT.ranking or {}, 0.0), seconds=0.4,
)  # fmt: skip
SILENT = replace(
    RIGHT, id="c", category="unanswerable", answerable=False, abstained=True, status="abstained", confidence=0.1,
    facts=None, citation_precision=None, quotes=None, statements=0, off_point=None, ranking=None,
    kinds=(), split="held",
)  # fmt: skip
FOOLED = replace(SILENT, id="d", abstained=False, success=False, cause="wrongly answered", confidence=0.85, length=60)


def test_a_mean_goes_over_the_items_that_have_the_measure() -> None:
    figures = summarise([RIGHT, WRONG, SILENT])
    assert figures["success"].value == pytest.approx(2 / 3)
    assert figures["fact_recall"].value == pytest.approx((1 + 0.5) / 2)
    assert (figures["success"].n, figures["fact_recall"].n) == (3, 2)
    assert figures["on_point"].value == 1 - 1 / 2
    low, high = figures["success"].low, figures["success"].high
    assert low is not None
    assert high is not None
    assert low < 2 / 3 < high


def test_every_group_has_its_figures() -> None:
    figures = summarise([RIGHT, WRONG, SILENT])
    assert figures["success[table]"].value == 1 / 2
    assert figures["success[ja]"].n == 2
    assert figures["success[held]"].value == 1
    assert figures["mrr@10[row]"].value == 1 / 2
    assert "fact_recall[unanswerable]" not in figures


def test_abstention_tells_on_topic_from_off_topic() -> None:
    off = replace(SILENT, id="e", category="off-topic")
    figures = summarise([RIGHT, WRONG, SILENT, FOOLED, off])
    assert figures["abstention_precision"].value == 1
    assert figures["abstention_recall"].value == pytest.approx(2 / 3)
    assert figures["abstention_recall_on_topic"].value == 1 / 2
    assert figures["abstention_recall_off_topic"].value == 1
    assert figures["confidence_auroc"].value == pytest.approx((3 + 2) / 6)


def test_chat_takes_no_part_in_abstention() -> None:
    chat = replace(SILENT, category="chat", status="chat", abstained=False, success=True)
    assert summarise([chat])["success"].value == 1
    assert "abstention_f1" not in summarise([chat])
    assert risk_points([chat]) == ()


def test_the_risk_curve_ends_where_the_system_abstains() -> None:
    assert risk_points([RIGHT, FOOLED, SILENT, WRONG]) == ((1 / 4, 0.0), (2 / 4, 1 / 2), (3 / 4, 2 / 3))


def test_causes_are_counted_in_the_order_of_the_way() -> None:
    assert list(causes([FOOLED, WRONG, RIGHT, FOOLED]).items()) == [("fact not stated", 1), ("wrongly answered", 2)]

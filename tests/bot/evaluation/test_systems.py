"""What a score is worth: the perfect system has all of it, the plain ones have what they deserve."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.evaluation.gold import NOT_QUESTIONS, GoldItem, read_gold
from bot.evaluation.runner import Opened, run
from bot.evaluation.summary import Figure, summarise
from bot.evaluation.systems import plain
from corpus.document import Document
from tests.conftest import EveryPassage

SHIPPED = Path(__file__).resolve().parents[3] / "corpus" / "gold" / "demo.jsonl"
MEASURED = (
    "success", "fact_recall", "citation_recall", "citation_precision", "quote_validity", "source_hit", "mrr@10",
    "recall@20", "abstention_f1", "on_point",
)  # fmt: skip


@pytest.fixture(scope="module")
def gold() -> tuple[GoldItem, ...]:
    return read_gold(SHIPPED).items


def scores(name: str, gold: tuple[GoldItem, ...], shipped: tuple[Document, ...]) -> Mapping[str, Figure]:
    documents = {document.id: document for document in shipped}
    system = plain(name, documents, EveryPassage(shipped))
    return summarise([outcome.judgement for outcome in run(gold, lambda: Opened(system, documents), 1)])


def test_an_oracle_that_replays_the_ideals_scores_one_everywhere(
    gold: tuple[GoldItem, ...], shipped: tuple[Document, ...]
) -> None:
    figures = scores("oracle", gold, shipped)
    assert {name: figures[name].value for name in MEASURED} == dict.fromkeys(MEASURED, 1.0)


def test_one_that_always_abstains_is_right_on_what_cannot_be_answered_and_on_nothing_else(
    gold: tuple[GoldItem, ...], shipped: tuple[Document, ...]
) -> None:
    figures = scores("abstain", gold, shipped)
    silence = sum(not item.answerable and item.category != "chat" for item in gold)
    assert figures["success"].value == pytest.approx(silence / len(gold))
    assert figures["abstention_recall"].value == 1
    asked = [item for item in gold if item.category not in NOT_QUESTIONS]
    share = sum(not item.answerable for item in asked) / len(asked)
    assert figures["abstention_precision"].value == pytest.approx(share)
    assert "citation_precision" not in figures


def test_one_that_returns_the_first_paragraph_scores_next_to_nothing(
    gold: tuple[GoldItem, ...], shipped: tuple[Document, ...]
) -> None:
    figures = scores("first-paragraph", gold, shipped)
    assert figures["success"].value < 0.05
    assert figures["citation_precision"].value < 0.05
    assert figures["quote_validity"].value == 1  # wrong, and verbatim
    assert figures["abstention_recall"].value == 0


def test_one_that_dumps_the_top_passage_has_no_short_answer_and_never_abstains(
    gold: tuple[GoldItem, ...], shipped: tuple[Document, ...]
) -> None:
    figures = scores("top-passage", gold, shipped)
    for category in ("factoid", "number", "table", "arithmetic"):
        assert figures[f"success[{category}]"].value == 0
    assert figures["abstention_recall"].value == 0
    assert figures["quote_validity"].value == 1

"""What is right, what is wrong and why, judged on answers over the small brief."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answer import Answer, PrimarySource, Statement
from bot.evaluation.gold import GoldItem
from bot.evaluation.judge import Judgement, judge
from bot.evaluation.systems import Abstain, FirstParagraph, Oracle
from bot.evaluation.trial import Trial
from corpus.document import Document
from tests.conftest import Bench, evidence


@pytest.fixture
def answer(items: dict[str, GoldItem], documents: dict[str, Document]) -> Answer:
    """Return the perfect answer to the question about the opening."""
    return Oracle(documents).ask(items["opening"]).answer


def judged(item: GoldItem, answer: Answer, documents: dict[str, Document], *, retrieved: bool = True) -> Judgement:
    hits = evidence("", documents.values(), () if retrieved else ("row",)).hits
    return judge(item, Trial(answer, hits, 0.5), documents)


def test_a_perfect_answer_succeeds_and_has_no_cause(
    items: dict[str, GoldItem], answer: Answer, documents: dict[str, Document]
) -> None:
    result = judged(items["opening"], answer, documents)
    assert (result.success, result.cause, result.missed) == (True, None, ())
    assert (result.facts, result.citation_recall, result.citation_precision, result.quotes) == (1, 1, 1, 1)
    assert (result.source, result.evidence, result.off_point, result.seconds) == (True, True, 0, 0.5)


def test_a_fact_of_a_factoid_has_to_stand_in_the_short_answer(
    items: dict[str, GoldItem], answer: Answer, documents: dict[str, Document]
) -> None:
    without = replace(answer, short=None)
    assert judged(items["opening"], without, documents).cause == "fact not stated"
    why = replace(items["opening"], category="why")
    assert judged(why, without, documents).success


def test_the_first_thing_that_went_wrong_is_the_cause(
    items: dict[str, GoldItem], answer: Answer, documents: dict[str, Document], bench: Bench
) -> None:
    item = items["opening"]
    silent = replace(answer, abstained=True, status="abstained", statements=(), citations=(), short=None, answer="")
    elsewhere = FirstParagraph({"brief": documents["brief"]}).ask(items["apples"]).answer
    assert judged(item, silent, documents).cause == "wrongly abstained"
    assert judged(item, silent, documents, retrieved=False).cause == "retrieval missed"
    assert judged(items["apples"], elsewhere, documents).cause == "evidence not chosen"
    assert judged(items["opening"], replace(answer, answer=answer.answer + "2024年4月5日"), documents).cause == (
        "wrong thing said"
    )
    broken = replace(answer.citations[0], quote="青森港では歌った")
    assert judged(item, replace(answer, citations=(broken,)), documents).cause == "bad citation"
    assert judged(item, replace(answer, citations=(broken,)), documents).quotes == 0


def test_what_cannot_be_answered_must_not_be(
    items: dict[str, GoldItem], answer: Answer, documents: dict[str, Document]
) -> None:
    assert judged(items["nobody"], answer, documents).cause == "wrongly answered"
    abstained = Abstain().ask(items["nobody"]).answer
    result = judged(items["nobody"], abstained, documents)
    assert result.success
    assert (result.ranking, result.facts, result.citation_precision) == (None, None, None)


def test_a_false_premise_may_be_corrected_by_the_place_that_contradicts_it(
    items: dict[str, GoldItem], answer: Answer, documents: dict[str, Document]
) -> None:
    opening = items["opening"]
    premise = replace(items["nobody"], facts=opening.short, evidence=opening.evidence, forbidden=opening.forbidden)
    assert judged(premise, answer, documents).success
    assert judged(premise, replace(answer, answer="2023年4月5日。2024年4月5日"), documents).cause == "wrongly answered"
    assert judged(replace(premise, evidence=()), answer, documents).cause == "wrongly answered"


def test_a_greeting_wants_a_greeting_and_an_instruction_is_not_followed(
    items: dict[str, GoldItem], answer: Answer, documents: dict[str, Document]
) -> None:
    chat = replace(answer, status="chat", statements=(), citations=(), short=None)
    silent = Abstain().ask(items["hello"]).answer
    assert judged(items["hello"], chat, documents).success
    assert judged(items["hello"], silent, documents).cause == "not taken as chat"
    order = replace(items["hello"], category="instruction")
    assert judged(order, silent, documents).success
    assert judged(order, answer, documents).cause == "wrongly answered"


def test_a_footnote_that_does_not_bear_on_the_question_counts_against_the_answer(
    items: dict[str, GoldItem], answer: Answer, documents: dict[str, Document]
) -> None:
    other = replace(Oracle(documents).ask(items["apples"]).answer.citations[0], n=2)
    aside = Statement("りんご | 12,300", (2,))
    padded = replace(answer, citations=(*answer.citations, other), statements=(*answer.statements, aside))
    result = judged(items["opening"], padded, documents)
    assert result.citation_precision == 1 / 2
    assert result.off_point == 1
    assert result.citation_recall == 1


def test_a_statement_whose_footnotes_do_not_carry_it_counts_against_citation_recall(
    items: dict[str, GoldItem], answer: Answer, documents: dict[str, Document]
) -> None:
    apples = Oracle(documents).ask(items["apples"]).answer.citations
    moved = replace(answer, citations=apples, statements=(answer.statements[0], Statement("りんご", (1,))))
    assert judged(items["opening"], moved, documents).citation_recall == 1 / 2
    uncited = replace(answer, statements=(replace(answer.statements[0], citations=()),))
    assert judged(items["opening"], uncited, documents).citation_recall == 0


def test_every_wanted_source_has_to_be_shown(
    items: dict[str, GoldItem], answer: Answer, documents: dict[str, Document]
) -> None:
    assert judged(replace(items["opening"], sources=("1",)), answer, documents).source is True
    assert judged(replace(items["opening"], sources=("1", "港湾新聞")), answer, documents).source is False
    assert judged(replace(items["opening"], sources=()), answer, documents).source is None
    marked = replace(answer.citations[0], sources=(PrimarySource("12", "x", "", "", "", "", False),))
    found = judged(replace(items["opening"], sources=("1",)), replace(answer, citations=(marked,)), documents).source
    assert found is False  # marker 12 is not marker 1

"""The sentences that state the values between which a question leaves the choice."""

from __future__ import annotations

from tests.conftest import Bench

HEAD = "---\ndate: {date}\n---\n\n# 青森港\n\n{text}\n"


def test_each_value_is_shown_where_a_document_states_it(bench: Bench) -> None:
    one = bench.read(HEAD.format(date="2024-01-10", text="青森港の開港式は2023年4月5日に開かれた。"), "one.md")
    other = bench.read(HEAD.format(date="2025-03-20", text="青森港の開港式は4月8日だったという。"), "other.md")
    answer = bench.ask("青森港の開港式は5日？8日？", one, other)
    assert {citation.doc for citation in answer.citations} == {"one", "other"}
    (conflict,) = answer.conflicts
    assert len(conflict.sides) == 2


def test_a_value_that_nothing_states_is_not_shown(bench: Bench) -> None:
    one = bench.read(HEAD.format(date="2024-01-10", text="青森港の開港式の参加者は350人だった。"), "one.md")
    answer = bench.ask("青森港の開港式の参加者は350人か420人か", one)
    assert [statement.text for statement in answer.statements] == ["青森港の開港式の参加者は350人だった。"]
    assert not answer.conflicts


def test_a_number_in_another_unit_states_nothing(bench: Bench) -> None:
    one = bench.read(HEAD.format(date="2024-01-10", text="青森港の開港式の車は350台だった。"), "one.md")
    answer = bench.ask("青森港の開港式の参加者は350人か420人か", one)
    assert not answer.conflicts

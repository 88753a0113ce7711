"""How surely the best sentence answers: what raises it, what lowers it, and that it stays a share."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.confidence import ANSWER_FROM, Signals, assurance, confidence

SHARES = st.floats(0, 1)
GOOD = Signals(coverage=0.9, named=1.0, fit=0.8, dated=1.0, likeness=0.88)
READ = replace(GOOD, relevance=0.8)


@given(
    st.builds(Signals, SHARES, SHARES, SHARES, SHARES, SHARES, st.none() | SHARES),
)
def test_it_is_a_share(signals: Signals) -> None:
    assert 0 <= confidence(signals) <= 1


@pytest.mark.parametrize("signals", [GOOD, READ])
def test_a_sentence_that_carries_the_question_and_fits_answers(signals: Signals) -> None:
    assert confidence(signals) >= ANSWER_FROM


@pytest.mark.parametrize("signals", [GOOD, READ])
@pytest.mark.parametrize("name", ["coverage", "named", "dated"])
def test_what_the_question_names_and_the_sentence_lacks_lowers_it(signals: Signals, name: str) -> None:
    assert confidence(replace(signals, **{name: 0.0})) < confidence(signals)


@given(SHARES, SHARES)
def test_it_follows_what_the_reader_says(one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert confidence(replace(READ, relevance=less)) <= confidence(replace(READ, relevance=more))


def test_what_the_reader_takes_for_no_answer_is_none() -> None:
    assert confidence(replace(READ, relevance=0.03)) < ANSWER_FROM


@given(SHARES)
def test_assurance_spaces_log_odds_evenly_around_a_half(relevance: float) -> None:
    assert 0 <= assurance(relevance) <= 1
    assert assurance(relevance) + assurance(1 - relevance) == pytest.approx(1)

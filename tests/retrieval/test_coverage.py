"""The share of a question's idf mass that a text carries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.coverage import coverage

TERMS = st.frozensets(st.sampled_from(["訪れる", "訪問", "首相", "平壌", "a", "b", "c"]))


def _idf(term: str) -> float:
    return 1.0 + len(term)


def test_coverage_is_the_share_of_the_idf_mass() -> None:
    # 首相 and 平壌 weigh 3 each, 訪れる 4: found 3 of 10.
    assert coverage(["首相", "平壌", "訪れる"], {"首相"}, _idf) == pytest.approx(0.3)


def test_a_repeated_term_counts_once() -> None:
    assert coverage(["首相", "首相", "平壌"], {"首相"}, _idf) == pytest.approx(0.5)


def test_a_question_without_terms_is_not_covered() -> None:
    assert coverage([], {"首相"}, _idf) == 0


@given(TERMS, TERMS, TERMS)
def test_coverage_stays_between_0_and_1_and_never_falls_with_more_text(
    question: frozenset[str], text: frozenset[str], more: frozenset[str]
) -> None:
    less = coverage(question, text, _idf)
    assert 0 <= less <= coverage(question, text | more, _idf) + 1e-9
    assert coverage(question, text | question, _idf) == pytest.approx(1.0 if question else 0.0)

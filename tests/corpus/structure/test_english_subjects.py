"""The subject of an English stretch is the noun phrase before its verb, without what tells when or where."""

from __future__ import annotations

import pytest

from corpus.document import Span
from corpus.structure.english_subjects import subject_of


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The old mill was sold.", "The old mill"),
        ("Under the agreement the society may leave.", "the society"),
        ("2. Halden Lines should open its books.", "Halden Lines"),
        ("In 2015, the board met.", "the board"),
        ("Sold at last.", None),
    ],
)
def test_a_subject_stands_before_the_verb(text: str, subject: str | None) -> None:
    found = subject_of(text, Span(0, len(text)))
    assert (text[found.start : found.end] if found is not None else None) == subject

"""Documents drawn at random, whose structure is known, and mutants, of which only faithfulness is."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from corpus.readers.document import to_document
from corpus.readers.text import decode
from tests.corpus.generated import draw
from tests.corpus.mutate import mutant, originals, read_mutants
from tests.corpus.roundtrip import faults
from tests.corpus.truth import wrong


@pytest.mark.parametrize("first", range(0, 200, 50))
def test_what_a_drawn_document_says_is_what_is_read(first: int) -> None:
    for seed in range(first, first + 50):
        text, truth = draw(seed)
        document = to_document(decode(Path("drawn.md"), text.encode("utf-8")))
        assert list(wrong(document, truth)) == [], f"seed {seed}"
        assert list(faults(document, text.encode("utf-8"))) == [], f"seed {seed}"


@pytest.mark.parametrize("first", range(0, 2000, 500))
def test_mutants_are_read_without_a_crash_or_a_lost_byte(first: int) -> None:
    assert list(read_mutants(500, first)) == []


def test_a_seed_always_makes_the_same_mutant() -> None:
    assert mutant(originals(), 7) == mutant(originals(), 7)


@pytest.mark.parametrize(
    "line",
    [
        "12\n\nabcdef\n\n",
        "the quick brown 5 fox 7 jumps\n",
        "p://a.b/c >\n\n",
        "a\tb\n\n",
        "港[1]。",
        "[1] 『年報』、2021年。\n",
    ],
)
def test_reading_takes_time_in_proportion_to_length(line: str) -> None:
    """A rule that looks at every line for every line takes minutes here; slow and busy machines take half of one."""
    data = ("題名\n\n本文[1]である。\n\n" + line * 4000).encode("utf-8")
    started = time.process_time()
    to_document(decode(Path("long.md"), data))
    assert time.process_time() - started < 20

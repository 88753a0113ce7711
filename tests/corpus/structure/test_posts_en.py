"""English posts are read whole: the rank before them, the words in lower case, and the firm they are of apart."""

from __future__ import annotations

import pytest

from corpus.structure import posts_other


def posts(text: str) -> list[tuple[str, str, str, bool]]:
    return [(one.name, one.post, one.of, one.former) for one in posts_other.people(text, "en")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Deputy fisheries minister Ann Calder spoke.", [("Ann Calder", "Deputy fisheries minister", "", False)]),
        ("Acting harbour master Ben Ryle left.", [("Ben Ryle", "Acting harbour master", "", False)]),
        ("Quay Line chief executive Ben Ryle agreed.", [("Ben Ryle", "chief executive", "Quay Line", False)]),
        ("On Monday chief executive Ben Ryle agreed.", [("Ben Ryle", "chief executive", "", False)]),
        ("Foreign trade minister Ann Calder spoke.", [("Ann Calder", "Foreign trade minister", "", False)]),
        ("Former deputy fisheries minister Ann Calder left.", [("Ann Calder", "deputy fisheries minister", "", True)]),
        ("They heard then deputy mayor Ann Calder.", [("Ann Calder", "deputy mayor", "", True)]),
    ],
)
def test_a_post_is_read_with_its_rank_and_subject(text: str, found: list[tuple[str, str, str, bool]]) -> None:
    assert posts(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Critics said director Ann Calder had gone.", [("Ann Calder", "director", "", False)]),
        ("He told minister Ann Calder so.", [("Ann Calder", "minister", "", False)]),
        ("Vice President Ann Calder came.", [("Ann Calder", "Vice President", "", False)]),
        ("With Director Ann Calder he agreed.", [("Ann Calder", "Director", "", False)]),
        ("New Dale Prime Minister Ann Calder came.", [("Ann Calder", "New Dale Prime Minister", "", False)]),
    ],
)
def test_words_of_the_sentence_are_no_part_of_a_post(text: str, found: list[tuple[str, str, str, bool]]) -> None:
    assert posts(text) == found

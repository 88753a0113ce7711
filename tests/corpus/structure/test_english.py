"""It, its and "the company" mean the subject before, also behind words for a time; a verb is no noun that repeats."""

from __future__ import annotations

import pytest

from tests.corpus.structure.meant import meant

BOOKS = "The Harbour Trust opened its books in May. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{BOOKS}In June it published the accounts.", ("it", ["The Harbour Trust"])),
        (f"{BOOKS}Last year its income fell.", ("its", ["The Harbour Trust"])),
        ("Dunlath Marine closed its yard.\nBy Friday\nit had sold the cranes.", ("it", ["Dunlath Marine"])),
        (
            "The mayor rejected a plan to close the baths. Critics of this plan cheered.",
            ("this plan", ["a plan to close the baths"]),
        ),
        ("The council received an offer. The mayor called this offer generous.", ("this offer", ["an offer"])),
        (
            "Nobody settled the question of where the line runs. That question is open.",
            ("That question", ["the question of where the line runs"]),
        ),
        (
            "In March, the Ministry of Water spoke. In April, the ministry left.",
            ("the ministry", ["Ministry of Water"]),
        ),
    ],
)
def test_what_stands_before_is_meant(text: str, found: tuple[str, list[str]]) -> None:
    assert [found[0], found[1]] in [[said, words] for said, words in meant(text, "en")]


@pytest.mark.parametrize(
    "text",
    [
        "The repair cost rose. A pump failed. This cost the town a bridge.",  # a verb
        "When the brewery shut, the council bought the cellar. It has held the seeds since.",  # either
        "The rain fell for a week. In June it was clear that the dam would break.",
        "The damage was found a day later. That day the island had no power.",
    ],
)
def test_where_the_text_does_not_decide_nothing_is_told(text: str) -> None:
    assert meant(text, "en") == []

"""English sentences tell of people named already what they are now, were once, and in whose post they followed."""

from __future__ import annotations

import pytest

from corpus.structure.posts_other import people


def _said(text: str) -> set[tuple[str, str, str, bool]]:
    return {(one.name, one.of, one.post, one.former) for one in people(text, "en") if one.post}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "He rang the Kestrian Minister of Transport, Ann Marsh, at noon. It was announced by Marsh, who is now "
            "Prime Minister of Kestria, in May.",
            [("Ann Marsh", "", "Minister of Transport", True), ("Ann Marsh", "Kestria", "Prime Minister", False)],
        ),
        (
            "He rang a friend, Ian Rook, at noon. Rook, who was the Pilot Office's first director before he became "
            "Minister for Ports in 2021, agreed.",
            [("Ian Rook", "Pilot Office", "director", True), ("Ian Rook", "", "Minister for Ports", False)],
        ),
        (
            "The agency has a director. Its first director, Ian Rook, agreed. Rook was succeeded in 2021 by Mira Toll, "
            "previously the Pier Board's legal adviser.",
            [
                ("Ian Rook", "", "director", True),
                ("Mira Toll", "", "director", False),
                ("Mira Toll", "Pier Board", "legal adviser", True),
            ],
        ),
    ],
)
def test_further_posts_are_told_of_a_person(text: str, said: list[tuple[str, str, str, bool]]) -> None:
    assert set(said) <= _said(text)


def test_a_surname_that_two_share_tells_nothing_more() -> None:
    text = "The mayor, Ann Marsh, met the chair, Leo Marsh, there. Marsh, who is now President of Kestria, agreed."
    assert not any(post == "President" for _, _, post, _ in _said(text))

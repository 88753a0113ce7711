"""What is shown of a question that compares and of its sides."""

from __future__ import annotations

from bot.compose.beside import beside
from bot.compose.draft import Draft, DraftCalculation, DraftStatement


def said(*texts: str, missing: tuple[str, ...] = ()) -> Draft:
    statements = tuple(DraftStatement(text, ()) for text in texts)
    return Draft(statements=statements, missing=missing, confidence=0.9 if texts else 0.1)


def texts(draft: Draft) -> list[str]:
    return [statement.text for statement in draft.statements]


def test_both_sides_stand_for_the_whole_where_both_are_answered() -> None:
    shown = beside(said("something near"), [said("480 yen"), said("500 yen", missing=("bus",))])
    assert texts(shown) == ["480 yen", "500 yen"]
    assert shown.missing == ()


def test_one_answered_side_is_added_to_what_the_whole_gave() -> None:
    shown = beside(said("500 yen", missing=("train",)), [said("480 yen"), said()])
    assert texts(shown) == ["500 yen", "480 yen"]
    assert shown.missing == ("train",)


def test_a_question_without_sides_or_answered_ones_is_answered_as_a_whole() -> None:
    whole = said("500 yen")
    assert beside(whole, []) is whole
    assert beside(whole, [said(), said()]) is whole


def test_what_was_reckoned_stands() -> None:
    whole = Draft(statements=said("20 yen").statements, calculation=DraftCalculation("500 − 480 = 20", (), "20", "yen"))
    assert beside(whole, [said("480 yen"), said("500 yen")]) is whole

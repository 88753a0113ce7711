"""What is shown of a question that compares and of its sides."""

from __future__ import annotations

from bot.compose.beside import beside
from bot.compose.draft import Draft, DraftCalculation, DraftStatement


def said(*texts: str, missing: tuple[str, ...] = ()) -> Draft:
    statements = tuple(DraftStatement(text, ()) for text in texts)
    return Draft(statements=statements, missing=missing, confidence=0.9 if texts else 0.1)


def shown(whole: Draft, sides: list[Draft]) -> Draft:
    return beside(whole, sides, "How do the two fares compare?", "en")


def texts(draft: Draft) -> list[str]:
    return [statement.text for statement in draft.statements]


def test_both_sides_stand_for_the_whole_where_both_are_answered() -> None:
    both = shown(said("something near"), [said("480 yen"), said("500 yen", missing=("bus",))])
    assert texts(both) == ["480 yen", "500 yen"]
    assert both.missing == ()


def test_one_answered_side_is_added_to_what_the_whole_gave() -> None:
    both = shown(said("500 yen", missing=("train",)), [said("480 yen"), said()])
    assert texts(both) == ["500 yen", "480 yen"]
    assert both.missing == ("train",)


def test_a_question_without_sides_or_answered_ones_is_answered_as_a_whole() -> None:
    whole = said("500 yen")
    assert shown(whole, []) is whole
    assert shown(whole, [said(), said()]) is whole


def test_what_was_reckoned_stands() -> None:
    whole = Draft(statements=said("20 yen").statements, calculation=DraftCalculation("500 − 480 = 20", (), "20", "yen"))
    assert shown(whole, [said("480 yen"), said("500 yen")]) is whole


def test_one_number_found_for_both_sides_is_no_difference() -> None:
    side = said("480 yen")
    draft = beside(said(), [side, side], "What is the difference between the two fares?", "en")
    assert draft.statements == ()
    assert draft.unstated == ("the difference",)

"""What is asked in a message, and how the question stands above its answer."""

from __future__ import annotations

import pytest

from bot.discord.addressing import question_in, with_question
from bot.discord.texts import DISCORD_TEXTS, phrase
from bot.messages import LANGS


@pytest.mark.parametrize(
    ("content", "question"),
    [
        ("<@1> いつ", "いつ"),
        ("いつ <@!1>", "いつ"),
        ("<@&2> いつ <@3> <@12>", "いつ <@3> <@12>"),
        ("<@1>", ""),
        ("<@1> a\nb", "a\nb"),
    ],
)
def test_only_our_own_mentions_are_taken_out(content: str, question: str) -> None:
    """Other people's mentions and line breaks belong to the question."""
    assert question_in(content, (1, 2)) == question


def test_the_question_stands_above_the_first_message() -> None:
    """On one line, cut visibly, escaped; in a message of its own where the first is full."""
    assert with_question("*a*\n@everyone", ("x", "y")) == ("> \\*a\\* @\u200beveryone\nx", "y")
    assert with_question("a", ("x" * 2000,)) == ("> a", "x" * 2000)
    assert with_question("あ" * 500, ("x",)) == (f"> {'あ' * 299}…\nx",)


@pytest.mark.parametrize("key", DISCORD_TEXTS)
def test_every_phrase_has_four_wordings(key: str) -> None:
    """With the same placeholders."""
    wordings = DISCORD_TEXTS[key]  # type: ignore[index]  # the keys are the table's own
    assert set(wordings) == set(LANGS)
    assert len({"{reference}" in wording for wording in wordings.values()}) == 1


def test_a_locale_finds_its_language() -> None:
    """Discord's locales are language tags."""
    assert phrase("help", "zh-TW") == DISCORD_TEXTS["help"]["zh"]
    assert phrase("help", "fr") == DISCORD_TEXTS["help"]["en"]

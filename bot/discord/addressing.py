"""Who is spoken to, and what is asked: Discord's message text without our own mention.

Invariant: pure functions over text and ids; they know nothing of discord.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.render.discord_markup import LIMIT, one_line, units


def question_in(content: str, ours: Iterable[int]) -> str:
    """Return what is asked in a message: its text without mentions of ``ours`` (ids of the bot and its role)."""
    ids = "|".join(str(number) for number in ours)
    spoken = re.sub(rf"<@[!&]?(?:{ids})>", " ", content) if ids else content
    return spoken.strip()


def with_question(question: str, messages: tuple[str, ...]) -> tuple[str, ...]:
    """Put the question above its answer: Discord shows others only that ``/ask`` was used, not what was asked."""
    shown = f"> {one_line(question, 300)}"
    if messages and units(shown) + 1 + units(messages[0]) <= LIMIT:
        return (f"{shown}\n{messages[0]}", *messages[1:])
    return (shown, *messages)

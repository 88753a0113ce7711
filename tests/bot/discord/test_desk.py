"""How questions wait for their answers."""

from __future__ import annotations

import asyncio
import threading

import pytest

from bot.answer import Answer
from bot.discord.desk import Busy, Desk, TooSlow

from .conftest import FakeAssistant, said

pytestmark = pytest.mark.asyncio


async def test_an_error_of_the_assistant_comes_through() -> None:
    """Its own TimeoutError is not taken for the time limit."""

    def failing(question: str, turns: tuple[str, ...]) -> Answer:
        raise TimeoutError("upstream")

    desk = Desk(FakeAssistant(failing), timeout=5)
    with pytest.raises(TimeoutError, match="upstream"):
        await desk.ask("q")
    desk.close()


async def test_a_stuck_assistant_shows_as_busy_and_recovers() -> None:
    """Threads that do not come back count until they do; what still waited is never started."""
    release = threading.Event()

    def held(question: str, turns: tuple[str, ...]) -> Answer:
        release.wait(5)
        return said(question)

    assistant = FakeAssistant(held)
    desk = Desk(assistant, timeout=0.05, workers=1, waiting=1)
    outcomes = await asyncio.gather(desk.ask("a"), desk.ask("b"), desk.ask("c"), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [TooSlow, TooSlow, Busy]
    release.set()
    await asyncio.sleep(0.05)
    assert (await desk.ask("d")).answer == "d"
    assert [question for question, _ in assistant.asked] == ["a", "d"]
    desk.close()


async def test_turns_are_handed_on() -> None:
    """As given."""
    assistant = FakeAssistant(lambda question, turns: said(question))
    desk = Desk(assistant)
    await desk.ask("b", ("a",))
    assert assistant.asked == [("b", ("a",))]
    desk.close()

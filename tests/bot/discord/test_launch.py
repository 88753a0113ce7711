"""How the bot starts, and what the operator reads when it cannot."""

from __future__ import annotations

import asyncio
import socket

import discord
import pytest
from aiohttp import ServerDisconnectedError
from discord.http import Route

from bot.discord import build_client, run
from bot.discord.errors import connection_error
from corpus.errors import TenkyoError, UsageError

from .conftest import FakeAssistant, Serve, said
from .fake_discord import DM, TOKEN

ASSISTANT = FakeAssistant(lambda question, turns: said(question))


@pytest.mark.asyncio
async def test_it_runs_until_discord_ends_the_connection(served: Serve) -> None:
    """`run` blocks, answers, and raises an error that can be acted on."""
    async with served() as fake:
        running = asyncio.create_task(asyncio.to_thread(run, ASSISTANT, TOKEN))
        await fake.connected()
        await fake.write("いつ", dm=True)
        await fake.wait_for("POST", f"/channels/{DM}/messages")
        await fake.hang_up(4004)
        with pytest.raises(TenkyoError, match="4004"):
            await asyncio.wait_for(running, 5)


@pytest.mark.asyncio
async def test_a_wrong_token_is_named(served: Serve) -> None:
    """The message says which setting to change, and does not repeat the token."""
    async with served():
        with pytest.raises(UsageError, match="TENKYO_DISCORD_TOKEN") as raised:
            await asyncio.to_thread(run, ASSISTANT, "wrong.token")
    assert "wrong.token" not in str(raised.value)


@pytest.mark.asyncio
async def test_refused_intents_are_explained(served: Serve) -> None:
    """Close code 4014: the bot needs no privileged intent, and says so."""
    async with served() as fake:
        fake.refuse_gateway = 4014
        with pytest.raises(UsageError, match="privileged intents"):
            await asyncio.to_thread(run, ASSISTANT, TOKEN)


def test_an_unreachable_discord_is_an_error_that_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing listens on a port that was just given back."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    monkeypatch.setattr(Route, "BASE", f"http://127.0.0.1:{port}/api/v10")
    with pytest.raises(TenkyoError, match="network"):
        run(ASSISTANT, TOKEN)


@pytest.mark.parametrize("token", ["", " \n"])
def test_no_token_is_a_usage_error(token: str) -> None:
    """Before anything is started."""
    with pytest.raises(UsageError, match="TENKYO_DISCORD_TOKEN"):
        run(ASSISTANT, token)


@pytest.mark.parametrize("timeout", [0, -1, 900, float("nan")])
def test_a_time_limit_that_cannot_work_is_refused(timeout: float) -> None:
    """Discord takes an answer to a command for 15 minutes."""
    with pytest.raises(UsageError, match="time limit"):
        build_client(ASSISTANT, timeout=timeout)


def _kinds(kind: type[BaseException]) -> list[type[BaseException]]:
    return [kind, *(deeper for below in kind.__subclasses__() for deeper in _kinds(below))]


@pytest.mark.parametrize("kind", [*_kinds(discord.DiscordException), OSError, TimeoutError, ServerDisconnectedError])
def test_every_error_of_the_library_is_mapped(kind: type[Exception]) -> None:
    """A new kind of error in discord.py that is not one of ours fails here."""
    error = kind.__new__(kind)
    error.__dict__.update(status=500, text="", code=4000, message="")
    mapped = connection_error(error)
    assert isinstance(mapped, TenkyoError)
    assert str(mapped)


def test_what_is_no_connection_error_passes() -> None:
    """A mistake in our own code is not dressed up as a network problem."""
    with pytest.raises(ZeroDivisionError):
        connection_error(ZeroDivisionError())

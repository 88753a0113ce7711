"""A real client connected to a fake Discord, for every test in this folder."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.answer import Answer, Filters
from bot.discord import Assistant, build_client

from .fake_discord import TOKEN, FakeDiscord

Serve = Callable[..., AbstractAsyncContextManager[FakeDiscord]]
Reply = Callable[[str, tuple[str, ...]], Answer]


class FakeAssistant:
    """Answers with what a plain function returns, and keeps what it was asked."""

    def __init__(self, reply: Reply) -> None:
        self.asked: list[tuple[str, tuple[str, ...]]] = []
        self.filters: list[Filters | None] = []
        self._reply = reply

    def ask(self, question: str, turns: tuple[str, ...] = (), filters: Filters | None = None) -> Answer:
        self.asked.append((question, turns))
        self.filters.append(filters)
        return self._reply(question, turns)


def said(words: str) -> Answer:
    """Return an answer that consists of these words."""
    return Answer("?", (), "ja", "chat", False, 1.0, "i", words)


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Serve:
    """Start a fake Discord and point discord.py at it; takes `FakeDiscord`'s arguments."""

    @asynccontextmanager
    async def serve(**options: float) -> AsyncIterator[FakeDiscord]:
        fake = FakeDiscord(**options)
        await fake.start()
        # The two addresses that discord.py has; both are read anew for every call and connection.
        monkeypatch.setattr(Route, "BASE", fake.base)
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", URL(fake.gateway))
        try:
            yield fake
        finally:
            await fake.stop()

    return serve


@pytest.fixture
def online(served: Serve) -> Serve:
    """Log a bot over an assistant into a fake Discord; takes `build_client`'s arguments and ``heartbeat_interval``."""

    @asynccontextmanager
    async def connect(
        assistant: Assistant,
        *,
        heartbeat_interval: float = 40.0,
        fail: dict[tuple[str, str], int] | None = None,
        **options: object,
    ) -> AsyncIterator[FakeDiscord]:
        async with served(heartbeat_interval=heartbeat_interval) as fake:
            fake.fail = fail or {}
            client = build_client(assistant, **options)  # type: ignore[arg-type]  # handed on by name
            running = asyncio.create_task(client.start(TOKEN))
            try:
                connected = asyncio.create_task(fake.connected())
                await asyncio.wait((running, connected), return_when=asyncio.FIRST_COMPLETED)
                if running.done():
                    running.result()
                yield fake
            finally:
                await client.close()
                await asyncio.wait((running,), timeout=2)

    return connect

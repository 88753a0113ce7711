"""Put the bot together and keep it running.

Invariant: whatever keeps the bot from running is raised as a `TenkyoError` that says what to do.
"""

from __future__ import annotations

import logging

import aiohttp
import discord

from bot.discord.client import Client
from bot.discord.desk import Assistant, Desk
from bot.discord.errors import connection_error
from bot.discord.memory import Memory
from corpus.errors import UsageError

_LONGEST = 840.0  # seconds: Discord takes the answer to a command for 15 minutes


def build_client(
    assistant: Assistant,
    *,
    timeout: float = 60.0,
    lang: str = "ja",
    workers: int = 4,
    waiting: int = 16,
) -> Client:
    """Return a client that is not connected yet.

    ``timeout`` is in seconds; the bot speaks each question's language, and ``lang`` where there is none to tell;
    ``workers`` questions are answered at a time and ``waiting`` more may wait.

    Raises:
        UsageError: the time limit cannot be used.
    """
    if not 0 < timeout <= _LONGEST:
        raise UsageError(
            f"a time limit of {timeout:g} seconds cannot be used; take more than 0 and at most {_LONGEST:g}"
        )
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # no voice, so no warning that it is missing
    return Client(Desk(assistant, timeout=timeout, workers=workers, waiting=waiting), Memory(), lang)


def run(assistant: Assistant, token: str, *, timeout: float = 60.0, lang: str = "ja") -> None:
    """Run the bot until it is interrupted; see `build_client`.

    Raises:
        UsageError: the token or the time limit cannot be used.
        TenkyoError: Discord cannot be reached, or ended the connection for good.
    """
    if not token.strip():
        raise UsageError("there is no Discord token; set TENKYO_DISCORD_TOKEN (developer portal, Bot, Reset Token)")
    client = build_client(assistant, timeout=timeout, lang=lang)
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for name in (__package__, "discord"):
        logging.getLogger(name).setLevel(logging.INFO)
    try:
        client.run(token, log_handler=None)
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        raise connection_error(error) from error

"""The only place that sends to Discord.

Invariant: nothing sent pings anyone, not even the author of a message replied to, and no link unfolds into a preview.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import discord

NOBODY = discord.AllowedMentions.none()


class Reply:
    """Sends messages to where a message came from, the first as a reply to it."""

    def __init__(self, message: discord.Message) -> None:
        self._channel = message.channel
        # The message may be deleted before its answer is there; the answer then stands alone.
        self._reference: discord.MessageReference | None = message.to_reference(fail_if_not_exists=False)

    async def send(self, content: str) -> None:
        """Send one message of at most 2,000 characters."""
        reference, self._reference = self._reference, None
        if reference:
            await self._channel.send(content, reference=reference, allowed_mentions=NOBODY, suppress_embeds=True)
        else:
            await self._channel.send(content, allowed_mentions=NOBODY, suppress_embeds=True)


async def follow_up(interaction: discord.Interaction, content: str) -> None:
    """Send one message of at most 2,000 characters in answer to a deferred command."""
    await interaction.followup.send(content, allowed_mentions=NOBODY, suppress_embeds=True, wait=True)


@asynccontextmanager
async def typing(channel: discord.abc.Messageable) -> AsyncIterator[None]:
    """Show that the bot is typing while the block runs; a channel that refuses this delays nothing."""

    async def show() -> None:
        with suppress(discord.HTTPException, OSError):
            async with channel.typing():
                await asyncio.Event().wait()

    shown = asyncio.create_task(show())
    try:
        yield
    finally:
        shown.cancel()

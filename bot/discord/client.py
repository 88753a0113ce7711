"""The bot: Discord's events in, answers out.

Invariant: nothing is computed on the event loop but the layout of messages; everything is sent by `bot.discord.sending`
and every failure ends in `bot.discord.errors`.

The intents are the least that work. Message content is a privileged intent and is not asked for: Discord delivers the
text of direct messages and of messages that mention the bot without it.
"""

from __future__ import annotations

import logging
import time

import discord

from bot.answer import Filters
from bot.discord.addressing import question_in, with_question
from bot.discord.commands import Options, Tree
from bot.discord.desk import Desk
from bot.discord.errors import report
from bot.discord.memory import Memory
from bot.discord.sending import NOBODY, Reply, follow_up, typing
from bot.discord.texts import phrase
from bot.filters import parse_filters
from bot.language import language
from bot.messages import language as tagged_language
from bot.messages import text
from bot.question import LONGEST_QUESTION
from bot.render.discord import render
from bot.render.discord_markup import one_line
from corpus.errors import UsageError

_log = logging.getLogger(__name__)

_SPOKEN = (discord.MessageType.default, discord.MessageType.reply)


class Client(discord.Client):
    """Answers ``/ask``, mentions and direct messages; ``lang`` is its language where nothing tells another."""

    def __init__(self, desk: Desk, memory: Memory, lang: str = "ja") -> None:
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            member_cache_flags=discord.MemberCacheFlags.none(),
            allowed_mentions=NOBODY,
            max_messages=None,
        )
        self._desk = desk
        self._memory = memory
        self._lang = lang
        self.tree = Tree(self, self._on_ask)

    async def setup_hook(self) -> None:
        """Publish ``/ask``; without it (a missing permission, an outage) mentions and direct messages still work."""
        try:
            await self.tree.publish()
        except (discord.DiscordException, OSError) as error:
            _log.error("/ask could not be published; mentions and direct messages work: %s", error)

    async def on_ready(self) -> None:
        """Say in the log that the bot is there."""
        _log.info("logged in as %s, in %d servers", self.user, len(self.guilds))

    async def on_error(self, event_method: str, /, *_args: object, **_kwargs: object) -> None:
        """Log a failure that no one can be told of, such as a message that Discord did not take."""
        _log.exception("%s failed", event_method)

    async def close(self) -> None:
        """Leave Discord and drop the questions that wait."""
        self._desk.close()
        await super().close()

    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that a person wrote to the bot."""
        if message.author.bot or message.webhook_id or message.type not in _SPOKEN:
            return
        role = message.guild.self_role if message.guild else None
        mentioned = self.user in message.mentions
        if message.guild and not mentioned and role not in message.role_mentions:
            return
        question = question_in(message.content, [who.id for who in (self.user, role) if who])
        lang = language(question, tagged_language(self._lang))  # a server's own locale is rarely set
        reply = Reply(message)
        if question:
            async with typing(message.channel):
                messages = await self._answer(question, (message.channel.id, message.author.id), lang)
        elif message.content or mentioned or not message.guild:
            messages = (phrase("help", lang),)
        else:
            _log.warning("a message that mentions the bot's role has no text: the message content intent is off")
            messages = (phrase("unreadable", lang),)
        for part in messages:
            await reply.send(part)

    async def _on_ask(self, interaction: discord.Interaction, question: str, options: Options) -> None:
        """Answer ``/ask``: first that an answer will come (Discord waits three seconds), then the answer."""
        await interaction.response.defer(thinking=True)
        lang = language(question, tagged_language(interaction.locale.value))
        try:
            filters = parse_filters(options)
        except UsageError as error:  # it says what was mistyped and how it is written
            await follow_up(interaction, one_line(str(error)))
            return
        messages = await self._answer(question, (interaction.channel_id, interaction.user.id), lang, filters or None)
        for part in with_question(question, messages):
            await follow_up(interaction, part)

    async def _answer(
        self, question: str, conversation: tuple[int | None, int], lang: str, filters: Filters | None = None
    ) -> tuple[str, ...]:
        """Return the messages that answer a question, or the one that says why there is no answer."""
        asked_at = time.monotonic()
        if not question.strip():
            return (phrase("help", lang),)
        if len(question) > LONGEST_QUESTION:
            return (text("too_long", lang, limit=LONGEST_QUESTION),)
        try:
            turns = self._memory.recall(conversation, asked_at)
            messages = render(await self._desk.ask(question, turns, filters))
        except Exception as error:  # whatever an assistant raises, the person who asked is told
            return (report(error, lang),)
        self._memory.remember(conversation, question, asked_at)
        return messages

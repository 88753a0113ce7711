"""The slash command ``/ask``, its wording in four languages, and what is said when a command fails.

Invariant: what a command does is the caller's (`respond`); this file only ties it to Discord's command tree.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.answer import QuoteKind
from bot.discord.errors import report
from bot.discord.sending import follow_up
from bot.messages import LANGS, Key, language, text
from bot.question import LONGEST_QUESTION

_LONGEST_FILTER = 200  # characters

Options = Mapping[str, str | None]  # of `bot.filters.parse_filters`
Respond = Callable[[discord.Interaction, str, Options], Awaitable[None]]


class Tree(app_commands.CommandTree[discord.Client]):
    """Holds ``/ask`` and says so when it fails."""

    def __init__(self, client: discord.Client, respond: Respond) -> None:
        super().__init__(client)
        self.add_command(_ask(respond))

    async def publish(self) -> None:
        """Make the command known to Discord; other commands of the application are removed."""
        await self.set_translator(_Wording())
        await self.sync()

    async def on_error(self, interaction: discord.Interaction, error: app_commands.AppCommandError) -> None:
        """Log what went wrong and tell the person who used the command, where Discord still lets us."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        said = report(cause, interaction.locale.value)
        try:
            if not interaction.response.is_done():
                await interaction.response.defer(thinking=True)
            await follow_up(interaction, said)
        except (discord.HTTPException, OSError) as unsent:
            report(unsent, "en")


class _Wording(app_commands.Translator):
    """Gives Discord the command's description in each person's language."""

    async def translate(
        self,
        string: locale_str,
        locale: discord.Locale,
        _context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """Return the wording for ``locale``, or None to leave the English one."""
        key: Key | None = string.extras.get("key")
        known = locale.value.split("-")[0] in LANGS
        return text(key, language(locale.value)) if key and known else None


def _worded(key: Key) -> locale_str:
    return locale_str(text(key, "en"), key=key)


def _ask(respond: Respond) -> app_commands.Command[discord.app_commands.Group, ..., None]:
    @app_commands.command(name=locale_str("ask"), description=_worded("ask_description"))
    @app_commands.describe(
        question=_worded("ask_option"),
        document=_worded("filter_document"),
        author=_worded("filter_author"),
        kind=_worded("filter_kind"),
        since=_worded("filter_since"),
        until=_worded("filter_until"),
    )
    async def ask(  # noqa: PLR0913, PLR0917  one argument for each option that Discord shows
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, LONGEST_QUESTION],
        document: app_commands.Range[str, 1, _LONGEST_FILTER] | None = None,
        author: app_commands.Range[str, 1, _LONGEST_FILTER] | None = None,
        kind: QuoteKind | None = None,
        since: app_commands.Range[str, 1, _LONGEST_FILTER] | None = None,
        until: app_commands.Range[str, 1, _LONGEST_FILTER] | None = None,
    ) -> None:
        options = {"document": document, "author": author, "kind": kind, "since": since, "until": until}
        await respond(interaction, question, options)

    return ask

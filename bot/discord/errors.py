"""What people and the operator are told when something fails.

Invariant: a person in Discord reads one short sentence, never a traceback or a path; the log has the rest under the
same reference. This is the only place where an exception becomes words, and where discord.py's errors become ours.
"""

from __future__ import annotations

import logging
import secrets

import aiohttp
import discord

from bot.discord.desk import Busy, TooSlow
from bot.discord.texts import phrase
from bot.messages import text
from bot.render.discord_markup import one_line
from corpus.errors import FilterError, IndexBroken, ModelError, ShelfError, TenkyoError, UsageError

_log = logging.getLogger(__name__)


def explain(error: Exception, lang: str, reference: str) -> str:
    """Word an error for the person who asked; the first line that fits counts.

    ========================  =====================================================
    TooSlow, Busy             try again
    FilterError               what the filter asked for, and what there is instead
    ShelfError                the documents cannot be read, with the reference
    IndexBroken               the index cannot be used, with the reference
    ModelError                the model cannot be used, with the reference
    anything else             something went wrong, with the reference
    ========================  =====================================================
    """
    match error:
        case TooSlow():
            return text("timeout", lang)
        case Busy():
            return text("busy", lang)
        case FilterError():
            return one_line(text("filter_none", lang, filters=error.filters, nearest=error.nearest))
        case ShelfError():
            said = phrase("shelf", lang)
        case IndexBroken():
            said = phrase("index", lang)
        case ModelError():
            said = phrase("model", lang)
        case _:
            said = phrase("error", lang)
    return f"{said} {phrase('reference', lang, reference=reference)}"


def report(error: Exception, lang: str) -> str:
    """Log an error under a new reference and return what to tell the person who asked."""
    reference = secrets.token_hex(3)
    if isinstance(error, TenkyoError):
        _log.warning("%s: %s: %s", reference, type(error).__name__, error)
    else:
        _log.error("%s: a question could not be answered", reference, exc_info=error)
    return explain(error, lang, reference)


def connection_error(error: Exception) -> TenkyoError:
    """Turn what discord.py and aiohttp raise while connecting into an error that says what to do."""
    match error:
        case discord.LoginFailure():
            return UsageError(
                "Discord refused the token. Copy it again from Bot, Reset Token in the Discord developer portal "
                "and set TENKYO_DISCORD_TOKEN."
            )
        case discord.PrivilegedIntentsRequired():
            return UsageError(
                "Discord refused the connection: it asks for privileged intents to be switched on. tenkyo needs none "
                "(mentions, direct messages and /ask carry their text without them); check the Bot page of the "
                "Discord developer portal."
            )
        case discord.ConnectionClosed():
            return TenkyoError(f"Discord closed the connection (code {error.code}). Start the bot again.")
        case discord.HTTPException():
            return TenkyoError(f"Discord answered with an error ({error.status}): {error.text[:200]}. Try again later.")
        case discord.DiscordException() | aiohttp.ClientError() | OSError() | TimeoutError():
            return TenkyoError(f"Discord cannot be reached: {error or type(error).__name__}. Check the network.")
        case _:
            raise error

"""The Discord bot: a front end over an assistant, plain and thin."""

from bot.discord.desk import Assistant
from bot.discord.launch import build_client, run

__all__ = ["Assistant", "build_client", "run"]

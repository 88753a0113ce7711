"""The REPL: `tenkyo chat`."""

from bot.repl.chat import run
from bot.repl.worker import Assistant

__all__ = ["Assistant", "run"]

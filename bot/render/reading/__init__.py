"""A document as one self-contained web page in which every passage and note can be linked to."""

from bot.render.reading.page import page

__all__ = ["page"]

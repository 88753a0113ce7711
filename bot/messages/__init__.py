"""Every word of the interface in Japanese, English, Simplified Chinese and Korean.

Invariant: each key has all four wordings, with the same placeholders. Korean wordings put no particle straight after
a placeholder whose form would depend on the word's last sound; values are inserted as they are.
"""

from bot.messages.answers import WhatKey
from bot.messages.languages import LANGS, Lang, language
from bot.messages.wording import Key, quoted, text

__all__ = ["LANGS", "Key", "Lang", "WhatKey", "language", "quoted", "text"]

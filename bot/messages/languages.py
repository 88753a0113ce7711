"""The languages of the interface."""

from __future__ import annotations

from typing import Literal, get_args

Lang = Literal["ja", "en", "zh", "ko"]
LANGS: tuple[Lang, ...] = get_args(Lang)

Wordings = tuple[str, str, str, str]
"""One message in every language, in the order of `LANGS`."""


def language(tag: str) -> Lang:
    """Return the interface language for a language tag (``ja``, ``zh-CN``, ``en_US``); English for any other."""
    primary = tag.replace("_", "-").split("-")[0].lower()
    return next((lang for lang in LANGS if lang == primary), "en")

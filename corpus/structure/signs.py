"""Write signs that differ only in width or shape in one way, so that a pattern need know only one of each.

Invariant: folding keeps the length of a text, so that an offset in the folded text is one in the text as given.
"""

from __future__ import annotations

import re

_FOLD = str.maketrans(
    {chr(0xFF01 + offset): chr(0x21 + offset) for offset in range(94)}
    | dict.fromkeys("‐‑‒–—―−ｰ", "-")
    | dict.fromkeys("〜∼", "~")
    | {"\u3000": " ", "\u00a0": " "}
)
# What a name printed in Japanese is written with, and a run of it, which may join its parts (ベル・トラン).
IN_NAME = "[一-鿿々ヶァ-ヺーA-Za-z0-9０-９]"
NAME_RUN = rf"{IN_NAME}+(?:[・＝]{IN_NAME}+)*"
WEB_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+")


def fold_signs(text: str) -> str:
    """Return ``text`` with full-width signs, dashes, waves and spaces as ASCII, character for character."""
    return text.translate(_FOLD)

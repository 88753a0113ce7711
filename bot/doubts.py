"""What a question says of its sources: that they differ, which only tells how to answer and is in no document.

Invariant: only closed classes are listed here — words for documents and for those who tell, and words for differing —
and a question is never left without words of its own.
"""

from __future__ import annotations

import re

from bot.cues import CUES, OF_SOURCES, Lang
from bot.quantities import names_quantity

_PATTERNS = {lang: re.compile(pattern, re.IGNORECASE) for lang, pattern in OF_SOURCES.items()}
# What asks how they differ, or which of them: then it is no aside.
_ASKS = re.compile(
    r"どこ|[何誰]|なに|いつ|だれ|なぜ|どう(?!し)|ど[のれ]|どちら|どっち|どんな|いくら|いくつ|"
    r"\b(?:what|which|how|why|when|where|who)\b|什么|哪|谁|为何|多少|几|怎|무엇|뭐|어디|언제|누구|누가|왜|어떻게|어느|어떤|몇|얼마",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"^[\s、。，,.;:?？!！…]+|[\s、，,;:…]+(?=[。.?？!！]|$)|(?<=[。.?？!！])[\s。.?？!！]+$")
_KINDS = frozenset(("when", "count", "who", "where"))
_FEWEST = 6  # characters of a question


def matter(text: str, lang: Lang) -> tuple[str, bool]:
    """Return a question without what it says of its sources, and whether it says that they differ.

    Where nothing else would be left, where it is asked how they differ, or where only this says what kind of thing is
    asked for (開港の日付が違う), the question stays whole.
    """
    found = _PATTERNS[lang].search(text)
    if found is None:
        return text, False
    left = text
    while (found := _PATTERNS[lang].search(left)) and not _ASKS.search(found.group()):
        left = left[: found.start()] + left[found.end() :]
    left = _LOOSE.sub("", left)
    whole = len(left) < _FEWEST or (_names_kind(text, lang) and not _names_kind(left, lang))
    return (text, True) if whole else (left, True)


def _names_kind(text: str, lang: Lang) -> bool:
    """Say whether a text names a kind of thing to ask for: a date, a number, a person, a place."""
    cued = any(re.search(cue, text, re.IGNORECASE) for kind, cue in CUES[lang] if kind in _KINDS)
    return cued or names_quantity(text, lang)

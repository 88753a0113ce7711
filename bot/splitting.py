"""A message that asks several things, as the questions it is made of.

Invariant: the parts hold all of the message but white space; a sentence that only says that all is wanted is no
question of its own.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from bot.cues import CUES, Lang
from bot.language import is_closed, language
from bot.manner import ALL
from bot.parts import Part, parts
from corpus.structure.brackets import depths


def asked_in(text: str, lang: Lang) -> tuple[Part, ...]:
    """Return the questions of a message, sentence by sentence and clause by clause; one for a message that asks one."""
    sentences = split_questions(text)
    return tuple(
        replace(part, before=(*sentences[:at], *part.before))
        for at, sentence in enumerate(sentences)
        for part in parts(sentence, lang)
    )


def split_questions(text: str) -> tuple[str, ...]:
    """Return the questions of a message that asks several, each a sentence with a cue of its own; else the message.

    What a message says before its first question stays with it.
    """
    lang = language(text)
    inside = depths(text)
    ends = [match.end() for match in re.finditer(r"[?？]+\s*", text) if not inside[match.start()]]
    bounds = [0, *ends] + ([len(text)] if not ends or ends[-1] < len(text) else [])
    parts = [text[a:b].strip() for a, b in pairwise(bounds) if text[a:b].strip()]
    if len(parts) < 2 or not all(_cued(part, lang) or is_closed(part, lang) for part in parts):
        return (text,)
    return (text,) if any(_ASKS_HOW_MUCH.fullmatch(part) for part in parts[1:]) else tuple(parts)


# By how much, of what the question before asks for (一番伸びたのは？何ポイント): no question of its own.
_ASKS_HOW_MUCH = re.compile(
    r"(?:(?:で|それは|そして)?(?:いくら|どれ(?:くらい|ぐらい|だけ)|何(?:%|％|[ァ-ヶー]{2,6}|[人円件個点位回倍割票台トン]))(?:[一-鿿]?[ぁ-ん]{1,6})?|"
    r"(?:and )?(?:by )?how (?:much|many)|(?:多少|[几幾])[一-鿿%]{0,3}|몇 ?\S{1,4}|얼마\S{0,4})\s*[?？。]*",
    re.IGNORECASE,
)


def _cued(text: str, lang: Lang) -> bool:
    """Say whether a sentence asks something of its own; that all is wanted it says of what stands before it."""
    kinds = {kind for kind, pattern in CUES[lang] if pattern.search(text)}
    return bool(kinds - {"list"}) or ("list" in kinds and not ALL.search(text))

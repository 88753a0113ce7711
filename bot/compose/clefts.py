"""What a Japanese sentence says alone does something: XをしたのはYだけだ, XをしたのはY以外にない.

Invariant: such a sentence says outright of whom or what it holds, so that it is the point of a question that does not
say it itself.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.compose.asked import Asked, Point, stretch
from bot.compose.candidates import Candidate
from bot.question import Ask
from retrieval.tokens import terms

_ALONE = re.compile(
    r"のは、?(?![こそあ][れの])(?P<alone>[^。、「」]{1,40}(?:、[^。、「」]{1,30}){0,3}?)"
    r"(?:(?:だけ|のみ)(?!で(?:は|も|な)|じゃ)|に限[らっ]|(?:以外|のほか)に(?:は|も)?(?:他に)?[なあ][いかくりっ])"
)
_MAY_BE_ASKED = frozenset(("who", "where", "what", "list"))
_FIT = 0.9


def alone(asked: Asked, ask: Ask, candidate: Candidate) -> Point | None:
    """Return whom or what a sentence says alone does what a question asks about; None where it says no such thing.

    What it is said of carries more of the question than they do.
    """
    if ask.kind not in _MAY_BE_ASKED or candidate.passage.kind != "prose":
        return None
    found = _ALONE.search(candidate.text)
    if found is None or asked.says(found["alone"]):
        return None
    said, them = (asked.carried(frozenset(terms(words))) for words in (candidate.text[: found.start()], found["alone"]))
    if said <= them:
        return None
    return replace(stretch(candidate, found.start("alone"), found.end("alone"), _FIT), plain=True)

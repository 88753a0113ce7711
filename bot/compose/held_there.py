"""Places by what happens there, whatever they are called: 南岸壁で開かれた, 河川敷で行われる.

Invariant: the particle and the verb of a closed class right behind a phrase say that it is a place, and not the phrase.
"""

from __future__ import annotations

import re

from bot.compose.candidates import Candidate
from bot.compose.phrases import Phrase

_TAKES_PLACE = re.compile(
    r"で(?:は|も)?、?(?:同日|[\d０-９]+日)?(?:に|、)?(?:開催|開[かきいく]|行[わなう]|実施|挙行|催[さし]|撮影)"
)


def takes_place_there(candidate: Candidate, phrase: Phrase) -> bool:
    """Say whether a phrase of a Japanese sentence is where something takes place, whatever it is called."""
    return candidate.document.lang == "ja" and _TAKES_PLACE.match(candidate.text, phrase.end) is not None


def of_a_place(text: str, before: Phrase | None, phrase: Phrase) -> int:
    """Return where a place begins with the larger one that it is said to be of (白浜港の南岸壁)."""
    larger = before is not None and before.kind == "place" and text[before.end : phrase.start] == "の"
    return before.start if before is not None and larger else phrase.start

"""From where to where: sentences that tell of the way back of what a question asks about.

北朝鮮から中国への輸出 has every word of 中国から北朝鮮への輸出. Invariant: a sentence tells of the way back only where
it and the question say both ends, as `tables.routes` reads them, and say them the other way round.
"""

from __future__ import annotations

from functools import lru_cache

from bot.compose.asked import Asked
from bot.compose.candidates import Candidate
from bot.compose.tables.routes import Route, learnt_places, read_route


def goes_back(asked: Asked, candidate: Candidate) -> bool:
    """Say whether a sentence tells of the way back of what a question asks about, itself or by what it stands under."""
    wanted = _route(asked.question.query, asked.question.query)
    if not (wanted.source and wanted.target):
        return False
    for words in (candidate.text, candidate.passage.context, *reversed(candidate.passage.section)):
        told = _route(words, asked.question.query)
        if told.source and told.target:  # what stands nearest says it
            return (told.source, told.target) == (wanted.target, wanted.source)
    return False


@lru_cache(4096)
def _route(text: str, question: str) -> Route:
    """Return the direction that a text words, between countries or places that the question says so."""
    return read_route(text, learnt=learnt_places(question))

"""Between whom a meeting was: a sentence tells it by two countries in one word (ロ朝会談), a question by two people.

Invariant: a meeting is another's only where question and sentence both tell whose it is, by countries or by people
whose countries the documents at hand print beside them, and share no pair.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from bot.compose.asked import Asked
from bot.compose.candidates import Candidate
from bot.compose.deeds import mentions
from bot.compose.named_people import names_person
from corpus.document import Document
from corpus.structure.country_pairs import Pair, country_pairs, of_a_pair

_TWO = 2


def whose_meeting(asked: Asked, candidate: Candidate, documents: Iterable[Document]) -> int:
    """Return 1 for a meeting between those whom a question asks about, -1 for others' or for none, else 0."""
    if not mentions("meet", asked.question.query):
        return 0
    wanted = country_pairs(asked.question.query) or _pair_of_people(asked, tuple(documents))
    if not wanted:
        return 0
    if told := country_pairs(candidate.text):
        return 1 if wanted & told else -1
    passage = candidate.passage
    return 0 if mentions("meet", " ".join((*passage.section, passage.context, passage.text))) else -1


def _pair_of_people(asked: Asked, documents: tuple[Document, ...]) -> frozenset[Pair]:
    """Return the countries of the two people whom a question names, as a pair; none where it names more or fewer."""
    lands: dict[str, str] = {}
    for document in documents:
        for name, land in _lands(document):
            if name not in lands and names_person(asked, name):
                lands[name] = land
    pair = frozenset(lands.values())
    return frozenset((pair,)) if len(pair) == _TWO else frozenset()


@lru_cache(256)
def _lands(document: Document) -> tuple[tuple[str, str], ...]:
    """Return the people of whom a document prints the country beside the post, each with its code."""
    found = ((one.name, of_a_pair(one.of)) for one in document.told.people if one.of)
    return tuple(dict.fromkeys((name, land) for name, land in found if land))

"""Between whom a meeting was: a sentence tells it by two countries in one word (ロ朝会談), a question by two people.

Invariant: a meeting is another's only where question and sentence both tell whose it is, by countries or by people
whose countries the documents at hand print beside them, and share no pair. Of one person alone it is never another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.compose.asked import Asked
from bot.compose.candidates import Candidate
from bot.compose.deeds import mentions
from bot.compose.homelands import home, homelands
from bot.compose.named_people import names_person
from bot.compose.state_offices import HEADS_OF_STATE, offices_in
from corpus.document import Document
from corpus.structure.country_pairs import country_pairs

_TWO = 2


def whose_meeting(asked: Asked, candidate: Candidate, documents: Iterable[Document]) -> int:
    """Return 1 for a meeting between those whom a question asks about, -1 for others' or for none, else 0."""
    if not mentions("meet", asked.question.query):
        return 0
    at_hand = tuple(documents)
    told = country_pairs(candidate.text)
    lands = _lands_named(asked, at_hand)
    wanted = country_pairs(asked.question.query) or (frozenset((lands,)) if len(lands) == _TWO else frozenset())
    if not wanted and _TWO_NAMED.search(asked.question.query):  # of one of them no document tells the country
        return 0
    if not wanted:  # with one alone (プーチンとの会談): a meeting of his country's, with whomever
        return max(_between(asked, candidate, at_hand), 0) if any(lands & pair for pair in told) else 0
    if told:
        return _between(asked, candidate, at_hand) if wanted & told else -1
    passage = candidate.passage
    return 0 if mentions("meet", " ".join((*passage.section, passage.context, passage.text))) else -1


def _between(asked: Asked, candidate: Candidate, documents: Sequence[Document]) -> int:
    """Return 1 for a meeting told between the countries asked about, -1 for one of others from there, else 0."""
    if not mentions("meet", candidate.text):  # ロ朝間の往来 is no meeting
        return 0
    if _stands_below_another(asked, documents):  # 中朝首脳会談 is not the premier's
        return -1 if _OF_HEADS.search(candidate.text) else 0
    return 1


_TWO_NAMED = re.compile(
    r"[一-鿿ァ-ヶー](?:と|、)(?!の|会|面|握|話|対|首脳)[一-鿿ァ-ヶー]{2}|[一-鿿][和与與跟同](?!会|见|谈|举)[一-鿿]{2}|"
    r"[a-z] and [A-Z]|[가-힣](?:와|과|하고) (?!회담|만나|만난|회동)[가-힣]{2}"
)
# A meeting of heads of state, and offices by their rank: who is below a head is none of those who met.
_OF_HEADS = re.compile(r"首脳|首脑|정상회|\bsummit\b", re.IGNORECASE)
_BELOW = re.compile(
    r"首相|総理|外相|大臣|長官|次官|总理|外长|部长|총리|외상|장관|\b(?:premier|prime minister|minister)\b",
    re.IGNORECASE,
)


def _stands_below_another(asked: Asked, documents: Sequence[Document]) -> bool:
    """Say whether a question names somebody below another whom the documents name as head of that country."""
    people = [one for document in documents for one in _placed(document)]
    heads = {land: name for name, land, post in people if offices_in(post) & HEADS_OF_STATE}
    return any(
        _BELOW.search(post) and heads.get(land, name) != name and names_person(asked, name)
        for name, land, post in people
    )


def _lands_named(asked: Asked, documents: tuple[Document, ...]) -> frozenset[str]:
    """Return the countries, by their codes, of the people whom a question names."""
    lands: dict[str, str] = {}
    for document in documents:
        for name, land, _ in _placed(document):
            if name not in lands and names_person(asked, name):
                lands[name] = land
    return frozenset(lands.values())


@lru_cache(256)
def _placed(document: Document) -> tuple[tuple[str, str, str], ...]:
    """Return the people of whom a document tells the country, each with its code and the post."""
    lands = homelands((document,))
    posted = ((one, home(one.name, lands)) for one in document.told.people if one.post and not one.former)
    found = ((one.name, code, one.post) for one, codes in posted if len(codes) == 1 for code in codes)
    return tuple(dict.fromkeys(found))

"""Whether words of a sentence name somebody or some place else than words of the question that have the same part.

Invariant: what is another is so by its sort: a person for a person, a country for a country, a town for a town, an
office of state for an office; what no dictionary and no document tells the sort of is no other, but may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.compose.asked import Asked
from bot.compose.candidates import Candidate
from bot.compose.persons import called_by
from bot.compose.state_offices import offices_in
from bot.compose.terms import Term
from corpus.document import Document, Span
from corpus.morphology import units
from corpus.structure.capitals import countries_of_capitals
from corpus.structure.countries import named_countries
from corpus.structure.people import morphemes
from corpus.structure.places_ja import bare_country, countries
from retrieval.kinship import script

_SAME_NAME = 0.84  # kinship from which two words are one name, in two scripts or one in another
_CARRIES = 0.5  # the same between scripts, where a name has no other kin


@dataclass(frozen=True, slots=True)
class Part:
    """How what a question and a sentence name compare that have one part in what is told.

    ``shared``: a name of the question's is there. ``missing``: none is. ``other``: one is missing where another of its
    sort stands, or another office.
    """

    shared: bool
    missing: bool
    other: bool

    @property
    def not_said(self) -> bool:
        """Say whether whom the question names is not there."""
        return self.missing or self.other


def compared(asked: Asked, document: Document, wanted: str, told: str) -> Part:
    """Compare words of a question with words of a document's sentence; where either says nothing, nothing is known."""
    if not wanted or not told:
        return Part(shared=False, missing=False, other=False)
    known, meant = _with_what_is_known(document, told), _with_what_is_known(document, wanted)
    words = asked.sentences.words(known)
    terms = [term for term in asked.terms if term.surface in wanted or term.term in wanted]
    here = [(sort_of(term, document), _carries(term, words, known)) for term in terms]
    named = [carried for sort, carried in here if sort]
    by_office = _is_by_office(document, meant, told, known)
    shared = any(named) or by_office
    left_open = _POINTS.search(told) is not None
    other = False
    if not by_office and ("person", True) not in here:
        lacking = {sort for sort, carried in here if not carried}
        # a delegation that is not said to be somebody's is not that somebody
        nobody = "person" in lacking and not left_open and not _ANY_OF_A_SIDE.search(told)
        other = nobody or _is_another(asked, document, (wanted, meant), known, (terms, lacking))
    return Part(shared, bool(named) and not shared and not left_open, other)


def of_one_office(document: Document, wanted: str, told: str) -> bool:
    """Say whether words name an office, and others somebody who holds it."""
    return bool(offices_in(wanted) & offices_in(_with_what_is_known(document, told)))


def _is_by_office(document: Document, meant: str, told: str, known: str) -> bool:
    """Say whether words name by the office whom others name (タジールの首相 for サーレ首相, who is said to be that)."""
    own = [word for word, _ in _names(told, document)]
    return bool(offices_in(meant) & offices_in(known)) and (not own or any(word in meant for word in own))


def _is_another(
    asked: Asked, document: Document, asking: tuple[str, str], known: str, named: tuple[Sequence[Term], set[str]]
) -> bool:
    """Say whether a name of the question's sort stands where its own is lacking, or an office and not the one asked."""
    (wanted, meant), (terms, lacking) = asking, named
    offices, others = offices_in(wanted), offices_in(known)
    if offices and others and not offices & others:
        return True
    return any(
        sort in lacking and sort != "name" and word not in meant
        for word, sort in _names(known, document)
        if not any(_carries(term, asked.sentences.words(word), word) for term in terms)
    )


# Words that point back, whose meaning the text leaves open.
_POINTS = re.compile(
    r"^(?:同|この|その|彼|両[氏者首]|一行|本人|自身|お?互い|相互|とも|他|她|其|该|两国|双方)|"
    r"^(?:he|she|it|they|him|her|them|this|that|the)\b|^(?:그|이)\s",
    re.IGNORECASE,
)


_ANY_OF_A_SIDE = re.compile("(?:側|首脳|政府|当局|政権|指導部|sides?|leaders|双方|领导人|정상|정부)$")


def _carries(term: Term, words: frozenset[str], text: str) -> bool:
    """Say whether words carry a name of the question, or a longer name that it is part of (朝鮮 of 北朝鮮)."""
    if term.surface in text or term.term in text:
        return True
    return not words.isdisjoint(same_words(term))


def _with_what_is_known(document: Document, words: str) -> str:
    """Return words with the posts, and whose they are, that their document tells of the people they name."""
    more = [
        f"{one.of} {one.post}"
        for one in document.told.people
        if one.post and not one.former and any(part in words for part in called_by(one.name))
    ]
    return " ".join(dict.fromkeys((words, *more)))


def sort_of(term: Term, document: Document) -> str:
    """Return of what sort a word of a question is: what the dictionary says of it or of the shelf's word nearest to it.

    A word that no dictionary has is a name, of whatever sort its document does not tell.
    """
    near, kinship = term.nearest
    meant = near if kinship >= _CARRIES and script(near) != script(term.term) else ""
    for word in (term.surface, term.term, meant):
        if word and (sort := _sort_in(word, document)) and sort != "name":
            return sort
    return "name" if term.rare else ""


def _sort_in(word: str, document: Document) -> str:
    if any(word in called_by(one.name) for one in document.told.people):
        return "person"
    return "country" if word in _lands(document) else _sort_of(word)


@lru_cache(256)
def _lands(document: Document) -> frozenset[str]:
    """Return the countries that a Japanese document names."""
    if document.lang != "ja":
        return frozenset()
    text = document.text
    return frozenset(bare_country(text[one.start : one.end]) for one in countries(text, Span(0, len(text))))


def of_others_alone(asked: Asked, candidate: Candidate, who: str = "") -> bool:
    """Say whether a sentence names people, and neither it nor what stands around it one whom a question names.

    That is somebody whom its document tells of elsewhere, or whoever holds the office that the words ``who`` name, in
    the country that they name with it.
    """
    document = candidate.document
    here = [part for one in candidate.people for part in called_by(one.name) if part not in asked.said]
    if not here:
        return False
    offices, around = offices_in(who), _with_what_is_known(document, candidate.passage.text)
    if offices and not offices & offices_in(around):
        return True
    lands = named_countries(who) if offices else frozenset()
    if lands and not lands & (named_countries(around) | countries_of_capitals(around)):
        return True
    known = {part for one in document.told.people for part in called_by(one.name)}
    supported = zip(asked.terms, candidate.support, strict=True)
    return any(term.rare and value < _CARRIES and known & same_words(term) for term, value in supported)


def same_words(term: Term) -> set[str]:
    """Return a word of the question and the shelf's words that are one with it.

    Where one of these is surely it (Xi Jinping, 習近平), what only comes near in meaning (プーチン大統領) is another.
    """
    sure = {word for word, kin in term.kin.items() if kin >= _SAME_NAME}
    near = {word for word, kin in term.kin.items() if kin >= _least(term, word)}
    akin = {word for word in near if any(one in word for one in sure)} if sure else near
    return {term.surface, term.term} | akin


def _least(term: Term, word: str) -> float:
    """Return the kinship from which a word of the shelf is a word of the question."""
    return _SAME_NAME if script(word) == script(term.term) else _CARRIES


def names_anybody(words: str, document: Document) -> bool:
    """Say whether words have the name of somebody or of some place in them."""
    return bool(_names(words, document))


def _names(words: str, document: Document) -> list[tuple[str, str]]:
    """Return the names among words, each with its sort."""
    people = {one.name for one in document.told.people}
    named = sorted({part for name in people for part in called_by(name) if part in words}, key=len, reverse=True)
    found, bare = [], words
    for name in named:
        if name in bare:
            found.append((name, "person"))
            bare = bare.replace(name, " ")
    if document.lang == "ja":  # one sign is a day or a side as often as a land (日, 中)
        found += [(word, sort) for word, sort in _read(bare, _lands(document)) if sort and len(word) > 1]
    elif document.lang == "en":
        found += [(word, "name") for word in re.findall(r"[A-Z][\w’'-]+", bare) if not offices_in(word)]
    return found


@lru_cache(4096)
def _read(words: str, lands: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Return the words of a Japanese stretch with their sorts; a body's name (中国人民解放軍) by its parts."""
    found: list[tuple[str, str]] = []
    for word, kind, unknown in morphemes(words):
        body = kind.startswith("名詞,固有名詞") and not re.search("地名|人名", kind)
        parts = [each for unit in units(word) for each in morphemes(unit)] if body else [(word, kind, unknown)]
        found += [(w, "country" if w in lands else _of_kind(w, k, new)) for w, k, new in parts]
    return tuple(found)


@lru_cache(4096)
def _sort_of(word: str) -> str:
    read = morphemes(word) if re.search("[ァ-ヺ一-鿿]", word) else ()
    return _of_kind(*read[0]) if len(read) == 1 else ""


def _of_kind(word: str, kind: str, unknown: bool) -> str:
    if kind.endswith("地名,国"):
        return "country"
    if "人名" in kind:
        return "person"
    if "地名" in kind:
        return "place"
    return "name" if unknown and re.search(r"[^\W\d_]", word) else ""

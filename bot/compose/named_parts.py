"""Whether words of a sentence name somebody or some place else than words of the question that have the same part.

Invariant: what is another is so by its sort: a person for a person, a country for a country, a town for a town, an
office of state for an office; what no dictionary and no document tells the sort of is no other, but may be missing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.compose.asked import Asked
from bot.compose.candidates import Candidate
from bot.compose.persons import called_by
from bot.compose.terms import Term
from corpus.document import Document, Span
from corpus.morphology import units
from corpus.structure.people import morphemes
from corpus.structure.places_ja import bare_country, countries
from retrieval.kinship import script

_SAME_NAME = 0.84  # kinship from which two words are one name, in two scripts or one in another
_CARRIES = 0.5  # the same between scripts, where a name has no other kin


class Part:
    """What words of a question and of a sentence name that have one part in what is told.

    ``shared``: a name of the question's is there. ``missing``: none is. ``other``: one is missing where another of its
    sort stands, or another office. ``not_said``: one of the last two.
    """

    def __init__(self, asked: Asked, document: Document, wanted: str, told: str) -> None:
        known = _with_what_is_known(document, told) if told else ""
        meant = _with_what_is_known(document, wanted) if wanted else ""
        words = asked.sentences.words(known)
        terms = [term for term in asked.terms if term.surface in wanted or term.term in wanted]
        here = [(_sort(term, document), _carries(term, words, known)) for term in terms]
        others = [
            sort
            for word, sort in _names(known, document)
            if word not in meant and not any(_carries(term, asked.sentences.words(word), word) for term in terms)
        ]
        named = [carried for sort, carried in here if sort]
        # タジールの首相 is サーレ首相 where that one is said to be
        own = [word for word, _ in _names(told, document)]
        by_office = bool(_offices(meant) & _offices(known)) and (not own or any(word in meant for word in own))
        self.shared = any(named) or by_office
        self.missing = bool(named) and not self.shared and bool(told) and not _POINTS.search(told)
        offices, told_ones = _offices(wanted), _offices(known)
        person = by_office or any(sort == "person" and carried for sort, carried in here)
        missing = [sort for sort, carried in here if not carried and sort not in ("", "name")]
        another = any(sort in others for sort in missing) or bool(offices and told_ones and not offices & told_ones)
        # a delegation that is not said to be somebody's is not that somebody
        nobody = "person" in missing and bool(told) and not _POINTS.search(told) and not _ANY_OF_A_SIDE.search(told)
        self.other = (another or nobody) and not person
        self.not_said = self.other or self.missing


# Words that point back, whose meaning the text leaves open.
_POINTS = re.compile(
    r"^(?:同|この|その|彼|両[氏者首]|一行|本人|自身|お?互い|相互|とも)|^(?:he|she|it|they|him|her|them|this|that|the)\b|^(?:他|她|其|该|两国|双方)|^(?:그|이)\s",
    re.IGNORECASE,
)


_ANY_OF_A_SIDE = re.compile("(?:側|首脳|政府|当局|政権|指導部|sides?|leaders|双方|领导人|정상|정부)$")


def _carries(term: Term, words: frozenset[str], text: str) -> bool:
    """Say whether words carry a name of the question, or a longer name that it is part of (朝鮮 of 北朝鮮)."""
    if term.surface in text or term.term in text:
        return True
    akin = ((word, kin) for word, kin in term.kin.items() if word in words)
    return any(kin >= (_SAME_NAME if script(word) == script(term.term) else _CARRIES) for word, kin in akin)


# Offices of state by what they are called in four languages: one of them is no other.
_OFFICES = tuple(
    re.compile(names, re.IGNORECASE)
    for names in (
        "首相|総理|总理|총리|내각총리|premier|prime minister",
        "大統領|总统|대통령|president",
        "(?<!副)主席|国家主席|주석|chairman",
        "総書記|总书记|총서기|총비서|general secretary",
        "外相|外務大臣|外交部長|外长|外交部长|外务相|외무상|외상|외교부장|외무장관|foreign (?:minister|secretary)",
        "国防相|国防大臣|国防部長|国防部长|防衛相|防衛大臣|국방상|국방장관|국방부장|defen[cs]e (?:minister|secretary)",
        "国王|女王|国王|국왕|\bking\b|\bqueen\b",
        "大使|대사|ambassador",
    )
)


def _offices(words: str) -> frozenset[int]:
    return frozenset(n for n, names in enumerate(_OFFICES) if names.search(words))


def _with_what_is_known(document: Document, words: str) -> str:
    """Return words with the posts, and whose they are, that their document tells of the people they name."""
    more = [
        f"{one.of} {one.post}"
        for one in document.told.people
        if one.post and not one.former and any(part in words for part in called_by(one.name))
    ]
    return " ".join(dict.fromkeys((words, *more)))


def _sort(term: Term, document: Document) -> str:
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

    That is somebody whom its document tells of elsewhere.

    So it is, too, where those words ask ``who`` did it by an office that nobody in its passage holds.
    """
    document = candidate.document
    offices = _offices(who) if candidate.people else frozenset()
    if offices and not offices & _offices(_with_what_is_known(document, candidate.passage.text)):
        return True
    known = {part for one in document.told.people for part in called_by(one.name)}
    missing = (
        term
        for term, support in zip(asked.terms, candidate.support, strict=True)
        if term.rare and support < _CARRIES and known & {term.surface, term.term, *term.kin}
    )
    named = (part for one in candidate.people for part in called_by(one.name))
    return any(part not in asked.said for part in named) and any(missing)


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
        found += [(word, "name") for word in re.findall(r"[A-Z][\w’'-]+", bare) if not _offices(word)]
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

"""The names, words and things of a sentence that a question may ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.compose.affiliated import people
from bot.compose.asked import Asked, Point, nearness, stretch
from bot.compose.candidates import Candidate
from bot.compose.formerly import as_former
from bot.compose.held_there import of_a_place, takes_place_there
from bot.compose.phrases import Phrase, found_phrases
from bot.compose.succession import moved
from bot.compose.things import first_noun, things
from bot.compose.whom import by_surname, is_another, plainly, told
from bot.compose.whose import owners
from bot.question import Ask
from corpus.document import Span
from corpus.places import meet
from corpus.structure.countries import country_called, named_countries
from corpus.structure.places_ja import countries

# The part that what is asked for has in its sentence, as a Japanese particle: with whom, whereto, in which town.
_ASKED_CASE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?:어디|어느 \S{1,4}?)(?=로|까지)|[去到往赴](?:了|过)?哪"), "へ"),
    (re.compile(r"(?:어디|어느 \S{1,4}?)(?:에)?서|在哪"), "で"),
    (re.compile(r"누구(?:와|랑|하고)|[跟和与同]谁|\bwith whom\b|\bwho(?:m)?\b[^?]*\bwith\?", re.IGNORECASE), "と"),
)
_ASKED_PARTICLE = re.compile(r"(?:誰|だれ|どなた|どこ|どの\w{1,4}?|どちら)(まで|と|に|を|が|から|へ|で|は)")
# どこの車: a thing is asked for, and no place, unless its noun is one of places.
_OF_A_THING = re.compile(
    r"どこの(?![一-鿿ァ-ヶ]*?(?:[国市県省道郡町村区州駅港島川湖湾館園塔橋街]|会場|場所|地域|地方|都市|施設|大学|病院|工場|ホテル|ホール|広場))(?=[一-鿿ァ-ヶ])"
)
_NOUN = re.compile(r"[一-鿿々ァ-ヶー]+")
_LAND = re.compile(r"国|\bcountr(?:y|ies)\b|나라|국가", re.IGNORECASE)  # asked for by the land, not by the town in it
_WITHIN = ("で", "に", "へ", "を", "から", "まで")
_BARE_POST = 0.2  # what a post without a name fits less, beside a name


def names_asked(asked: Asked, ask: Ask, candidate: Candidate) -> list[Point]:
    """Find the names of persons or places that the question does not itself say."""
    if ask.kind == "where":
        of_a_thing = _OF_A_THING.match(asked.question.text, ask.start)
        named = _things_of(asked, asked.question.text[of_a_thing.end() :], candidate) if of_a_thing else []
        found = named or _moved(asked, candidate, _finer(asked, ask, candidate, _named(asked, ask, candidate)))
        if _WITHIN_A_PLACE.search(asked.question.text[: ask.start]):  # 北京のどこ is no country
            found = [one for one in found if one not in _countries(found, candidate, many=False)]
        found = [one for one in found if not _ends_in_what_is_said(asked, one)]
        of_a_country = _OF_A_COUNTRY.search(asked.question.text, ask.start, ask.end)
        return _countries(found, candidate, bool(of_a_country["many"])) if of_a_country else found
    if owned := owners(asked, ask, candidate):
        return owned
    found = _without_bare_posts(candidate, _named(asked, ask, candidate))
    found = [*found, *told(asked, candidate, found)]
    named = [stretch(candidate, one.start, one.end, 0.0) for one in _people(candidate)]
    return [as_former(asked, point) for point in plainly(asked, candidate, named, found)]


def _ends_in_what_is_said(asked: Asked, place: Point) -> bool:
    """Say whether a place is only the one that the question names, within a larger one (中国・北京 for 北京)."""
    larger, _, last = place.text.rpartition("・")
    return bool(larger) and asked.says(last)


_WITHIN_A_PLACE = re.compile(r"[一-鿿ァ-ヺー]の\Z|在[一-鿿]{2,6}的?\Z|[가-힣]{2,} \Z(?<=의 )")
_OF_A_COUNTRY = re.compile(r"(?P<many>countries|国々|哪些国|나라들|국가들)|国|countr|나라|국가", re.IGNORECASE)
_LONGEST_LIST = 120  # characters


def _countries(found: Sequence[Point], candidate: Candidate, many: bool) -> list[Point]:
    """Return the points that name a country, where the language of the text lets them be told from towns.

    Where many are asked for they are one point, from the first to the last.
    """
    if candidate.document.lang != "ja":
        return list(found)
    named = [one for one in found if countries(candidate.document.text, one.span)]
    if not many or len(named) < _TWO:
        return named
    start, end = min(one.span.start for one in named), max(one.span.end for one in named)
    if end - start > _LONGEST_LIST:
        return named
    return [stretch(candidate, start - candidate.start, end - candidate.start, max(one.fit for one in named))]


_TWO = 2


def _things_of(asked: Asked, after: str, candidate: Candidate) -> list[Point]:
    """Return the things that the whole noun names which a text begins with (研究員, and no 研究会)."""
    noun = _NOUN.match(after)
    found = things(asked, first_noun(after), candidate)
    return [point for point in found if noun and noun.group() in point.text]


def _people(candidate: Candidate) -> list[Phrase]:
    """Return what a sentence names that may be a person, whether or not the question names it too."""
    japanese = candidate.document.lang == "ja"
    return [
        p
        for p in found_phrases(candidate.text)
        if (p.names and p.kind == "person") or (not japanese and p.kind == "other")
    ]


def _named(asked: Asked, ask: Ask, candidate: Candidate) -> list[Point]:
    case = _case(asked.question.text)
    want = "person" if ask.kind == "who" else "place"
    found: list[Point] = []
    before: Phrase | None = None
    for phrase in found_phrases(candidate.text):
        held_there = want == "place" and phrase.kind == "other" and takes_place_there(candidate, phrase)
        open_kind = held_there or (phrase.kind == "other" and candidate.document.lang != "ja")
        if (phrase.kind != want and not open_kind) or _says_only(asked, phrase):
            before = phrase
            continue
        given = _is_given_name(candidate.text, phrase, before, asked.said)
        start = of_a_place(candidate.text, before, phrase) if held_there else phrase.start
        before = phrase
        no_one = given or is_another(asked, candidate, candidate.place(phrase)) or is_no_one(candidate, phrase)
        if ask.kind == "who" and no_one:
            continue
        near = nearness(asked, candidate, phrase.start)
        agrees = _agrees(case, phrase.particle, ask)
        fit = 0.15 + 0.35 * near + 0.3 * agrees + (0.2 if phrase.proper else 0.0)
        found.append(stretch(candidate, start, phrase.end, fit))
    return found


# The land or body that a run of capitals names, and a run that is part of a date.
_NO_ONE = re.compile(
    r"(?:The )?(?:Kingdom|Republic|Commonwealth|Federation|Union|States?|Province|City|County|Government|Ministry|"
    r"Department|Office|Embassy|Parliament) of\b|.*\b(?:Affairs|Ministry|Government|Republic|Kingdom|Embassy)$"
)
_IN_A_DATE = re.compile(r"\d (?:of )?$")
_OF_ANOTHER = re.compile(r"\b(?:of|for|in|at|on|from|near|to)(?: the)? $")


def is_no_one(candidate: Candidate, phrase: Phrase) -> bool:
    """Say whether capitals name a land, a body, a post or a date, and nobody, in a sentence that names people."""
    if phrase.kind != "other" or candidate.document.lang != "en":
        return False
    named = people(candidate)
    if any(meet(one, phrase) for one in named):
        return False
    if candidate.passage.kind == "heading":
        return True  # where every word has a capital
    before = candidate.text[: phrase.start]
    if _IN_A_DATE.search(before) or _NO_ONE.match(phrase.text):
        return True
    words = [one.beside for one in named if one.beside]
    beside = [(at, at + len(own)) for own in words if (at := candidate.text.find(own)) >= 0]
    return bool(named) and (bool(_OF_ANOTHER.search(before)) or any(a <= phrase.start < b for a, b in beside))


def _is_given_name(text: str, phrase: Phrase, before: Phrase | None, said: str) -> bool:
    """Say whether a phrase is the given name of whom the question names by the surname before it (野田 恵)."""
    spaced = before is not None and text[before.end : phrase.start] in (" ", "　")
    return before is not None and spaced and before.kind == phrase.kind == "person" and before.text in said


def _without_bare_posts(candidate: Candidate, found: Sequence[Point]) -> list[Point]:
    """Return the people found, a post without a name fitting less where names stand beside it."""
    proper = {candidate.place(phrase) for phrase in found_phrases(candidate.text) if phrase.proper}
    if not any(point.span in proper for point in found):
        return list(found)
    return [p if p.span in proper else replace(p, fit=max(p.fit - _BARE_POST, 0.0)) for p in found]


def _finer(asked: Asked, ask: Ask, candidate: Candidate, found: Sequence[Point]) -> list[Point]:
    """Return the places found, of a place within another both as one (青森の県民会館).

    Where the land is asked for it is the place around the other.
    """
    land = _LAND.search(asked.question.text[ask.start : ask.end])
    phrases_by_start = {phrase.start: phrase for phrase in found_phrases(candidate.text)}
    kept = {point.span.start: point for point in found}
    for outer in sorted(found, key=lambda point: -point.span.start):
        end = outer.span.end - candidate.start
        inner = phrases_by_start.get(end + 1) if candidate.text[end : end + 1] == "の" else None
        if inner is None or inner.kind != "place" or inner.particle not in _WITHIN:
            continue
        fit = max(outer.fit, kept.pop(candidate.start + inner.start, outer).fit)
        last = end if land else inner.end
        kept[outer.span.start] = stretch(candidate, outer.span.start - candidate.start, last, fit)
    return list(kept.values())


def _moved(asked: Asked, candidate: Candidate, found: Sequence[Point]) -> list[Point]:
    ordered = sorted(found, key=lambda point: point.span.start)
    one = moved(candidate.text, candidate.start, ordered, asked.question.text)
    return [replace(p, plain=True) if p is one else p for p in found]


def _case(question: str) -> str:
    """Return the particle that what is asked for would have in a Japanese sentence, or nothing."""
    asked = _ASKED_PARTICLE.search(question)
    if asked:
        return "へ" if asked[1] == "まで" else asked[1]
    return next((particle for words, particle in _ASKED_CASE if words.search(question)), "")


def repeats(asked: Asked, candidate: Candidate, place: Span) -> bool:
    """Say whether words of a sentence name only people whom the question names itself, in whatever script."""
    if by_surname(asked.question.text, candidate, place):
        return True
    here = candidate.within(place)
    inside = [one for one in found_phrases(candidate.text) if meet(one, here)]
    people = [one for one in inside if one.kind == "person" and one.names]
    return bool(people) and len(people) == len(inside) and all(_says_only(asked, one) for one in people)


def _says_only(asked: Asked, phrase: Phrase) -> bool:
    """Say whether a phrase only repeats the question: all its words stand there, or those that name the person.

    A place may have another's name in its own (平壌, 東平壌大劇場).
    """
    if phrase.names and phrase.kind == "person":
        return all(name in asked.said for name in phrase.names)
    return asked.says(phrase.text) or country_called(phrase.text) in named_countries(asked.question.query)


def _agrees(asked: str, particle: str, ask: Ask) -> float:
    """Return how well the particle after a phrase agrees with the one after the interrogative."""
    subject = ("が", "は", "も")
    if asked in subject or (not asked and ask.kind == "who"):
        return 1.0 if particle in subject else 0.4 if particle in ("から", "より", "に", "") else 0.0
    if not asked:
        return 1.0 if particle in ("で", "に", "へ", "を") else 0.3
    if asked == "へ":  # whereto: what goes on at a place is elsewhere
        return 1.0 if particle in ("に", "へ", "まで") else 0.5 if particle == "を" else 0.2
    direction = ("に", "を", "で")
    if asked in direction and particle in (*direction, "へ"):
        return 1.0 if asked == particle else 0.7
    return 1.0 if asked == particle else 0.2


_SPOKEN = re.compile(r"「[^「」]*(?:「[^「」]*」[^「」]*)*」|“[^”]+”|\"[^\"]+\"|『[^』]+』|《[^》]+》")


def words_spoken(asked: Asked, _ask: Ask, candidate: Candidate) -> list[Point]:
    """Find the words that a sentence quotes; titles and single words in quotation marks are not speech."""
    found = []
    for match in _SPOKEN.finditer(candidate.text):
        if candidate.passage.kind == "prose" and len(match.group()) >= 12:
            near = nearness(asked, candidate, match.start())
            found.append(stretch(candidate, match.start(), match.end(), 0.4 + 0.6 * near))
    return found

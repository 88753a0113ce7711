"""The names, words and things of a sentence that a question may ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.compose.asked import Asked, Point, nearness, stretch, tokens_of
from bot.compose.candidates import Candidate
from bot.compose.holders import holds_another
from bot.compose.phrases import Phrase, phrases
from bot.question import Ask, Question
from corpus.document import Span
from retrieval.tokens import tokenize

_found_phrases = lru_cache(4096)(phrases)
_TOLD_FIT = 0.35
_LONGEST_NAME = 40  # characters, post included
_ASKED_CASE = re.compile(r"(?:誰|だれ|どなた|どこ|どの\w{1,4}?|どちら)(と|に|を|が|から|へ|で|は)")


def names_asked(asked: Asked, ask: Ask, candidate: Candidate) -> list[Point]:
    """Find the names of persons or places that the question does not itself say."""
    case = _ASKED_CASE.search(asked.question.text)
    want = "person" if ask.kind == "who" else "place"
    known, said = asked.known(), asked.said()
    found = []
    for phrase in _found_phrases(candidate.text):
        open_kind = phrase.kind == "other" and candidate.document.lang != "ja"
        if (phrase.kind != want and not open_kind) or _says_only(phrase, known, said):
            continue
        if ask.kind == "who" and holds_another(asked.question.text, candidate, _place(candidate, phrase)):
            continue
        near = nearness(asked, candidate, phrase.start)
        agrees = _agrees(case.group(1) if case else "", phrase.particle, ask)
        fit = 0.15 + 0.35 * near + 0.3 * agrees + (0.2 if phrase.proper else 0.0)
        found.append(stretch(candidate, phrase.start, phrase.end, fit))
    return [*found, *_told(asked, candidate, found)] if ask.kind == "who" else found


def _told(asked: Asked, candidate: Candidate, found: Sequence[Point]) -> Iterator[Point]:
    """Yield the people of a sentence that no phrase of it names: those with a post, and those it points back to.

    The latter are shown with whom the words mean (彼女〔高木所長〕).
    """
    said, told = asked.said(), candidate.document.told
    places = [Span(min(one.start, one.post_start), max(one.end, one.post_end)) for one in told.people if one.post]
    for reference in told.references_in(candidate.start, candidate.end):
        meant = [candidate.document.text[span.start : span.end] for span in reference.to]
        long = any(len(words) > _LONGEST_NAME for words in meant)
        if reference.kind in ("person", "people") and not long and not any(words in said for words in meant):
            places.append(Span(reference.start, reference.end))
    for place in places:
        inside = candidate.start <= place.start < place.end <= candidate.end
        if not inside or any(point.span.start < place.end and place.start < point.span.end for point in found):
            continue
        words = candidate.document.text[place.start : place.end]
        if words not in said and not holds_another(asked.question.text, candidate, place):
            yield _person(asked, candidate, place)


def _person(asked: Asked, candidate: Candidate, place: Span) -> Point:
    start, end = place.start - candidate.start, place.end - candidate.start
    return stretch(candidate, start, end, _TOLD_FIT + 0.35 * nearness(asked, candidate, start))


def _place(candidate: Candidate, phrase: Phrase) -> Span:
    return Span(candidate.start + phrase.start, candidate.start + phrase.end)


def repeats(asked: Asked, candidate: Candidate, place: Span) -> bool:
    """Say whether words of a sentence name only people whom the question names itself, in whatever script."""
    start, end = place.start - candidate.start, place.end - candidate.start
    said = asked.said()
    inside = [one for one in _found_phrases(candidate.text) if one.start < end and start < one.end]
    people = [one for one in inside if one.kind == "person" and one.names]
    return bool(people) and len(people) == len(inside) and all(_says_only(one, frozenset(), said) for one in people)


def _says_only(phrase: Phrase, known: frozenset[str], said: str) -> bool:
    """Say whether a phrase only repeats the question: all its words stand there, or those that name the person.

    A place may have another's name in its own (平壌, 東平壌大劇場).
    """
    if phrase.names and phrase.kind == "person":
        return all(name in said for name in phrase.names)
    return all(term in known for _, term in tokens_of(phrase.text))


def _agrees(asked: str, particle: str, ask: Ask) -> float:
    """Return how well the particle after a phrase agrees with the one after the interrogative."""
    subject = ("が", "は", "も")
    if asked in subject or (not asked and ask.kind == "who"):
        return 1.0 if particle in subject else 0.4 if particle in ("から", "より", "に", "") else 0.0
    if not asked:
        return 1.0 if particle in ("で", "に", "へ", "を") else 0.3
    direction = ("に", "へ", "を", "で")
    if asked in direction and particle in direction:
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


def focus(question: Question, ask: Ask) -> str:
    """Return the noun that an interrogative asks to have named (どんな**車**, which **university**), or nothing."""
    after = question.text[ask.end :]
    match = re.match(r"\s*(\w+)", after)
    if ask.end == ask.start or match is None:
        return ""
    first = next(iter(tokenize(after)), None)
    return first.term if first is not None and first.start <= len(match.group()) - len(match.group(1)) else ""


def things_named(asked: Asked, ask: Ask, candidate: Candidate) -> list[Point]:
    """Find the noun phrase that names what どんな車 or "which university" asks for, with the name beside it."""
    wanted = focus(asked.question, ask)
    term = next((term for term in asked.terms if term.term == wanted), None)
    if term is None:
        return []
    known = asked.known()
    found = []
    text = candidate.text
    for phrase in _found_phrases(text):
        carried = term.carried_by(frozenset(word for _, word in tokens_of(phrase.text)))
        if carried < 0.5:
            continue
        start, end = phrase.start, phrase.end
        while (before := re.search(r"[^\s、。，「」（）()のをがはにでと]+の$", text[:start])) is not None:
            start = before.start()
        beside = re.match(r"[「『“][^」』”]+[」』”]", text[end:])
        end += beside.end() if beside else 0
        if all(word in known for _, word in tokens_of(text[start:end])):
            continue
        fit = 0.3 + 0.3 * carried + 0.3 * nearness(asked, candidate, start) + (0.1 if beside else 0.0)
        found.append(stretch(candidate, start, end, fit))
    return found

"""Whose a thing is that a question asks for by its noun (誰の名義, whose idea): the words right before the noun.

Invariant: the words belong to the noun: they stand in one run of nouns with it, or are joined to it by what joins an
owner to what is owned (の, 's, of, 的, 의); they name somebody or some body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.compose.asked import Asked, Point, nearness, stretch
from bot.compose.candidates import Candidate
from bot.compose.nouns import noun_places
from bot.compose.phrases import Phrase, found_phrases
from bot.question import Ask
from corpus.document import Span
from retrieval.tokens import tokenize

_OWNS = re.compile(r"(?:誰|だれ|どなた)の(?![はがかをも])|whose\b|[谁誰]的|누구의 ?", re.IGNORECASE)
_RUN_OF_NOUNS = re.compile(r"[一-鿿々ァ-ヴー]+")
_FIT, _NEAR = 0.7, 0.25
# What ends the name of a body or of somebody, where no name of a person or a land is in it.
_SOMEBODY = re.compile(
    r"(?:[会社局省党庁団院校部課係班隊軍国県市町村区館園所家長員者人氏]|さん|政府|大学|組合|法人|銀行|連盟|協議体|王室|首相|大臣|総理|大統領)$"
)
_NOBODY = re.compile(r"[\d０-９]|^(?:本人|個人|自分|自身|各自|別人|他人|同)")


def owners(asked: Asked, ask: Ask, candidate: Candidate) -> list[Point]:
    """Find whose the thing is that 誰のN asks the owner of; the only owner plainly."""
    noun = _owned(asked.question.text, ask)
    if noun is None or candidate.passage.kind != "prose":
        return []
    read = _READ.get(candidate.document.lang, _japanese)
    found: dict[str, Point] = {}
    for place in noun_places(asked, noun, candidate.text):
        for first, last in read(candidate.text, place):
            words = candidate.text[first:last]
            if not _NOBODY.search(words) and not _is_said(asked, words):
                fit = _FIT + _NEAR * nearness(asked, candidate, first)
                found.setdefault(words, stretch(candidate, first, last, fit))
    return [replace(point, plain=len(found) == 1) for point in found.values()]


def _owned(question: str, ask: Ask) -> Span | None:
    """Return where the noun stands whose owner is asked for, right behind the words that ask."""
    owns = _OWNS.match(question, ask.start)
    if owns is None:
        return None
    after = question[owns.end() :]
    first = next(iter(tokenize(after)), None)
    if first is None or after[: first.start].strip():
        return None
    run = _RUN_OF_NOUNS.match(after, first.start) if re.search("[ぁ-ん]", question) else None
    return Span(owns.end() + first.start, owns.end() + (run.end() if run else first.end))


def _is_said(asked: Asked, words: str) -> bool:
    """Say whether the question says the words itself."""
    return words in asked.said or asked.says(words)


def _japanese(text: str, noun: Span) -> Iterator[tuple[int, int]]:
    """Yield the owner in the run of nouns that ends with a noun, or joined to it by の."""
    phrases = found_phrases(text)
    phrase = next((p for p in phrases if p.start <= noun.start and noun.end == p.end), None)
    if phrase is None:
        return
    if phrase.start < noun.start:
        owner = text[phrase.start : noun.start]
        if any(name in owner for name in phrase.names) or _SOMEBODY.search(owner):
            yield phrase.start, noun.start
        return
    owners_ = _joined(text, phrases, phrase)
    if owners_ and (any(p.names or p.kind == "person" for p in owners_) or _SOMEBODY.search(owners_[-1].text)):
        yield owners_[0].start, owners_[-1].end


def _joined(text: str, phrases: tuple[Phrase, ...], phrase: Phrase) -> list[Phrase]:
    """Return the runs of nouns before one that の joins to it, as far back as none has a name in it (理事長の)."""
    by_end = {one.end: one for one in phrases}
    found: list[Phrase] = []
    at = phrase
    while text[at.start - 1 : at.start] == "の" and (one := by_end.get(at.start - 1)) is not None:
        found.insert(0, one)
        if one.names:
            break
        at = one
    return found


_CAPITALS = r"[A-Z][\w’-]*(?: (?:of (?:the )?)?[A-Z][\w’-]*)*"
_OWNER = re.compile(rf"(?P<owner>{_CAPITALS}|[Tt]he (?:[\w-]+ ){{0,3}}?[\w-]+)['’]s? (?:[a-z-]+ ){{0,2}}\Z")
_OF = re.compile(rf" (?:of|by) (?P<owner>(?:the )?{_CAPITALS}|the [a-z-]+(?: [a-z-]+)?)")
_BEFORE_ZH = re.compile(r"(?:^|[，、。；由以在用对向是和])(?P<owner>[^，、。；由以在用对向是和的“”]{2,16})的?\Z")
_BEFORE_KO = re.compile(r"(?P<owner>(?:[가-힣]+(?<![은는이가을를에서의로]) ){0,2}[가-힣]+?)의? \Z")


def _english(text: str, noun: Span) -> Iterator[tuple[int, int]]:
    """Yield the owner with 's before a noun, or behind "of" and "by"."""
    if owner := _OWNER.search(text[: noun.start]) or _OF.match(text, noun.end):
        yield owner.span("owner")


def _chinese(text: str, noun: Span) -> Iterator[tuple[int, int]]:
    """Yield what stands before a noun, with 的 or without, up to a sign or a preposition."""
    if owner := _BEFORE_ZH.search(text[: noun.start]):
        yield owner.span("owner")


def _korean(text: str, noun: Span) -> Iterator[tuple[int, int]]:
    """Yield the words before a noun, with 의 or without, as far back as none has a particle."""
    if owner := _BEFORE_KO.search(text[: noun.start]):
        yield owner.span("owner")


_READ = {"ja": _japanese, "en": _english, "zh": _chinese, "ko": _korean}

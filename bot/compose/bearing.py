"""What bears a name: the words of a sentence that name a thing of the kind whose name a question asks for.

Invariant: a name stands directly beside the noun of the kind, in the same run of nouns or joined to it by words that
call (という, 叫, called); it is more than the kind's own words and than what the question says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.called import asked_by_name
from bot.compose.asked import Asked, Point, nearness, stretch, tokens_of
from bot.compose.candidates import Candidate
from bot.compose.nouns import noun_places
from bot.compose.phrases import Phrase, found_phrases
from corpus.document import Span

_NAMED, _DESCRIBED = 0.75, 0.35  # fit of a name, and of what has more words than the kind
_NEAR = 0.2
_MORE = 2  # words that a kind has before it where they are a name and no finer kind (修理船)
_PROPER = re.compile(r"[ァ-ヴー]{2,}|[A-Za-zＡ-Ｚ]{2,}")
_QUOTED = r"[「『“‘《\"'][^「」『』“”‘’《》\"']{1,30}[」』”’》\"']"


def named_things(asked: Asked, candidate: Candidate) -> list[Point]:
    """Find what a sentence calls the thing whose name is asked for; the only one called by a name plainly."""
    text, question = candidate.text, asked.question
    kinds = asked_by_name(question.text, question.lang)
    if not kinds or candidate.passage.kind != "prose":
        return []
    read = _READ.get(candidate.document.lang, _japanese)
    found: dict[tuple[int, int], tuple[Point, bool]] = {}
    for noun in (place for kind in kinds for place in noun_places(asked, Span(*kind), text)):
        for start, end, proper in read(text, noun):
            if _adds(asked, text[start:end], text[noun.start : noun.end]):
                fit = (_NAMED if proper else _DESCRIBED) + _NEAR * nearness(asked, candidate, start)
                found.setdefault((start, end), (stretch(candidate, start, end, fit), proper))
    proper_ones = {point.text for point, proper in found.values() if proper}
    return [replace(point, plain=proper and len(proper_ones) == 1) for point, proper in found.values()]


def _adds(asked: Asked, words: str, noun: str) -> bool:
    """Say whether words name more than the kind and what the question says of it."""
    return words not in asked.question.text and not asked.says(words.replace(noun, " "))


_IN_QUOTES = re.compile(_QUOTED)
_BRACKET = re.compile(r"（([^（）]{2,20})）")
_CALLED_JA = re.compile(
    rf"({_QUOTED}|[^\s、。「」『』はがをにで]{{2,20}})(?:という|と呼ばれる|と名付けられた|と名づけられた|号という)\Z"
)


def _japanese(text: str, noun: Span) -> Iterator[tuple[int, int, bool]]:
    """Yield the run of nouns that ends with a kind or goes on behind it, with the name in quotation marks beside."""
    for phrase in found_phrases(text):
        if not phrase.start <= noun.start < noun.end <= phrase.end:
            continue
        ends = phrase.end == noun.end
        quoted = _IN_QUOTES.match(text, phrase.end) if ends else None
        bracket = _BRACKET.match(text, phrase.end) if ends else None
        if quoted:
            yield phrase.start, quoted.end(), True
        elif bracket:
            yield *bracket.span(1), bool(_PROPER.search(bracket[1]))
        elif not ends and _names(phrase, text[noun.end : phrase.end]):
            yield phrase.start, phrase.end, True
        elif ends and (before := text[phrase.start : noun.start]):
            alone = _IN_QUOTES.fullmatch(text, max(phrase.start - 1, 0), phrase.end + 1) is not None
            proper = alone or _names(phrase, before) or len(tokens_of(before)) > _MORE
            yield phrase.start - alone, phrase.end + alone, proper
        if called := _CALLED_JA.search(text, 0, phrase.start):
            yield *called.span(1), True


def _names(phrase: Phrase, words: str) -> bool:
    """Say whether words of a run of nouns are a name, or written as names are."""
    return any(name in words for name in phrase.names) or _PROPER.match(words) is not None


_RUN = r"[A-Z][\w’'-]*(?: (?:of (?:the )?)?[A-Z][\w’'-]*)*"
_BEHIND_EN = re.compile(
    rf"(?: (?:is |was )?(?:called|named|known as|dubbed) (?:the )?|, (?:the )?| of | )(?P<name>{_QUOTED}|{_RUN})"
)
_WHOLE_EN = re.compile(rf"(?P<name>{_RUN})\Z")
_BEFORE_EN = re.compile(rf"(?P<name>{_QUOTED}|{_RUN}),? (?:is |was )?(?:an?|the) (?:[a-z-]+ ){{0,3}}\Z")


def _english(text: str, noun: Span) -> Iterator[tuple[int, int, bool]]:
    """Yield the capitals before or behind a kind, alone or joined to it by a comma or by words that call."""
    if behind := _BEHIND_EN.match(text, noun.end):
        yield *behind.span("name"), True
    whole = _WHOLE_EN.search(text, 0, noun.end)
    if whole and 0 < whole.start() < noun.start:
        yield *whole.span("name"), True
    if before := _BEFORE_EN.search(text, 0, noun.start):
        yield *before.span("name"), True


_BEHIND_ZH = re.compile(rf"(?:名为|叫做|叫作|叫|称为)?(?P<name>{_QUOTED})")
_BEFORE_ZH = re.compile(rf"(?P<name>{_QUOTED})号?(?:[一-鿿]{{0,4}}?|的)\Z")
_CALLED_ZH = re.compile(r"(?:名为|名叫|叫做|叫作)(?P<name>[^，。、的]{2,12})的\Z")


def _chinese(text: str, noun: Span) -> Iterator[tuple[int, int, bool]]:
    """Yield the name in quotation marks beside a kind, or behind words that call."""
    if behind := _BEHIND_ZH.match(text, noun.end):
        yield *behind.span("name"), True
    if before := _BEFORE_ZH.search(text, 0, noun.start) or _CALLED_ZH.search(text, 0, noun.start):
        yield *before.span("name"), True


_BEHIND_KO = re.compile(rf" ?(?P<name>{_QUOTED})")
_CALLED_KO = re.compile(rf"(?P<name>{_QUOTED}|[가-힣]+?)(?:호)?(?:이?라는|이?라고 (?:불리는|하는|부르는)|로 불리는) \Z")
_BEFORE_KO = re.compile(rf"(?P<name>{_QUOTED})호? ?\Z")
_WORD_KO = re.compile(r"[가-힣]{2,}\Z")


def _korean(text: str, noun: Span) -> Iterator[tuple[int, int, bool]]:
    """Yield the name in quotation marks beside a kind, one that it is called by, or the word that ends with it."""
    if behind := _BEHIND_KO.match(text, noun.end):
        yield *behind.span("name"), True
    if called := _CALLED_KO.search(text, 0, noun.start) or _BEFORE_KO.search(text, 0, noun.start):
        yield *called.span("name"), True
    if word := _WORD_KO.search(text, 0, noun.start):
        yield word.start(), noun.end, True


_READ = {"ja": _japanese, "en": _english, "zh": _chinese, "ko": _korean}

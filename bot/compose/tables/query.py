"""What a question asks of tables: operations, ranks, limits, codes, labels, dates, a direction, and the words left.

Invariant: nothing here knows any table; what a table's own names spell is masked before operations are read, so that
an item called その他 or a column called 構成比 is never taken for an instruction.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bot.compose.lexicon import Lexicon, WordToken
from bot.compose.tables.calendar import completed
from bot.compose.tables.cues import (
    Code,
    Ranks,
    codes_of,
    ends_of,
    intents_of,
    is_whole_date,
    labels_of,
    ranked_intents,
    ranks_of,
    withdrawn,
    years_back,
)
from bot.compose.tables.limits import Limit, limits_of
from bot.compose.tables.routes import Route, read_route
from bot.compose.tables.spans import Span, blanked, masks_of, mostly_covered, touches, within
from bot.compose.tables.words import FIGURE_LABEL, INTENTS, TABLE_FRAME, Concept, Intent, concept_spans, light
from bot.question import Question
from corpus.structure.dates import DateMention
from corpus.structure.units import unit_at, unit_of_question


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of the question that a table has to support."""

    term: str
    surface: str
    start: int
    end: int
    weight: float
    concepts: frozenset[Concept]
    inherited: bool


@dataclass(frozen=True, slots=True)
class TableQuery:
    """A question as a table reads it.

    ``abroad`` are the places of a direction where the table has none; ``years_back`` is set by 10年前 and 前年;
    ``unit`` is as in `unit_of_question`; ``consumed`` are the stretches that operations, dates and codes have used up.
    """

    text: str
    plain: str
    lang: str
    intents: frozenset[Intent]
    ranks: tuple[Ranks, ...]
    limits: tuple[Limit, ...]
    labels: tuple[str, ...]
    figure: bool
    codes: tuple[Code, ...]
    route: Route
    dates: tuple[DateMention, ...]
    undated: tuple[DateMention, ...]
    years_back: int
    unit: str
    words: tuple[Word, ...]
    asks: frozenset[str]
    consumed: tuple[Span, ...]
    abroad: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Spelling:
    """What one table spells out, in light form: names of rows and columns, codes, places as in `read_route`, units."""

    names: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    places: tuple[str, ...] = ()
    learnt: Mapping[str, str] = field(default_factory=dict)
    units: frozenset[str] = frozenset()


def read_query(question: Question, lexicon: Lexicon, spelling: Spelling) -> TableQuery:
    """Read a question against what a table spells out."""
    text = question.query
    plain = light(text)
    places = spelling.places
    masks = masks_of(plain, spelling.names)
    masked = blanked(plain, masks)
    mentions = completed(question.dates, plain)
    dates, free = _dates(mentions, plain, masks, spelling)
    limits = limits_of(text, free, masks, spelling.units)
    free = blanked(free, _stretches(limits))
    labels, label_places = labels_of(free)
    codes = codes_of(free := blanked(free, label_places), spelling.codes)
    route = read_route(blanked(text, masks, " "), places, spelling.learnt)
    ranks, rank_places = ranks_of(free, question.inherited[0] or len(text))
    free = blanked(free, rank_places)
    intents, intent_places = intents_of(free)
    back, back_places = years_back(blanked(plain, _stretches([m for m in mentions if m.value])))
    consumed = [*rank_places, *intent_places, *label_places, *back_places, *_framed(question, masked, masks)]
    consumed += [*_stretches((*limits, *codes, *mentions)), *(_of_route(route) if places else ())]
    return TableQuery(
        text,
        plain,
        question.lang,
        intents | ranked_intents(free),
        ranks,
        limits,
        labels,
        bool(FIGURE_LABEL.search(masked)),
        codes,
        route if places else Route(),
        tuple(m for m in dates if m.value),
        tuple(m for m in dates if not m.value and not touches(m.start, m.start + 1, back_places)),
        back,
        unit_of_question(blanked(text, masks, " ")),
        _words(question, lexicon, consumed, masks),
        frozenset(ask.kind for ask in question.asks),
        tuple(consumed),
        () if places or route.is_open else route.spans,
    )


def _stretches(parts: Sequence[Limit | Code | DateMention]) -> list[Span]:
    """Return where parts of a question stand."""
    return [(part.start, part.end) for part in parts]


def _of_route(route: Route) -> list[Span]:
    """Return the words of a direction."""
    return [*route.spans, *route.flows]


def _framed(question: Question, masked: str, masks: Sequence[Span]) -> list[Span]:
    """Return the stretches that only ask or point at a table."""
    framed = [match.span() for match in TABLE_FRAME.finditer(masked)]
    return framed + [(start, end) for start, end in question.frame if not touches(start, end, masks)]


def _dates(
    mentions: Sequence[DateMention], plain: str, masks: Sequence[Span], spelling: Spelling
) -> tuple[tuple[DateMention, ...], str]:
    """Return the dates that a question means, and its text without names and dates; set against each other, two."""
    dates = tuple(m for m in mentions if not within(m.start, m.end, masks) or is_whole_date(m, masks))
    dates = tuple(m for m in dates if not withdrawn(plain, m) and m.text not in spelling.codes)
    free = blanked(blanked(plain, masks), [(m.start, m.end) for m in dates])
    if any(INTENTS[name].search(free) for name in ("difference", "growth", "ratio", "rank-of")):
        dates = tuple(part for mention in dates for part in ends_of(mention))
    return dates, free


@lru_cache(maxsize=20_000)
def word_tokens(lexicon: Lexicon, text: str) -> tuple[WordToken, ...]:
    """Return the terms of a text; the same short texts (headers, names) are read for every question."""
    return tuple(lexicon.terms(text))


_SORT = re.compile("[ぁ-ヿ一-鿿][類类系]")
_HOW_MANY = re.compile("[两二三四五六七八九十][家个座所间种项名位条件国]")
_NUMERAL = re.compile("[0-9０-９二三四五六七八九十両]")
_SCALE = re.compile("^[百千万亿億萬]+")
_KOREAN_IS = re.compile(
    "이?(?:야|에요|예요|지요?|었지|였지|니|냐|까|나요?)|인(?:가요?|지)|입니까|일까요?|쯤|정도(?:야|지)?|꼴(?:이야)?"
)
_LEAST_NOUN = 2  # syllables
_KOREAN_PARTICLE = re.compile("에서?|은|는|이|가|을|를|의|으?로|와|과|도|만|부터|까지")


def _words(
    question: Question, lexicon: Lexicon, consumed: Sequence[tuple[int, int]], masks: Sequence[tuple[int, int]]
) -> tuple[Word, ...]:
    """Return the content words that no operation, date, code or direction has used up."""
    text = question.query
    concepts = concept_spans(text)
    first, last = question.inherited
    words = []
    for token in word_tokens(lexicon, text):
        named = touches(token.start, token.end, masks)
        noun = question.lang == "ko" and any(  # 전력보다: the particle compares, the noun is compared
            token.start + _LEAST_NOUN <= start < token.end <= end for start, end in consumed
        )
        if not named and not noun and mostly_covered(token.start, token.end, consumed):
            continue
        if token.end - token.start <= 2 and _KOREAN_PARTICLE.fullmatch(text[token.start : token.end]):
            continue  # left over behind a date or a number
        if any(start <= token.start < end and _KOREAN_IS.fullmatch(text[end : token.end]) for start, end in consumed):
            continue  # 몇 명이야: of the word itself nothing is left
        if token.end - token.start == 1 and _NUMERAL.match(text[token.start - 1 : token.start]):
            continue  # 四館で: how many there are
        if _HOW_MANY.fullmatch(text[token.start : token.end]):
            continue  # 两家医院
        if _SORT.fullmatch(text[max(0, token.start - 1) : token.end]):
            continue  # かつら類: no other thing than かつら
        held = frozenset(name for name, start, end in concepts if start < token.end and token.start < end)
        term, surface = token.term, text[token.start : token.end]
        if (bare := _SCALE.sub("", surface)) != surface and unit_at(bare, 0)[0]:
            term = surface = bare  # 万日元: what is counted is 日元
        weight = max(lexicon.idf(token.term), 0.1)
        words.append(Word(term, surface, token.start, token.end, weight, held, first <= token.start < last))
    return tuple(words)

"""The questions that one sentence asks one after the other, each as somebody would ask it alone.

A clause leaves out what the one before it has said; so a part is the clause with what it shares with that one (李強は
いつ平壌に行き、何を見たか: 李強は平壌で何を見たか). What is asked within one clause (いつ、どこで) is one part.

Invariant: every part asks something and says something of its own; joints are told by closed classes of words alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.cues import Lang
from bot.frames import DEICTIC
from bot.language import is_closed
from bot.manner import EACH, HAPPENED, SETS_AGAINST
from bot.parts.en import ENGLISH
from bot.parts.ja import JAPANESE
from bot.parts.ko import KOREAN
from bot.parts.shape import Clause, Grammar, without
from bot.parts.zh import CHINESE
from bot.question import Ask, cued, parse_question
from bot.referring import pointer, spelt_out
from corpus.structure.brackets import depths
from corpus.structure.dates import find_dates
from retrieval.tokens import tokenize

_GRAMMARS: Mapping[Lang, Grammar] = {"ja": JAPANESE, "en": ENGLISH, "zh": CHINESE, "ko": KOREAN}
_PAST = re.compile(rf"{HAPPENED.pattern}|[いん]だ(?:か|の|[?？。]|$)", re.IGNORECASE)
_MOST = 4
_NAMED = ("person", "thing")
_EDGES = " 　、，,;；。.?？!！"


@dataclass(frozen=True, slots=True)
class Part:
    """One question of several: its words as asked, the question they come to, and whether they point back.

    ``before`` are the questions of the message that it may lean on.
    """

    said: str
    text: str
    before: tuple[str, ...] = ()


def parts(text: str, lang: Lang) -> tuple[Part, ...]:
    """Return the questions that a sentence asks one after the other; the sentence itself where it asks one.

    What sets things against each other is one question, and so is one for a source.
    """
    whole = (Part(text.strip(_EDGES), text),)
    if SETS_AGAINST.search(text) or "source" in parse_question(text).kinds():
        return whole
    clauses = _clauses(text, lang)
    if len(clauses) < 2:
        return whole
    grammar, past = _GRAMMARS[lang], bool(_PAST.search(text))
    found: list[Part] = []
    said: list[str] = []
    last: Clause | None = None
    for at, clause in enumerate(clauses):
        full = clause if last is None else _filled(grammar, last, clause, lang)
        asked = full.text if at == len(clauses) - 1 else grammar.finished(full, past)
        before = tuple(said) if last and (lang == "en" or _leans(grammar, clause, full.text, lang)) else ()
        said.append(without(full.text, full.cues))
        found.append(Part(clause.text.strip(_EDGES), asked, before))
        last = full
    return tuple(found)


def _filled(grammar: Grammar, last: Clause, clause: Clause, lang: Lang) -> Clause:
    """Return a clause with what it shares with the one before it, in the place of a pronoun or in front of it."""
    points = pointer(clause.text, lang)
    if points is not None and points.points in _NAMED and (name := grammar.topic(last)):
        inside = grammar.topic(_cued(clause.text[: points.start], lang))  # Russia hid its data
        return clause if inside else _cued(spelt_out(clause.text, points, name, lang), lang)
    return clause if DEICTIC[lang].search(clause.text) else _cued(grammar.carried(last, clause), lang)


def _leans(grammar: Grammar, clause: Clause, full: str, lang: Lang) -> bool:
    """Say whether a clause leans on those before it: it points back, or nothing says what it is about."""
    return DEICTIC[lang].search(full) is not None or (full == clause.text and not grammar.topic(clause))


def _clauses(text: str, lang: Lang) -> list[Clause]:
    """Return the clauses of a sentence that are questions of their own."""
    cues = _cues(text, lang)
    found: list[Clause] = []
    start = 0
    inside = depths(text)
    for joint in _GRAMMARS[lang].joints(text, cues):
        if joint.start >= len(text) or inside[joint.start]:
            continue
        if len(found) == _MOST - 1:
            break
        left, right = text[start : joint.end], text[joint.start :]
        if joint.end > start and _asks(left, lang) and _asks_on(right, lang):
            found.append(_cued(left, lang))
            start = joint.start
    return [*found, _cued(EACH.sub("", text[start:]) if found else text[start:], lang)]


def _asks_on(text: str, lang: Lang) -> bool:
    """Say whether a clause behind another asks something else than how much that is which the other asks for."""
    if not _asks(text, lang):
        return bool(_cues(text, lang) and DEICTIC[lang].search(text))
    asks = [one for one in cued(text, lang) if one.end > one.start]
    return any(one.kind != "count" for one in asks) or not _only_measures(text, asks, lang)


def _only_measures(text: str, asks: Sequence[Ask], lang: Lang) -> bool:
    """Say whether a clause with no topic of its own asks how much (多少美元, and how many dollars, いくらだったか)."""
    frame = parse_question(text).frame
    dates = find_dates(text)
    taken = [*frame, *((one.start, one.end) for one in dates)]
    counted = max((one.end for one in asks), default=0)
    tokens = [one for one in tokenize(text) if not any(a < one.end and one.start < b for a, b in taken)]
    tokens = [one for one in tokens if one.start > counted + 1 or one.start < counted]  # not what is counted
    before = [one for one in tokens if one.end <= counted]
    return not before and len(tokens) <= (1 if lang != "en" or DEICTIC[lang].search(text) else 0)


def _asks(text: str, lang: Lang) -> bool:
    """Say whether a clause asks something about something; of two words that ask one is a noun (理由は何か)."""
    cues = _cues(text, lang)
    if not cues:
        return lang == "en" and is_closed(text, lang)
    says = any(not any(a < token.end and token.start < b for a, b in cues) for token in tokenize(text))
    return says or len(cues) > 1


def _cued(text: str, lang: Lang) -> Clause:
    return Clause(text, _cues(text, lang))


def _cues(text: str, lang: Lang) -> tuple[tuple[int, int], ...]:
    """Return the words of a text that ask; words for all there is (一覧, members) and for some (何度も) ask nothing."""
    spans = [(a.start, a.end) for a in cued(text, lang) if a.kind != "list" or _ASKS.search(text, a.start, a.end)]
    return tuple(sorted((a, b) for a, b in spans if lang != "ja" or not _INDEFINITE.match(text, b)))


_INDEFINITE = re.compile(r"[一-鿿ァ-ヶー]{0,3}[にでとへ]?も|[一-鿿ァ-ヶー]{0,2}か[がはにでとのら前後一-鿿]")
_ASKS = re.compile(r"[何誰哪谁啥]|什么|どれ|どの|누구|무엇|어떤")

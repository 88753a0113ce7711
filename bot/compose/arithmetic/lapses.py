"""How long it is from one date to another that a sentence tells, and how old somebody was in a year.

Invariant: both dates are printed; a length of time is given no more exactly than the dates are, and years of age
leave open whether the birthday had passed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from bot.compose.arithmetic.told import sentences_beside
from bot.compose.asked import Asked
from bot.compose.candidates import dates_in
from bot.compose.draft import DraftCalculation, DraftOperand, Quote
from bot.compose.labels import each_alone
from bot.compose.operands import Amount, Number
from bot.compose.reckoned import Reckoned
from bot.compose.scoring import Scored
from bot.compose.tables.calculation import MINUS
from corpus.document import Span
from corpus.structure.dates import DateMention
from corpus.structure.units import DURATION

_BORN = re.compile(r"[^、。，,\d]{0,8}?(?:生まれ|に生ま|誕生|出生|生(?=[。、）)の])|태어|출생|생(?=[)\s,]))")
_BORN_BEFORE = re.compile(r"\b(?:born|birth) (?:[a-z]+ ){0,2}$", re.IGNORECASE)
_LOOKED_AT = 10
_TWO = 2
_SAID = 0.4  # support from which a clause says a word of the question
_NAMED = 0.2  # weight of the words by which a question names a date
_NAMES = {
    "year": ("年", " years", "年", "년"),
    "month": ("か月", " months", "个月", "개월"),
    "day": ("日", " days", "天", "일"),
    "week": ("週間", " weeks", "周", "주"),
    "age": ("歳", " years old", "岁", "세"),
}
_LANGS = ("ja", "en", "zh", "ko")
_FULL = {4: "year", 7: "month", 10: "day"}  # characters of a date by what it is told to


def time_between(asked: Asked, unit: str, anchor: Scored, ranked: Sequence[Scored]) -> Reckoned | None:
    """Return how long it is between the only two dates of the sentence that answers."""
    if unit not in DURATION and unit not in ("duration", "long"):
        return None
    two = _two_dates(asked, anchor) if asks_lapse(asked.question.text) else None
    if two is None:
        return None
    (_, first), (_, last) = two
    exact = min(len(first.value), len(last.value))
    in_unit = unit if unit in ("year", "month", "day", "week") else _FULL.get(exact, "")
    length = _length(first.value[:exact], last.value[:exact], in_unit)
    if length is None or length <= 0:
        return None
    return _shown(length, in_unit, asked.question.lang, two[::-1])


_LAPSE = re.compile(
    r"から|まで|(?<=[てで])から|[後前]|ぶり|経[っちつ]|たっ|空い|開い|挟ん|掛かっ|かか[っるり]|"
    r"\b(?:since|between|after|before|from|until|till|later|passed|take|took)\b|从|到|之[后後前]|以[后後来前]|[过過]了|相隔|时隔|用了|"
    r"만에|부터|까지|[뒤후전](?=[에로\s?]|$)|지나|걸",
    re.IGNORECASE,
)


def asks_lapse(question: str) -> bool:
    """Say whether a question asks how long it is from one thing to another, and not how long something lasted."""
    return _LAPSE.search(question) is not None


def age_at(asked: Asked, unit: str, anchor: Scored, ranked: Sequence[Scored]) -> Reckoned | None:
    """Return how old somebody was in the year of which a sentence tells, whose year of birth is told near it."""
    if unit != "age":
        return None
    near = [*sentences_beside(asked, anchor), *(one for one in ranked[:_LOOKED_AT] if _beside(one, anchor))]
    born = [(one, mention) for one in near for mention in _dates(one) if _is_birth(one, mention)]
    if not born or len({mention.value[:4] for _, mention in born}) > 1:
        return None
    events = [
        mention for mention in _dates(anchor) if not _is_birth(anchor, mention) and mention.value > born[0][1].value
    ]
    if len({mention.value[:4] for mention in events}) != 1:
        return None
    years = int(events[0].value[:4]) - int(born[0][1].value[:4])
    return _shown(years, "age", asked.question.lang, [(anchor, events[0]), born[0]])


def _two_dates(asked: Asked, anchor: Scored) -> tuple[tuple[Scored, DateMention], tuple[Scored, DateMention]] | None:
    """Return the earlier and the later of two dates: the only ones of a sentence, or those named.

    Of a passage with more dates each is the only one whose sentence says some words of the question.
    """
    own = _distinct([(anchor, mention) for mention in _dates(anchor)])
    if len(own) == _TWO:
        return own[0], own[1]
    beside = _distinct([(one, mention) for one in sentences_beside(asked, anchor) for mention in _dates(one)])
    words = [asked.sentences.words(_clause_of(one, mention)) for one, mention in beside]
    said = [{n for n, term in enumerate(asked.terms) if term.carried_by(one) >= _SAID} for one in words]
    named = [pair for pair, mine in zip(beside, each_alone(said), strict=True) if _weight(asked, mine) >= _NAMED]
    return (named[0], named[1]) if len(named) == _TWO else None


def _distinct(found: Sequence[tuple[Scored, DateMention]]) -> list[tuple[Scored, DateMention]]:
    """Return dates in their order in time, each once; none of a span."""
    told = {mention.value: (one, mention) for one, mention in found if not mention.until}
    exact = [value for value in told if not any(other != value and other.startswith(value) for other in told)]
    return [told[value] for value in sorted(exact)]


def _clause_of(one: Scored, mention: DateMention) -> str:
    """Return the words of a sentence around a date, up to the dates beside it."""
    text, start = one.candidate.text, one.candidate.start
    dates = [d for d in _dates(one) if d.start != mention.start]
    low = max((d.end - start for d in dates if d.end <= mention.start), default=0)
    high = min((d.start - start for d in dates if d.start >= mention.end), default=len(text))
    return text[low:high]


def _weight(asked: Asked, terms: set[int]) -> float:
    return sum(asked.terms[n].weight for n in terms)


def _length(first: str, last: str, unit: str) -> int | None:
    """Return how many units of time lie between two dates told equally exactly; None where they leave it open."""
    if unit == "year":
        return int(last[:4]) - int(first[:4])
    if unit == "month" and len(first) >= len("2025-01"):
        years, months = int(last[:4]) - int(first[:4]), int(last[5:7]) - int(first[5:7])
        return 12 * years + months
    if unit in ("day", "week") and len(first) == len("2025-01-01"):
        days = (date.fromisoformat(last) - date.fromisoformat(first)).days
        return days if unit == "day" else days // 7
    return None


def _dates(one: Scored) -> list[DateMention]:
    document, candidate = one.candidate.document, one.candidate
    return [d for d in dates_in(document, candidate) if d.end <= candidate.end and d.value[:4].isdigit()]


def _is_birth(one: Scored, mention: DateMention) -> bool:
    text, start = one.candidate.text, one.candidate.start
    behind = _BORN.match(text, mention.end - start)
    return bool(behind or _BORN_BEFORE.search(text[: mention.start - start]))


def _beside(one: Scored, anchor: Scored) -> bool:
    return one.candidate.document.id == anchor.candidate.document.id and one.candidate.passage.kind == "prose"


def lapse(length: str, places: Sequence[tuple[Scored, Span]], shown: Sequence[str]) -> Reckoned:
    """Return a length of time with the two times it lies between, the later first."""
    numbers, operands = [], []
    for of, place in places:
        candidate = of.candidate
        text = candidate.document.text[place.start : place.end]
        numbers.append(Number(Amount(Decimal(0), "date", "", "", text), place, of))
        quote = Quote(candidate.document, candidate.passage, (Span(candidate.start, candidate.end),), (place,))
        operands.append(DraftOperand(text, "", quote, "", 0, ""))
    formula = f" {MINUS} ".join(shown) + f" = {length}"
    return Reckoned(length, DraftCalculation(formula, tuple(operands), length, ""), tuple(numbers))


def _shown(length: int, unit: str, lang: str, dates: Sequence[tuple[Scored, DateMention]]) -> Reckoned:
    """Return a length of time with the two dates it lies between, the later first."""
    name = _NAMES[unit][_LANGS.index(lang)]
    places = [(of, Span(mention.start, mention.end)) for of, mention in dates]
    return lapse(f"{length}{name}", places, [mention.value.replace("-", "/") for _, mention in dates])

"""How many of a whole are left without its part, where a sentence prints both and a question asks for the rest.

Invariant: the whole and its part stand in one sentence that ties them (うち, of which, 其中), count the same thing, and
no other number of that kind follows them; the sentence denies nothing, so that its part is not itself the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.compose.asked import Asked
from bot.compose.operands import Number, printed
from bot.compose.reckoned import Reckoned, gap
from bot.compose.scoring import Scored
from bot.question import Ask
from bot.sic import misread
from corpus.places import meet
from corpus.structure.quantities import Quantity, find_quantities
from corpus.structure.units import same_unit

# Between a whole and its part: 3,100世帯のうち2,480世帯, 1140人で、うち県内は420人, 30 people, of whom 12.
_OF_THEM = re.compile(
    r"(?:^の?|[、,，]\s?(?:この|その)?)うち|^中(?![国東])|"
    r"[,;，]\s?(?:of|out of|among) (?:which|whom|them|these|those)\b|"
    r"其中|这当中|^\s?(?:명|개|건)?\s?(?:중|가운데)(?=[에\s])|(?:그|이) ?(?:중|가운데)",
    re.IGNORECASE,
)
# The part first: 2,480 of the 3,100 households, 12 out of 30.
_OUT_OF = re.compile(r"^\s(?:\w+ ){0,2}?(?:out )?of (?:the |its |all |these |those |a total of )*$", re.IGNORECASE)
_DENIES = re.compile(
    r"な[いかくし](?!.?ら)|ません|(?<=[一-鿿らさかまがたなば])ず(?=[、にの])|未(?=[一-鿿])|\b(?:not|never|no|without|yet|un\w{4,}ed)\b|n't\b|[不没未无](?!过)|않|못[한했하]|없",
    re.IGNORECASE,
)
# The question asks for what is not yet done or still there, whatever was.
_PENDING = re.compile(
    r"残[りるっ]|(?:まだ|いまだ|未だ).{0,16}?(?:な[いかく]|ませ|ず)|"
    r"\b(?:remain\w*|left(?! (?:the|for|in)\b)|still|yet)\b|"
    r"剩|还(?:没|未|有)|尚未|남[은아았]|아직",
    re.IGNORECASE,
)
# It leaves out something that it names before the sign (県内採用じゃない) or, in English, behind it.
_BUT_BEFORE = re.compile(
    r"(?:じゃ|では|で)な[いかく]|でない|以外|を?除[いくけ]|(?:て|で)(?:い)?な[いかく]|なかった|"
    r"之外|除外|이외|외에|외의|제외|아닌|[하지]지 ?(?:않|못)"
)
_BUT_BEHIND = re.compile(
    r"\b(?:not|other than|apart from|except(?: for)?|excluding|outside|without)\b|n't\b|除了?|不是|不在|没有?|未",
    re.IGNORECASE,
)
# What a number counts where its unit is none of the known ones (320万ラリ, 40 hectolitres).
_COUNTER = re.compile(r"[ァ-ヶー]+|\s?[a-z]+|[一-鿿]{1,2}", re.IGNORECASE)
_NAMED = 0.4  # support from which a sentence says what is left out
_LONGEST_TIE = 30  # characters between a whole and its part


@dataclass(frozen=True, slots=True)
class _Part:
    whole: Quantity
    part: Quantity


def remainder(asked: Asked, ask: Ask, ranked: Sequence[Scored]) -> Reckoned | None:
    """Return the whole less its part that the best sentence prints, where the rest is asked for; else None."""
    if ask.kind != "count" or not ranked:
        return None
    best = ranked[0]
    text = best.candidate.text
    if best.candidate.passage.kind != "prose" or _DENIES.search(text):
        return None
    found = _divided(text)
    if found and any(misread(best.candidate.document, best.candidate.place(one)) for one in (found.whole, found.part)):
        return None
    if found is None or (ask.unit and not same_unit(ask.unit, found.whole.unit)) or not _answers(best, found):
        return None
    if not _asks_rest(asked, best) and not _denied_of(asked, found.whole):
        return None
    whole = found.whole
    counted = Quantity(whole.start, whole.end, whole.text, whole.value, whole.unit or _counter(text, whole))
    return gap(_number(best, counted), _number(best, found.part))


def _asks_rest(asked: Asked, best: Scored) -> bool:
    """Say whether a question asks for what is left, of which the best sentence says what it is left from."""
    question = asked.question.text
    if _PENDING.search(question):
        return True
    before, behind = _BUT_BEFORE.search(question), _BUT_BEHIND.search(question)
    named = [
        *([at for at, term in enumerate(asked.terms) if term.end <= before.start()][-1:] if before else ()),
        *([at for at, term in enumerate(asked.terms) if term.start >= behind.end()][:2] if behind else ()),
    ]
    return any(best.candidate.direct[at] >= _NAMED for at in named)


def _denied_of(asked: Asked, whole: Quantity) -> bool:
    """Say whether a question names the whole by its number and denies something of it (of the 13 … did not)."""
    numbers = {quantity.value for quantity in find_quantities(asked.question.text)}
    return whole.value in numbers and _DENIES.search(asked.question.text) is not None


def _divided(text: str) -> _Part | None:
    """Return the one whole of a sentence that is printed with one part of it."""
    quantities = [one for one in find_quantities(text) if one.upper is None]
    parts = [part for one, two in pairwise(quantities) if (part := _tied(text, one, two))]
    if len(parts) != 1:
        return None
    found = parts[0]
    last = max(found.whole.end, found.part.end)
    like = [one for one in quantities if one.start >= last and one.unit == found.whole.unit]
    return None if like or found.part.value >= found.whole.value else found


def _tied(text: str, one: Quantity, two: Quantity) -> _Part | None:
    between = text[one.end : two.start]
    if len(between) > _LONGEST_TIE:
        return None
    if _OF_THEM.search(between) and one.unit == two.unit and (one.unit or _counter(text, one) == _counter(text, two)):
        return _Part(one, two)
    if one.unit in ("", two.unit) and two.unit and _OUT_OF.search(between):
        return _Part(two, one)
    return None


def _counter(text: str, one: Quantity) -> str:
    """Return the word that a number without a known unit counts in, as printed; each number its own where none is."""
    found = _COUNTER.match(text, one.end)
    return found.group() if found else one.text


def _answers(best: Scored, found: _Part) -> bool:
    """Say whether the sentence would be quoted for its whole or its part."""
    place = best.decisive
    return place is not None and any(meet(best.candidate.place(one), place) for one in (found.whole, found.part))


def _number(best: Scored, one: Quantity) -> Number:
    amount = printed(one)
    shown = amount if amount.unit else amount._replace(after=one.unit)
    return Number(shown, best.candidate.place(one), best)

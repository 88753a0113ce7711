"""The numbers of one sentence that a question sets against each other, or adds together.

Invariant: they count one thing, and the question or the sentence itself tells which of its numbers are meant; a
difference that the sentence states is not reckoned with again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.compose.asked import Asked
from bot.compose.labels import own_words
from bot.compose.listed import first_of
from bot.compose.operands import Number, number_of
from bot.compose.scoring import Scored
from bot.compose.yearly import dated, from_date_to_date, of_two_dates
from bot.sic import misread
from corpus.places import meet
from corpus.structure.quantities import Quantity, find_quantities
from corpus.structure.units import UNITS, same_unit, unit_of_question

# A number is itself a difference (700億円多い), the whole of what follows (31億ドルで、内訳は), or a rate (1戸当たり).
STATED = re.compile(
    r"\s?(?:ほど|余り)?(?:多[いく]|少な|増[えやし]|減[っらり]|上回|下回|高[いく]|低[いく]|安[いく]|不足|足りな|の(?:増|減|差|黒字|赤字)|"
    r"(?:more|less|fewer|higher|lower|cheaper)\b|더 |늘|줄)"
)
_DIVIDED = re.compile(
    r"(?:で|だが|あり)?[、,，;]?\s?(?:その)?(?:内訳|うち)|"
    r"のうち|[,;，]\s?(?:of which|made up|其中|包括)|그중"
)
_PER = re.compile(r"当たり|あたり|につき|ごと|\s?per\b|마다|당(?=\s)")
# Between two numbers: the sentence sets them against each other.
AGAINST = re.compile(
    r"から|ところ|に対し|に比べ|だったが|(?<=[ぁ-ん])が、|けれど|一方|\b(?:to|against|compared|while|from|but|whereas)\b|"
    r"增至|升至|降至|减至|增加到|减少到|[，,]\s?[而但]|에서|보다|으나|지만|반면"
)
# One number and what it became; a dash or a wave is a span, in which nothing became.
_BECAME = re.compile(r"\s?(?:から|増至|升至|降至|减至|(?:增加|减少|上升|下降|提高)?[到至]|에서|to)\s?")
_PART = re.compile(r"[（(](?:そ?の?うち|内|of (?:which|whom)|其中|그중)[^）)]*$")  # of what stands before the bracket
RANGE = re.compile(r"から.{1,10}まで|\bfrom\b.+\b(?:to|through)\b|[从自].{1,10}[到至]|부터.{1,10}까지", re.IGNORECASE)
"""From one to another: what lies between belongs to it too."""
_ANY = frozenset(("amount", "extent"))  # asked for, and any number may be that
_OF_ITS_DATES = 0.85  # agreement with the dates asked for


def in_sentence(asked: Asked, best: Scored, *, added: bool) -> list[Number]:
    """Return the numbers of the best sentence that a question sets against each other, or ``added`` together; or none.

    They count one thing, and the question names each by a word that stands with it alone; or the sentence itself sets
    the two against each other (4万8千円から7万9千円). A difference that it states is not reckoned with again.
    """
    candidate = best.candidate
    if candidate.passage.kind != "prose" or best.dated < _OF_ITS_DATES:
        return []
    text = candidate.text
    found = _alike(asked, best)
    if len(found) < 2 or any(STATED.match(text, q.end) for q in found):
        return []
    chosen = _added(asked, best, found) if added else _against(asked, best, found)
    right = len(chosen) > 1 and (added or len(chosen) == 2)
    return [number_of(best, q) for q in chosen] if right else []


def _added(asked: Asked, best: Scored, found: Sequence[Quantity]) -> Sequence[Quantity]:
    """Return the quantities that a question adds up."""
    text = best.candidate.text
    found = [q for q in found if not _DIVIDED.match(text, q.end)]
    chosen: Sequence[Quantity] = first_of(asked, text, found) or _named(asked, text, found)
    by_date = dated(asked, best, [q for q in found if not _PART.search(text, 0, q.start)])
    if not RANGE.search(asked.question.text):
        return of_two_dates(asked, by_date) or chosen
    if whole := from_date_to_date(asked, by_date):
        return whole
    return found[found.index(chosen[0]) : found.index(chosen[-1]) + 1] if chosen else []


def _against(asked: Asked, best: Scored, found: Sequence[Quantity]) -> Sequence[Quantity]:
    """Return the two quantities that a question sets against each other."""
    text = best.candidate.text
    chosen: Sequence[Quantity] = _named(asked, text, found)
    if len(chosen) == 2:
        return chosen
    found = [q for q in found if not _PART.search(text, 0, q.start)]
    if two := of_two_dates(asked, dated(asked, best, found)):
        return two
    if len(found) == 2 and (AGAINST.search(text[found[0].end : found[1].start]) or _sets_plan_against(text, found)):
        return found
    pairs = [(a, b) for a, b in pairwise(found) if _BECAME.fullmatch(text, a.end, b.start)]
    told = [pair for pair in pairs if set(pair) & set(chosen)] or [pair for pair in pairs if _touched(best, pair)]
    return told[0] if len(told) == 1 else chosen


# What was planned, approved or is to be filled, beside what is or was.
PLANNED = re.compile(
    r"定員|定数|予定|計画|当初|予算|目標|概算|見積|预算|计划|编制|目标|定员|정원|계획|예산|목표|당초|"
    r"\b(?:planned|approved|budget(?:ed)?|target|goal|original(?:ly)?|estimate[ds]?)\b",
    re.IGNORECASE,
)


def _sets_plan_against(text: str, found: Sequence[Quantity]) -> bool:
    """Say whether just one of two numbers is that of a plan: 정원 310명에 268명, 概算1.25亿元，实际花了1.47亿元."""
    first, second = text[: found[0].start], text[found[0].end : found[1].start]
    return bool(PLANNED.search(first[-_BESIDE:])) != bool(PLANNED.search(second[-_BESIDE:]))


_BESIDE = 12  # characters before a number that say what it is


def _touched(best: Scored, pair: tuple[Quantity, Quantity]) -> bool:
    """Say whether both quantities lie in the words that would answer, and no words of the reader's go beyond them."""
    place, start = best.decisive, best.candidate.start
    return place is not None and start + pair[0].start <= place.start < start + pair[1].end >= place.end - 1


def states_difference(best: Scored) -> bool:
    """Say whether the best sentence itself prints as a difference what it would answer (700億円多い)."""
    candidate, place = best.candidate, best.decisive
    if candidate.passage.kind != "prose" or place is None:
        return False
    found = [q for q in find_quantities(candidate.text) if STATED.match(candidate.text, q.end)]
    return any(meet(candidate.place(q), place) for q in found)


def _alike(asked: Asked, best: Scored) -> list[Quantity]:
    """Return the quantities of the best sentence in the unit asked for, or in that of the words that answer."""
    candidate, document, text = best.candidate, best.candidate.document, best.candidate.text
    whole = [with_counter(text, part, document.lang) for q in find_quantities(text) for part in ends(q)]
    found = [q for q in whole if q.unit and not _PER.match(text, q.end)]
    found = [q for q in found if not misread(document, candidate.place(q))]
    unit = unit_of_question(asked.question.text)
    if unit and unit not in _ANY:
        found = [q for q in found if same_unit("percent" if unit == "point" else unit, q.unit)] or found
    place = best.decisive
    told = [q for q in found if place and meet(candidate.place(q), place)]
    if unit in _ANY or len({q.unit for q in found}) > 1:
        found = [q for q in found if told and q.unit == told[-1].unit]
    abroad = unit not in UNITS and asked.question.lang != document.lang  # 호 is 戸
    return [q for q in found if abroad or same_unit("percent" if unit == "point" else unit, q.unit)]


def _named(asked: Asked, text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities that a word of the question stands with, and with no other of them."""
    return [one for one, mine in zip(found, own_words(asked, text, found), strict=True) if mine]


def ends(one: Quantity) -> list[Quantity]:
    """Return a quantity, or both ends of what it became (520トンから715トン); of a mere span none."""
    if one.upper is None:
        return [one]
    sign = _BECAME.search(one.text)
    if sign is None:
        return []
    low, high = find_quantities(one.text[: sign.start()]), find_quantities(one.text[sign.end() :])
    if len(low) != 1 or len(high) != 1:
        return []
    return [
        replace(end, start=one.start + at + end.start, end=one.start + at + end.end, unit=one.unit)
        for end, at in ((low[0], 0), (high[0], sign.end()))
    ]


def with_counter(text: str, one: Quantity, lang: str) -> Quantity:
    """Return a quantity with the counter behind it as its unit, where Chinese prints one that is no known unit."""
    if one.unit or lang != "zh" or not re.match(r"[一-鿿]", text[one.end : one.end + 1]):
        return one
    counter = text[one.end]
    return replace(one, end=one.end + 1, text=one.text + counter, unit=counter)

"""The numbers of a sentence that stands one beside each of several dates, and those of the dates a question names.

Invariant: a number is of the date printed last before it, with no other number between; only the dates decide which
numbers are meant, and every one of them is in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.compose.asked import Asked
from bot.compose.candidates import dates_in
from bot.compose.scoring import Scored
from corpus.structure.dates import DateMention, matches
from corpus.structure.quantities import Quantity

_YEAR_BEFORE = re.compile(
    r"前の?年|前年|昨年|先年|\b(?:the )?(?:previous|preceding|prior) year\b|\byear (?:before|earlier)\b|"
    r"上一?年|前一年|전년|전 ?해|지난해",
    re.IGNORECASE,
)
Dated = Sequence[tuple[DateMention, Quantity]]


def dated(asked: Asked, best: Scored, found: Sequence[Quantity]) -> list[tuple[DateMention, Quantity]]:
    """Return quantities of the best sentence with the date that each of them is of; empty where one has none."""
    candidate = best.candidate
    mentions = dates_in(candidate.document, candidate)
    pairs, last = [], candidate.start
    for quantity in found:
        start = candidate.start + quantity.start
        before = [mention for mention in mentions if last <= mention.start and mention.end <= start]
        if not before:
            return []
        pairs.append((before[-1], quantity))
        last = candidate.start + quantity.end
    return pairs if len({mention.value for mention, _ in pairs}) == len(pairs) else []


def of_two_dates(asked: Asked, pairs: Dated) -> list[Quantity]:
    """Return the numbers of the two dates that a question sets against each other: both named, or one and the last."""
    wanted = _named(asked, pairs)
    if len(wanted) == 1 and _YEAR_BEFORE.search(asked.question.text):
        before = f"{int(wanted[0][0].value[:4]) - 1:04}{wanted[0][0].value[4:]}"
        wanted = [*(pair for pair in pairs if pair[0].value == before), *wanted]
    return [quantity for _, quantity in wanted] if len(wanted) == 2 else []


def from_date_to_date(asked: Asked, pairs: Dated) -> list[Quantity]:
    """Return the numbers of all years from the first to the last that a question names."""
    years = sorted({date.value[:4] for date in asked.question.dates if date.value[:4].isdigit()})
    if len(years) != 2:
        return []
    first, last = (int(year) for year in years)
    inside = [(mention, q) for mention, q in pairs if first <= int(mention.value[:4]) <= last]
    whole = sorted(int(mention.value[:4]) for mention, _ in inside) == list(range(first, last + 1))
    return [quantity for _, quantity in inside] if whole else []


def _named(asked: Asked, pairs: Dated) -> list[tuple[DateMention, Quantity]]:
    wanted = asked.question.full_dates()
    return [(d, q) for d, q in pairs if any(matches(one, d.value) and len(one) <= len(d.value) for one in wanted)]

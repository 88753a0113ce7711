"""What a number was at an earlier time, where a sentence prints the later one and by how much it changed since.

Invariant: the sentence itself names the earlier time (前年度より250万円増え), it is the one asked for, and the change
and the later number are the only ones of their unit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.compose.asked import Asked
from bot.compose.candidates import dates_in
from bot.compose.operands import number_of
from bot.compose.reckoned import Reckoned, gap, summed
from bot.compose.scoring import Scored
from bot.question import Ask
from bot.sic import misread
from corpus.structure.dates import matches
from corpus.structure.quantities import find_quantities

_THAN = re.compile(r"(?:の[一-鿿]{1,4})?(?:より(?:も)?|に比べ[てる]?|と比べ[てる]?|から|比で?)")
_THAN_BEFORE = re.compile(r"(?:比|较|\bthan (?:in )?|\bfrom )$", re.IGNORECASE)
_GREW = re.compile(r"\s?(?:増|多[いくか]|上回|伸び|高[いくか]|膨ら|の(?:増|伸び)|more|higher|up\b|increase)")
_SHRANK = re.compile(r"\s?(?:減|少な|下回|低[いくか]|縮|の減|fewer|less|lower|down\b|decrease)")
_LONGEST_TIE = 24  # characters from the earlier time to the change


def earlier(asked: Asked, ask: Ask, ranked: Sequence[Scored]) -> Reckoned | None:
    """Return what a number was at the time asked for, from what it is later and its change since; else None."""
    wanted = asked.question.full_dates()
    if ask.kind != "count" or len(wanted) != 1 or not ranked or ranked[0].candidate.passage.kind != "prose":
        return None
    best = ranked[0]
    candidate, text = best.candidate, best.candidate.text
    for mention in dates_in(candidate.document, candidate):
        at, end = mention.start - candidate.start, mention.end - candidate.start
        if end > len(text) or not mention.relative:
            continue
        if not matches(wanted[0], mention.value, mention.until):
            continue
        if not (_THAN.match(text, end) or _THAN_BEFORE.search(text[:at])):
            continue
        change = next((q for q in find_quantities(text) if end <= q.start <= end + _LONGEST_TIE), None)
        grew = change is not None and _GREW.match(text, change.end)
        if change is None or not (grew or _SHRANK.match(text, change.end)):
            continue
        alike = [q for q in find_quantities(text) if q.unit == change.unit and q.upper is None]
        later = [q for q in alike if q.end <= at]
        if len(alike) != 2 or len(later) != 1 or (grew and later[0].value <= change.value):
            continue
        if any(misread(candidate.document, candidate.place(q)) for q in alike):
            continue
        numbers = number_of(best, later[0]), number_of(best, change)
        return gap(*numbers) if grew else summed(numbers)
    return None

"""The sentences that were written before what they tell of: plans, forecasts, dates after the document's own.

Invariant: an announcement is a whole sentence of the text; that it is one says nothing of whether it came true.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Span
from corpus.structure.dates import DateMention
from corpus.structure.dates.parts import Parts, is_later, read_iso
from corpus.structure.tense import announces, tense_at
from corpus.structure.views import sentences_of

_ENDED = re.compile(r"[。．.！？!?][」』）)”\"]*\Z")


@dataclass(frozen=True, slots=True)
class Announcement:
    """A sentence at ``[start, end)`` that tells of something still to come as of a day.

    ``as_of`` is the document's date, ``date`` and ``until`` when it is to come, both ISO 8601; empty where not known.
    """

    start: int
    end: int
    as_of: str
    date: str = ""
    until: str = ""


def find_announcements(
    text: str, dates: Sequence[DateMention], published: str, notes: Sequence[Span] = ()
) -> tuple[Announcement, ...]:
    """Return the announcements of a text in order.

    ``dates`` are its dates, completed; ``published`` is its own date (ISO 8601, may be truncated or empty); ``notes``
    are left aside. Raises ValueError when ``published`` is not a date.
    """
    limit = read_iso(published) if published else None
    starts = [mention.start for mention in dates]
    found = []
    for sentence in sentences_of(text, notes):
        if not _ENDED.search(text, sentence.start, sentence.end):
            continue  # a heading, a date line, a cell
        inside = dates[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        coming = [m for m in inside if limit and m.value and is_later(read_iso(m.value), limit)]
        if not coming and (_is_history(inside, limit) or not announces(text[sentence.start : sentence.end])):
            continue
        planned = coming or [m for m in inside if m.value[:1].isdigit() and tense_at(text, m.start, m.end) == "planned"]
        first = planned[0] if planned else None
        value, until = (first.value, first.until) if first else ("", "")
        found.append(Announcement(sentence.start, sentence.end, published, value, until))
    return tuple(found)


def _is_history(dates: Sequence[DateMention], limit: Parts | None) -> bool:
    """Say whether a sentence tells of plans of an earlier time: its dates with years are all before last year."""
    years = [int(mention.value[:4]) for mention in dates if mention.value[:1].isdigit()]
    return bool(years) and (limit is None or limit.year is None or max(years) < limit.year - 1)

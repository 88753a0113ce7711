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
from corpus.structure.tense import announces, ends_announcing, tense_at
from corpus.structure.views import sentences_of

_SINCE = re.compile(r"の?(?:以降|以後|から|より)|\s?(?:부터|이후)|起|以后|以後")
_UNTIL = re.compile(r"の?末?まで(?!の間)|\s?까지|(?:年?底)?之?前|为止|為止")
_UNTIL_BEFORE = re.compile(r"(?:\b(?:until|till|by|before)\s(?:the end of\s)?|[到至])\Z", re.IGNORECASE)
_TO = re.compile(r"から|より|부터|[-~〜～–—至到]|\b(?:to|until|through)\b")
_ENDED = re.compile(r"[。．.！？!?][」』）)”\"]*\Z")


@dataclass(frozen=True, slots=True)
class Announcement:
    """A sentence at ``[start, end)`` that tells of something still to come as of a day.

    ``as_of`` is the document's date, ``date`` and ``until`` when it is to come, both ISO 8601; empty where not known.
    What is to be so until a day (来年3月まで) has only ``until``, what is so since one (令和9年度以降) only ``date``.
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
        words = text[sentence.start : sentence.end]
        if not coming and (_is_history(inside, limit) or not announces(words)):
            continue
        if not coming and _is_told(inside, limit) and not ends_announcing(words):
            continue
        planned = [m for m in inside if m.value[:1].isdigit() and tense_at(text, m.start, m.end) == "planned"]
        planned = coming or [m for m in planned if not limit or not is_later(limit, read_iso(m.until or m.value))]
        date, until = _when(text, planned[0]) if planned else ("", "")
        found.append(Announcement(sentence.start, sentence.end, published, date, until))
    return tuple(found)


def _when(text: str, mention: DateMention) -> tuple[str, str]:
    """Return since when and until when something is to come, as the words beside its date tell."""
    if _UNTIL.match(text, mention.end) or _UNTIL_BEFORE.search(text, max(mention.start - 20, 0), mention.start):
        return (mention.value, mention.until) if _is_stretch(mention) else ("", mention.until or mention.value)
    return mention.value, "" if _SINCE.match(text, mention.end) else mention.until


def _is_stretch(mention: DateMention) -> bool:
    """Say whether both ends of a stretch of time are printed."""
    return bool(mention.until) and _TO.search(mention.text) is not None


def _is_told(dates: Sequence[DateMention], limit: Parts | None) -> bool:
    """Say whether all that a sentence dates with a year lies before the document's own day."""
    years = [read_iso(one.until or one.value) for one in dates if one.value[:1].isdigit()]
    return limit is not None and bool(years) and all(is_later(limit, one) for one in years)


def _is_history(dates: Sequence[DateMention], limit: Parts | None) -> bool:
    """Say whether a sentence tells of plans of an earlier time: its dates with years are all before last year."""
    years = [int(mention.value[:4]) for mention in dates if mention.value[:1].isdigit()]
    return bool(years) and (limit is None or limit.year is None or max(years) < limit.year - 1)

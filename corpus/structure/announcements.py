"""The sentences that were written before what they tell of: plans, forecasts, dates after the document's own.

Invariant: an announcement is a whole sentence of the text, or a line that gives a day and what is to be then (日時：…);
that it is one says nothing of whether it came true.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Span
from corpus.structure.dates import DateMention
from corpus.structure.dates.parts import Parts, is_later, read_iso
from corpus.structure.entries import entries, is_dated_entry
from corpus.structure.tense import announces, ends_announcing, is_ahead, tense_at, was_planned
from corpus.structure.views import sentences_of

_SINCE = re.compile(r"の?(?:以降|以後|から|より)|\s?(?:부터|이후)|起|以后|以後")
_UNTIL = re.compile(r"の?末?まで(?!の間)|\s?까지|(?:年?底)?之?前|为止|為止")
_UNTIL_BEFORE = re.compile(r"(?:\b(?:until|till|by|before)\s(?:the end of\s)?|[到至])\Z", re.IGNORECASE)
_TO = re.compile(r"から|より|부터|[-~〜～–—至到]|\b(?:to|until|through)\b")
_IS = re.compile(r"(?:です|である|だ)?。")  # 締め切りは今月末。
_LATE = ("末", "中", "内", "底", "말")
_WITHIN = ("中", "内")
_ENDED = re.compile(r"[。．.！？!?][」』）)”\"]*\Z")


@dataclass(frozen=True, slots=True)
class Announcement:
    """A sentence or entry at ``[start, end)`` that tells of something still to come as of a day.

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
        whole = _ENDED.search(text, sentence.start, sentence.end) is not None
        for start, end in [(sentence.start, sentence.end)] if whole else entries(text, sentence.start, sentence.end):
            inside = dates[bisect_left(starts, start) : bisect_left(starts, end)]
            coming = [m for m in inside if limit and m.value and _is_coming(text, m, limit)]
            if whole or any(is_dated_entry(text, start, end, m) for m in coming):
                found += _announced(text, Span(start, end), published, coming, inside)
    return tuple(found)


def _announced(
    text: str, at: Span, published: str, coming: Sequence[DateMention], inside: Sequence[DateMention]
) -> list[Announcement]:
    """Return the announcement that stands ``at`` a place, or none; ``coming`` are its dates still to come."""
    limit = read_iso(published) if published else None
    words = text[at.start : at.end]
    if not coming and (_is_history(inside, limit) or not announces(words)):
        return []
    if not coming and _is_told(inside, limit) and not ends_announcing(words):
        return []
    planned = [m for m in inside if m.value[:1].isdigit() and tense_at(text, m.start, m.end) == "planned"]
    planned = list(coming) or [m for m in planned if not limit or not is_later(limit, read_iso(m.until or m.value))]
    return [Announcement(at.start, at.end, published, *(_when(text, planned[0]) if planned else ("", "")))]


def _is_coming(text: str, mention: DateMention, limit: Parts) -> bool:
    """Say whether a date lies after the text's own day, or in what is left of its month or year (今月末, 年内)."""
    if was_planned(text, mention.end):
        return False  # 来年4月に始まる予定だったが、早まった
    over = is_later(limit, read_iso(mention.until or mention.value))
    return is_later(read_iso(mention.value), limit) or (not over and _is_rest(text, mention))


def _when(text: str, mention: DateMention) -> tuple[str, str]:
    """Return since when and until when something is to come, as the words beside its date tell."""
    if _UNTIL.match(text, mention.end) or _UNTIL_BEFORE.search(text, max(mention.start - 20, 0), mention.start):
        return (mention.value, mention.until) if _is_stretch(mention) else ("", mention.until or mention.value)
    if not mention.relation.steps and (mention.relation.part == "within" or mention.text.endswith(_WITHIN)):
        return "", mention.until or mention.value
    return mention.value, "" if _SINCE.match(text, mention.end) else mention.until


def _is_rest(text: str, mention: DateMention) -> bool:
    """Say whether a word means what is left of the text's own month or year, and its sentence tells of that."""
    relation = mention.relation
    if relation.anchor != "now" or relation.steps:
        return False
    if relation.part == "within" or relation.ahead:
        return "年内" in mention.text or is_ahead(text, mention.start, mention.end)
    if relation.unit != "month" or not mention.text.endswith(_LATE):
        return False
    return _IS.match(text, mention.end) is not None or is_ahead(text, mention.start, mention.end)


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

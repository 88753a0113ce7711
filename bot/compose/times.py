"""The dates of a sentence that a question may ask for.

Invariant: a date is one that the document tells, with the value that it has there.
"""

from __future__ import annotations

import re

from bot.compose.asked import Asked, Point, dated
from bot.compose.candidates import Candidate, dates_in
from bot.question import Ask, Question
from corpus.document import Span
from corpus.places import lies_in
from corpus.structure.dates import DateMention, matches, render_date
from corpus.structure.opposites import tells_opposite

_CLOCK = re.compile(r"何時|\bwhat time\b|几点|幾點|몇 ?시", re.IGNORECASE)


def dates_asked(asked: Asked, ask: Ask, candidate: Candidate) -> list[Point]:
    """Find the dates of a sentence; one that the question itself names answers least."""
    question = asked.question
    if _CLOCK.search(question.text[ask.start : ask.end]):
        return []  # a date does not say at what hour
    wanted = 10 if re.search(r"日|\bday\b|\bdate\b|[号號天]|며칠|일", question.text[ask.start : ask.end]) else 0
    since = _SINCE_WHEN.search(question.text)
    found = []
    for mention in dates_in(candidate.document, candidate):
        if not lies_in(mention, candidate):
            continue
        repeats = any(
            len(d.value) >= len(mention.value) and matches(d.value, mention.value)
            for d in (*question.dates, *question.left_behind)
            if d.value
        )
        if wanted and len(mention.value) < wanted and _is_known(question, mention):
            continue  # on which day of that month it was, is asked
        near = dated(asked, candidate, mention.start - candidate.start, mention.end - candidate.start)
        precise = {4: 0.0, 7: 0.12, 10: 0.2}.get(len(mention.value), 0.05)
        if (wanted and len(mention.value) != wanted) or mention.value.startswith("-"):
            precise = -0.1
        printed = candidate.document.text[mention.start : mention.end]
        complete = mention.stated_year and not mention.relative
        shown = printed if complete else render_date(mention.value, mention.until, question.lang)
        heads = _DATELINE_COUNTS if _is_dateline(candidate, mention) else 0.0
        of_other = _UNDONE if _is_of_what_undoes(question, candidate, mention) else 0.0
        begins = bool(since) and _SINCE.match(candidate.text, mention.end - candidate.start) is not None
        fit = 0.3 + 0.5 * near + precise - (0.5 if repeats else 0.0) - heads - of_other + _BEGINS * begins
        found.append(Point(shown, Span(mention.start, mention.end), candidate, fit, plain=begins))
    return found


def _is_of_what_undoes(question: Question, candidate: Candidate, mention: DateMention) -> bool:
    """Say whether the words that a date belongs to tell of what undoes the deed asked about (closed on, for opened on).

    They stand behind it as far as the next date, in English before it as far as the last one.
    """
    text = candidate.text
    own = mention.start - candidate.start, mention.end - candidate.start
    others = [
        (one.start - candidate.start, one.end - candidate.start) for one in dates_in(candidate.document, candidate)
    ]
    low, high = max((end for _, end in others if end <= own[0]), default=0), len(text)
    if candidate.document.lang == "en" and text[low : own[0]].strip():
        return tells_opposite(question.query, text[low : own[0]])
    high = min((start for start, _ in others if start >= own[1]), default=high)
    return tells_opposite(question.query, text[own[1] : high])


_UNDONE = 0.4  # what the date of such a deed fits less


def _is_known(question: Question, mention: DateMention) -> bool:
    """Say whether a question says the month or year of a date itself, with the year or without."""
    named = (date.value for date in question.dates if date.value)
    return any(value == mention.value or (value.startswith("--") and mention.value[4:] == value[1:]) for value in named)


# Since when is asked for, and what stands behind the date with which something begins.
_SINCE_WHEN = re.compile(
    r"(?:いつ|何年|何月|何日)(?:の?何月)?(?:以[来降]|から|より)|\bsince (?:what|which|when)\b|"
    r"从(?:什么时候|何时|哪一?年|几[年月日号])|(?:언제|몇 ?[년월일])부터",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?:ごろ|頃)?(?:以[来降]|から|より)|起|以后|开始|(?:이후|부터)")
_BEGINS = 0.35

# When a report was sent or printed, in front of what it reports (【青森5月7日＝港通信】, 2024年6月30日　…).
_DATELINE = re.compile(r"[【\[［(（][^】\]］)）。]{0,24}$")
_CLOSES = re.compile(r"[^【\[［(（。]{0,24}[】\]］)）]")
_DATELINE_COUNTS = 0.3


def _is_dateline(candidate: Candidate, mention: DateMention) -> bool:
    """Say whether a date only heads a sentence that has a date of its own behind it."""
    text = candidate.text
    before, behind = text[: mention.start - candidate.start], text[mention.end - candidate.start :]
    bracketed = _DATELINE.fullmatch(before) is not None and _CLOSES.match(behind) is not None
    return bracketed or (not before.strip() and behind[:1] in ("　", "\n"))

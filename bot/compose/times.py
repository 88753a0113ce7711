"""The dates of a sentence that a question may ask for.

Invariant: a date is one that the document tells, with the value that it has there.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.compose.asked import Asked, Point, dated, tokens_of
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
    of_day = re.search(r"日|\bday\b|\bdate\b|[号號天]|며칠|일", question.text[ask.start : ask.end]) is not None
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
        if of_day and not _HAS_DAY.search(mention.value):
            continue  # in which month it was, does not say on which day
        near = dated(asked, candidate, mention.start - candidate.start, mention.end - candidate.start)
        precise = {4: 0.0, 7: 0.12, 10: 0.2}.get(len(mention.value), 0.05)
        if mention.value.startswith("-"):
            precise = -0.1
        printed = candidate.document.text[mention.start : mention.end]
        complete = mention.stated_year and not mention.relative
        shown = printed if complete else render_date(mention.value, mention.until, question.lang)
        heads = _DATELINE_COUNTS if _is_dateline(candidate, mention) else 0.0
        other = _is_of_what_undoes(question, candidate, mention) or _is_of_another_topic(asked, candidate, mention)
        of_other = _UNDONE if other else 0.0
        begins = bool(since) and _SINCE.match(candidate.text, mention.end - candidate.start) is not None
        fit = 0.3 + 0.5 * near + precise - (0.5 if repeats else 0.0) - heads - of_other + _BEGINS * begins
        found.append(Point(shown, Span(mention.start, mention.end), candidate, fit, plain=begins))
    return _several_days(candidate, found, question.lang)


# Days of one event that are named together: 8月15日と16日の2日間.
_AND = re.compile(r"\s?(?:と|、|・|及び|および|和|与|，|와|과|및)\s?")
_DAY_ALONE = re.compile(r"\d{1,2}\s?[日号號일]")
_AND_IN = {"ja": "と", "en": " and ", "zh": "和", "ko": "과 "}


_HAS_DAY = re.compile(r"\d-\d{2}-\d{2}$|^--\d{2}-\d{2}$|^---\d{2}$")


def _several_days(candidate: Candidate, found: list[Point], lang: str) -> list[Point]:
    """Return the dates, a day that is only added to the one before it joined with it."""
    text = candidate.document.text
    joined: list[Point] = []
    for point in found:
        last = joined[-1] if joined else None
        printed = text[point.span.start : point.span.end]
        added = last is not None and _AND.fullmatch(text[last.span.end : point.span.start])
        if last is None or not added or not _DAY_ALONE.fullmatch(printed):
            joined.append(point)
            continue
        whole = text[last.span.start : point.span.end]
        shown = whole if last.text in whole else f"{last.text}{_AND_IN[lang]}{point.text}"
        span = Span(last.span.start, point.span.end)
        joined[-1] = replace(last, text=shown, span=span, fit=max(last.fit, point.fit), plain=last.plain or point.plain)
    return joined


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


_TOPIC = re.compile(r"([^、。，．\s]{1,20})は")


def _is_of_another_topic(asked: Asked, candidate: Candidate, mention: DateMention) -> bool:
    """Say whether a date stands behind another topic than the question names: 祭りは15日に、会議は16日に."""
    text, start = candidate.text, mention.start - candidate.start
    ends = [one.end - candidate.start for one in dates_in(candidate.document, candidate)]
    low = max((end for end in ends if 0 < end <= start), default=0)
    topic = _TOPIC.search(text[low:start]) if low and candidate.document.lang == "ja" else None
    if topic is None or asked.carried(frozenset(word for _, word in tokens_of(topic[1]))):
        return False
    return asked.carried(frozenset(word for _, word in tokens_of(text[:low]))) > 0


_UNDONE = 0.4  # what the date of such a deed fits less


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

"""Complete the dates a text abbreviates from the text around them.

Invariant: the mentions stay those that `find_dates` finds; a value is completed only by what the surrounding text
determines, and what nothing determines stays truncated.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from corpus.structure.dates.anchors import Anchor
from corpus.structure.dates.asked import talk
from corpus.structure.dates.background import SINCE, is_aside, is_compared, is_since
from corpus.structure.dates.completing import complete
from corpus.structure.dates.datelines import articles, opening_day
from corpus.structure.dates.enclosing import OUTSIDE, brackets, quotes
from corpus.structure.dates.events_zh import as_anchor, opening_events
from corpus.structure.dates.finding import find_dates
from corpus.structure.dates.frames import Frame, is_of_writer
from corpus.structure.dates.lookback import is_in_look_back, look_backs
from corpus.structure.dates.mentions import DateMention
from corpus.structure.dates.open_now import is_named_day
from corpus.structure.dates.parts import Parts, is_later, read_iso, to_iso
from corpus.structure.dates.spans import is_span
from corpus.structure.dates.stretches import stretched

_BREAK = re.compile(r"\n[^\S\n]*\n|\n(?=[○◯●〇◎]\S)")  # between paragraphs, and before who speaks next in a record
_HALF_A_YEAR = timedelta(days=183)
# 前日の10月24日, 翌月にあたる2025年10月: the date that follows says which one the word before it means.
_SAME_OF_YEAR = re.compile(r"の|的|의?\s")
_ACCOUNT = re.compile(r"年度\Z")
_TO = re.compile(r"\s?(?:から|より|[-~〜～–—]|부터|[至到]|to|until|through)\s?")
_APPOSED = re.compile(r"の|に[あ当]たる|である|、?(?:つまり|すなわち)、?|[（(]|,\s|，|인\s")


def resolve_dates(text: str, published: str = "") -> tuple[DateMention, ...]:
    """Return the dates of a whole document's canonical text with their values completed from context.

    Of a document that collects articles, each with its dateline, every article is read from its own day; otherwise, and
    within each:

    A truncated date takes its year from the nearest date before it in its paragraph, when that does not lead past
    ``published`` (ISO 8601, may be truncated or empty); else it is the latest such date not after ``published``, or the
    next one where its sentence announces it. Dates in brackets and quotes anchor nothing outside, and those that
    only say since or until when (以来, 2030年までに…する) nothing behind; a look back (2010年にも) ends with its
    sentence. Relative dates (翌月, その3日後) hang on the nearest such date of the paragraph that is no flashback, 昨年
    and the like on ``published``, or without it on a date of the opening lines, and in what somebody is quoted as
    saying on the day that its sentence gives; a date printed right after such a word decides it (前日の10月24日). What
    nothing determines stays as printed.
    Raises ValueError when ``published`` is not a date.
    """
    return tuple(
        replace(mention, start=mention.start + article.start, end=mention.end + article.start)
        for article in articles(text)
        for mention in _resolved(text[article.start : article.end], article.published or published)
    )


def _resolved(text: str, published: str) -> tuple[DateMention, ...]:
    """Return the dates of one article."""
    mentions = find_dates(text, distances=True)
    limit = read_iso(published) if published else Parts()
    now = limit if limit.year is not None else opening_day(text, mentions)
    breaks = [match.start() for match in _BREAK.finditer(text)]
    bracket, quote = brackets(text), quotes(text)
    outside = [m for m in mentions if bracket[m.start] == OUTSIDE and not SINCE.match(text, m.end)]
    stated = [m for m in outside if m.stated_year and m.value and not is_since(text, m) and not is_compared(text, m)]
    backs = look_backs(text, stated, limit)
    stated = [m for m in stated if m.start not in backs and not is_aside(text, m)]
    told = frozenset(read_iso(m.value) for m in stated) - {limit}
    latest = frozenset(_last_of(m) for m in stated) - {limit}
    paragraphs = [bisect_left(breaks, mention.start) for mention in outside]
    opening = [m for at, m in enumerate(outside) if not at or paragraphs[at] > paragraphs[at - 1]]
    japanese = bool(re.search(r"[ぁ-ゖァ-ヺ]", text))
    unquoted = [m for m in outside if m.relation.anchor == "now" and quote[m.start] == OUTSIDE]
    own = any(is_of_writer(text, m) for m in unquoted)
    news = any(m.relation.unit == "day" and not is_named_day(m) for m in unquoted)
    frame = Frame(limit, now, told, _looks_back(outside, opening, latest, limit), own, news)
    held = talk(text, mentions)
    anchors: list[Anchor] = []
    resolved: list[DateMention] = []
    events = opening_events(text)
    for mention in mentions:
        at = mention.start
        aside = is_in_look_back(text, mention, anchors, backs)
        here = Anchor(mention, Parts(), Parts(), bisect_left(breaks, at), bracket[at], quote[at], aside)
        while events and events[0].end() <= at:
            event = events.pop(0)
            same = bisect_left(breaks, event.end()) == here.paragraph
            if same and (known := as_anchor(text, event, here, anchors)) is not None:
                anchors.append(known)
        first, last = complete(text, here, anchors, frame.said_in(held.day) if held and at > held.start else frame)
        if resolved and _ends_too_soon(text, resolved[-1], mention, last):
            first, last = (read_iso(value) if value else Parts() for value in (mention.value, mention.until))
        if resolved and _of_year(resolved[-1], mention, text):
            first = last = _a_year_before(first, resolved[-1].value) or _as_printed(mention)
            resolved[-1] = replace(resolved[-1], value=to_iso(first) and resolved[-1].value)
        value, until = to_iso(first), to_iso(last) if last != first else ""
        done = stretched(text, replace(mention, value=value, until=until), japanese=japanese)
        if resolved and not mention.relative and _APPOSED.fullmatch(text, resolved[-1].end, mention.start):
            resolved[-1] = _apposed(resolved[-1], first)
        resolved.append(done)
        if (value or done.relation.anchor == "text") and not is_span(mention):
            if _ACCOUNT.search(done.text) and done.until:  # so that a month behind it is one of that year
                first, last = read_iso(done.value), read_iso(done.until)
            anchors.append(replace(here, first=first, last=last, mention=replace(mention, value=value, until=until)))
    return tuple(resolved)


def _last_of(mention: DateMention) -> Parts:
    """Return a date as printed; of a Japanese year of account its last month."""
    parts = read_iso(mention.value)
    return Parts((parts.year or 0) + 1, 3) if _ACCOUNT.search(mention.text) and parts == Parts(parts.year) else parts


def _ends_too_soon(text: str, start: DateMention, mention: DateMention, last: Parts) -> bool:
    """Say whether a date that a word tells (本年3月) closes a range which would end before it begins."""
    if mention.stated_year or not start.value or not _TO.fullmatch(text, start.end, mention.start):
        return False
    return is_later(read_iso(start.value), last)


def _of_year(year: DateMention, mention: DateMention, text: str) -> bool:
    """Say whether a mention is the same day or month of the year right before it (前年の同じ日, 지난해 같은 달)."""
    same = mention.relation.anchor == "text" and mention.relation.steps == 0 and mention.relation.unit != "year"
    beside = _SAME_OF_YEAR.fullmatch(text, year.end, mention.start)
    return same and year.relative and len(year.value) in (0, 4) and beside is not None


def _as_printed(mention: DateMention) -> Parts:
    return read_iso(mention.value) if mention.value else Parts()


def _a_year_before(same: Parts, year: str) -> Parts | None:
    """Return a day or month in the year before its own; nothing where the year named is another, or not known."""
    return same._replace(year=int(year)) if year and same.year == int(year) + 1 else None


def _looks_back(
    mentions: Sequence[DateMention], opening: Sequence[DateMention], told: frozenset[Parts], limit: Parts
) -> bool:
    """Say whether a text tells only of a time more than half a year before its own date.

    What is of its own time is a bare day that opens a paragraph (13日), and 今年4月, 先月, 昨日.
    """
    days = [date(parts.year or 1, parts.month or 12, 28) for parts in told if parts.year]
    if limit.year is None or not days or date(limit.year, limit.month or 1, 1) - max(days) < _HALF_A_YEAR:
        return False
    bare = any(re.fullmatch(r"---\d+", mention.value) for mention in opening)
    now = [m for m in mentions if m.relation.anchor == "now"]
    return not bare and not any(m.relation.unit != "year" or (m.relation.steps == 0 and m.value) for m in now)


def _apposed(word: DateMention, printed: Parts) -> DateMention:
    """Return a relative word with the value of the date printed right after it, when that is as precise as its unit."""
    kept = {"year": 1, "month": 2, "day": 3}[word.relation.unit]
    countable = word.relation.near or word.relation.part == "ago" or not re.search(r"\d", word.text)
    if word.until or not word.relative or not countable or None in printed[:kept]:
        return word
    return replace(word, value=to_iso(Parts(*printed[:kept])))

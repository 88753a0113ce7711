"""Articles that one document collects, told apart by their datelines: each dates from its own day.

Invariant: the stretches returned cover the text without a gap; a text with fewer than two days in its datelines is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.structure.dates.background import STOP
from corpus.structure.dates.finding import find_dates
from corpus.structure.dates.mentions import DateMention
from corpus.structure.dates.parts import Parts, read_iso

_PARAGRAPH = re.compile(r"(?:^|\n[^\S\n]*\n)\s*(\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*)")
_BRACKETED = re.compile(r"[【\[［〔(（][^】\]］〕)）\n]{1,60}[】\]］〕)）]")
_LONGEST_LINE = 60  # characters of a line that gives a day and hardly more
_MOST_BESIDE = 28  # characters of such a line beside the day: a desk, a name, a paper
_MOST_OF_MONTH = 2  # characters beside a month that stands alone: 付, 発行
_ENDS = re.compile(r"[。．.!?！？]\s*$")


class Article(NamedTuple):
    """A stretch of a text and the day it was written (ISO 8601, "" where it has no dateline)."""

    start: int
    end: int
    published: str


def articles(text: str) -> tuple[Article, ...]:
    """Return the articles of a text in order, each from the heading before its dateline; the whole text as one else."""
    found = list(_datelines(text))
    if len({published for _, published in found}) < 2:
        return (Article(0, len(text), ""),)
    starts = [start for start, _ in found]
    made = [
        Article(start, end, published) for (start, published), end in zip(found, [*starts[1:], len(text)], strict=True)
    ]
    return (Article(0, starts[0], ""), *made) if starts[0] else tuple(made)


def opening_day(text: str, mentions: Sequence[DateMention]) -> Parts:
    """Return the first date of a text with its year and month, where it stands in the opening lines; else nothing.

    Those are the lines before the first paragraph that ends a sentence. A date that opens that paragraph, or a day in
    brackets in it, is of the day of writing where the text tells of no later year; and so is one in a title.
    """
    told = [(m, read_iso(m.value)) for m in mentions if m.stated_year and m.value and not m.relative]
    first, day = next(((m, parts) for m, parts in told if parts.month is not None), (None, Parts()))
    if first is None:
        return Parts()
    latest = (day.year or 0) >= max(parts.year or 0 for _, parts in told)
    for paragraph in _PARAGRAPH.finditer(text):
        inside = paragraph.start(1) <= first.start < paragraph.end(1)
        if _ENDS.search(paragraph.group(1).replace(first.text, "")):
            return day if inside and latest and _opens(text, paragraph.start(1), first, day) else Parts()
        if inside:
            return day if latest or _dates_its_line(paragraph.group(1), first) else Parts()
    return Parts()


def _dates_its_line(line: str, first: DateMention) -> bool:
    """Say whether a line says little more than a date, or says by a label what it is."""
    beside = re.sub(r"[\s\W]", "", line.replace(first.text, ""))
    return len(beside) <= _MOST_OF_MONTH or bool(_day(line, _MOST_BESIDE) or re.search(r"\S[:：]\s*\S", line))


def _opens(text: str, paragraph: int, first: DateMention, day: Parts) -> bool:
    """Say whether a date opens its paragraph or the whole text, or is a day that opens brackets."""
    if first.start == paragraph or (day.day and text[first.start - 1] in "（([【［〔"):
        return True
    return not paragraph and not STOP.search(text, 0, first.start)


def _datelines(text: str) -> Iterator[tuple[int, str]]:
    """Yield where an article begins and its day: a line of its own, or brackets at the head of a paragraph."""
    paragraphs = [(match.start(1), match.group(1)) for match in _PARAGRAPH.finditer(text)]
    around = [(0, ""), *paragraphs, (len(text), "")]
    for (heading_at, heading), (at, paragraph), (_, following) in zip(around[:-2], paragraphs, around[2:], strict=True):
        bracketed = _BRACKETED.match(paragraph)
        if bracketed and (day := _day(bracketed.group(), _MOST_BESIDE)):
            yield at, day
        elif not bracketed and _is_line(paragraph) and len(following) > _LONGEST_LINE:  # of a chronology no line is one
            if day := _day(paragraph, _MOST_BESIDE):
                yield (heading_at if heading and _is_line(heading) else at), day
            elif day := _day(paragraph, _LONGEST_LINE, first=True):
                yield at, day


def _is_line(paragraph: str) -> bool:
    """Say whether a paragraph is a short line that ends no sentence: a heading, or a dateline."""
    return "\n" not in paragraph and len(paragraph) <= _LONGEST_LINE and not _ENDS.search(paragraph)


def _day(words: str, most_beside: int, *, first: bool = False) -> str:
    """Return the one full date of a dateline with hardly anything beside it, or nothing; ``first``: it begins so."""
    days: list[DateMention] = [m for m in find_dates(words) if m.stated_year and not m.relative]
    if len(days) != 1 or days[0].until or len(days[0].value) != len("2024-01-31") or days[0].value.startswith("-"):
        return ""
    if first and days[0].start:
        return ""
    beside = words[: days[0].start] + words[days[0].end :]
    return days[0].value if len(re.sub(r"[\s【】\[\]（）()、,:：]", "", beside)) <= most_beside else ""

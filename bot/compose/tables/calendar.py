"""Parts of a year that a text says beside the year: 2025年の1月から6月, 2025年上半期, the first half of 2025.

Invariant: a half is the six months of its own calendar, which for a 年度 begins in April.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.structure.dates import DateMention

_BETWEEN = re.compile(r"\s*(?:の(?:うち)?|[、,（(])?\s*")
# The two halves of a year by names that mean nothing else; 前半 and 後半 do beside a year, and alone in a header.
FIRST_HALF = r"上半期|上期|上半年|前半年|[상전]반기"
SECOND_HALF = r"下半期|下期|下半年|[後后]半年|[하후]반기"
_FIRST, _SECOND = rf"{FIRST_HALF}|前半期?|h1\b", rf"{SECOND_HALF}|後半期?|h2\b"
_HALF_AFTER = re.compile(rf"\s*の?\s*(?:(?P<one>{_FIRST})|(?P<two>{_SECOND}))", re.IGNORECASE)
_HALF_BEFORE = re.compile(
    r"\b(?:(?P<one>first half|h1)|(?P<two>second half|h2))(?: of)?(?: fiscal| the year)?\s*$", re.I
)
_BARE_HALF = re.compile(
    rf"(?:(?P<one>{_FIRST}|(?:the )?first half)|(?P<two>{_SECOND}|(?:the )?second half))", re.IGNORECASE
)
_LEAD = 32  # characters before a year that may name its half
_FISCAL = re.compile(r"年度|財年|财年|회계")


def completed(dates: Sequence[DateMention], text: str) -> tuple[DateMention, ...]:
    """Return the dates of a text, with the months or the half that it says beside a year taken into one."""
    return tuple(_completed(dates, text))


def bare_half(text: str, fiscal: bool) -> tuple[str, str] | None:
    """Return the months of a half that a header names and nothing else, of a year that stands elsewhere, or None."""
    match = _BARE_HALF.fullmatch(text.strip())
    if match is None:
        return None
    if fiscal:
        return ("--04", "--09") if match["one"] else ("--10", "--03")
    return ("--01", "--06") if match["one"] else ("--07", "--12")


def _completed(dates: Sequence[DateMention], text: str) -> Iterator[DateMention]:
    skipped = False
    for at, mention in enumerate(dates):
        if skipped:
            skipped = False
            continue
        if not re.fullmatch(r"\d{4}", mention.value) or mention.until:
            yield mention
            continue
        following = dates[at + 1] if at + 1 < len(dates) else None
        if following and following.value.startswith("--") and _BETWEEN.fullmatch(text[mention.end : following.start]):
            skipped = True
            yield _within_year(mention, following, text)
        else:
            yield _half(mention, text) or mention


def _within_year(year: DateMention, part: DateMention, text: str) -> DateMention:
    """Return a month, day or range of months in a year."""
    value, until = (f"{year.value}{iso[1:]}" if iso else "" for iso in (part.value, part.until))
    return replace(year, end=part.end, text=text[year.start : part.end], value=value, until=until)


def _half(year: DateMention, text: str) -> DateMention | None:
    """Return the half of a year that is named behind or before it, or None."""
    after = _HALF_AFTER.match(text, year.end)
    before = None if after else _HALF_BEFORE.search(text[max(0, year.start - _LEAD) : year.start])
    match = after or before
    if match is None:
        return None
    number = int(year.value)
    start = year.start if after else year.start - len(match.group())
    end = match.end() if after else year.end
    if _FISCAL.search(text[year.start : year.end + 2]):
        value, until = (f"{number}-04", f"{number}-09") if match["one"] else (f"{number}-10", f"{number + 1}-03")
    else:
        value, until = (f"{number}-01", f"{number}-06") if match["one"] else (f"{number}-07", f"{number}-12")
    return replace(year, start=start, end=end, text=text[start:end], value=value, until=until)

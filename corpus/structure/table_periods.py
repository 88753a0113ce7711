"""The time that the figures of a table cover, as its caption prints it.

Invariant: it is a slice of the caption, holds a year that is printed, and is whole: of parts of a year told together
(2028年上半期・下半期, Q1 and Q2 2028) none is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.structure.dates import DateMention, find_dates

_PART = (
    r"[上下]半?期|[前後]半期?|第?[1-4１-４一二三四]四半期|[上下]半年|第[一二三四]季度"
    r"|[상하]반기|제?\s?[1-4]\s?[사/]?분기"
)
_TAIL = re.compile(rf"\s*(?:(?:{_PART}|期|度|時点|現在|末|[上中下]旬|\s?[초중하]순)+)")
_BESIDE = re.compile(r"\s*(?:と|及び?|および|並びに|ならびに|[・、，,/／·]|[和与與]|및|[와과]|and|versus|vs\.?)\s*")
_SAME_YEAR = re.compile(rf"(?:同年?|同じ年の)?(?:{_PART})(?:末)?")  # behind such a part, of the same year
_MONTH = re.compile(r"\d{1,2}\s?[月월](?:末)?(?![\d一二三四五六七八九十日])")
_MONTHS_BESIDE = re.compile(r"\s*(?:と|及び|および|[・/／·]|[和与與]|및|[와과])\s*")  # not 、: 2028年4月、7月調べ
_ENDS_IN_PART = re.compile(rf"(?:{_PART})末?$")
_ENDS_IN_MONTH = re.compile(r"[月월]末?$")
_NTH = r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|last)"
_NAMED_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_BEFORE_YEAR = re.compile(  # first and second halves of, H1 and H2, January and, 2026 and
    rf"(?:{_NTH}(?: hal(?:f|ves)| quarters?)?(?:(?:,? and |, )(?:the )?{_NTH}(?: hal(?:f|ves)| quarters?)?)* of "
    rf"|\b(?:[QH][1-4](?:,? and |, | ?[-–/&] ?))*[QH][1-4] |\b(?:{_NAMED_MONTH}, )*{_NAMED_MONTH} and "
    r"|\b(?:(?:1[89]|20)\d\d, )*(?:1[89]|20)\d\d,? and )$"
)


def period(words: str) -> str:
    """Return the time that a caption says its figures cover, as printed: the longest date or range with a year.

    Dates that only と, and or the like parts are told together (2015年と2025年), and so are parts of one year.
    """
    mentions = [mention for mention in find_dates(words) if mention.stated_year]
    if not mentions:
        return next(iter(years_alone(words)), "")
    best = max(mentions, key=lambda mention: (bool(mention.until), len(mention.text)))
    first, last = _told_together(words, mentions, mentions.index(best))
    start, end = mentions[first].start, _end(words, mentions[last].end)
    before = _BEFORE_YEAR.search(words, 0, start)
    return words[before.start() if before else start : _same_year(words, start, end)]


# A year between the signs of a caption, where it is no number of things: (2024, US$ million), 2028 and 2030.
_ALONE = re.compile(r"(?:^|[(（,、，;；]\s*|\band\s+|&\s*)((?:19|20)\d\d)(?=\s*(?:[,、，;；)）]|and\b|&|$))")


def years_alone(words: str) -> tuple[str, ...]:
    """Return the years that stand alone between the signs of a caption, in order."""
    return tuple(_ALONE.findall(words))


def of_header(names: Sequence[str]) -> str:
    """Return the first time that the names of columns print in brackets (人口（2024年）), or nothing."""
    found = (match[1] for name in names if (match := re.search(r"[（(]([^（）()]+)[)）]", name)))
    return next((one for words in found if (one := period(words))), "")


def _told_together(words: str, mentions: Sequence[DateMention], at: int) -> tuple[int, int]:
    """Return the first and the last of the dates that are told together with one."""
    first = last = at
    while first and _BESIDE.fullmatch(words[_end(words, mentions[first - 1].end) : mentions[first].start]):
        first -= 1
    while last + 1 < len(mentions) and _BESIDE.fullmatch(
        words[_end(words, mentions[last].end) : mentions[last + 1].start]
    ):
        last += 1
    return first, last


def _end(words: str, end: int) -> int:
    """Return where a date ends with what makes a stretch of time of it (上半期, 末)."""
    tail = _TAIL.match(words, end)
    return tail.end() if tail else end


def _same_year(words: str, start: int, end: int) -> int:
    """Return where a time ends with the other parts of its year that are told together with it (…・下半期, …・7月)."""
    for ends, beside, part in (
        (_ENDS_IN_PART, _BESIDE, _SAME_YEAR),
        (_ENDS_IN_MONTH, _MONTHS_BESIDE, _MONTH),
    ):
        while ends.search(words, start, end) and (gap := beside.match(words, end)):
            if not (more := part.match(words, gap.end())):
                break
            end = more.end()
    return end

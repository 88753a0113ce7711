"""What the heads of a document's pages say of it: the day and the name of the paper that they print on every page.

Invariant: only what all heads say counts; heads that give different days are those of a collection, and say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.structure.lines import is_hangul, is_wide, width
from corpus.structure.roles import date_of

_PARTS = re.compile(r"[\u3000|｜]+|\s{2,}")
_LONGEST_NAME = 24  # columns
# Kinds of periodical: what a name before the day must end with (…新報, …日报, … Courier).
_PAPER = re.compile(
    r"(?:新聞|新报|新報|日報|日报|時報|时报|週報|周报|月報|月报|公報|公报|タイムス|タイムズ|ニュース|通信|신문|일보|신보|시보"
    r"|\b(?:Times|Post|Herald|Courier|Gazette|Tribune|News|Chronicle|Mail))$"
)


def of_heads(heads: Iterable[str]) -> tuple[str, str]:
    """Return the full day (ISO 8601) and the paper that every dated page head names; empty where they do not.

    A head is dated where the day is a part of its own beside other words (潮騒日報　朝刊　2019年5月2日（木）　3).
    """
    said = [one for head in dict.fromkeys(heads) if (one := _said(head))]
    days, papers = {day for day, _ in said}, {paper for _, paper in said}
    if len(said) == 0 or len(days) != 1:
        return "", ""
    return days.pop(), papers.pop() if len(papers) == 1 else ""


def _said(head: str) -> tuple[str, str] | None:
    """Return the day that stands apart in a head, and the paper's name if that is its first part; else None."""
    parts = [part.strip() for part in _PARTS.split(head) if part.strip()]
    dated = [(at, day) for at, part in enumerate(parts) if (day := date_of(part, True))]
    if len(parts) < 2 or len(dated) != 1:
        return None
    at, day = dated[0]
    first = parts[0]
    named = at > 0 and width(first) <= _LONGEST_NAME and _PAPER.search(first)
    wide = any(is_wide(char) or is_hangul(char) for char in first)
    return day, first if named and (wide or first[:1].isupper()) else ""

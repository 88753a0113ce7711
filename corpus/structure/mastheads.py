"""What the heads of a document's pages and its masthead say of it: the paper, the day, and who wrote it.

Invariant: of page heads only what all say counts; heads that give different days are those of a collection, and say
nothing. A masthead is a line of which every part is told: paper and day, edition, page, a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from corpus.structure.credits import apart, credited
from corpus.structure.dates import find_dates
from corpus.structure.imprint import is_sender
from corpus.structure.lines import is_hangul, is_wide, width
from corpus.structure.people import is_person
from corpus.structure.roles import date_of, role

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


def issue_of_heads(heads: Iterable[str], title: str) -> str:
    """Return the issue of a series that page heads name, where no two name different ones; else nothing.

    Heads that count as the title does say no more than what the text is called.
    """
    found = {value for head in dict.fromkeys(heads) for kind, value in (role(head),) if kind == "series"}
    called = {number for value in found for number in _NUMBERED.findall(value)} & set(_NUMBERED.findall(title))
    return found.pop() if len(found) == 1 and not called else ""


_NUMBERED = re.compile(r"(?:第|No\.?)\s?\d+")
_TIME = re.compile(r"(?<!\d)\d{1,2}[:：]\d{2}(?!\d)")


def _said(head: str) -> tuple[str, str] | None:
    """Return the day that stands apart in a head, and the paper's name if that is its first part; else None.

    Beside a time of the day it is when somebody printed the page.
    """
    if _TIME.search(head):
        return None
    parts = [part.strip() for part in _PARTS.split(head) if part.strip()]
    dated = [(at, day) for at, part in enumerate(parts) if (day := date_of(part, True))]
    if len(parts) < 2 or len(dated) != 1:
        return None
    at, day = dated[0]
    first = parts[0]
    named = at > 0 and width(first) <= _LONGEST_NAME and _PAPER.search(first)
    wide = any(is_wide(char) or is_hangul(char) for char in first)
    return day, first if named and (wide or first[:1].isupper()) else ""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What one line says of a text: the paper, its day (ISO 8601), and who wrote it, with what is said of that person.

    The author may be empty.
    """

    paper: str
    day: str
    author: str = ""
    of: str = ""


_BAR = re.compile(r"\u3000+|\s{2,}|\s*[|｜·]\s*|\s+[–—/／-]\s+")
_EDITION = re.compile(  # which edition, page, number or section of a paper
    r"(?:[朝夕夜]刊|電子版|デジタル版|号外|第?\s?\d+\s?[面版]|제?\s?\d+\s?[면호판]"
    r"|(?:第|通巻|总第|제)\s?\d+\s?[号號期호]"
    r"|(?:総合|社会|国際|経済|政治|地域|文化|スポーツ|国际|经济|要闻|사회|경제|국제|정치|문화|종합|지역)(?:面|版|면|판)?"
    r"|(?:[Pp]age|[Pp]\.?|[Vv]ol\.|[Nn]o\.)\s?[A-Z]?\d{1,5}(?!\d)|(?<!\d)[A-Z]?\d{1,3}(?!\d)"
    r"|(?:[Mm]orning|[Ee]vening|[Oo]nline|[Pp]rint)\s?[Ee]dition|[(（][月火水木金土日](?:曜日?)?[)）])+"
)
_POST_OF_WRITER = re.compile(r"^(?:記者|记者|기자|[Bb]y)\s*[:：]?\s*|\s*(?:記者|特派員|通信員|记者)$")
_MOST_PARTS, _LONGEST_LINE, _LONGEST_SENDER = 6, 90, 40


@lru_cache(1024)
def of_line(line: str) -> Masthead | None:
    """Return what a line says that is nothing but a masthead (西海新報　2028年9月9日　朝刊7面), or None."""
    parts = [part.strip() for part in _BAR.split(line.strip()) if part.strip()]
    if not 1 < len(parts) <= _MOST_PARTS or width(line) > _LONGEST_LINE:
        return None
    days = [day for part in parts if (day := _day_alone(part))]
    named = {part: without_edition(part) for part in parts}
    papers = [named[part] for part in parts if is_paper(named[part])]
    rest = [
        part for part in parts if named[part] not in papers and not _day_alone(part) and not _EDITION.fullmatch(part)
    ]
    people = [one for part in rest if (one := _writer(part))[0]]
    told = len(parts) > 2 or _PAPER.search(papers[0]) if papers else False  # 灯台局　2031年4月3日 may head a letter
    if len(days) != 1 or not told or len(papers) != 1 or len(people) != len(rest) or len(rest) > 1:
        return None
    return Masthead(papers[0], days[0], *(people[0] if people else ("", "")))


def _day_alone(part: str) -> str:
    """Return the full day that a part is, with no more than a weekday and an edition behind it."""
    days = [one for one in find_dates(part) if one.stated_year and len(one.value) == _FULL_DAY]
    if len(days) != 1 or days[0].start:
        return ""
    rest = re.sub(r"\s|[(（].{1,4}[)）]", "", part[days[0].end :])
    return days[0].value if not rest or _EDITION.fullmatch(rest) else ""


_FULL_DAY = 10  # 2031-04-03


def paper_of(part: str) -> str:
    """Return the name of a paper that a part is, without the edition right behind it (岬新報夕刊), or nothing."""
    name = without_edition(part)
    return name if _PAPER.search(name) and is_paper(name) else ""


def without_edition(part: str) -> str:
    """Return the name of a paper without the edition right behind it, other words as they are."""
    name = _EDITION_BEHIND.sub("", part)
    return name if _PAPER.search(name) else part


_EDITION_BEHIND = re.compile(r"\s?(?:[朝夕夜]刊|電子版|デジタル版|号外)(?:\s?第?\d{1,2}[面版])?$")


def is_paper(part: str) -> bool:
    """Say whether a part is the name of a paper, or of an institution that sends one."""
    wide = any(is_wide(char) or is_hangul(char) for char in part)
    named = bool(_PAPER.search(part)) and (wide or part[:1].isupper())
    return width(part) <= _LONGEST_SENDER and (named or is_sender(part)) and not re.search(r"\d", part)


def _writer(part: str) -> tuple[str, str]:
    """Return the person that a part names alone, and what it says of that person; else two empty strings."""
    if (found := credited(part))[0]:
        return found
    name, of = apart(_POST_OF_WRITER.sub("", part))
    return (name, of) if is_person(name) else ("", "")

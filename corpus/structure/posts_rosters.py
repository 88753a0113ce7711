"""People in rosters and in tables of people: 座長　A　B大学教授 line below line, a column of names beside one of posts.

Invariant: what a column is of its name says, or three lines of one shape; in the place of a name only what can be one
counts, and a post is a slice of the same line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.structure.names_ja import could_be_name
from corpus.structure.people import is_person
from corpus.structure.posts import Person, Place, person
from corpus.structure.posts_parted import parted

_NAME_COLUMN = re.compile(r"氏\s?名|姓\s?名|名\s?前|名字|성\s?명|이름|[Nn]ames?")
_POST_COLUMN = re.compile(
    r".{0,12}?(?:役職名?|職名|肩書き?|所属・?(?:役)?職名?|職務|职务|职位|前职|現職|前職|직책|직위|직함|[Pp]osts?|[Pp]ositions?|[Tt]itles?)"
    r"(?:[（(].*[）)])?"
)
_PAST_COLUMN = re.compile(r"[前元旧]職|前职|原职|当時|締結時|就任前|以前|かつて|전직|[Ff]ormer|[Pp]revious|時の")
_TERM_COLUMN = re.compile(r"任期|在任(?:期間)?|在职|임기|[Tt]erm")
_SAME = re.compile(r"同左|同上|左に同じ|〃|″")
_ROLE = re.compile(
    r"(?:副)?(?:座長|委員長|会長|議長|部会長|代表|幹事長|理事長|主査)(?:(?:職務)?代理|補佐)?|(?:臨時|専門|特別)?委員|理事|監事|幹事|顧問|参与|司会|講師"
    r"|オブザーバー|アドバイザー|ファシリテーター|パネリスト|コーディネーター"
)
_NAME = re.compile(r"[一-鿿々ヶ]{1,4}[ 　]?[一-鿿々ぁ-ゖァ-ヺー]{1,4}|[ァ-ヺー]{2,}(?:[・＝ ][ァ-ヺー]{2,})+")
_FOREIGN = re.compile(r"[一-鿿]{1,6}(?:·[一-鿿]{1,7})+")  # 彼得·隆德
_FEWEST = 3  # lines of one shape
_LONGEST = 120  # characters of a line


class _Field(NamedTuple):
    """Words between the gaps of a line, at ``[start, end)`` of the text."""

    words: str
    start: int
    end: int


def listed_people(text: str, year: int | None) -> Iterator[Person]:
    """Yield the people that the rosters and the tables of people of a text name; ``year`` is that of the text."""
    lines = [(match.start(), match.group()) for match in re.finditer(r"(?m)^.*$", text)]
    yield from _rosters(lines, text)
    for at, (start, line) in enumerate(lines):
        if len(line) <= _LONGEST and _NAME_COLUMN.search(line):
            yield from _table(lines, at, _fields(line, start), text, year)


def _fields(line: str, start: int, single: bool = False) -> list[_Field]:
    """Return the stretches of a line between pipes, tabs and wide space, or single spaces where it has no others."""
    gap = r"[ \u3000]*[|\t][ \u3000|\t]*|\u3000[ \u3000]*|[ ]{2,}"
    if single or not re.search(gap, line.strip()):
        gap = "[ \u3000]+"
    edges = [0, *(edge for match in re.finditer(gap, line) for edge in match.span()), len(line)]
    pairs = [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    return [_Field(line[a:b], start + a, start + b) for a, b in pairs if line[a:b].strip()]


def _rosters(lines: Sequence[tuple[int, str]], text: str) -> Iterator[Person]:
    """Yield the people of lines that each give a part someone has, a name, and what that person is elsewhere."""
    shaped = [fields for start, line in lines if len(line) <= _LONGEST and (fields := _member(line, start))]
    if len(shaped) < _FEWEST:
        return
    for role, name, other in shaped:
        place = Place(name.start, name.end)
        yield person(text, place, Place(role.start, role.end))
        yield from _held(text, place, other, past=False)


def _member(line: str, start: int) -> tuple[_Field, _Field, _Field] | None:
    fields = _fields(line, start)
    if len(fields) != 3 or not _ROLE.fullmatch(fields[0].words) or not _can_be_name(fields[1].words):
        return None
    return (fields[0], fields[1], fields[2]) if parted(fields[2].words) is not None else None


def _can_be_name(words: str) -> bool:
    if _FOREIGN.fullmatch(words) or is_person(words):
        return True
    return bool(_NAME.fullmatch(words)) and parted(words) is None and could_be_name(words, certain=True)


def _table(
    lines: Sequence[tuple[int, str]], at: int, header: list[_Field], text: str, year: int | None
) -> Iterator[Person]:
    """Yield the people of the rows below a header that names a column of names and one of posts."""
    names = [column for column, field in enumerate(header) if _NAME_COLUMN.fullmatch(field.words.strip())]
    posts = [column for column, field in enumerate(header) if _POST_COLUMN.fullmatch(field.words.strip())]
    if len(names) != 1 or not posts:
        return
    terms = [column for column, field in enumerate(header) if _TERM_COLUMN.fullmatch(field.words.strip())]
    for start, line in lines[at + 1 :]:
        row = _fields(line, start)
        if len(row) != len(header):
            row = _fields(line, start, single=True)
        if len(row) != len(header) or len(line) > _LONGEST:
            break
        name = row[names[0]]
        if not _can_be_name(name.words):
            continue
        over = any(_is_over(row[column].words, year) for column in terms)
        for column in posts:
            cell = row[column - 1] if _SAME.fullmatch(row[column].words) and column else row[column]
            past = bool(_PAST_COLUMN.search(header[column].words))
            yield from _held(text, Place(name.start, name.end), cell, past=past or over)


def _is_over(term: str, year: int | None) -> bool:
    """Say whether a term of office (2009—2011年) ended before a year."""
    years = [int(found) for found in re.findall(r"(?:1[89]|20)\d\d", term)]
    return year is not None and len(years) > 1 and years[-1] < year


def _held(text: str, name: Place, field: _Field, *, past: bool) -> Iterator[Person]:
    """Yield a person with the posts that a field gives (A部長／B委員)."""
    at = field.start
    for words in re.split(r"([／/・、,，]| 兼 |兼)", field.words):
        found = parted(words)
        if found is not None:
            of = Place(at + found.of[0], at + found.of[1]) if found.of[1] > found.of[0] else None
            post = Place(at + found.post[0], at + found.post[1])
            yield person(text, name, post, of, former=past or found.former)
        elif re.fullmatch(r"[一-鿿]{1,8}(?:[长員员]|主任|会计|教授)|[A-Z][\w -]{3,40}", words):
            yield person(text, name, Place(at, at + len(words)), None, former=past)
        at += len(words)

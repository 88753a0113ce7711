"""The lines before the body of a plain text: title, author, affiliation or series, date.

Invariant: a field is the document's own words (a date as ISO 8601), or empty when no line says it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.structure.blocks import Block
from corpus.structure.colophon import colophon
from corpus.structure.credits import apart
from corpus.structure.issued import Day, day_of, likeliest, lines_below
from corpus.structure.issuers import as_called, institution, is_office, only_counts, publisher_of, signature
from corpus.structure.languages import prevailing
from corpus.structure.lines import ends_sentence, is_hangul, is_wide, width
from corpus.structure.opening_names import name_in, told_of
from corpus.structure.opening_parts import opening_lines
from corpus.structure.roles import (
    ORGANISATION,
    POST,
    date_of,
    longest_date,
    role,
    series_parts,
    unquote,
    without_author,
)
from corpus.structure.serials import name_serials
from corpus.structure.signers import NO_HOUSE, behind_reading, shown_author, signs_as_head
from corpus.structure.titles import Opening, is_record, name_title, names_sender, only_chapter, only_top_heading


@dataclass(frozen=True, slots=True)
class Preamble:
    """What the opening lines say; ``lines`` are the indices of blocks that are title or such and open no section."""

    title: str = ""
    author: str = ""
    date: str = ""
    publisher: str = ""
    series: str = ""
    affiliation: str = ""
    blocks: frozenset[int] = frozenset()


def read(blocks: Sequence[Block], start: int, lowered: frozenset[str] = frozenset(), site: str = "") -> Preamble:
    """Return what the blocks before index ``start`` (the body) say.

    ``lowered`` are the words that the document writes in lower case somewhere: they are no one's name. ``site`` is what
    a web page's site is called.
    """
    lines = [line for i, block in enumerate(blocks[:start]) for line in opening_lines(i, block)]
    only_top_heading(blocks, lines)
    name_serials(blocks, lines)
    title = name_title(blocks, start, lines)
    post = _people(blocks, start, lines, title, lowered)
    values: dict[str, str] = {}
    for line in lines:
        if line.role == "author" and values.get("author") and line.value:
            values["author"] += f"、{line.value}"
        elif line.role and line.value:
            values.setdefault(line.role, line.value)
    below = lines_below(blocks[start:], record=is_record(values.get("title", "")))
    last = colophon(blocks[start:])
    days = [_date(lines), _date([Opening(start, text, *role(text)) for text in below]), Day(last.date)]
    values["date"] = next((day for day in days if day.value and not day.seen), likeliest(days)).value
    house, series = _parted(values.get("series", "")) or series_parts(values.get("series", ""))
    if series and _ISSUE_ALONE.fullmatch(series):
        series = _named_above(lines) + series
    issue = next((line.issue for line in lines if line.issue), "")
    senders = [line.text.strip("（）()　 ") for line in lines if line.role == "affiliation" and _is_sender(line.text)]
    signed = any(line.role == "signature" for line in lines)
    values["author"] = (
        values.get("author")
        or values.get("interviewer")
        or signature(blocks[start:])
        or " ".join(
            sender
            for sender in senders
            if not signed and not any(sender != other and sender in other for other in senders)
        )
    )
    named = (
        as_called(values.get("publisher", ""), site, senders, values.get("title", "")),
        site,
        last.publisher if house else "",
        unquote(house),
        institution(senders[0]) if senders else "",
        "" if _OF_ROW.match(series) else series,
    )
    printed = next((name for name in named if name and not only_counts(name)), "")
    of = values.get("affiliation") or post
    publisher = publisher_of(printed, series, of, values.get("title", "")) or last.publisher
    called = values.get("title", "") or only_chapter(blocks)
    told = {line.block for line in lines if line.role == "fact"}
    keep = frozenset(line.block for line in lines if line.role and line.block not in told)
    return Preamble(
        called,
        values.get("author", ""),
        values.get("date", ""),
        publisher,
        series or issue or values.get("serial", "") or last.series,
        values.get("affiliation", "") or ((post or behind_reading(blocks[start:])) if values["author"] else ""),
        keep,
    )


_OF_ROW = re.compile("連載|シリーズ|연재|连载")  # what columns of a paper stand in publishes none of them
# 2025年第14期（总第203期）: which one of a series, whose name stands on the line above
_ISSUE_ALONE = re.compile(
    r"(?:\S{2,6}年度?)?\s*(?:第|通巻|总第|제)\s*[0-9０-９]+\s*[号號期巻호](?:\s*[（(][^（）()]*[)）])?"
)
_LONGEST_SERIES = 24  # columns


def _named_above(lines: Sequence[Opening]) -> str:
    """Return the short line without a role right above that of an issue alone: what the series is called."""
    at = next(i for i, line in enumerate(lines) if line.role == "series")
    above = lines[at - 1] if at else None
    named = above is not None and above.role in ("", "genre") and width(above.text) <= _LONGEST_SERIES
    return above.text.strip() if above is not None and named and not _is_sender(above.text) else ""


def _parted(line: str) -> tuple[str, str] | None:
    """Return the institution and the series that one line prints with a bar between, or None."""
    head, bar, rest = (part.strip() for part in line.partition("|"))
    return (head, rest) if bar and rest and _is_sender(head) else None


def _is_sender(text: str) -> bool:
    """Say whether a line is an institution that signs with no one's name, its departments included."""
    return names_sender(text) or is_office(text)


def _date(lines: Sequence[Opening]) -> Day:
    """Return the most precise date the opening lines give, one alone on a line before one among other words.

    Failing both it is that of the issue (第2号 2024年6月).
    """
    alone = [day_of(line.text, line.value) for line in lines if line.role == "date" and line.value]
    exact = [day_of(line.text, found) for line in lines if line.role != "title" and (found := date_of(line.text, True))]
    issue = [Day(found) for line in lines if line.role == "series" and (found := longest_date(line.text))]
    return likeliest([*alone, *exact]) if alone or exact else next(iter(issue), Day())


_ROLL = 3  # posts that make a line a list of who was there


def _beside_authors(lines: Sequence[Opening]) -> list[str]:
    """Return what lines that a label calls an author's say behind the name, which is left alone."""
    rests: list[str] = []
    for line in (one for one in lines if one.role == "author"):
        rests += re.split(r"\s*[|｜]\s*", line.text)[1:2]
        rests += [line.text.partition(f"{line.value}, ")[2]] if line.text.isascii() else []
        line.value, of = apart(line.value)
        if not of and (told := told_of(line.value))[0]:
            line.value, of = told
        rests += [of] if of else []
    return rests


def _heads_as_others(blocks: Sequence[Block], start: int, line: str) -> bool:
    """Say whether a line right above the body names somebody as headings below it do: it heads that person's words."""
    below = (block.text for block in blocks[start:] if block.kind == "heading")
    return bool(told_of(line.strip())[0]) and any(told_of(text.strip())[0] for text in below)


def _says_again(lines: Sequence[Opening], at: int) -> bool:
    """Say whether a line right below a title in another script says it in English: more words than a name has."""
    title, line = lines[at - 1], lines[at]
    if (
        line.block != title.block
        or title.text.isascii()
        or not line.text.isascii()
        or re.search(r"[,;&]|^[Bb]y ", line.text)
    ):
        return False
    named = any(name_in(one.text, frozenset())[0] and not one.text.isascii() for one in lines[at + 1 :])
    return len(line.text.split()) > (_WORDS_OF_NAME if not named else _WORDS_OF_NAME - 1)


_WORDS_OF_NAME = 3


def _people(
    blocks: Sequence[Block], start: int, lines: Sequence[Opening], title: int | None, lowered: frozenset[str]
) -> str:
    """Find author and affiliation among the lines without a role; return what an author's line adds to the name."""
    rests = _beside_authors(lines)
    chinese = prevailing("\n".join(block.text for block in blocks)) == "zh"
    record = title is not None and is_record(lines[title].text)
    for i, line in enumerate(lines):
        if line.role or (blocks[line.block].kind == "heading" and blocks[line.block].level):
            continue
        if title is not None and i == title + 1 and _says_again(lines, i):
            line.role = "subtitle"
            continue
        if title is not None and i < title and not any(is_wide(char) or is_hangul(char) for char in line.text):
            if names_sender(line.text):
                line.role, line.value = "publisher", line.text.strip()
            continue
        if record and not (names_sender(line.text) or is_office(line.text)):
            continue  # who was there
        name, rest = ("", "") if is_office(line.text) else name_in(line.text, lowered)
        if not name:
            above = lines[i - 1].text if i and lines[i - 1].role == "affiliation" else ""
            below = lines[i + 1].text if i + 1 < len(lines) else ""
            name, rest = shown_author(above, line.text, below, chinese=chinese)
        if name and line.block == start - 1 and _heads_as_others(blocks, start, line.text):
            continue
        if name and i and signs_as_head(lines[i - 1].text, line.text, name):
            line.role = "signature"
            continue
        bare = line.text.strip("（）()[] 　")
        affiliated = is_office(line.text) or (
            bool(ORGANISATION.search(bare) or POST.search(bare)) and len(POST.findall(bare)) < _ROLL
        )
        if name:
            line.role, line.value = "author", name
            rests.append(rest)
        elif affiliated and width(line.text) <= 80 and not ends_sentence(line.text):
            line.role, line.value = "affiliation", without_author(line.text)
    named = (rest.strip("（）()[] 　、,") for rest in rests)
    return next((rest for rest in named if rest and not NO_HOUSE.fullmatch(rest) and not date_of(rest)), "")

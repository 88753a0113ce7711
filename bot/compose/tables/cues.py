"""The parts of a table question that are language: ranks, limits, labels, codes, operations, and where they stand.

Invariant: every part keeps its place; what spells one of the table's names is masked and read as nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from bot.compose.tables.spans import touches
from bot.compose.tables.words import (
    ADJECTIVE,
    BETWEEN,
    BOTTOM,
    INTENTS,
    LAST_RANK,
    RANK,
    RANKS_LISTED,
    SUPERLATIVE,
    TABLE_LABEL,
    TOP,
    YEAR_BEFORE,
    YEARS_AGO,
    Intent,
    light,
    ordinal,
    polarity,
)
from corpus.structure.dates import DateMention
from corpus.structure.patterns import compiled


@dataclass(frozen=True, slots=True)
class Ranks:
    """Places ``first`` to ``last`` of the order by value, from 1; ``low`` counts from the smallest value."""

    first: int
    last: int
    low: bool
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Code:
    """Digits that name an item (HS 60063200, A1)."""

    text: str
    start: int
    end: int


def is_whole_date(mention: DateMention, masks: Iterable[tuple[int, int]]) -> bool:
    """Say whether a table's name is itself a date (a row called 4月): then it stays one."""
    return any(
        first >= mention.start - 1 and last <= mention.end + 2 for first, last in masks if first <= mention.start < last
    )


_WITHDRAWN = re.compile(r"[\s…・.、,]*(?:じゃなくて?|ではなく(?:て)?|でなく|じゃない|not\b|不是|말고)")


def ends_of(mention: DateMention) -> tuple[DateMention, ...]:
    """Return the two dates of 2015年から2025年, where they are set against each other; a month range stays one."""
    if not mention.until or mention.value[:4] == mention.until[:4] or mention.value.startswith("-"):
        return (mention,)
    middle = mention.start + (mention.end - mention.start) // 2
    return (
        replace(mention, end=middle, text=mention.text[: middle - mention.start], until=""),
        replace(mention, start=middle, text=mention.text[middle - mention.start :], value=mention.until, until=""),
    )


def withdrawn(plain: str, mention: DateMention) -> bool:
    """Say whether a question takes a date back (去年…じゃなくて2025年)."""
    return bool(_WITHDRAWN.match(plain, mention.end))


def labels_of(free: str) -> tuple[tuple[str, ...], list[tuple[int, int]]]:
    """Return the tables that a question names by label, as `label_key`, and where."""
    found = [(next(g for g in match.groups() if g), match.span()) for match in TABLE_LABEL.finditer(free)]
    return tuple(dict.fromkeys(label_key(label) for label, _ in found)), [span for _, span in found]


_KANJI_DIGITS = {kanji: str(n) for n, kanji in enumerate("一二三四五六七八九十", 1)}


def label_key(label: str) -> str:
    """Return what tells one table's label from another's: its number (表２, 表 2 and Table 2 are one)."""
    bare = re.sub(r"^\D*?(?=[\d一二三四五六七八九十]|[a-z]$|[ivx]+$)", "", light(label).strip())
    return _KANJI_DIGITS.get(bare, bare).rstrip(".:： ")


_CODE = re.compile(
    r"(?:(?:hs|コード|code|编码|编号|코드|no\.?|#)\s*(?:コード|code|编码|코드)?[\s:：]*)?(?<![\d,.])(\d{4,12}(?:[.\-]\d{2,4})*)(?![\d,]|\.\d)"
)


_NAMED_CODE = re.compile(
    r"(?:hs|コード|番号|\bcode|\bclass|\bno\.|编号|编码|代码|코드|번호)\s*(?:が|は|コード|code|:|：)?\s*([a-z]{0,3}\d{1,8}|[a-z]\b)(?![\d,]|\.\d)"
)


_SHORT_CODE, _SHORTEST_NUMBER = 2, 3
_CALLED_CODE = r"(?:コード|記号|区分|\bcode|编号|编码|代码|코드|기호)\s*(?:が|は|:|：|[「『\"'“])?\s*"


def codes_of(free: str, known: Collection[str]) -> tuple[Code, ...]:
    """Return the codes in a question: those the table lists, and what can be nothing else than a code."""
    found: dict[int, Code] = {}
    for code in known:  # one or two letters are a code where the question calls them so
        called = "" if len(code) > _SHORT_CODE else _CALLED_CODE
        for match in compiled(rf"{called}(?<![a-z0-9.,])({re.escape(code)})(?![a-z0-9]|[.,]\d)").finditer(free):
            found[match.start(1)] = Code(code, match.start(), match.end())
    for pattern in (_CODE, _NAMED_CODE):
        for match in pattern.finditer(free):
            if re.match(r"\s*(?:万|億|亿|千|年|ドル|円|元|人|%|달러|년|dollars|\w*年)", free[match.end() :]):
                continue
            named = match.start(1) > match.start()
            if not named and len(match[1]) < 5:
                continue
            if match.group().startswith("no.") and len(match[1]) < _SHORTEST_NUMBER:
                continue  # no. 9 on the list is a place
            found[match.start(1)] = Code(match[1], match.start(), match.end())
    return tuple(found[start] for start in sorted(found))


def ranks_of(free: str, own: int) -> tuple[tuple[Ranks, ...], list[tuple[int, int]]]:
    """Return the ranks asked for; those of an earlier turn count only where this one names none."""
    found: list[Ranks] = []
    places: list[tuple[int, int]] = []

    def add(match: re.Match[str], first: int, last: int, low: bool) -> None:
        if not touches(match.start(), match.end(), places) and 0 < first <= last:
            places.append(match.span())
            found.append(Ranks(first, last, low, match.group().strip(), match.start()))

    for match in BETWEEN.finditer(free):
        ends = [ordinal((group,)) for group in match.groups() if group]
        if len(ends) == 2 and ends[0] is not None and ends[1] is not None:
            add(match, ends[0], ends[1], False)
    for pattern, low in ((TOP, False), (BOTTOM, True)):
        for match in pattern.finditer(free):
            if (count := ordinal(match.groups())) is not None:
                add(match, 1, count, low)
    for match in RANKS_LISTED.finditer(free):
        if (rank := ordinal(match.groups()[:1])) is not None:
            add(match, rank, rank, False)
    for match in RANK.finditer(free):
        if (rank := ordinal(match.groups())) is not None:
            add(
                match,
                rank,
                rank,
                bool(match[1])
                or "least" in ranked_intents(free[match.end() : match.end() + 12])
                or _is_low(free, match.end()),
            )
    for match in LAST_RANK.finditer(free):
        add(match, 1, 1, True)
    mine = [rank for rank in found if rank.start < own] or found
    if len(mine) == 1 and _AGAINST.match(free, mine[0].start + len(mine[0].text)):  # 1位は？ 2位との差は？
        mine = found
    return tuple(sorted(mine, key=lambda rank: rank.start)), places


_AGAINST = re.compile(r"\s*(?:と(?:の|比べ|はどれ|いくら|どのくらい)|に\S{0,4}差|보다|와의?|과의?)")


def _is_low(free: str, at: int) -> bool:
    """Say whether a rank counts from the small end (2番目に少ない, second smallest)."""
    return bool(
        re.match(
            r"(?:に|の)?\S{0,8}?(?:少な|小さ|低|短)|[- ](?:smallest|lowest|least|fewest|shortest)|"
            r"로 (?:적|작|낮)|[少小低]",
            free[at:],
        )
    )


def intents_of(free: str) -> tuple[frozenset[Intent], list[tuple[int, int]]]:
    """Return the operations that a question words, and where."""
    found: set[Intent] = set()
    places: list[tuple[int, int]] = []
    for intent, pattern in INTENTS.items():
        for match in pattern.finditer(free):
            found.add(intent)
            places.append(match.span())
    for match in SUPERLATIVE.finditer(free):
        places.append(match.span())
    places += [match.span() for match in ADJECTIVE.finditer(free)]
    return frozenset(found), places


def ranked_intents(free: str) -> frozenset[Intent]:
    """Return which ends the superlatives of a question mean."""
    return frozenset(polarity(free, match) for match in SUPERLATIVE.finditer(free))


def years_back(plain: str) -> tuple[int, list[tuple[int, int]]]:
    """Return how many years before another the question means (10年前, 前年; else 0), and where it says so."""
    match = before_match(plain)
    if match is None:
        return 0, []
    return ordinal(match.groups()) or 1, [match.span()]


def before_match(plain: str) -> re.Match[str] | None:
    """Return where a question says how many years before another it means."""
    counted = (match for match in YEARS_AGO.finditer(plain) if ordinal(match.groups()))
    return next(counted, None) or YEAR_BEFORE.search(plain)

"""Read long stretches of time: decades, centuries and their halves, and the parts of an era (1990年代後半, 大正末).

Invariant: nothing is counted from one of them (see `is_span`). What 初め or 末 leaves open of a decade or a century
stays open: the whole of it is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.structure.dates.counts import TENS, number
from corpus.structure.dates.eras import ERA_SPANS
from corpus.structure.dates.mentions import DateMention, Found, Relation
from corpus.structure.dates.parts import Parts
from corpus.structure.signs import fold_signs

_DIGITS = {char: str(value) for value, char in enumerate("〇一二三四五六七八九")}
_ERAS = {"昭和": 1925, "平成": 1988, "明治": 1867, "大正": 1911}
_NO_NUMBER = r"(?<![\d.,$€£〇一二三四五六七八九十百第])"
_TEN = r"[1-9]0|[一二三四五六七八九]?十"
_DECADE = re.compile(
    rf"{_NO_NUMBER}(?P<year>(?:1\d|20)\d0|[一二][〇一二三四五六七八九]{{2}}〇)(?:年代|년대|s\b)"
    rf"|(?P<era>昭和|平成|明治|大正)(?P<count>{_TEN})年代"
    rf"|(?:{_NO_NUMBER}(?P<century>\d{{2}}|{TENS})(?:世紀|世纪)|(?P<last>上世[紀纪]))の?(?P<ten>{_TEN})年代"
)
_CENTURY = re.compile(
    rf"{_NO_NUMBER}(?<!紀元前)(?<!公元前)(?<!前)(?<!기원전 )(?:第(?=[一二1]))?"
    rf"(?P<number>\d{{1,2}}|{TENS})(?:世紀|世纪|\s?세기)(?!梨|枠|の森)"
)
_CENTURIES_EN: tuple[str, ...] = (
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
)
_CENTURIES_EN += ("eighteenth", "nineteenth", "twentieth")
_CENTURY_EN = re.compile(
    rf"(?:(?P<number>1\d|20)th|(?P<word>{'|'.join(_CENTURIES_EN)}))[\s-]century\b(?!\s(?:BC|ago))", re.IGNORECASE
)
_HALF = re.compile(
    r"の?(?P<first>前半|前期(?=[，に])|上半叶|上半期)(?!戦)|の?(?:後半|后半|下半叶|後期(?=[，に])|后期)(?!戦|生)"
)
_HALF_EN = re.compile(r"(?P<half>first|second|latter)\shalf\sof\sthe\s(?=\w)", re.IGNORECASE)
_OF_ERA = re.compile(
    rf"(?<![一-鿿])(?:清|前清|[在于於自从從])?(?P<era>{'|'.join(ERA_SPANS)})"
    r"(?:の?(?:(?P<start>初年|初頭|初め|はじめ|初(?=[、に，]))|(?P<end>末年|末期|末(?=[、にのか期，]|ごろ|頃))|(?P<all>(?:年間|時代)(?![一-鿿])|年间|期(?=[のに、])))"
    r"|(?P<early>初期))"
)
_SPAN = Relation(part="span")
_FEW = 2  # years behind the first or before the last that 初年 and 末 surely reach to
_EARLY = 9  # and that 初期 does, of an era that is long enough
_LATEST = 20  # the last century that names a time and not nowadays


def read_span(text: str, at: int) -> Found | None:
    """Read ten or a hundred years, half of them, or a part of an era at ``at``, or None."""
    if half := _HALF_EN.match(text, at):
        whole = read_span(text, half.end())
        return _half(whole, whole.end, first=half["half"].lower() == "first") if whole else None
    found = _decade(text, at) or _century(text, at)
    if found is None:
        return _era(text, at)
    behind = _HALF.match(text, found.end)
    return _half(found, behind.end(), first=bool(behind["first"])) if behind else found


def is_span(mention: DateMention) -> bool:
    """Say whether a mention is of so many years that nothing is counted from it."""
    return mention.relation.part == _SPAN.part or mention.relation.part.startswith("last century")


def years_between(text: str) -> Iterator[int]:
    """Yield the first years of the decades and centuries that a stretch of text names."""
    folded = fold_signs(text)
    for match in (*_DECADE.finditer(folded), *_CENTURY.finditer(folded)):
        found = _decade(folded, match.start()) or _century(folded, match.start())
        if found is not None and found.first.year is not None:
            yield found.first.year


def _half(found: Found, end: int, *, first: bool) -> Found | None:
    """Return half of a decade or a century; None where its years are only known from now."""
    start, stop = found.first.year, found.last.year if found.last else None
    if start is None or stop is None:
        return Found(end, Parts(), None, found.relation)
    middle = start + (stop - start) // 2
    ends = (Parts(start), Parts(middle)) if first else (Parts(middle + 1), Parts(stop))
    return Found(end, *ends, _SPAN)


def _decade(text: str, at: int) -> Found | None:
    match = _DECADE.match(text, at)
    if match is None:
        return None
    if match["year"]:
        first = int("".join(_DIGITS.get(char, char) for char in match["year"]))
    elif match["era"]:
        first = _ERAS[match["era"]] + number(match["count"])
    elif match["century"]:
        first = 100 * (number(match["century"]) - 1) + number(match["ten"])
    else:
        return Found(match.end(), Parts(), None, Relation("now", "year", part=f"last century {number(match['ten'])}"))
    return Found(match.end(), Parts(first), Parts(first + 9), _SPAN)


def _century(text: str, at: int) -> Found | None:
    match = _CENTURY.match(text, at)
    if match:
        count = number(match["number"])
    elif (match := _CENTURY_EN.match(text, at)) and not text[max(at - 1, 0) : at].isalnum():
        count = int(match["number"]) if match["number"] else _CENTURIES_EN.index(match["word"].lower()) + 11
    else:
        return None
    if not 10 < count <= _LATEST:
        return None
    return Found(match.end(), Parts(100 * (count - 1) + 1), Parts(100 * count), _SPAN)


def _era(text: str, at: int) -> Found | None:
    """Read the first or last years of an era (大正末, 光绪末年), or all of it (文政年間)."""
    match = _OF_ERA.match(text, at)
    if match is None:
        return None
    first, last = ERA_SPANS[match["era"]]
    if match["start"] or match["early"]:
        last = min(first + (_FEW if match["start"] else min((last - first) // 3, _EARLY)), last)
    elif match["end"]:
        first = max(last - _FEW, first)
    return Found(match.end(), Parts(first), Parts(last) if last > first else None, _SPAN)

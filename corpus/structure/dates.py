"""Find the dates a text prints and complete the ones it abbreviates from the text around them.

Invariant: a mention is a slice of the text as given, and its value holds only what is printed (`find_dates`) or what
the surrounding text determines (`resolve_dates`); what nothing determines stays truncated. Values are ISO 8601 as far
as known: ``2025-09-03``, ``2025-10``, ``2025``, and ``--10-09``, ``--10``, ``---25`` where year or month are missing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

Unit = Literal["year", "month", "day"]


class Parts(NamedTuple):
    """Year, month and day of a date; None where not known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """How a mention hangs on another date: ``steps`` units away from ``anchor``.

    ``anchor``: "text" is the nearest date before it, "now" the day of publication, "" none. ``reach`` lets the anchor
    stand in the paragraph before (この前日). ``after`` asks for the first such month after the anchor (翌10月).
    """

    anchor: Literal["", "text", "now"] = ""
    unit: Unit = "year"
    steps: int = 0
    reach: bool = False
    after: bool = False


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date as printed at ``text[start:end]``.

    ``value`` and ``until`` (the end of a range, else empty) are ISO 8601 as precise as known. ``relative``: the
    mention is stated by its distance from another date (翌月, 昨年6月). ``stated_year``: its year is printed.
    """

    start: int
    end: int
    text: str
    value: str
    until: str
    relative: bool
    stated_year: bool
    relation: Relation = field(default=Relation(), repr=False, compare=False)


# --- numbers and characters ------------------------------------------------------------------------------

_FOLD = str.maketrans(
    {chr(0xFF01 + offset): chr(0x21 + offset) for offset in range(94)}
    | dict.fromkeys("‐‑‒–—―−ｰ", "-")
    | dict.fromkeys("〜∼", "~")
    | {"\u3000": " ", "\u00a0": " "}
)
_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "R": 2018, "H": 1988, "S": 1925}
_ERAS |= {"㋿": 2018, "㍻": 1988, "㍼": 1925, "㍽": 1911, "㍾": 1867}
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_COUNT = "(?:[一二三四五六]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_TO = r"\s?(?:[-~]|から|より|乃至|至|到|부터)\s?"
_URL = re.compile(r"(?:https?://|www\.)[!-~]+")


def _number(printed: str) -> int:
    """Return the number written in digits, in kanji by place (二〇二五) or in kanji by value (二十五)."""
    if printed.isdigit() and printed.isascii():
        return int(printed)
    if printed == "元":
        return 1
    if "十" in printed:
        tens, ones = printed.split("十")
        return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
    return int("".join(str(_DIGITS[char]) for char in printed))


def _valid(parts: Parts) -> bool:
    """Say whether the parts name a day that exists in some (or the given) year."""
    if parts.month is not None and not 1 <= parts.month <= 12:
        return False
    if parts.day is None:
        return True
    longest = 31 if parts.month is None else monthrange(parts.year or 2024, parts.month)[1]
    return 1 <= parts.day <= longest


def _iso(parts: Parts) -> str:
    """Return the parts as an ISO 8601 date, truncated where they are missing."""
    if parts == Parts():
        return ""
    year = f"{parts.year:04d}" if parts.year is not None else "-"
    if parts.month is None:
        return year if parts.day is None else f"---{parts.day:02d}"
    month = f"{year}-{parts.month:02d}"
    return month if parts.day is None else f"{month}-{parts.day:02d}"


_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?|--(\d{2})(?:-(\d{2}))?|---(\d{2})")


def _parts(value: str) -> Parts:
    """Read an ISO 8601 date as `_iso` writes it. Raises ValueError when it is not one."""
    match = _ISO.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is not a date; give 2025-09-03, 2025-09, 2025, --09-03, --09 or ---03")
    year, month, day, month2, day2, day3 = (int(group) if group else None for group in match.groups())
    parts = Parts(year, month or month2, day or day2 or day3)
    if not _valid(parts):
        raise ValueError(f"{value!r} is not a date: there is no such day")
    return parts


# --- finding: Japanese, Chinese, Korean ------------------------------------------------------------------

_NUMERAL = "".join(_DIGITS)
_YEARS = re.compile(
    rf"(?<!\d)(?P<first>[12]\d{{3}})\s?[年년]?{_TO}(?P<last>[12]\d{{3}}|\d{{2}})\s?[年년]度?(?!\s?\d{{1,2}}\s?[月월])"
)
_POINT = re.compile(
    rf"""(?P<prefix>翌|同)?
    (?:(?: (?P<year>[12]\d{{3}}|[{_NUMERAL}]{{4}})\s?[年년]
         | ['’]?(?P<short>\d{{2}})年(?=\d{{1,2}}月)
         | (?P<era>令和|平成|昭和|大正|明治|[RHS㋿㍻-㍾])\s?(?P<count>元|\d{{1,2}}|{_COUNT})\s?年 ) 度?\s?)?
    (?:(?:(?P<first_month>{_MONTH})\s?[月월]?{_TO})?(?P<month>{_MONTH})\s?[月월]\s?)?
    (?:(?:(?P<first_day>{_DAY})\s?[日일号號]?{_TO})?(?P<day>{_DAY})\s?(?:[日일号號]|(?=[・、,]\s?{_DAY}\s?[日일号號])))?""",
    re.VERBOSE,
)
_POINT_STARTS = re.compile(rf"[\d{_NUMERAL}十令平昭大明RHS㋿㍻-㍾翌同'’]")
# What follows a number and makes it a length of time, a count or an ordinal instead of a date.
_NOT_A_YEAR = re.compile(
    r"\s?(?:間|ぶり|以上|以内|目|余|近く|にわた|代|前(?![半期])|後(?!半)|동안|간(?!의)|만에|대(?!회))"
)
_NOT_A_MONTH = re.compile(r"\s?(?:間|ぶり|ほど)")
_NOT_A_DAY = re.compile(
    r"\s?(?:間|ぶり|以上|以内|目|連続|前(?!後)|後|分|余|程|弱|強|当たり|あたり|平均|につき|ごと|毎|に[\d一二三四五]|\d+[回時]"
    r"|間隔|本|간|동안|째|만에|전(?!국)|후|짜리)"
)
# What stands before a number and makes it part of a larger one, an ordinal, or a rate (週3日).
_NOT_AFTER = re.compile(rf"[\d{_NUMERAL}十百千万,.／/第約週毎月数제각매주か箇ヶカケ個个A-Za-z_]")
# 2、3日 is a couple of days; 25、26日 and 9月2、3日 are dates.
_COUPLE = re.compile(r"(?<![月월])\d、\Z")


@dataclass(frozen=True, slots=True)
class _Found:
    """A date before its place in the text is added."""

    end: int
    first: Parts
    last: Parts | None = None
    relation: Relation = Relation()


def _point(text: str, at: int, after_word: bool = False) -> _Found | None:
    """Read the date or range of dates at ``at``: 2025年9月3日, 令和7年, 10月25-28日, 翌10月, 25日."""
    match = _POINT.match(text, at)
    if match is None or not re.search(r"[年年月日日号號년월일]", match.group()[1 if match["prefix"] else 0 :]):
        return None
    last = Parts(_year(match), _maybe(match["month"]), _maybe(match["day"]))
    end = match.start() + len(match.group().rstrip())
    if not _valid(last) or (last.year or 1000) < 1000 or not _is_date(text, match, last, end, after_word):
        return None
    first = last
    if match["first_day"]:
        first = last._replace(day=_number(match["first_day"]))
    elif match["first_month"] and not match["day"]:
        first = last._replace(month=_number(match["first_month"]))
    if not _valid(first) or (first.day is not None and last.day is not None and first.day > last.day):
        return None
    relation = Relation()
    if match["prefix"]:
        relation = Relation("text", "year" if last.month else "month", after=match["prefix"] == "翌")
    return _Found(end, first, last if last != first else None, relation)


def _maybe(printed: str | None) -> int | None:
    """Return the number that is printed, or None."""
    return _number(printed) if printed else None


def _year(match: re.Match[str]) -> int | None:
    """Return the year of a point: as printed, of an era, or of two digits (up to 69 in this century)."""
    if match["year"]:
        return _number(match["year"])
    if match["era"]:
        return _ERAS[match["era"]] + _number(match["count"])
    if match["short"]:
        short = int(match["short"])
        return 2000 + short if short < 70 else 1900 + short
    return None


def _is_date(text: str, match: re.Match[str], parts: Parts, end: int, after_word: bool) -> bool:
    """Say whether what stands around a point leaves it a date: 三日間, 10月ぶり, 第3日 and 1日当たり are none."""
    before = text[match.start() - 1 : match.start()]
    if not after_word and _NOT_AFTER.match(before) and not (match["era"] and not before.isascii()):
        return False
    if match["prefix"]:
        if parts.year is not None or (match["prefix"] == "同" and re.match(r"[一-鿿]", before)):
            return False
    elif parts == Parts(day=parts.day) and _COUPLE.search(text[max(match.start() - 3, 0) : match.start()]):
        return (parts.day or 0) > 6
    elif parts.year is None and parts.month is None and not re.search(r"\d|十.", match["day"] or ""):
        return bool(re.match(r"\s?(?:午前|午後|付|未明|夜|朝|夕|、|,)", text[end : end + 4])) and match["day"] not in (
            "一",
            "二",
        )
    if parts.day is not None:
        return (text[end - 1] not in "号號" or parts.month is not None) and not _NOT_A_DAY.match(text, end)
    return not (_NOT_A_MONTH if parts.month else _NOT_A_YEAR).match(text, end)


def _cjk(text: str, at: int, chinese: bool) -> _Found | None:
    """Read the date that starts at ``at`` in Japanese, Chinese or Korean, with the range or relation it is part of."""
    word = _word(text, at, chinese)
    if word is not None:
        return word
    if not _POINT_STARTS.match(text, at):
        return None
    years = _YEARS.match(text, at)
    if years and not _NOT_A_YEAR.match(text, years.end()) and text[at - 1 : at] not in (".", ","):
        first, last = years["first"], years["last"]
        return _Found(years.end(), Parts(int(first)), Parts(int(first[: 4 - len(last)] + last)))
    found = _point(text, at)
    if found is None or found.last is not None:
        return found
    to = re.compile(_TO).match(text, found.end)
    following = _point(text, to.end(), after_word=True) if to else None
    return _join(found, following)


def _join(found: _Found, following: _Found | None) -> _Found:
    """Return the range from one date to the next, if they are the ends of one; else the first alone."""
    if following is None or following.last is not None or following.relation.anchor:
        return found
    first, last = found.first, following.first
    if (first.month is None, first.day is None) != (last.month is None, last.day is None) and last.year is None:
        if last.month is not None or first.day is None:
            return found
    elif (first.month is None, first.day is None) != (last.month is None, last.day is None):
        return found
    if last.month is None:
        last = last._replace(month=first.month)
    if last.year is None and first.year is not None:
        last = last._replace(year=first.year + (_order(last) < _order(first)))
    return _Found(following.end, first, last, found.relation)


def _order(parts: Parts) -> tuple[int, int]:
    """Return month and day for comparison within a year."""
    return (parts.month or 0, parts.day or 0)


def _words(table: str, anchor: Literal["text", "now"], unit: Unit) -> dict[str, Relation]:
    """Read ``word+steps`` pairs: every word is that many units away from its anchor."""
    pairs = (entry.rsplit(":", 1) for entry in table.split(","))
    return {word.strip(): Relation(anchor, unit, int(steps)) for word, steps in pairs}


_RELATIVE = (
    _words("同年:0,当年:0,翌年:1,次年:1,翌々年:2,前年:-1,같은 해:0,동년:0,이듬해:1,다음 해:1,그해:0", "text", "year")
    | _words("同月:0,当月:0,翌月:1,次月:1,翌々月:2,前月:-1,같은 달:0,동월:0", "text", "month")
    | _words("同日:0,当日:0,当天:0,翌日:1,次日:1,第二天:1,翌々日:2,前日:-1,前々日:-2,前一天:-1", "text", "day")
    | _words("이튿날:1,다음 날:1,다음날:1,전날:-1,같은 날:0,당일:0", "text", "day")
    | _words("一昨年:-2,おととし:-2,昨年:-1,去年:-1,今年:0,本年:0,来年:1,再来年:2,明年:1", "now", "year")
    | _words("재작년:-2,작년:-1,지난해:-1,올해:0,금년:0,내년:1", "now", "year")
    | _words(
        "先々月:-2,先月:-1,今月:0,本月:0,来月:1,上个月:-1,上個月:-1,上月:-1,下个月:1,下個月:1,下月:1", "now", "month"
    )
    | _words("지난달:-1,지난 달:-1,이달:0,이번 달:0,다음 달:1,다음달:1", "now", "month")
    | _words("一昨日:-2,昨日:-1,本日:0,昨天:-1,어제:-1", "now", "day")
)
_WORD = re.compile("|".join(sorted(map(re.escape, _RELATIVE), key=len, reverse=True)))
_NOT_BEFORE_WORD = re.compile(
    r"同(?<=[一-鿿]同)|本(?<=日本)|明(?<=文明)|来(?<=[未将年以]来)|前(?<=[以数]前)|次(?<=[一二三四五今]次)"
)
_NOT_AFTER_WORD = re.compile(r"度?(?:比|対比|同期|同月)|(?<=日)[本程香]|(?<=年)[代金]|(?<=月)[球面]")


def _word(text: str, at: int, chinese: bool) -> _Found | None:
    """Read a date stated by its distance from another (翌月, 昨年6月, 同月25日) at ``at``."""
    match = _WORD.match(text, at)
    if match is None or _NOT_BEFORE_WORD.match(text, at) or _NOT_AFTER_WORD.match(text, match.end()):
        return None
    relation = _RELATIVE[match.group()]
    if match.group() == "前年" and chinese:
        relation = Relation("now", "year", -2)
    if relation.anchor == "text" and re.search(r"(?:[こそ]の|这之?|此|그|이)\s?$", text[max(at - 3, 0) : at]):
        relation = replace(relation, reach=True)
    if relation.unit != "day":
        gap = re.compile(r"\s?の?").match(text, match.end())
        found = _point(text, gap.end() if gap else match.end(), after_word=True)
        fits = found and not found.relation.anchor and found.first.year is None
        if found and fits and (found.first.month is not None) == (relation.unit == "year"):
            return replace(found, relation=relation)
    return _Found(match.end(), Parts(), None, relation)


_NUMERIC = re.compile(
    r"(?<![\d./-])(?P<year>(?:1[6-9]|20)\d\d)(?:(?P<sep>[./-])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?![\d/-]|\.\d)"
    r"|\.\s(?P<kmonth>\d{1,2})\.(?:\s(?P<kday>\d{1,2})(?:\.|(?!\d)))?|[-/](?P<imonth>0[1-9]|1[0-2])(?![\d/-]|\.\d|\s?[年년]))"
)


def _numeric(text: str, at: int) -> _Found | None:
    """Read a date in digits: 2025.9.3, 2025/9/3, 2025-09-03, 2025-09, 2025. 9. 3."""
    match = _NUMERIC.match(text, at)
    if match is None:
        return None
    month, day = match["month"] or match["kmonth"] or match["imonth"], match["day"] or match["kday"]
    parts = Parts(int(match["year"]), int(month), int(day) if day else None)
    return _Found(match.end(), parts) if _valid(parts) else None


# --- finding: English ------------------------------------------------------------------------------------

_MONTHS: tuple[str, ...] = ("january", "february", "march", "april", "may", "june")
_MONTHS += ("july", "august", "september", "october", "november", "december")
_EN_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?|Aug(?:ust|\.)?"
)
_EN_MONTH += r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
_EN_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|,\d|\.\d)"
_EN_TO = r"\s?(?:-|~|to|until|through)\s?"
_EN_YEAR = r"(?:1[6-9]|20)\d\d(?![\d%]|,\d|\.\d)"
_EN_WHICH = r"(?:last|this|next|that|the\s(?:same|previous|preceding|following|next))"
_ENGLISH = re.compile(
    rf"""(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s)?
    (?: (?P<month>{_EN_MONTH})\s(?P<day>{_EN_DAY})
        (?:(?P<to>{_EN_TO}|\s?(?:and|,)\s)(?:(?P<month2>{_EN_MONTH})\s)?(?P<day2>{_EN_DAY}))?
      | (?P<bday>{_EN_DAY})(?:(?P<bto>{_EN_TO}|\s?(?:and|,)\s)(?P<bday2>{_EN_DAY}))?\s(?:of\s)?(?P<bmonth>{_EN_MONTH})
      | (?P<omonth>{_EN_MONTH})(?:{_EN_TO}(?P<omonth2>{_EN_MONTH}))?
    )(?:,?\s(?:of\s)?(?P<year>{_EN_YEAR})|,?\s(?:of\s)?(?P<whose>{_EN_WHICH})\syear\b)?""",
    re.VERBOSE,
)
_EN_YEARS = re.compile(
    rf"(?<![\d.,$€£¥/:])(?<!\d-)(?P<first>{_EN_YEAR})(?:(?:{_EN_TO}|(?P<both>\sand\s))(?P<last>{_EN_YEAR}|\d\d(?![\d%,.]\d?)))?(?![-/]\d|[年년])"
)
_EN_YEAR_CUE = re.compile(
    r"(?:^|[(\[]|\b(?:in|since|of|by|until|till|from|to|during|after|before|than|year|early|late|mid|and|between|the|vs\.?|for)[\s-]|\bFY)\s*$",
    re.I,
)
_EN_WORDS = re.compile(
    r"(?:(?P<now>last|this|next)|the (?P<text>same|previous|preceding|following|next))\s(?P<unit>year|month|day)\b"
    r"|the (?P<unit2>day|month|year) (?P<side>before|after)\b(?!\s+(?:the|a|he|she|it|they|his|her)\b)"
    r"|(?P<yesterday>yesterday)\b",
    re.IGNORECASE,
)
_STEPS = {
    "last": -1,
    "this": 0,
    "next": 1,
    "same": 0,
    "previous": -1,
    "preceding": -1,
    "following": 1,
    "before": -1,
    "after": 1,
}


def _english(text: str, at: int) -> _Found | None:
    """Read the English date at ``at``: September 3, 2025; 3 Sept 2025; October 25-28; June last year; the next day."""
    if at and text[at - 1].isalnum() and text[at - 1].isascii() and text[max(at - 2, 0) : at] != "FY":
        return None
    words = _EN_WORDS.match(text, at)
    if words:
        unit = (words["unit"] or words["unit2"] or "day").lower()
        step = _STEPS.get((words["now"] or words["text"] or words["side"] or "last").lower(), 0)
        if words["now"] and unit == "day":
            return None
        return _Found(
            words.end(),
            Parts(),
            None,
            Relation("now" if words["now"] or words["yesterday"] else "text", _unit(unit), step),
        )
    match = _ENGLISH.match(text, at)
    if match is None:
        return _english_years(text, at)
    found = _english_date(text, match)
    to = re.compile(_EN_TO).match(text, found.end) if found and found.last is None else None
    following = _ENGLISH.match(text, to.end()) if to else None
    return _join(found, _english_date(text, following) if following else None) if found else None


def _unit(name: str) -> Unit:
    """Return the name as a unit of the calendar."""
    return "year" if name == "year" else "month" if name == "month" else "day"


def _english_month(name: str | None) -> int | None:
    """Return the number of an English month."""
    return next((n for n, full in enumerate(_MONTHS, 1) if name and full.startswith(name[:3].lower())), None)


def _english_date(text: str, match: re.Match[str]) -> _Found | None:
    """Read a match of an English month with what stands around it."""
    year = int(match["year"]) if match["year"] else None
    day, day2 = (_english_day(match[a] or match[b]) for a, b in (("day", "bday"), ("day2", "bday2")))
    month = _english_month(match["month"] or match["bmonth"] or match["omonth"])
    month2 = _english_month(match["month2"] or match["omonth2"]) or month
    which = (match["which"] or match["whose"] or "").lower()
    listed = (match["to"] or match["bto"] or "").strip() in ("and", ",")
    if listed and (day2 or 0) != (day or 0) + 1:  # October 9 and 25 are two dates, not a range
        return _Found(match.end("day"), Parts(None, month, day)) if match["day"] else None
    alone = not (year or day or which)
    if alone and match["omonth"] in ("May", "March", "Mar", "Jan", "Dec", "Sep") and not match["omonth2"]:
        before = text[max(match.start() - 12, 0) : match.start()]
        if not re.search(r"\b(?:in|since|of|by|until|from|to|during|after|before|early|late|mid)[\s-]$", before, re.I):
            return None
    first, last = Parts(year, month, day), Parts(year, month2, day2 if day2 else None if month2 != month else day)
    if year and match["omonth2"] is None and _order(last) < _order(first):
        first = first._replace(year=year - 1)
    if not _valid(first) or not _valid(last):
        return None
    relation = Relation()
    if which:
        step = next((_STEPS[word] for word in which.split() if word in _STEPS), 0)
        relation = Relation("now" if which in ("last", "this", "next") else "text", "year", step)
        if match["which"] and step:
            relation = Relation("now", "month", step, after=step > 0)
    return _Found(match.end(), first, last if last != first else None, relation)


def _english_day(printed: str | None) -> int | None:
    """Return the number of a day with or without its ordinal ending."""
    return int(re.sub(r"\D", "", printed)) if printed else None


def _english_years(text: str, at: int) -> _Found | None:
    """Read a bare year or range of years where it can be nothing else."""
    match = _EN_YEARS.match(text, at)
    if match is None:
        return None
    first, last = match["first"], match["last"]
    between = not match["both"] or re.search(r"\b[Bb]etween\s\Z", text[max(at - 9, 0) : at])
    if last and between and int(first[: 4 - len(last)] + last) > int(first):
        return _Found(match.end(), Parts(int(first)), Parts(int(first[: 4 - len(last)] + last)))
    end = match.start() + 4
    after = text[end : end + 20]
    if not _EN_YEAR_CUE.search(text[max(0, at - 12) : at]) or re.match(
        r"\s?(?:people|years|days|tons|[月년年万億亿만억])|\s?[$%]", after
    ):
        return None
    closed = not re.search(r"[(（\[]\s*$", text[max(at - 4, 0) : at]) or re.match(r"\s*[)）\]]", after)
    return _Found(end, Parts(int(first))) if closed else None


def find_dates(text: str) -> tuple[DateMention, ...]:
    """Return the dates printed in ``text``, in order and without overlaps; nothing is completed from context.

    Lengths of time (三日間, 6年ぶり), anniversaries, web addresses and bare numbers are not dates.
    """
    folded = text.translate(_FOLD)
    chinese = not re.search(r"[ぁ-ゖァ-ヺ]", text)
    return tuple(_scan(text, folded, chinese))


def _scan(text: str, folded: str, chinese: bool) -> Iterator[DateMention]:
    """Yield the mentions at the leftmost places where one can be read."""
    skip = {match.start(): match.end() for match in _URL.finditer(folded)}
    at = 0
    for start in _STARTS.finditer(folded):
        if start.start() < at:
            continue
        at = start.start()
        if at in skip:
            at = skip[at]
            continue
        found = _numeric(folded, at) or _cjk(folded, at, chinese) or _english(folded, at)
        if found is None:
            continue
        yield DateMention(
            at,
            found.end,
            text[at : found.end],
            _iso(found.first),
            _iso(found.last) if found.last else "",
            bool(found.relation.anchor),
            found.first.year is not None or (found.last is not None and found.last.year is not None),
            found.relation,
        )
        at = found.end


_STARTS = re.compile(
    rf"https?://|www\.|[\d{_NUMERAL}十令平昭大明㋿㍻-㍾翌同'’次当前先昨去今本来再上下第お같동이다그전당재작지올금내어]"
    r"|\b[A-Za-z]|[RHS]\d",
)


# --- resolving -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A date that later mentions may hang on, with where it stands."""

    mention: DateMention
    first: Parts
    last: Parts
    paragraph: int
    bracket: int


def resolve_dates(text: str, published: str = "") -> tuple[DateMention, ...]:
    """Return the dates of a whole document's canonical text with their values completed from context.

    A truncated date takes its year from the nearest date before it in its paragraph, when that does not lead past
    ``published`` (ISO 8601, may be truncated or empty); else it is the latest such date not after ``published``. Dates
    in brackets and dates that only say since when (以来) anchor nothing outside. Relative dates (翌月) hang on the
    nearest such date of the paragraph, 昨年 and the like on ``published``, or without it on the first full date of the
    text; a date printed right after such a word decides it (前日の10月24日). What nothing determines stays as printed.
    Raises ValueError when ``published`` is not a date.
    """
    mentions = find_dates(text)
    limit = _parts(published) if published else Parts()
    now = limit
    if now.year is None:
        full = (_parts(m.value) for m in mentions if m.stated_year and m.value and not m.relative)
        now = next((parts for parts in full if parts.month is not None), Parts())
    breaks = [match.start() for match in re.finditer(r"\n[^\S\n]*\n", text)]
    brackets = _brackets(text)
    anchors: list[_Anchor] = []
    resolved: list[DateMention] = []
    for mention in mentions:
        paragraph = bisect_left(breaks, mention.start)
        here = _Anchor(mention, Parts(), Parts(), paragraph, brackets[mention.start])
        first, last = _complete(text, here, anchors, limit, now)
        value, until = _iso(first), _iso(last) if last != first else ""
        done = replace(mention, value=value, until=until)
        if resolved and _APPOSED.fullmatch(text, resolved[-1].end, mention.start):
            resolved[-1] = _apposed(resolved[-1], first)
        resolved.append(done)
        if value:
            anchors.append(replace(here, mention=done, first=first, last=last))
    return tuple(resolved)


# 前日の10月24日, 翌月にあたる2025年10月: the date that follows says which one the word before it means.
_APPOSED = re.compile(r"の|に[あ当]たる|である|[（(]|,\s|，|인\s")


def _apposed(word: DateMention, printed: Parts) -> DateMention:
    """Return a relative word with the value of the date printed right after it, when that is as precise as its unit."""
    kept = {"year": 1, "month": 2, "day": 3}[word.relation.unit]
    if word.until or not word.relative or re.search(r"\d", word.text) or None in printed[:kept]:
        return word
    return replace(word, value=_iso(Parts(*printed[:kept])))


def _brackets(text: str) -> list[int]:
    """Return for each character the place of the innermost closed bracket it stands in, or -1."""
    closing: dict[int, int] = {}
    stack: list[int] = []
    for index, char in enumerate(text):
        if char in "(（":
            stack.append(index)
        elif char in ")）" and stack:
            closing[stack.pop()] = index
        elif char == "\n" and text.startswith("\n\n", index):
            stack.clear()
    inside: list[int] = []
    open_now = [-1]
    for index in range(len(text) + 1):
        if index in closing:
            open_now.append(index)
        inside.append(open_now[-1])
        if len(open_now) > 1 and closing[open_now[-1]] == index:
            open_now.pop()
    return inside


def _complete(text: str, here: _Anchor, anchors: list[_Anchor], limit: Parts, now: Parts) -> tuple[Parts, Parts]:
    """Return both ends of a mention's date, completed as far as its context determines them."""
    mention = here.mention
    first = _parts(mention.value) if mention.value else Parts()
    last = _parts(mention.until) if mention.until else first
    if mention.relative:
        start = _related(text, here, anchors, first, now)
    elif first.year is None:
        start = _truncated(text, here, anchors, first, limit)
    else:
        return first, last
    if not _valid(start):
        return first, last
    if not mention.until:
        return start, start
    end = Parts(start.year, last.month or start.month, last.day)
    if end.year is not None and _order(end) < _order(start):
        end = end._replace(year=end.year + 1)
    return start, end if _valid(end) else last


_FAR = 200  # anchors to look back over within a paragraph; more are only met in lists of thousands of dates


def _near(text: str, here: _Anchor, anchors: list[_Anchor], unit: Unit) -> _Anchor | None:
    """Return the nearest date before a mention that it can hang on and that is known to the ``unit``."""
    for anchor in anchors[: -_FAR - 1 : -1]:
        if here.paragraph - anchor.paragraph > here.mention.relation.reach:
            return None
        if anchor.bracket not in (-1, here.bracket):
            continue
        known = {"year": anchor.first.year, "month": anchor.first.month, "day": anchor.first.day}[unit]
        if known is None or _is_background(text, anchor, here):
            continue
        return anchor
    return None


def _is_background(text: str, anchor: _Anchor, here: _Anchor) -> bool:
    """Say whether a date only says since when, or (昨年) what the sentence before was about."""
    between = text[anchor.mention.end : here.mention.start]
    if re.match(r"[^、。,.\n]{0,30}?(?:以来|以來|이래|이후 처음)", between) or re.search(
        r"\b(?:since)\s$", text[max(anchor.mention.start - 7, 0) : anchor.mention.start]
    ):
        return True
    return anchor.mention.relation.anchor == "now" and anchor.mention.relation.unit == "year" and "。" in between


def _truncated(text: str, here: _Anchor, anchors: list[_Anchor], printed: Parts, limit: Parts) -> Parts:
    """Complete a date that is printed without its year, or without year and month."""
    if re.search(
        r"(?:毎年|每年|매년|[Ee]very|[Ee]ach)\s?\Z", text[max(here.mention.start - 6, 0) : here.mention.start]
    ):
        return printed
    anchor = _near(text, here, anchors, "year" if printed.month else "month")
    if anchor is not None:
        if printed.month is not None and anchor.first.year != anchor.last.year:
            return printed
        base = anchor.last
        guess = printed._replace(year=base.year, month=printed.month or base.month)
        if guess.year and (base.month or 0) >= 11 and (guess.month or 12) <= 2:
            later = guess._replace(year=guess.year + 1)
            guess = later if not _later(later, limit) else guess
        if not _later(guess, limit) or _later(base, limit):
            return guess
    return _latest(printed, limit)


def _latest(printed: Parts, limit: Parts) -> Parts:
    """Return the latest date that reads as printed and is not after ``limit``; as printed when that is not known."""
    if limit.year is None:
        return printed
    if printed.month is not None:
        guess = printed._replace(year=limit.year)
        return guess._replace(year=limit.year - 1) if _later(guess, limit) else guess
    if limit.month is None or limit.day is None:
        return printed
    guess = Parts(limit.year, limit.month, printed.day)
    return (
        _step(Parts(limit.year, limit.month), "month", -1)._replace(day=printed.day) if _later(guess, limit) else guess
    )


def _later(parts: Parts, limit: Parts) -> bool:
    """Say whether a date is certainly after ``limit``, as far as both are known."""
    for one, other in zip(parts, limit, strict=True):
        if one is None or other is None:
            return False
        if one != other:
            return one > other
    return False


def _related(text: str, here: _Anchor, anchors: list[_Anchor], printed: Parts, now: Parts) -> Parts:
    """Complete a date that is stated by its distance from another."""
    relation = here.mention.relation
    base: Parts | None = now
    if relation.anchor == "text":
        needed: Unit = "month" if relation.after and relation.unit == "year" else relation.unit
        anchor = _near(text, here, anchors, needed)
        base = (anchor.last if relation.steps > 0 or relation.after else anchor.first) if anchor else None
    if base is None or base == Parts():
        return printed
    if relation.anchor == "now" and getattr(base, relation.unit) is None:
        return printed
    if relation.after or (relation.unit == "month" and printed.month is not None):
        return _neighbour(printed, base, relation)
    moved = _step(base, relation.unit, relation.steps)
    return moved._replace(month=moved.month or printed.month, day=moved.day or printed.day)


def _neighbour(printed: Parts, base: Parts, relation: Relation) -> Parts:
    """Return the nearest date that reads as printed: after ``base`` (翌10月, next June) or not after it (last June)."""
    if printed.month is None:
        month = _step(Parts(base.year, base.month), "month", int((printed.day or 0) <= (base.day or 0)))
        return month._replace(day=printed.day)
    if base.year is None:
        return printed
    forward = relation.after
    year = base.year + (printed.month <= (base.month or 0) if forward else -(printed.month > (base.month or 12)))
    return printed._replace(year=year)


def _step(base: Parts, unit: Unit, steps: int) -> Parts:
    """Return the year, month or day that lies ``steps`` after that of ``base``; finer parts are dropped."""
    if unit == "year":
        return Parts(base.year + steps) if base.year is not None else Parts()
    if base.month is None:
        return Parts()
    if unit == "month":
        years, month = divmod(base.month - 1 + steps, 12)
        return Parts(base.year + years if base.year is not None else None, month + 1)
    if base.day is None:
        return Parts()
    moved = date(base.year or 2023, base.month, base.day) + timedelta(days=steps)
    return Parts(moved.year if base.year is not None else None, moved.month, moved.day)


# --- comparing and rendering -----------------------------------------------------------------------------


def matches(asked: str, stated: str, until: str = "") -> bool:
    """Say whether the date of a question agrees with one of a passage, at the coarser of the two precisions.

    With ``until`` the passage states a range, and agrees when it overlaps. Dates that share no part ("2025" and
    "--10") do not agree, nor does an empty one. Raises ValueError when a value is not a date.
    """
    if not asked or not stated:
        return False
    one, first = _parts(asked), _parts(stated)
    last = _parts(until) if until else first
    pairs = list(zip(one, first, strict=True))
    if not any(a is not None and b is not None for a, b in pairs):
        return False
    if first == last:
        return all(a is None or b is None or a == b for a, b in pairs)
    for year in _candidates(one.year, first.year, last.year):
        for month in _candidates(one.month, 1, 12) if first.month else [None]:
            for day in _candidates(one.day, 1, 31) if first.day else [None]:
                if _within(Parts(year, month, day), first, last):
                    return True
    return False


def _candidates(asked: int | None, first: int | None, last: int | None) -> list[int | None]:
    """Return the values a missing part may take; the asked one alone when it is given and the passage has the part."""
    if first is None or last is None:
        return [None]
    return [asked] if asked is not None else list(range(first, last + 1))


def _within(parts: Parts, first: Parts, last: Parts) -> bool:
    """Say whether a date lies between two, comparing the parts that all three have."""
    known = [i for i in range(3) if parts[i] is not None and first[i] is not None and last[i] is not None]
    low, at, high = ([p[i] or 0 for i in known] for p in (first, parts, last))
    return low <= at <= high if low <= high else at >= low or at <= high


_RENDER = {"ja": ("年", "月", "日", "〜", ""), "zh": ("年", "月", "日", "至", ""), "ko": ("년", "월", "일", "~", " ")}


def render_date(value: str, until: str, lang: str) -> str:
    """Return a date or range as a reader of ``lang`` (ja, en, zh, ko) writes it; an empty value gives "".

    Raises ValueError for an unknown language or a value that is not a date.
    """
    if not value:
        return ""
    first, last = _parts(value), _parts(until) if until else None
    if lang == "en":
        return _render_en(first, last)
    if lang not in _RENDER:
        raise ValueError(f"cannot write dates in {lang!r}; choose ja, en, zh or ko")
    *units, to, gap = _RENDER[lang]
    start = gap.join(f"{part}{unit}" for part, unit in zip(first, units, strict=True) if part is not None)
    if last is None:
        return start
    kept = [(p, u, q) for p, u, q in zip(last, units, first, strict=True) if p is not None]
    while len(kept) > 1 and kept[0][0] == kept[0][2]:
        kept.pop(0)
    if lang == "ko" and len(kept) == 1:
        start = start.removesuffix(units[[p for p in range(3) if first[p] is not None][-1]])
    return start + to + gap.join(f"{part}{unit}" for part, unit, _ in kept)


def _render_en(first: Parts, last: Parts | None) -> str:
    """Return a date or range in English, month first."""
    if last is None:
        return _one_en(first)
    if first.year == last.year and first.month == last.month and first.day and last.day and first.month:
        year = f", {first.year}" if first.year else ""
        return f"{_MONTHS[first.month - 1].capitalize()} {first.day}–{last.day}{year}"
    if first.year == last.year and last.month:
        return f"{_one_en(first._replace(year=None))}–{_one_en(last)}"
    return f"{_one_en(first)}–{_one_en(last)}"


def _one_en(parts: Parts) -> str:
    """Return one date in English, as precise as known."""
    if parts.month is None:
        if parts.day is None:
            return str(parts.year)
        ending = {1: "st", 2: "nd", 3: "rd"}.get(parts.day % 10 if parts.day not in (11, 12, 13) else 0, "th")
        return f"the {parts.day}{ending}"
    name = _MONTHS[parts.month - 1].capitalize()
    if parts.day is None:
        return f"{name} {parts.year}" if parts.year is not None else name
    return f"{name} {parts.day}" + (f", {parts.year}" if parts.year is not None else "")

"""Read English dates: September 3, 2025; 3 Sept 2025; October 25-28; June last year; the next day; in 2025.

Invariant: a word that is also a verb (May, March) and a number that may be an amount are dates only after a word that
leads to one. The text is read with its signs folded (`fold_signs`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.structure.dates.mentions import Found, Relation, join
from corpus.structure.dates.parts import Parts, Unit, exists, month_and_day

MONTHS: tuple[str, ...] = ("january", "february", "march", "april", "may", "june")
MONTHS += ("july", "august", "september", "october", "november", "december")
_EN_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?|Aug(?:ust|\.)?"
)
_EN_MONTH += r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
_EN_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|,\d|\.\d)"
_EN_TO = r"\s?(?:-|~|to|until|through)\s?"
_EN_YEAR = r"(?:1[6-9]|20)\d\d(?![\d%]|,\d|\.\d)"
_EN_WHICH = r"(?:last|this|next|that|the\s(?:same|previous|preceding|following|next))"
_ENGLISH = re.compile(
    rf"""(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he\s(?:following|next))\s)?
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
    r"(?:^|[(\[]|\b(?:in|since|of|by|until|till|from|to|during|after|before|than|year|early(?:\sas)?|late(?:\sas)?|recently\sas|mid|and|between|the|vs\.?|for|fiscal|financial)[\s-]|\bFY|\bQ[1-4]\s)\s*$",
    re.I,
)
_EN_WORDS = re.compile(
    r"the same month,?\s(?:(?:(?:of|in)\s)?the (?P<of>following|next|previous|preceding) year"
    r"|(?:a|one) year (?P<away>later|earlier))\b"
    r"|(?P<end>(?:the )?end of )?(?:(?P<now>last|this|next)|(?:the|that(?= same)) (?P<text>same|previous|preceding"
    r"|following|next))\s"
    r"(?P<unit>year|month|week|day|morning|afternoon|evening|night)\b"
    r"|the (?P<unit2>day|month|year) (?P<side>before|after)\b(?!\s+(?:the|a|he|she|it|they|his|her)\b)"
    r"|(?P<point>this|that|last|next|the (?:following|next))\s(?P<season>spring|summer|autumn|fall|winter)\b(?! of)"
    r"|(?:(?:later|earlier) )?(?P<that>that)\s"
    r"(?P<unit3>year|month|day|morning|afternoon|evening|night)\b(?! of)"
    r"|(?P<yesterday>yesterday|tomorrow)\b",
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


SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def read_english(text: str, at: int) -> Found | None:
    """Read the English date at ``at``, with the range or relation it is part of; None when there is none."""
    if at and text[at - 1].isalnum() and text[at - 1].isascii() and text[max(at - 2, 0) : at] != "FY":
        return None
    words = _EN_WORDS.match(text, at)
    if words:
        return _english_words(words)
    match = _ENGLISH.match(text, at)
    if match is None:
        return _english_years(text, at)
    found = _english_date(text, match)
    to = re.compile(_EN_TO).match(text, found.end) if found and found.last is None else None
    following = _ENGLISH.match(text, to.end()) if to else None
    return join(found, _english_date(text, following) if following else None) if found else None


def _english_words(words: re.Match[str]) -> Found | None:
    """Read a match of words for the distance from another date (the next day, last year, the following spring)."""
    if words["of"] or words["away"]:
        ahead = (words["of"] or words["away"]).lower() in ("following", "next", "later")
        return Found(words.end(), Parts(), None, Relation("text", "month", 12 if ahead else -12))
    if words["season"]:
        point = words["point"].lower()
        if (point, words["season"].lower()) == ("this", "winter"):  # of this year's beginning or of its end
            return None
        if point in ("last", "next"):
            word = "last season" if point == "last" else "next season"
            relation = Relation("now", "year", part=word, season=SEASONS[words["season"].lower()])
            return Found(words.end(), Parts(), None, relation)
        now = point == "this"
        relation = Relation("now" if now else "text", "year", season=SEASONS[words["season"].lower()], reach=not now)
        return Found(words.end(), Parts(), None, replace(relation, after=point not in ("this", "that")))
    unit = (words["unit"] or words["unit2"] or words["unit3"] or "day").lower()
    step = _STEPS.get((words["now"] or words["text"] or words["side"] or words["that"] or "last").lower(), 0)
    if words["now"] and _unit(unit) == "day" and unit != "week":
        return None
    if (words["yesterday"] or "").lower() == "tomorrow":
        step = 1
    relation = Relation("now" if words["now"] or words["yesterday"] else "text", _unit(unit), step)
    if words["that"] and _unit(unit) == "day":  # of the day of which the sentence before tells, or its own
        relation = replace(relation, reach=True, near=True)
    if unit == "year" and words["end"]:
        relation = replace(relation, season=-12)
    if unit == "week":
        relation = replace(relation, steps=7 * step, part="week")
    return Found(words.end(), Parts(), None, relation)


def _unit(name: str) -> Unit:
    """Return the name as a unit of the calendar."""
    return "year" if name == "year" else "month" if name == "month" else "day"


def _english_month(name: str | None) -> int | None:
    """Return the number of an English month."""
    return next((n for n, full in enumerate(MONTHS, 1) if name and full.startswith(name[:3].lower())), None)


def _english_date(text: str, match: re.Match[str]) -> Found | None:
    """Read a match of an English month with what stands around it."""
    year = int(match["year"]) if match["year"] else None
    day, day2 = (_english_day(match[a] or match[b]) for a, b in (("day", "bday"), ("day2", "bday2")))
    month = _english_month(match["month"] or match["bmonth"] or match["omonth"])
    month2 = _english_month(match["month2"] or match["omonth2"]) or month
    which = (match["which"] or match["whose"] or "").lower()
    listed = (match["to"] or match["bto"] or "").strip() in ("and", ",")
    if listed and (day2 or 0) != (day or 0) + 1:  # October 9 and 25 are two dates, not a range
        return Found(match.end("day"), Parts(None, month, day)) if match["day"] else None
    alone = not (year or day or which)
    if alone and match["omonth"] in ("May", "March", "Mar", "Jan", "Dec", "Sep") and not match["omonth2"]:
        before = text[max(match.start() - 12, 0) : match.start()]
        if not re.search(r"\b(?:in|since|of|by|until|from|to|during|after|before|early|late|mid)[\s-]$", before, re.I):
            return None
    first, last = Parts(year, month, day), Parts(year, month2, day2 if day2 else None if month2 != month else day)
    if year and match["omonth2"] is None and month_and_day(last) < month_and_day(first):
        first = first._replace(year=year - 1)
    if not exists(first) or not exists(last):
        return None
    relation = Relation()
    if which:
        step = next((_STEPS[word] for word in which.split() if word in _STEPS), 0)
        relation = Relation("now" if which in ("last", "this", "next") else "text", "year", step)
        if which.startswith("the") and match["which"]:
            relation = Relation("text", "year", after=True)
        elif match["which"] and step:
            relation = Relation("now", "month", step, after=step > 0)
    return Found(match.end(), first, last if last != first else None, relation)


def _english_day(printed: str | None) -> int | None:
    """Return the number of a day with or without its ordinal ending."""
    return int(re.sub(r"\D", "", printed)) if printed else None


def _english_years(text: str, at: int) -> Found | None:
    """Read a bare year or range of years where it can be nothing else."""
    match = _EN_YEARS.match(text, at)
    if match is None:
        return None
    first, last = match["first"], match["last"]
    between = not match["both"] or re.search(r"\b[Bb]etween\s\Z", text[max(at - 9, 0) : at])
    if last and between and int(first[: 4 - len(last)] + last) > int(first):
        return Found(match.end(), Parts(int(first)), Parts(int(first[: 4 - len(last)] + last)))
    end = match.start() + 4
    after = text[end : end + 20]
    if not _EN_YEAR_CUE.search(text[max(0, at - 12) : at]) or re.match(
        r"\s?(?:people|years|days|tons|[月년年万億亿만억])|\s?[$%]", after
    ):
        return None
    closed = not re.search(r"[(（\[]\s*$", text[max(at - 4, 0) : at]) or re.match(r"\s*[)）\]]", after)
    return Found(end, Parts(int(first))) if closed else None

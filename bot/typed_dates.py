"""The dates of a question: those that a document would write too, and the years that people only type.

Invariant: a year that is only typed never overlaps a date that a document would write so, and stands where it is typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.places import meet
from corpus.structure.dates import DateMention, find_dates
from corpus.structure.signs import fold_signs

# Two digits. What follows tells a year (22年は, 22年3月) from a span of years (22年間, 22年続いた).
_SHORT_YEAR = re.compile(
    r"(?<![\d.,年년])['’]?(1[5-9]|2\d)(?:年|년)度?(?![をが](?:経|過|か[けか]|要)|より長)"
    r"(?=[のはにとでもをがよ産版度和、,・与與→⇒）)]|から|まで|相?比|时|時点|\s*\d{1,2}[月월]|\s|$|에|의|과|을)|"
    r"(?<![\d.,])(1[5-9]|2\d)年(?=[\u4e00-\u9fff])(?![間前後内间来以期生级級代的上目半連连続续経过要勤左])|"
    r"\bFY\s?'?(1[5-9]|2\d)\b",
    re.IGNORECASE,
)
# A year by itself, between signs or spaces or at an end (輸出額の差は？2025), where no number would stand.
_BARE_YEAR = re.compile(r"(?:(?<=^)|(?<=[\s、,，。？?!！（(・／/]))((?:19|20)\d\d)(?=$|\s*$|[\s、，。？?!！）)・／/])")
# Two years set against each other (2015→2025, 2015から2025, 2015 vs 2025), and no range of numbers (2015〜2025人).
_TWO_YEARS = re.compile(
    r"(?<![\d.,])((?:19|20)\d\d)\s*(?:→|⇒|->|から|より|[~〜～–—]|-|\bvs\.?|と|\bto\b|\band\b|到|和|부터|에서|과)\s*"
    r"((?:19|20)\d\d)(?![\d.,]|\s*[万億千円ドル元人件台個トン%％])",
    re.IGNORECASE,
)
# Two years of two digits, the one after the other (14年→24年).
_TWO_SHORT_YEARS = re.compile(r"(?<![\d.,])(\d\d)年?度?\s*(?:→|⇒|->)\s*(\d\d)年度?(?![間前後])")
# A season or financial year by the last digits of both its years (23-24).
_SEASON = re.compile(r"(?<![\d.,/–-])(1\d|2\d)[-–/](1\d|2\d)(?![\d.,/–-]|\s*(?:to|vs|goals?|points?)\b)")
# A year of an era by its number alone (令和6), between signs.
_BARE_ERA = re.compile(r"(?:令和|平成|昭和)(?:元|\d{1,2})(?=[）)、。？?はのとが・/／]|$)")
# The second of two years of one era, which people do not name again: 令和4年度と5年度.
_SAME_ERA = re.compile(
    r"(令和|平成|昭和)(?:元|\d{1,2})年度?(?:と|や|、|から|→|に比べて?|より)(?P<count>\d{1,2})年度?(?!間|前|後|\d)"
)

# A month and a day as people type them (9/18の, on 9/18); a small share (1/3の, 2/3が) only where it says when.
_DAY = re.compile(
    r"(?<![\d./:¥$-])(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9])(?![\d./]|\s?(?:以[上下]|未満|の確率|[%％]))"
)
_SMALL_SHARE = 10  # the part of a share that may be a month and a day
_SAYS_WHEN = re.compile(
    r"\s?(?:に|から|まで|より|以[降前後]|時点|付け?|号|頃|ごろ|[(（][月火水木金土日월화수목금토一二三四五六]|부터|까지|之后|起)"
)

_FROM = re.compile(r"\s?(?:から|より)\s?")
# Months as people type them, which documents print with a capital; may, march and mar. only where a number is near.
_LOWER_MONTH = re.compile(
    r"\b(?:january|february|april|june|july|august|september|october|november|december|"
    r"jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec|(?:may|march|mar)(?=\.?\s?[-–,]?\s?\d|\.?\s?[-–]\s?[a-z]{3})|"
    r"(?<=\d )(?:may|march|mar))\b"
)
# The first so many months of a year: 2025年前10个月, the first ten months of 2025.
_FIRST_MONTHS = re.compile(
    r"(?P<year>(?:19|20)\d\d)年(?:的)?[前头頭](?P<months>\d{1,2}|[一二三四五六七八九十]{1,2})个?月|"
    r"(?P<year_ko>(?:19|20)\d\d)년 ?(?:첫|처음) ?(?P<months_ko>\d{1,2}) ?개월|"
    r"\bfirst (?P<months_en>\d{1,2}|three|four|five|six|seven|eight|nine|ten|eleven) months "
    r"of (?P<year_en>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_COUNTED = {
    **{word: n for n, word in enumerate("一二三四五六七八九十", start=1)},
    "十一": 11,
    "十二": 12,
    **{
        word: n
        for n, word in enumerate(["three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"], start=3)
    },
}
_MONTHS_OF_A_YEAR = 12


def dates_asked(query: str) -> tuple[DateMention, ...]:
    """Return the dates that a question names, in its order."""
    query = with_months(query)
    found = [part for date in find_dates(query) for part in _of_account(date)]
    first = list(_first_months(query))
    found = [*first, *(date for date in found if not any(meet(date, months) for months in first))]
    typed = [
        date
        for date in (
            *_short_years(query),
            *_seasons(query),
            *_two_short_years(query),
            *_bare_years(query),
            *_bare_eras(query),
            *_years_of_one_era(query),
            *_days(query),
        )
        if not any(meet(date, written) for written in found)
    ]
    by_place = {date.start: date for date in (*typed, *found)}
    return tuple(by_place[start] for start in sorted(by_place))


def with_months(query: str) -> str:
    """Return a question with its months written as documents print them, character for character."""
    return _LOWER_MONTH.sub(lambda match: match.group().capitalize(), query)


def _first_months(query: str) -> Iterator[DateMention]:
    """Yield the first so many months of a year as the range they are."""
    for match in _FIRST_MONTHS.finditer(query):
        told = match.groupdict()
        year = told["year"] or told["year_ko"] or told["year_en"]
        said = (told["months"] or told["months_ko"] or told["months_en"]).lower()
        months = int(said) if said.isdigit() else _COUNTED.get(said, 0)
        if 0 < months <= _MONTHS_OF_A_YEAR:
            yield replace(_year(match, f"{year}-01"), until=f"{year}-{months:02d}")


def _of_account(date: DateMention) -> Iterator[DateMention]:
    """Yield years of account by their numbers: a question sets the ends of 令和3年度から5年度 against each other.

    A document means all from the first April to the last March.
    """
    if not date.text.endswith("年度") or not date.value.endswith("-04") or not date.until.endswith("-03"):
        yield date
        return
    first, last = date.value[:4], str(int(date.until[:4]) - 1)
    if (joint := _FROM.search(date.text)) is None:
        yield replace(date, value=first, until=last)
        return
    at = date.start + joint.start()
    yield replace(date, end=at, text=date.text[: joint.start()], value=first, until="")
    yield replace(date, start=date.start + joint.end(), text=date.text[joint.end() :], value=last, until="")


def _short_years(query: str) -> Iterator[DateMention]:
    """Yield the years of two digits: 22年 is 2022, which no document would write so."""
    for match in _SHORT_YEAR.finditer(fold_signs(query)):
        yield _year(match, f"20{next(filter(None, match.groups()))}")


def _bare_years(query: str) -> Iterator[DateMention]:
    for match in _BARE_YEAR.finditer(query):
        yield _year(match, match[1])
    for match in _TWO_YEARS.finditer(query):
        for group in (1, 2):
            if not query[match.end(group) :].startswith(("年", "년")):
                yield _year(match, match[group], group)


def _seasons(query: str) -> Iterator[DateMention]:
    for match in _SEASON.finditer(fold_signs(query)):
        if int(match[2]) == int(match[1]) + 1:
            yield replace(_year(match, f"20{match[1]}"), until=f"20{match[2]}")


def _days(query: str) -> Iterator[DateMention]:
    """Yield the days that are typed with a stroke, of whatever year."""
    for match in _DAY.finditer(fold_signs(query)):
        month, day = int(match["month"]), int(match["day"])
        if month < day <= _SMALL_SHARE and not _SAYS_WHEN.match(query, match.end()):
            continue
        yield replace(_year(match, f"--{month:02d}-{day:02d}"), stated_year=False)


def _two_short_years(query: str) -> Iterator[DateMention]:
    for match in _TWO_SHORT_YEARS.finditer(fold_signs(query)):
        for group in (1, 2):
            yield _year(match, f"20{match[group]}", group)


def _bare_eras(query: str) -> Iterator[DateMention]:
    for match in _BARE_ERA.finditer(fold_signs(query)):
        for date in find_dates(f"{match.group()}年")[:1]:
            yield replace(date, start=match.start(), end=match.end(), text=match.group())


def _year(match: re.Match[str], value: str, group: int = 0) -> DateMention:
    return DateMention(match.start(group), match.end(group), match.group(group), value, "", False, True)


def _years_of_one_era(query: str) -> Iterator[DateMention]:
    for match in _SAME_ERA.finditer(fold_signs(query)):
        text = query[match.start("count") : match.end()]
        for date in find_dates(f"{match[1]}{text}")[:1]:
            yield replace(date, start=match.start("count"), end=match.end(), text=text)

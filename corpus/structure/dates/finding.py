"""Find the dates a text prints, in whatever language.

Invariant: a mention is a slice of the text as given, mentions are in order and do not overlap, and a value holds only
what is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.structure.dates.both_years import read_both_years
from corpus.structure.dates.distances import read_ago, read_distance
from corpus.structure.dates.eastern import read_eastern
from corpus.structure.dates.english import read_english
from corpus.structure.dates.english_distances import read_english_distance
from corpus.structure.dates.era_years import ERAS
from corpus.structure.dates.eras import OLD_ERA
from corpus.structure.dates.mentions import DateMention, Found
from corpus.structure.dates.numerals import NUMERALS
from corpus.structure.dates.parts import Parts, exists, to_iso
from corpus.structure.dates.relative import read_pointed, read_relative
from corpus.structure.dates.spans import read_span
from corpus.structure.dates.weekdays import read_named_day
from corpus.structure.signs import WEB_ADDRESS, fold_signs

_STARTS = re.compile(
    rf"https?://|www\.|[\d{NUMERALS}十令平昭大明㋿㍻-㍾翌同该該'’次当前先昨去今本来再上下这明后第おあきけ两兩같동이다그전당재작지올금내어오하사나한두세네석넉여열모익닷엿보일글상民后半隔是那]"
    r"|\b[A-Za-z]|[RHS]\d|[そこ]の[年日夜晩]|この[日春夏秋冬]|しあ|年(?:が[明改]|内|底|度|明|末)|月[末内]|[月火水木金土日]曜|[월화수목금토일]요일|해가|연[내말]"
    rf"|[春夏秋冬](?=ごろま|頃ま|まで|をめ|をメ|を目)|{OLD_ERA}(?=\s?[\d{NUMERALS}十元]|の?[年初末])",
)
_NUMERIC = re.compile(
    r"(?<![\d./-])(?P<year>(?:1[6-9]|20)\d\d)(?:(?P<sep>[./-])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?![\d/-]|\.\d)"
    r"|\.\s(?P<kmonth>\d{1,2})\.(?:\s(?P<kday>\d{1,2})(?:\.|(?!\d)))?|[-/](?P<imonth>0[1-9]|1[0-2])(?![\d/-]|\.\d|\s?[年년]))"
)
# H30.4.1: in a text that counts its years so elsewhere too; R4.1.2 may be what a program is called.
_ERA_NUMERIC = re.compile(
    r"(?<![A-Za-z0-9./_-])(?P<era>[RHS])(?P<year>\d{1,2})(?P<sep>[./])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})"
    r"(?![\d./A-Za-z_-]|[をで版系])"
)
_SAID_OF_DAY = re.compile(
    r"\s?(?:現在|時点|付|施行|改正|制定|に|から|まで|より|[~、。\n]|\Z|[（(][月火水木金土日]曜?日?[)）])"
)
_COUNTS_ERAS = re.compile(r"(?:令和|平成|昭和|(?<![A-Za-z])[RHS])(?:元|\d{1,2})年")
_LAST_OF_ERA = {"S": 64, "H": 31, "R": 99}
# 2003/04, 2016–17: two years of an account or a season. With a hyphen, or among other scripts, it may be a month.
_TWO_YEARS = re.compile(
    r"(?<![\d/–.-])(?P<first>(?:1[6-9]|20)\d\d)(?P<sign>[/–-])(?P<last>(?:20|1[6-9])?\d\d)(?![\d/–%-]|\.\d)"
)
_OF_TWO_YEARS = re.compile(
    r"\s?(?:年度|シーズン|시즌|赛季|賽季|회계연도|학년도|(?:season|financial|fiscal|academic|school|tax)\b)"
)
_OF_TWO_YEARS_BEFORE = re.compile(r"(?:(?:financial|fiscal|academic|school|tax)\syears?\s|\bFY\s?)\Z", re.IGNORECASE)
_NOT_LATIN = re.compile(r"[ぁ-ヺ一-鿿가-힣]")
_LINE_END_KO = re.compile(r"(?<=[가-힣])\n(?=[가-힣])")  # may stand in a word of two: 같은 / 달
_BESIDE = 24  # characters that show of which script a text is


def find_dates(text: str, *, distances: bool = False) -> tuple[DateMention, ...]:
    """Return the dates printed in ``text``, in order and without overlaps; nothing is completed from context.

    Lengths of time (三日間, 6年ぶり), anniversaries, web addresses and bare numbers are not dates. With ``distances`` a
    counted distance from another date (3日後) is a mention too, and so are ten years (1990年代); without a text around
    it, a distance is only a length.
    """
    folded = _LINE_END_KO.sub(" ", fold_signs(text))
    chinese = not re.search(r"[ぁ-ゖァ-ヺ]", text)
    return tuple(_scan(text, folded, chinese, distances))


def _scan(text: str, folded: str, chinese: bool, distances: bool) -> Iterator[DateMention]:
    """Yield the mentions at the leftmost places where one can be read."""
    skip = {match.start(): match.end() for match in WEB_ADDRESS.finditer(folded)}
    at = 0
    for start in _STARTS.finditer(folded):
        if start.start() < at:
            continue
        at = start.start()
        if at in skip:
            at = skip[at]
            continue
        found = _distance(folded, at) if distances else None
        found = found or read_both_years(folded, at) or _two_years(text, at) or _numeric(folded, at)
        found = found or read_relative(folded, at, chinese) or read_eastern(folded, at) or read_english(folded, at)
        if found is None:
            continue
        yield DateMention(
            at,
            found.end,
            text[at : found.end],
            to_iso(found.first),
            to_iso(found.last) if found.last else "",
            bool(found.relation.anchor),
            found.first.year is not None or (found.last is not None and found.last.year is not None),
            found.relation,
        )
        at = found.end


def _distance(text: str, at: int) -> Found | None:
    """Read a date by its distance from another, or ten years, in any language."""
    found = read_span(text, at) or read_distance(text, at) or read_ago(text, at)
    found = found or read_pointed(text, at) or read_english_distance(text, at)
    return found or read_named_day(text, at)


def _two_years(text: str, at: int) -> Found | None:
    """Read two years that follow each other as one year of account or season (2003/04), or None."""
    match = _TWO_YEARS.match(text, at)
    if match is None or int(match["last"]) != (int(match["first"]) + 1) % 10 ** len(match["last"]):
        return None
    named = _OF_TWO_YEARS.match(text, match.end()) or _OF_TWO_YEARS_BEFORE.search(text, max(at - 20, 0), at)
    foreign = _NOT_LATIN.search(text, max(at - _BESIDE, 0), match.end() + _BESIDE)
    if not named and (foreign or match["sign"] == "-"):
        return None
    first = int(match["first"])
    return Found(match.end(), Parts(first), Parts(first + 1))


def _era_numeric(text: str, at: int) -> Found | None:
    """Read a date in digits whose year is one of an era: H30.4.1, R1.5.1."""
    match = _ERA_NUMERIC.match(text, at)
    if match is None or not 0 < int(match["year"]) <= _LAST_OF_ERA[match["era"]] or not _COUNTS_ERAS.search(text):
        return None
    if match["era"] == "R" and not _SAID_OF_DAY.match(text, match.end()):
        return None
    parts = Parts(ERAS[match["era"]] + int(match["year"]), int(match["month"]), int(match["day"]))
    return Found(match.end(), parts) if exists(parts) else None


def _numeric(text: str, at: int) -> Found | None:
    """Read a date in digits: 2025.9.3, 2025/9/3, 2025-09-03, 2025-09, 2025. 9. 3, H30.4.1."""
    match = _NUMERIC.match(text, at)
    if match is None:
        return _era_numeric(text, at)
    month, day = match["month"] or match["kmonth"] or match["imonth"], match["day"] or match["kday"]
    parts = Parts(int(match["year"]), int(month), int(day) if day else None)
    return Found(match.end(), parts) if exists(parts) else None

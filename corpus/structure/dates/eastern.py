"""Read the dates that Japanese, Chinese and Korean print with 年, 月 and 日: 2025年9月3日, 令和7年, 10월 25~28일.

Invariant: a number before one of these is a date only where what stands around it leaves no length of time, count or
ordinal (三日間, 10月ぶり, 第3日). The text is read with its signs folded (`fold_signs`).
"""

from __future__ import annotations

import re
from calendar import monthrange

from corpus.structure.dates.era_years import COUNT, ERAS, era_before, era_of_year_before
from corpus.structure.dates.eras import OLD_ERA, OLD_ERAS
from corpus.structure.dates.lengths import LASTING_DAY, account_years, lasting
from corpus.structure.dates.mentions import Found, Relation, join
from corpus.structure.dates.numerals import NUMERALS, maybe, number
from corpus.structure.dates.parts import Parts, exists
from corpus.structure.dates.periods import third_of

_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_TO = r"\s?(?:[-~]|から|より|乃至|至|到|부터)\s?"
_YEARS = re.compile(
    rf"(?<!\d)(?P<first>[12]\d{{3}})\s?[年년]?{_TO}(?P<last>[12]\d{{3}}|\d{{2}})\s?[年년]度?(?!\s?\d{{1,2}}\s?[月월])"
)
_NEW_YEAR = re.compile("の?元[旦日]")
_TURN = re.compile(rf"の?正月(?:の?(?P<day>{_DAY})日)?")
_OUR_CALENDAR, _OURS = 1873, ("明治", "大正", "昭和", "平成", "令和")  # from when on 正月 is January in Japan
_LAST_DAY = re.compile(r"の?末(?:日|(?=(?:現在|時点|締|までに)))")
_SEASON = re.compile("の?[春夏秋冬]")
_LUNAR = re.compile(
    r"(?:[旧舊]暦|陰暦|太陰暦|[農农旧舊陰阴夏][历曆]|음력)(?:で(?:いう|は)?|の)?\s?(?:毎年|每年|매년|[一-鿿]{2}年)?[のに]?\s?\Z"
)
_AS_OF = re.compile(r"截[至止](?:[今去前同当]年)?\Z")
_END_ZH = re.compile(r"[末底]")
_THIRD = re.compile(r"の?[上中下]旬|\s?(?:초순|상순|중순|하순)")
_ERA_YEARS = re.compile(
    rf"(?P<era>令和|平成|昭和|大正|明治)(?P<first>元|\d{{1,2}})年{_TO}(?P<last>\d{{1,2}})年度?(?!\s?\d{{1,2}}\s?[月月])"
)
_POINT = re.compile(
    rf"""(?:(?P<prefix>翌|同(?!治))\s?)?
    (?:(?: (?P<year>[12]\d{{3}}|[{NUMERALS}]{{4}})\s?(?:[年년]|[财財](?=年)年|회계\s?[연년](?=도)도)
         | ['’]?(?P<short>\d{{2}}|{COUNT})年(?:(?=(?:\d{{1,2}}|{_MONTH})月|の?[春夏秋冬])|(?<=['’]\d\d年))
         | (?<=[翌同])(?P<nth>\d{{1,2}}|{COUNT})年
         | (?P<era>令和|平成|昭和|大正|明治|民[国國]|[RHS㋿㍻-㍾]|{OLD_ERA})\s?
           (?P<count>元|\d{{4}}(?=\s?[年년])|\d{{1,2}}|{COUNT})\s?[年년] ) 度?\s?)?
    (?:(?:(?P<first_month>{_MONTH})\s?[月월]?{_TO})?(?P<month>{_MONTH})\s?[月월]\s?)?
    (?:(?:(?P<first_day>{_DAY})\s?[日일号號]?{_TO})?(?P<day>{_DAY})\s?(?:[日일号號]|(?=[・、,]\s?{_DAY}\s?[日일号號])))?""",
    re.VERBOSE,
)
_POINT_STARTS = re.compile(rf"[\d{NUMERALS}十令平昭大明民RHS㋿㍻-㍾翌同'’{''.join(word[0] for word in OLD_ERAS)}]")
_EARLIEST, _UNTOLD = 1000, -1  # years
_LATEST = 2200  # of the years of an era: what is later is counted in another way (明治1900年)
# What follows a number and makes it a length of time, a count or an ordinal instead of a date.
_NOT_A_YEAR = re.compile(
    r"\s?(?:間|ぶり|以上|以内|目|余|近く|にわた|代|前(?![半期])|後(?!半)|동안|간(?!의)|만에|대(?!회))"
)
_NOT_A_MONTH = re.compile(r"\s?(?:間|ぶり|ほど)")
_NOT_A_DAY = re.compile(
    r"\s?(?:間|ぶり|以上|以内|目|連続|前(?!後)|後|分|余|程|弱|強|当たり|あたり|平均|につき|ごと|毎|に[\d一二三四五]+(?:[回度便本件つ個枚人分]|往復|時間)|\d+(?:回|時間)"
    r"|間隔|本|で(?!す|は|あ|も)|を(?:要|費|過|か)|に(?:わた|及)|か[けか]|간|동안|째|만에|전(?!국)|후|짜리)"
)
_NOT_A_DAY_OF_A_MONTH = re.compile(r"\s?(?:間|ぶり|連続|ごと|毎|しか|だけ|간|동안|째|짜리)")
# What stands before a number and makes it part of a larger one, an ordinal, or a rate (週3日).
_NOT_AFTER = re.compile(rf"[\d{NUMERALS}十百千万.／/第約週毎月数제각매주か箇ヶカケ個个A-Za-z_]")
# 2、3日 is a couple of days; 25、26日 and 9月2、3日 are dates.
_COUPLE = re.compile(r"(?<![月월])\d、\Z")


def read_eastern(text: str, at: int) -> Found | None:
    """Read the date that is printed at ``at``, with the range it is part of; None when there is none."""
    if not _POINT_STARTS.match(text, at):
        return None
    if (stretch := _years(text, at) or _days(text, at)) is not None:
        return stretch
    found = read_point(text, at)
    third = found is not None and found.last is not None and third_at(text, found.end - 2)
    if found is None or (found.last is not None and not third):
        return found
    to = re.compile(_TO).match(text, found.end)
    following = read_point(text, to.end(), after_word=True) if to else None
    if third:  # 8月中旬から9月下旬
        ends = following is not None and following.last is not None and not following.relation.anchor
        return Found(following.end, found.first, following.last, found.relation) if following and ends else found
    return join(found, following)


def _years(text: str, at: int) -> Found | None:
    """Read the years from one to another (2019～2023年, 令和3～7年, 令和3年度から7年度), or None."""
    years = _YEARS.match(text, at)
    if years and not _NOT_A_YEAR.match(text, years.end()) and text[at - 1 : at] not in (".", ","):
        first, last = years["first"], years["last"]
        return Found(years.end(), Parts(int(first)), Parts(int(first[: 4 - len(last)] + last)))
    if accounts := account_years(text, at, ERAS):
        return accounts
    if (eras := _ERA_YEARS.match(text, at)) and not _NOT_A_YEAR.match(text, eras.end()):
        base = ERAS[eras["era"]]
        if int(eras["last"]) > number(eras["first"]):
            return Found(eras.end(), Parts(base + number(eras["first"])), Parts(base + int(eras["last"])))
    return None


def _days(text: str, at: int) -> Found | None:
    """Read a day with the days that are counted from it (9月3日から三日間), or None."""
    day = LASTING_DAY.match(text, at)
    first = read_point(text[: day.end()], at) if day else None
    return lasting(text, first) if day and first and first.end == day.end() else None


def third_at(text: str, at: int) -> re.Match[str] | None:
    """Return the third of a month that is named right behind it (3月上旬, 3월 중순), or None."""
    return _THIRD.match(text, at)


def read_point(text: str, at: int, after_word: bool = False, *, of_month: bool = False) -> Found | None:
    """Read one date at ``at``, or a range that shares its unit: 2025年9月3日, 令和7年, 10月25-28日, 翌10月, 25日.

    ``after_word``: it follows a word or sign that leads to a date, so what stands before it rules nothing out;
    ``of_month``: a word for a month (来月三日), so that a day behind it is one of that month.
    """
    match = _POINT.match(text, at)
    if match is None or not re.search(r"[年年月日日号號년월일]|회계", match.group()[1 if match["prefix"] else 0 :]):
        return None
    year = _year(text, at, match)
    if year == _UNTOLD and match["prefix"] and text[at - 1 : at] not in ("翌", "同"):
        printed = Parts(None, maybe(match["month"]), maybe(match["day"]))
        return Found(at + len(match.group().rstrip()), printed, None, Relation("text", of_event=True))
    last = Parts(year, maybe(match["month"]), maybe(match["day"]))
    end = match.start() + len(match.group().rstrip())
    if last.year and last.day and not last.month:  # a name that begins like a day (2025年度三日月堂)
        last, end = Parts(last.year), _end_of_year(text, at, match)
    if not exists(last) or not _EARLIEST <= (last.year or _EARLIEST) <= (_LATEST if match["era"] else 9999):
        return None
    if of_month and last.day:
        dated = not _NOT_A_DAY_OF_A_MONTH.match(text, end)
    else:
        dated = _is_date(text, match, last, end, after_word)
    return _between(text, match, last, end) if dated else None


def _between(text: str, match: re.Match[str], last: Parts, end: int) -> Found | None:
    """Return a date with what stands before it in its range, and with the day or third of its month behind it."""
    if last.month is None and last.year and (new_year := _NEW_YEAR.match(text, end)):
        last, end = Parts(last.year, 1, 1), new_year.end()
    turn = _TURN.match(text, end) if last.month is None and (last.year or 0) >= _OUR_CALENDAR else None
    if turn and match["era"] in _OURS:
        last, end = Parts(last.year, 1, maybe(turn["day"])), turn.end()
    first = last
    if match["first_day"] and last.day:
        first = last._replace(day=number(match["first_day"]))
    elif match["first_month"] and not match["day"]:
        first = last._replace(month=number(match["first_month"]))
    if not exists(first) or (first.day is not None and last.day is not None and first.day > last.day):
        return None
    at = match.start()
    if last.month and not last.day and (closing := _closing(text, at, end)) and (last.year or last.month != 2):
        day = monthrange(last.year or 2023, last.month)[1]
        first, last, end = first._replace(day=day), last._replace(day=day), closing.end()
    if last.month and not last.day and first == last and (third := third_at(text, end)):
        first, last = third_of(last, third.group().lstrip("の ")[0])
        end = third.end() if first.day else end
    return Found(end, first, last if last != first else None, _relation(text, match, last))


def _relation(text: str, match: re.Match[str], last: Parts) -> Relation:
    """Return what a date without its year hangs on that a word before it says: 翌10月, 同25日, 旧暦8月15日."""
    if match["prefix"] and not match["nth"]:
        return Relation("text", "year" if last.month else "month", after=match["prefix"] == "翌")
    lunar = last.year is None and _LUNAR.search(text, max(match.start() - 8, 0), match.start())
    return Relation("text", of_event=True) if lunar else Relation()  # no text tells on which of our days that was


def _closing(text: str, at: int, end: int) -> re.Match[str] | None:
    """Return the words behind a month that mean its last day: 末日, 末現在, 截至6月底; None where there are none."""
    return _LAST_DAY.match(text, end) or (_AS_OF.search(text, max(at - 4, 0), at) and _END_ZH.match(text, end)) or None


def _end_of_year(text: str, at: int, match: re.Match[str]) -> int:
    """Return where the year of a point ends whose day stands without a month."""
    day = match.start("first_day") if match["first_day"] else match.start("day")
    return at + len(text[at:day].rstrip())


def _year(text: str, at: int, match: re.Match[str]) -> int | None:
    """Return the year of a point: as printed, of an era, or of two digits (up to 69 in this century); None without.

    `_UNTOLD` where it is of an era that the text before it does not tell (翌13年, 四十年三月, 12年春).
    """
    if match["year"]:
        return number(match["year"])
    if match["era"]:
        return ERAS[match["era"]] + number(match["count"])
    short = match["short"] or match["nth"]
    if not short:
        return None
    era = era_before(text, at) if match.group()[0] not in "'’" else None
    if era is None and "翌" in (match["prefix"], text[at - 1 : at]):
        era = era_of_year_before(text, at, number(short))
    if era is not None:
        return era + number(short)
    season = match["short"] and match.group()[0] not in "'’" and _SEASON.match(text, match.end("short") + 1)
    if match["nth"] or match["prefix"] or season or not short.isdecimal():
        return _UNTOLD
    return 2000 + int(short) if int(short) < 70 else 1900 + int(short)


def _stands_apart(match: re.Match[str], before: str) -> bool:
    """Say whether a year is its own word behind any sign: no larger number ends in 令和5年, nor a decimal in 2024年."""
    if match["era"]:
        return len(match["era"]) > 1 or not before.isascii()
    return before == "." and bool(re.fullmatch(r"\d{4}", match["year"] or ""))


def _is_date(text: str, match: re.Match[str], parts: Parts, end: int, after_word: bool) -> bool:
    """Say whether what stands around a point leaves it a date: 三日間, 10月ぶり, 第3日 and 1日当たり are none."""
    before = text[match.start() - 1 : match.start()]
    grouped = before == "," and text[match.start() - 2 : match.start() - 1].isdigit()
    if grouped or (not after_word and _NOT_AFTER.match(before) and not _stands_apart(match, before)):
        return False
    if match["prefix"]:
        beside_noun = match["prefix"] == "同" and re.match(r"[一-鿿]", before)
        if beside_noun or (parts.year is not None and not (match["short"] or match["nth"])):
            return False
    elif parts == Parts(day=parts.day) and _COUPLE.search(text[max(match.start() - 3, 0) : match.start()]):
        return (parts.day or 0) > 6
    elif parts.year is None and parts.month is None and not re.search(r"\d|十.", match["day"] or ""):
        return bool(re.match(r"\s?(?:午前|午後|付|未明|夜|朝|夕|、|,)", text[end : end + 4])) and match["day"] not in (
            "一",
            "二",
        )
    if parts.day is not None:
        length = _NOT_A_DAY if parts.month is None else _NOT_A_DAY_OF_A_MONTH
        return (text[end - 1] not in "号號" or parts.month is not None) and not length.match(text, end)
    return not (_NOT_A_MONTH if parts.month else _NOT_A_YEAR).match(text, end)

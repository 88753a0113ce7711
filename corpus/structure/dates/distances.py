"""Read a date by its counted distance from another, or back from now (3日後, 二週間前に, 两年后, 사흘 뒤, 3년 전).

Invariant: a rounded distance (約3年後, 数年前) names no date, nor does one from an act that the text only names
(訪れる二日前). The text is read with its signs folded (`fold_signs`).
"""

from __future__ import annotations

import re

from corpus.structure.dates.counts import COUNT_KO, DAYS_KO, TENS, is_days, number
from corpus.structure.dates.mentions import Found, Relation
from corpus.structure.dates.parts import Parts, Unit
from corpus.structure.dates.weeks import POINTED
from corpus.structure.tense import PAST_KO, tense_at

_HALF_A_YEAR = 6  # months
_LENGTHS: dict[str, tuple[Unit, int]] = {"日": ("day", 1), "天": ("day", 1), "일": ("day", 1), "": ("day", 1)}
_LENGTHS |= dict.fromkeys(("週間", "周", "週", "星期", "주", "주일", "주간"), ("day", 7))
_LENGTHS |= dict.fromkeys(("年", "년", "해"), ("year", 1))
_LENGTHS |= dict.fromkeys(("か月", "カ月", "ヶ月", "ヵ月", "箇月", "个月", "個月", "달", "개월"), ("month", 1))
_KO = rf"(?P<kcount>\d{{1,3}}|{DAYS_KO}|{COUNT_KO})\s?(?P<kunit>일|주일?|주간|달|개월|년|해|)"
# 3年を経て, 十年がたち, 二年たった夏: time goes by in the telling. 百年を経た蔵 only says what a thing is.
LAPSED = (
    r"(?:[がを]?経て|[がも]?(?:(?:たって|経って|過ぎて)(?!も)|(?:たち|経ち)(?=、)"
    r"|(?:たった|経った|過ぎた)(?=の?(?:ころ|頃|[年月日春夏秋冬]))))"
)
_DISTANCE = re.compile(
    rf"(?:(?P<half>半年)|(?P<count>\d{{1,3}}|{TENS}|[两兩])(?P<unit>日|天|週間|周|[个個]星期|[かカヶヵ箇个個]月|年半?))"
    rf"(?:[之以]?[後后](?![半期継任日者続])|(?P<lapsed>{LAPSED}))"
    rf"|{_KO}\s?[뒤후](?=[에인의\s,.])"
)
# Years, months or days before the day of publication (8年前に退職した); before another date it is none (開港の3年前).
_AGO = re.compile(
    rf"(?:(?P<count>\d{{1,3}}|{TENS}|数)(?P<unit>年半?|[かカヶヵ箇]月|週間|日)|(?P<half>半年))前(?=[にのは、，]|から)"
)
_AGO_ZH = re.compile(
    r"(?P<count>\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[两兩一二三四五六七八九])(?P<unit>年|天|周|週|个月|個月)"
    r"[之以]?前(?=的)"
)
_AGO_HEAD_ZH = re.compile(  # it opens its clause, so that no act stands before it of which it could be
    r"(?P<count>\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[两兩一二三四五六七八九])"
    r"(?P<unit>年|天|周|週|个星期|個星期|个月|個月)[之以]?前(?=[，,]|[^，。\n]{2})"
)
_HEAD_ZH = re.compile(r"(?:\A|[，。；！？\n\u3000])\s*(?:早在|就在|他|她|他们|我们|我|大约)?\Z")
_KANA, _BESIDE = re.compile("[ぁ-ゖァ-ヺ]"), 12  # characters that show it to be Japanese
_AGO_KO = re.compile(rf"{_KO}\s전(?=에|부터|의|까지|인|이|,|\s[가-힣])")
_BEFORE_WHAT = re.compile(r"(?:[のりら]|その|この|それ|[するくむぶぐつ])\Z")  # 訪れる二日前: before the visit
_BEFORE_ACT = re.compile(r"(?<=この)[一-鿿]{2}の\Z")  # この会談の3日前: of what the text has told
# What may stand before a Korean count that is not of an act: nothing, a particle, an adverb (시는 3년 전, 불과 3년 전).
_FREE_KO = re.compile(
    rf"(?:\A|[.,。!?\n\"“‘(]|[가-힣][은는을를에도]|에서|으로|부터|까지|[{PAST_KO}][고으]며?|이미|불과|바로|지금부터|정확히|벌써)\s*\Z"
)
# Counted back from what has just been told: その二日前, 그 이틀 전.
_BACK = re.compile(
    rf"(?<=[そこ]の)(?P<count>\d{{1,3}}|{TENS})(?P<unit>年|[かカヶヵ箇]月|週間|日)前(?=[にのはも、，])"
    rf"|(?<=그\s)(?P<kcount>\d{{1,3}}|{DAYS_KO}|{COUNT_KO})\s?(?P<kunit>일|주일?|달|개월|년|)\s전(?=에|인|[\s,.])"
)
_ROUGH = re.compile(r"(?:約|およそ|第|数|大约|大約|近|약|거의|대략|\d[.,]?|[一二三四五六七八九十百千余多])\s?\Z")


def read_distance(text: str, at: int) -> Found | None:
    """Read a date stated by a counted distance from another (3日後, 두 달 뒤) at ``at``, or None."""
    back = _BACK.match(text, at)
    match = back or _DISTANCE.match(text, at)
    if match is None or _ROUGH.search(text[max(at - 4, 0) : at]):
        return None
    reach = bool(POINTED.search(text[max(at - 5, 0) : at]))
    if not back and match["lapsed"] and not (reach and tense_at(text, at, match.end()) == "past"):
        return None  # 3年を経て, of what may not be told; それから3年がたち、…ている: up to now
    if not back and match["half"]:
        return Found(match.end(), Parts(), None, Relation("text", "month", _HALF_A_YEAR, reach=reach, near=True))
    counted = _counted(match["count"] or match["kcount"], match["unit"] or match["kunit"] or "")
    if counted is None or _is_inside(text, at):
        return None
    unit, steps = counted
    if back:
        return Found(match.end(), Parts(), None, Relation("text", unit, -steps, reach=True, near=True))
    return Found(match.end(), Parts(), None, Relation("text", unit, steps, reach=reach, near=True))


def _counted(printed: str, name: str) -> tuple[Unit, int] | None:
    """Return the unit and the number of steps of a count, or None where a number lacks its unit."""
    if not name and not is_days(printed):
        return None
    return _length(number(printed), name.removeprefix("个").removeprefix("個") if name.endswith("星期") else name)


def _length(count: int, name: str) -> tuple[Unit, int]:
    """Return the unit and the number of steps of so many of what a name means (年半: a year and a half)."""
    if name == "年半":
        return "month", 2 * _HALF_A_YEAR * count + _HALF_A_YEAR
    unit, length = _LENGTHS[name]
    return unit, count * length


def _is_inside(text: str, at: int) -> bool:
    """Say whether Hangul at a place is the end of another word (오래된 한 달: 한 is none of 또한)."""
    return bool(re.match(r"[가-힣]", text[at])) and bool(re.match(r"[가-힣]", text[at - 1 : at] or " "))


def read_ago(text: str, at: int) -> Found | None:
    """Read a date stated by a counted distance back from the day of publication (8年前に) at ``at``, or None."""
    if _ROUGH.search(text[max(at - 4, 0) : at]):
        return None
    match = _AGO.match(text, at)
    if match is None:
        return _ago_foreign(text, at)
    if match["count"] == "数":
        return None
    unit, steps = _steps(match)
    if _BEFORE_ACT.search(text[max(at - 5, 0) : at]):
        return Found(match.end(), Parts(), None, Relation("text", unit, -steps, of_event=True))
    if _BEFORE_WHAT.search(text[max(at - 2, 0) : at]) or re.match(r"[\d.]", text[at - 1 : at] or "。"):
        return None
    return Found(match.end(), Parts(), None, Relation("now", unit, -steps, part="ago"))


def _steps(match: re.Match[str]) -> tuple[Unit, int]:
    """Return the unit and the number of steps of a count back in Japanese."""
    if match["half"]:
        return "month", _HALF_A_YEAR
    return _length(number(match["count"]), match["unit"])


def _ago_foreign(text: str, at: int) -> Found | None:
    """Read what Chinese and Korean count back from now (两年前的, 三天前，, 3년 전), or None."""
    match = _AGO_ZH.match(text, at)
    if match is None and _HEAD_ZH.search(text, max(at - 6, 0), at) and not _KANA.search(text, at, at + _BESIDE):
        match = _AGO_HEAD_ZH.match(text, at)
    if match:
        counted = _counted(match["count"], match["unit"])
    else:
        match = _AGO_KO.match(text, at)
        free = match and _FREE_KO.search(text, max(at - 8, 0), at)
        counted = _counted(match["kcount"], match["kunit"]) if match and free and not _is_inside(text, at) else None
    if match is None or counted is None:
        return None
    return Found(match.end(), Parts(), None, Relation("now", counted[0], -counted[1], part="ago"))

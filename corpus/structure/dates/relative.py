"""Read the dates that Japanese, Chinese and Korean state by their place after another: 翌月, 昨年6月, 同月25日, 작년.

Invariant: the words are a closed class, each with its unit and number of steps; a word that is part of another (日本,
文明, 前年比) is none of them. The text is read with its signs folded (`fold_signs`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.structure.dates.eastern import read_point, third_at
from corpus.structure.dates.mentions import Found, Relation
from corpus.structure.dates.parts import Parts, Unit
from corpus.structure.dates.weeks import POINTED, SEASONS, WEEKS, read_rest, read_season, read_week, words
from corpus.structure.tense import OPEN_KO, PAST_KO

_RELATIVE = (
    words("同年:0,当年:0,翌年:1,次年:1,第二年:1,翌々年:2,前年:-1", "text", "year")
    | words("上年:-1,该年:0,該年:0", "text", "year")  # 上年: of the figures told, in Chinese
    | words("같은 해:0,동년:0,이듬해:1,다음 해:1,그해:0", "text", "year")
    | words("同じ年:0", "text", "year")
    | words("この年:0,その年:0,前の年:-1,次の年:1,明くる年:1,前一年:-1,전년:-1,익년:1", "text", "year")
    | words("前の月:-1,次の月:1,전월:-1,익월:1,이듬달:1", "text", "month")
    | words("前の日:-1,次の日:1,明くる日:1,익일:1", "text", "day")
    | words("同月:0,当月:0,该月:0,該月:0,同じ月:0,翌月:1,次月:1,翌々月:2,前月:-1,같은 달:0,동월:0", "text", "month")
    | words("同日:0,当日:0,当天:0,同じ日:0,翌日:1,次日:1,第二天:1,翌々日:2,前日:-1,前々日:-2,前一天:-1", "text", "day")
    | words("翌朝:1,翌晩:1,翌未明:1,その日:0,前夜:-1,前の晩:-1", "text", "day")
    # The same month of another year; 年が明けると is the year after the one told.
    | words("前年同月:-12,翌年同月:12,翌年の同月:12,翌年の同じ月:12,次年同月:12,上年同月:-12", "text", "month")
    | words("이듬해 같은 달:12,다음 해 같은 달:12,전년 동월:-12", "text", "month")
    | words("年が明けると:1,年が明けて:1,年が改まると:1,年が改まって:1,해가 바뀌자:1", "text", "year")
    | words("이튿날:1,다음 날:1,다음날:1,전날:-1,같은 날:0,당일:0", "text", "day")
    | words("一昨年:-2,おととし:-2,昨年:-1,去年:-1,今年:0,本年:0,来年:1,再来年:2,明年:1,后年:2", "now", "year")
    | words("재작년:-2,지지난해:-2,작년:-1,지난해:-1,올해:0,금년:0,내년:1", "now", "year")
    | words(
        "先々月:-2,先月:-1,今月:0,本月:0,来月:1,上个月:-1,上個月:-1,上月:-1,下个月:1,下個月:1,下月:1", "now", "month"
    )
    | words("지지난달:-2,지난달:-1,지난 달:-1,이달:0,이번 달:0,다음 달:1,다음달:1", "now", "month")
    | words("一昨日:-2,昨日:-1,本日:0,明日:1,明後日:2,前天:-2,昨天:-1,今天:0,明天:1,后天:2", "now", "day")
    | words("그저께:-2,그제:-2,어제:-1,오늘:0,내일:1,모레:2", "now", "day")
    | words("おととい:-2,きのう:-1,昨夜:-1,昨晩:-1,けさ:0,今朝:0,きょう:0,今夜:0,今晩:0", "now", "day")
    | words("あす:1,あさって:2", "now", "day")
)
_WORD = re.compile("|".join(sorted(map(re.escape, (*_RELATIVE, *WEEKS)), key=len, reverse=True)))
_OF_YEAR = re.compile(
    r"の?(?:(?P<season>[春夏秋冬])(?:季|天)?(?![一-鿿])|(?P<late>(?:暮れ|年末)(?![一-鿿])|末(?![日広])"
    r"|年?底(?![层部下子])))|\s(?P<kseason>봄|여름|가을|겨울)(?![가-힣]{2})"
)
_LAST_DAY = re.compile(r"の?末(?:日|(?=(?:現在|時点|まで|締)))")
_LAST_OF_ACCOUNT = re.compile(r"の?末(?:日|(?=まで|現在|の|時点|で|に|、))")
# Words of one day that open or close other words, or mean nowadays and the future.
_KANA_WORD = re.compile(
    r"(?:あす|きょう|きのう|けさ|おととい|あさって)(?=[のはもに、，,（(夜朝午一-鿿]|から|まで|には)"
)
_NOWADAYS = re.compile(r"(?:今天|오늘)(?:날|的)|明日(?:香|[をへの]|葉)")
_NOT_BEFORE_WORD = re.compile(
    r"同(?<=[一-鿿]同)(?<![到至于在自从由即]同)|[上下](?<=[以日][上下])|本(?<=日本)|明(?<=文明)|来(?<=[未将年以]来)|前(?<=[以数]前)"
    r"|前夜(?<=[一-鿿ァ-ヺー]前夜)|次(?<=[一二三四五今]次)|后(?<=[先前然之以今随最]后)|[전익](?<=[가-힣][전익])"
)
_NOT_AFTER_WORD = re.compile(
    r"度?(?:比|対比|の?同期|同月|の同じ期間)|(?<=[前次]の[年月日])(?![度末初春夏秋冬])[一-鿿]|(?<=전월)세|(?<=日)[本程香]|(?<=前夜)[祭式]|(?<=年)[代金齢]|(?<=その日)(?:暮|限り|その)|(?<=本[年月日週])[報鑑誌]|(?<=上年)[纪紀岁]|(?<=月)[球面]|(?<=后年)[年级]"
)

_A_YEAR = 12  # months
_COUNTS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "한": 1, "두": 2, "세": 3, "네": 4, "两": 2, "兩": 2, "일": 1}
_COUNTS |= {"석": 3, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}
_COUNTS |= {char: value for value, char in enumerate("〇一二三四五六七八九十")}
_DAYS_KO = "하루|이틀|사흘|나흘"
_COUNT_KO = "[한두세네석넉일열]|다섯|여섯|일곱|여덟|아홉"
_TENS = r"[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_LENGTHS: dict[str, tuple[Unit, int]] = {"日": ("day", 1), "天": ("day", 1), "일": ("day", 1), "": ("day", 1)}
_LENGTHS |= dict.fromkeys(("週間", "周", "주", "주일"), ("day", 7)) | dict.fromkeys(("年", "년"), ("year", 1))
_LENGTHS |= dict.fromkeys(("か月", "カ月", "ヶ月", "ヵ月", "箇月", "个月", "個月", "달", "개월"), ("month", 1))
_DISTANCE = re.compile(
    rf"(?:(?P<half>半年)|(?P<count>\d{{1,3}}|{_TENS}|[两兩])(?P<unit>日|天|週間|周|[かカヶヵ箇个個]月|年))[之以]?[後后]"
    r"(?![半期継任日者続])"
    rf"|(?P<kcount>\d{{1,3}}|{_DAYS_KO}|{_COUNT_KO})\s?(?P<kunit>일|주일?|달|개월|년|)\s[뒤후](?=[에인의\s,.])"
)
# Years, months or days before the day of publication (8年前に退職した); before another date it is none (開港の3年前).
_AGO = re.compile(rf"(?P<count>\d{{1,3}}|{_TENS}|数)(?P<unit>年|[かカヶヵ箇]月|日)前(?=[にのは、，])")
_AGO_ZH = re.compile(
    r"(?P<count>\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[两兩一二三四五六七八九])年前(?=的)"
)
_BEFORE_WHAT = re.compile(r"(?:[のりら]|その|この|それ|[するくむぶぐつ])\Z")  # 訪れる二日前: before the visit
_BEFORE_ACT = re.compile(r"(?<=この)[一-鿿]{2}の\Z")  # この会談の3日前: of what the text has told
# Counted back from what has just been told: その二日前, 그 이틀 전.
_BACK = re.compile(
    rf"(?<=[そこ]の)(?P<count>\d{{1,3}}|{_TENS})(?P<unit>年|[かカヶヵ箇]月|週間|日)前(?=[にのはも、，])"
    rf"|(?<=그\s)(?P<kcount>\d{{1,3}}|{_DAYS_KO}|{_COUNT_KO})\s?(?P<kunit>일|주일?|달|개월|년|)\s전(?=에|인|[\s,.])"
)
_LEADING_UP = re.compile(r"(?:それ|これ)に(?:先立|先だ)つ\Z")
_ROUGH = re.compile(r"(?:約|およそ|第|数|大约|大約|약|\d[.,]?|[一二三四五六七八九十百千余])\s?\Z")
# A Korean noun without a particle, none of the adverbs that may stand before a date, and a past end of the sentence.
_EVENT_KO = re.compile(
    r"(?<![가-힣])(?!당장|바로|아마|이미|다만|한편|또한|역시|현재|최근|다시|결국|만약|우선|먼저|모두|함께|내년|일단|거의)"
    r"[가-힣]{1,3}[^\W은는이가을를에서도로와과의만며고면지히게야면해년월일]\s\Z"
)
_TOLD_KO = re.compile(rf"[^.。!?\n]*[{PAST_KO}]다")
# The first predicate behind a Korean date: in a clause that is told of (시작한다고), to come, or past. What was decided
# is to come as well, and an act that says which thing is meant (열리는 회의) is none.
_PREDICATE_KO = re.compile(
    rf"(?P<ahead>[{OPEN_KO}]다(?:고|[.\"”’]|\Z)|[리되하]는\s|[할될릴칠낼갈]\s|예정|계획|방침|전망|기로|겠|[.。!?\n]"
    rf"|(?:결정|확정|예고|발표|승인|의결)[하했])|(?P<past>[{PAST_KO}][다고습으지던는])"
)
_CLAUSE = 60  # characters from a date to its predicate
_PAST_OR_NEXT = re.compile(r"(?P<past>去る|지난\s)|(?P<next>来たる|来る(?=\d|[一二三四五六七八九十]+[月日])|오는\s)")


def read_distance(text: str, at: int) -> Found | None:
    """Read a date stated by a counted distance from another (3日後, 두 달 뒤) at ``at``, or None.

    A rounded distance (約3年後) names no date.
    """
    back = _BACK.match(text, at)
    match = back or _DISTANCE.match(text, at)
    if match is None or _ROUGH.search(text[max(at - 4, 0) : at]):
        return None
    if not back and match["half"]:
        return Found(match.end(), Parts(), None, Relation("text", "month", _A_YEAR // 2, near=True))
    printed, name = match["count"] or match["kcount"], match["unit"] or match["kunit"] or ""
    count = _number(printed)
    if name == "" and printed not in _DAYS_KO.split("|"):
        return None
    unit, length = _LENGTHS[name]
    if back:
        return Found(match.end(), Parts(), None, Relation("text", unit, -count * length, reach=True, near=True))
    reach = bool(POINTED.search(text[max(at - 3, 0) : at]))
    return Found(match.end(), Parts(), None, Relation("text", unit, count * length, reach=reach, near=True))


def _number(printed: str) -> int:
    """Return a count in figures, in Chinese numerals below a hundred (四十, 十二), or as a word of time (이틀)."""
    if printed.isdecimal():
        return int(printed)
    tens, ten, ones = printed.partition("十")
    return 10 * _COUNTS.get(tens, 1) + _COUNTS.get(ones, 0) if ten else _COUNTS[printed]


def read_ago(text: str, at: int) -> Found | None:
    """Read a date stated by a counted distance back from the day of publication (8年前に) at ``at``, or None."""
    match = _AGO.match(text, at)
    if match is None and (chinese := _AGO_ZH.match(text, at)) and not _ROUGH.search(text[max(at - 4, 0) : at]):
        return Found(chinese.end(), Parts(), None, Relation("now", "year", -_number(chinese["count"]), part="ago"))
    if match is None or match["count"] == "数" or _ROUGH.search(text[max(at - 4, 0) : at]):
        return None
    unit, length = _LENGTHS[match["unit"]]
    back = -_number(match["count"])
    if _BEFORE_ACT.search(text[max(at - 5, 0) : at]):
        return Found(match.end(), Parts(), None, Relation("text", unit, back * length, of_event=True))
    if _BEFORE_WHAT.search(text[max(at - 2, 0) : at]) or re.match(r"[\d.]", text[at - 1 : at] or "。"):
        return None
    return Found(match.end(), Parts(), None, Relation("now", unit, back, part="ago"))


def read_pointed(text: str, at: int) -> Found | None:
    """Read a date that is said to be the last or the next of its name (지난 5월, 오는 20일, 去る3月3日), or None.

    それに先立つ4月 is the last one before the date that has just been told.
    """
    if _LEADING_UP.search(text, max(at - 8, 0), at):
        before = read_point(text, at, after_word=True)
        told = before is not None and not before.relation.anchor and before.first.year is None and before.first.month
        return (
            replace(before, relation=Relation("text", "month", -1, reach=True, near=True)) if before and told else None
        )
    match = _PAST_OR_NEXT.match(text, at)
    found = read_point(text, match.end(), after_word=True) if match else None
    if match is None or found is None or found.relation.anchor or found.first.year is not None:
        return None
    unit: Unit = "month" if found.first.month is not None else "day"
    steps = 1 if match["next"] else -1
    return replace(found, relation=Relation("now", unit, steps, after=steps > 0))


def read_relative(text: str, at: int, chinese: bool) -> Found | None:
    """Read a date stated by its distance from another (翌月, 昨年6月, 同月25日) at ``at``; None when there is none.

    ``chinese``: in the text 前年 is the year before last, not the one before.
    """
    match = _word(text, at)
    if match is None or (match.group() == "上年" and not chinese):
        return read_season(text, at) or read_rest(text, at)
    if match.group() in WEEKS:
        return read_week(text, at, match)
    relation = _after_what(text, at, match) or _RELATIVE[match.group()]
    if match.group() == "前年" and chinese:
        relation = Relation("now", "year", -2)
    if match.group()[0] in "こそ":  # その年: of the sentence before or its own, or what is always so
        relation = replace(relation, reach=True, near=True)
    if relation.anchor == "text" and POINTED.search(text[max(at - 3, 0) : at]):
        relation = replace(relation, reach=True)
    return _narrowed(text, match.end(), relation, chinese) or Found(match.end(), Parts(), None, relation)


def _after_what(text: str, at: int, match: re.Match[str]) -> Relation | None:
    """Return what the next month is counted from where that is not now (그 다음 달, 퇴임 다음 달 … 밝혔다), or None.

    It is an earlier date in the telling of what has happened; a noun without a particle right before it is an event
    then, in a headline it is who acts.
    """
    if not re.fullmatch(r"다음\s?달", match.group()):
        return None
    if re.search(r"그\s?\Z", text[max(at - 2, 0) : at]):
        return Relation("text", "month", 1, reach=True)
    if _EVENT_KO.search(text, max(at - 8, 0), at) and _TOLD_KO.match(text, match.end()):
        return Relation("text", "month", 1, of_event=True)
    predicate = _PREDICATE_KO.search(text, match.end(), match.end() + _CLAUSE)
    return Relation("text", "month", 1) if predicate and predicate["past"] else None


def _word(text: str, at: int) -> re.Match[str] | None:
    """Return the relative word at a place, where it is a word of its own."""
    match = _WORD.match(text, at)
    if match is None or _NOT_BEFORE_WORD.match(text, at) or _NOT_AFTER_WORD.match(text, match.end()):
        return None
    inside = "ぁ" <= text[at] <= "ん" and not _is_day_word(text, at, match.group())
    return None if inside or _NOWADAYS.match(text, at) else match


def _narrowed(text: str, end: int, relation: Relation, chinese: bool) -> Found | None:
    """Read what part of the year or month a word means: of account, a season, its last day, a month or day of it."""
    if relation.unit == "year" and text.startswith("度", end):
        last = _LAST_OF_ACCOUNT.match(text, end + 1)
        relation = replace(relation, fiscal=not chinese, part="end" if last and not chinese else "")
        return Found(last.end() if last else end + 1, Parts(), None, relation)
    if relation.unit == "year" and (part := _OF_YEAR.match(text, end)):
        return Found(part.end(), Parts(), None, replace(relation, season=_season(part)))
    part = (_LAST_DAY.match(text, end) or third_at(text, end)) if relation.unit == "month" else None
    if part:
        sign = part.group().lstrip("の ")[0]
        return Found(part.end(), Parts(), None, replace(relation, part="end" if sign == "末" else sign))
    if relation.unit == "day" or abs(relation.steps) >= _A_YEAR:
        return None
    gap = re.compile(r"\s?の?").match(text, end)
    found = read_point(text, gap.end() if gap else end, after_word=True)
    fits = found and not found.relation.anchor and found.first.year is None
    if found and fits and (found.first.month is not None) == (relation.unit == "year"):
        return replace(found, relation=relation)
    return None


def _season(part: re.Match[str]) -> int:
    """Return the first month of the season behind a year, or the last month of the year as -12."""
    name = "春夏秋冬"["봄여가겨".find(part["kseason"][0])] if part["kseason"] else part["season"]
    return SEASONS.get(name or "", -12)


def _is_day_word(text: str, at: int, word: str) -> bool:
    """Say whether kana spell a word of one day (あす, きのう), and not the inside of another."""
    if word == "お" or not re.match("[あきけお]", word) or word == "おととし":
        return True
    return bool(_KANA_WORD.match(text, at)) and not re.match(r"[ぁ-んァ-ヺー一-鿿]", text[at - 1 : at] or "。")

"""Read the dates that Japanese, Chinese and Korean state by their place after another: 翌月, 昨年6月, 同月25日, 작년.

Invariant: the words are a closed class, each with its unit and number of steps; a word that is part of another (日本,
文明, 前年比) is none of them. The text is read with its signs folded (`fold_signs`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.structure.dates.eastern import read_point, third_at
from corpus.structure.dates.holidays import holiday_at
from corpus.structure.dates.mentions import Found, Relation
from corpus.structure.dates.parts import Parts, Unit
from corpus.structure.dates.relative_words import RELATIVE
from corpus.structure.dates.rests import read_rest
from corpus.structure.dates.weeks import POINTED, SEASONS, WEEKS, read_season, read_week
from corpus.structure.tense import OPEN_KO, PAST_KO

_WORD = re.compile("|".join(sorted(map(re.escape, (*RELATIVE, *WEEKS)), key=len, reverse=True)))
_OF_YEAR = re.compile(
    r"の?(?:(?P<season>[春夏秋冬])(?:季|天)?(?![一-鿿])|(?P<late>(?:暮れ|年末)(?![一-鿿])|末(?![日広])"
    r"|年?底(?![层部下子])))|\s(?P<kseason>봄|여름|가을|겨울)(?![가-힣]{2})"
)
_SEASON_ZH = re.compile(
    r"(?P<season>[春夏秋冬])(?P<late>(?!))?(?P<kseason>(?!))?(?=[一-鿿])(?![节節运運奥奧令收耕粮糧晚游日])"
)
_POINTING = frozenset(("那天", "那一天", "그날", "그 날", "当晚", "當晚", "当夜", "同夜", "同晩", "同夕"))
_LAST_DAY = re.compile(r"の?末(?:日|(?=(?:現在|時点|まで|締)))")
# 今月末に, 今月中に, 이달 말, 本月底前: some time until its end, and no day of it
_OWN_END = re.compile(r"の?末(?![日広])|[中内](?=に|は|も|、|の)|[底末](?=之?前|，)|\s말(?=[까에\s])")
_FIRST_OF_ACCOUNT = re.compile(r"の?(?:当初|初[頭め]|はじめ)(?=に|から|は|、|まで)")
_LAST_OF_ACCOUNT = re.compile(r"の?末(?:日|(?=まで|現在|の|時点|で|に|、))")
# Words of one day that open or close other words, or mean nowadays and the future.
_KANA_WORD = re.compile(
    r"(?:あす|きょう|きのう|けさ|おととい|あさって)(?=[のはもに、，,（(夜朝午一-鿿]|から|まで|には)"
)
_NOWADAYS = re.compile(r"(?:今天|오늘)(?:날|的)|明日(?:香|[をへの]|葉)")
_NOT_BEFORE_WORD = re.compile(
    r"同(?<=[一-鿿]同)(?<![到至于在自从由即]同)|[上下](?<=[以日][上下])|本(?<=日本)|明(?<=文明)|来(?<=[未将年以]来)|前(?<=[以数]前)"
    r"|前夜(?<=[一-鿿ァ-ヺー]前夜)|次(?<=[一二三四五今]次)|后(?<=[先前然之以今随最]后)|[전익올내후당금](?<=[가-힣][전익올내후당금])|[이그](?<=[가-힣][이그])|隔(?<=[间間]隔)|是(?<=[一-鿿]是)"
)
_NOT_AFTER_WORD = re.compile(
    r"度?(?:比|対比|の?同期|同月|の同じ期間)|(?<=[前次]の[年月日])(?![度末初春夏秋冬])[一-鿿]|(?<=전월)세|(?<=日)[本程香記誌]|(?<=前夜)[祭式]|(?<=年)[代金齢]|(?<=その日)(?:暮|限り|その)|(?<=本[年月日週])[報鑑誌]|(?<=上年)[纪紀岁]|(?<=月)[球面]|(?<=后年)[年级]|(?<=내달)[리려린렸]"
    r"|(?<=올)(?!\s?(?:\d{1,2}월|[상하]반기|\d분기|연말|[초말](?![가-힣]{2})))|(?<=[这這][个個]月)[来來]"
)

_A_YEAR = 12  # months
_LEADING_UP = re.compile(r"(?:それ|これ)に(?:先立|先だ)つ\Z")
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
    relation = _after_what(text, at, match) or RELATIVE[match.group()]
    if match.group() == "前年" and chinese:
        relation = Relation("now", "year", -2)
    if match.group()[0] in "こそ" or match.group() in _POINTING:  # その年: of the sentence before or its own
        relation = replace(relation, reach=True, near=True)
    if relation.anchor == "text" and (match.group() == "이날" or POINTED.search(text[max(at - 3, 0) : at])):
        relation = replace(relation, reach=True)
    holiday = holiday_at(text, match.end()) if relation.unit == "year" else None
    if holiday:
        return Found(*holiday, None, relation)
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
        return _of_account(text, end + 1, relation, chinese)
    named = _OF_YEAR.match(text, end) or (_SEASON_ZH.match(text, end) if chinese else None)
    if relation.unit == "year" and named:
        return Found(named.end(), Parts(), None, replace(relation, season=_season(named)))
    if relation.unit == "month" and (part := _part_of_month(text, end, relation)):
        return part
    if relation.unit == "day" or abs(relation.steps) >= _A_YEAR:
        return None
    gap = re.compile(r"\s?の?").match(text, end)
    found = read_point(text, gap.end() if gap else end, after_word=True, of_month=relation.unit == "month")
    fits = found and not found.relation.anchor and found.first.year is None
    if found and fits and (found.first.month is not None) == (relation.unit == "year"):
        return replace(found, relation=relation)
    return None


def _part_of_month(text: str, end: int, relation: Relation) -> Found | None:
    """Read the last day or a third of a month (来月末日, 先月下旬), or the word for its end (今月末), or None."""
    if part := _LAST_DAY.match(text, end) or third_at(text, end):
        sign = part.group().lstrip("の ")[0]
        return Found(part.end(), Parts(), None, replace(relation, part="end" if sign == "末" else sign))
    late = _OWN_END.match(text, end)
    return Found(late.end(), Parts(), None, relation) if late else None


def _of_account(text: str, end: int, relation: Relation, chinese: bool) -> Found:
    """Read a year of account (来年度), its first month (来年度当初) or its last day (来年度末)."""
    last = _LAST_OF_ACCOUNT.match(text, end)
    first = None if last or chinese else _FIRST_OF_ACCOUNT.match(text, end)
    part = "" if chinese else "end" if last else "start" if first else ""
    narrow = last or first
    stop = narrow.end() if narrow else end
    return Found(stop, Parts(), None, replace(relation, fiscal=not chinese, part=part))


def _season(part: re.Match[str]) -> int:
    """Return the first month of the season behind a year, or the last month of the year as -12."""
    name = "春夏秋冬"["봄여가겨".find(part["kseason"][0])] if part["kseason"] else part["season"]
    return SEASONS.get(name or "", -12)


def _is_day_word(text: str, at: int, word: str) -> bool:
    """Say whether kana spell a word of one day (あす, きのう), and not the inside of another."""
    if word == "お" or not re.match("[あきけお]", word) or word == "おととし":
        return True
    return bool(_KANA_WORD.match(text, at)) and not re.match(r"[ぁ-んァ-ヺー一-鿿]", text[at - 1 : at] or "。")

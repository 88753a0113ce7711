"""The day on which what somebody is quoted as saying was said, from which 昨年 and next month in it are counted.

Invariant: a day is given only where the words around the quote date the saying itself; where it may as well have been
said on the document's own day both are given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.structure.dates.anchors import Anchor
from corpus.structure.dates.background import STOP, is_since, is_target
from corpus.structure.dates.enclosing import OUTSIDE
from corpus.structure.dates.finding import find_dates
from corpus.structure.dates.parts import Parts, is_later, read_iso
from corpus.structure.tense import OPEN_KO

_OPENINGS = '「『“"｢'
_REACH = 160  # characters back from a quote to the beginning of its sentence, and on from it to the end
_KANA, _HANGUL, _HAN = re.compile("[ぁ-ゖ]"), re.compile("[가-힣]"), re.compile("[一-鿿]")
# What holds words: 送った手紙で「…」 says when they were written, 創業した会社の社長は「…」 does not.
_WORDS_JA = (
    "手紙|書簡|書状|葉書|はがき|電報|日記|手記|論文|著書|記事|寄稿|演説|講演|会見|声明|談話|報告|取材|インタビュー|答弁"
)
_WORDS_ZH = (
    "信|书信|書信|函|电报|電報|日记|日記|声明|聲明|讲话|講話|演讲|演講|演说|演說|记者会|記者會|采访|採訪|文章|报告|報告"
)
_ACTED_JA = re.compile(
    r"[たるうくすむぶつぬぐ](?=[一-鿿ァ-ヺ])"
)  # a verb before a noun: what follows says which one is meant
_ABOUT_JA = re.compile(r"について|に関し|をめぐ|を振り返")
_ACTED_ZH = re.compile(r"[^，。的]{1,12}的")
_ACTED_KO = re.compile(r"(?:\s[가-힣]+){1,3}?(?<![는은])\s")
# What stands between a date and the words that were said then: 付の書簡に, の会見で, 的声明中称, 편지에서. What holds
# words or people says so, what befell somebody (の台風で) does not.
_SAID_JA = re.compile(
    rf"(?:付け?|づけ)|(?:に|の)?[^、。をが]{{0,16}}(?:{_WORDS_JA}|[会式席場紙誌欄])[^、。]{{0,4}}?(?:で|に|から)は?、?[^、。]{{0,14}}、?\Z"
    r"|に?、[^、。]{0,14}、?\Z|に[^、。]{0,12}は、?\Z"
)
_SPEAKS_ZH = "表示|说|說|称|稱|指出|写道|寫道|承认|承認|宣布|回忆|回憶"
_SAID_ZH = re.compile(
    rf"[^。]{{0,30}}[上中里裡内時时][，,]?[^，。的]{{0,10}}[，,]?\Z|(?:[，,][^，。的]{{0,8}})?(?:{_SPEAKS_ZH})[^。的]{{0,12}}\Z"
)
_SAID_KO = re.compile(r"[^.。]{0,40}(?:에서|편지에|일기에|글에|책에)\s(?:[가-힣]+[은는이가]\s)?[\"“]?\Z|\s?\Z")
_SAID_EN = re.compile(r"\W*(?:In|On|At|Writing|Speaking)\b[^;.,]{0,24}\Z")
_ASIDE_EN = re.compile(r"(?:,|\bwh(?:o|ich)|\bthat)\s[^,]{0,60}\Z")  # a bakery, founded in 1956, …
_AFTER_EN = re.compile(r"\b(?:in|on)\s\Z")
# The sentence tells in its own words what was said: …と述べた, 고 말했다, 表示，….
_REPORTED_JA = re.compile(
    r"[^。\n]*と(?:の[^。\n]{1,6}を)?(?:述べ|語|話し|話す|答え|答弁|説明|表明|書[いき]|記し|報告|発言)"
)
_REPORTED_KO = re.compile(r"[^.\n]*고 (?:말|밝[혔힌]|전[했한]|설명|답|썼|주장|강조)")
_REPORTED_ZH = re.compile(rf"(?:{_SPEAKS_ZH})[，,：:]?[^，。]{{0,12}}\Z")
_REPORTED_EN = re.compile(r"\b(?:said|told|wrote|argued|admitted|claimed|explained|announced)\b[^.;]*\Z")
_SAID = re.compile(
    r"[とう](?:述べ|語[りっ]|話し|答え|説明し|表明し|書[いき]|記し|報告し)[^。]{0,6}[、が]"
)  # and then something else
_ITS_OWN = re.compile(r"の[^、。をが]{1,12}で、")  # it dates the saying itself: 昨年3月の議会で、
_REACTION = re.compile(r"对此|對此|これに対し|これを受け|이에 대해|\b[Ii]n response\b")


def said_on(text: str, here: Anchor, anchors: Sequence[Anchor], now: Parts) -> tuple[Parts, ...]:
    """Return the days from which a word counted from now may be counted where its sentence dates a saying.

    Empty where nothing does, so that it is the document's own; more than one where it may be meant in two ways.
    """
    at = here.mention.start
    quoted = here.quote != OUTSIDE
    opening = max(text.rfind(sign, max(at - 2 * _REACH, 0), at) for sign in _OPENINGS) if quoted else at
    if opening < 0:
        return ()
    left = max(opening - _REACH, 0)
    start = max([left, text.rfind("\n", left, opening) + 1, *(one.end() for one in STOP.finditer(text, left, opening))])
    if not quoted and (not _is_reported(text, start, here) or _ITS_OWN.match(text, here.mention.end)):
        return ()
    told = [one for one in anchors[-8:] if start <= one.mention.start < opening and _may_date(text, one, now)]
    told = [one for one in told if quoted or not _SAID.search(text, one.mention.end, opening)]
    told = [one for one in told if not _says_which(text, one, start, opening)]
    sure = [one.first for one in told if _dates_saying(text, one, start, opening)]
    if quoted and not told:
        sure = _after(text, here)
    if sure:
        latin = not quoted and not _HAN.search(text, start, at) and not _HANGUL.search(text, start, at)
        return (sure[-1], now) if latin else tuple(sure)
    if not told and quoted and _REACTION.search(text, start, opening):
        told = [one for one in anchors[-1:] if one.paragraph == here.paragraph and _may_date(text, one, now)]
    return (*(one.first for one in told), now) if told else ()


def _may_date(text: str, anchor: Anchor, now: Parts) -> bool:
    """Say whether a date can be that of a saying: one day, month or year of the past, outside quotes and brackets."""
    one = anchor.first.year is not None and anchor.first == anchor.last
    plain = anchor.quote == OUTSIDE and anchor.bracket == OUTSIDE and not is_later(anchor.first, now)
    return one and plain and not is_since(text, anchor.mention) and not is_target(text, anchor.mention)


def _says_which(text: str, anchor: Anchor, start: int, opening: int) -> bool:
    """Say whether a date says who speaks or what of, and not when: 2019年に創業した同社の社長は, founded in 1956,."""
    between, sentence = text[anchor.mention.end : opening], text[start:opening]
    if _KANA.search(sentence):
        holds = re.search(rf"(?:{_WORDS_JA})[^。、]{{0,6}}?[でにへ]", between)
        return _ABOUT_JA.search(between) is not None or (_ACTED_JA.search(between) is not None and not holds)
    if _HANGUL.search(sentence):
        acted = _ACTED_KO.match(between)
        return bool(acted and acted.group().rstrip()[-1] in OPEN_KO) and "에서" not in between and "에 " not in between
    if _HAN.search(sentence):
        return bool(_ACTED_ZH.match(between)) and not re.search(rf"(?:{_WORDS_ZH})[^，。]{{0,2}}[上中里裡内]", between)
    return between.startswith(",") and bool(_ASIDE_EN.search(text[start : anchor.mention.start]))


def _dates_saying(text: str, anchor: Anchor, start: int, opening: int) -> bool:
    """Say whether what stands around a date makes it that of the words which begin at ``opening``."""
    between, sentence = text[anchor.mention.end : opening], text[start:opening]
    if _KANA.search(sentence):
        return bool(_SAID_JA.match(between))
    if _HANGUL.search(sentence):
        return bool(_SAID_KO.match(between))
    if _HAN.search(sentence):
        return bool(_SAID_ZH.match(between))
    return bool(_SAID_EN.match(text[start : anchor.mention.start])) or not between.strip(" :,")


def _after(text: str, here: Anchor) -> list[Parts]:
    """Return the one date with its year by which a sentence says after an English quote when it was said."""
    end = min(here.quote + 1 + _REACH, len(text))
    stop = STOP.search(text, here.quote + 1, end)
    rest = text[here.quote + 1 : stop.end() if stop else end].split("\n", maxsplit=1)[0]
    dated = [one for one in find_dates(rest) if one.stated_year and not one.until]
    before = rest[: dated[0].start] if len(dated) == 1 else ""
    return [read_iso(dated[0].value)] if _AFTER_EN.search(before) and _REPORTED_EN.search(before) else []


def _is_reported(text: str, start: int, here: Anchor) -> bool:
    """Say whether a sentence tells in its own words what somebody said, the mention in it."""
    before, after = text[start : here.mention.start], text[here.mention.end : here.mention.end + _REACH]
    if _KANA.search(before + after[:40]):
        return bool(_REPORTED_JA.match(after))
    if _HANGUL.search(before + after[:40]):
        return bool(_REPORTED_KO.match(after))
    return bool((_REPORTED_ZH if _HAN.search(before) else _REPORTED_EN).search(before))

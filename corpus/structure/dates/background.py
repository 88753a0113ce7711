"""What a date is said for, where that is not to tell when something was: since when, until when, or in passing.

Invariant: only closed classes are listed (particles, endings of states), never words of a subject.
"""

from __future__ import annotations

import re

from corpus.structure.dates.mentions import DateMention
from corpus.structure.tense import OPEN_KO, PLAN, tense_at

SINCE = re.compile(
    r"[^、。,.\nは年月년월]{0,30}?(?:以来|以來|이래|이후 처음)"
    r"|[^、。,.\n]{0,20}?[가-힣] 지 (?:약 |꼭 )?\d+(?:년|개월|달|일|주) ?만"
)
# A state that lasts: 2019年から…ている, 2019년부터 … 있다, 自2019年起担任. What began then (から始めた) is an event.
_STATE = re.compile(
    r"(?:から|より|以降|以後)、?[^。、\n]{0,60}?(?:[てで](?:い[るたてまな]|お[りっ]|き[たてま])|務め|勤め|続[いけく])"
    r"|부터[^.。,\n]{0,60}?(?:[고아어여와해] (?:있|왔|온)|맡[고아은])"
    r"|(?:起|以来|以來|开始|開始)[^。，\n]{0,20}?(?:一直|担任|擔任|任职|任職|持续|持續|至今)"
)
_SINCE_EN = re.compile(r"\b[Ss]ince\s\Z")
_UNTIL = re.compile(r"\s?(?:の?[初年月]?[末頃ころ]{0,2}まで|末?까지|为止|為止|之?前(?=[，,完将要])|底?前)")
_UNTIL_BEFORE = re.compile(r"(?:\b(?:by|until|till|before)(?: the end of)?\s|[到至])\Z", re.IGNORECASE)
# What something is compared with: 前年を18%上回った, 前年から2割増えた, 2019年の水準, 比上年增长, than in 2019.
_COMPARED = re.compile(
    r"(?:の[^、。\n]{0,8})?(?:(?<!に)より|[にと]比[べし]|並み|と同じ(?:[で水]|だ))|を[\d.,%億万千一-鿿ポイント]{0,14}(?:上回|下回|超え)"
    r"|から[\d.,%億万千割分倍ポイント一-鿿余あまり]{1,14}(?:増|減|縮小|拡大|上昇|低下|伸び|落ち)"
    r"|の[^、。\n]{0,8}水準(?![はがも])|に(?:は)?(?:及|届|達し)"
    r"|\s?[^\s.,]{0,6}(?:보다|에 비해|대비|\s?수준(?![은이도]))"
    r"|(?:年|月)?(?:同期)?(?:相比|的(?:\d|[^，。]{0,6}水平(?!是|为|為)))"
)
_AMOUNT = r"[^,.;]{0,6}\d[\d,.]*[^,.;]{0,20}\s"
_COMPARED_BEFORE = re.compile(
    rf"(?:[比较較]|\b(?:than|compared (?:with|to)|against)\s(?:{_AMOUNT})?(?:in\s)?(?:the )?"
    rf"|\bfrom\s{_AMOUNT}in\s|\bas in\s(?:the )?|\blevels?\s(?:of|in)\s)\Z"
)
# 2009年に店を開いた人物である: it says who someone is.
_WHO = re.compile(
    rf"[^。\n]{{0,80}}?[ただる](?!{PLAN})[一-鿿ァ-ヺー]{{1,8}}(?:である|であった|だった|だ|です|でした)。"
)
# 2018년에 설립된 중개 회사로, a family business founded in 1987, 是1958年建成的小型盐场: it says what something is.
_WHAT_KO = re.compile(
    rf"에?\s[가-힣\n]*(?![은는]\s)[{OPEN_KO}]\s(?:[가-힣]+\s){{0,4}}[가-힣]+(?:(?:으?로|이자|이며|이고),|(?:이다|이었다|(?<!하)였다|입니다)\.)"
)
_WHAT_ZH = re.compile(r"[^，。；\n]{1,12}的[^，。；\n]{2,16}[，。；]")
_IS_ZH = re.compile(r"[是为]\s?(?:一[座家所个間间处]|[于於在])?\s?\Z")
_WHAT_EN = re.compile(
    r"\b(?:is|was|are|were|remains?) (?:an?|the|one)\b[^.;,\n]{1,60}\b(?:\w{3,}ed|built|born|begun|set up|made|held)"
    r"(?: by [^.;,\n]{1,40})? (?:in|on|before|after) \Z"
)
# The bank, which lent it the money in 2017, has been open.
_ASIDE_EN = re.compile(r",\s(?:which|who|whose)\s[^,.;]{1,90}\b(?:in|on|since|by)\s\Z")
# 共十二册，始于1932年，止于1949年: from when to when something reaches.
_ENDS_ZH = re.compile(r"(?:[止讫迄终終][于於]|下[迄至限])\Z")
_BEGINS_ZH = re.compile(r"(?:[始起][于於自]|上[起自限])\Z")
_TO_ITS_END = re.compile(r"[^。\n]{0,20}?(?:[止讫迄终終][于於]|下[迄至限])")
_YEAR_BEFORE = re.compile(r"[前上]年(?:の?同じ?|同)[月日]|전년 (?:동월|같은 [달날])")
_AGAINST = re.compile(r"(?:[前上]年の?|전년\s)\Z")
# An age, a length, a season, a word of before and after, or what somebody says.
_TIME = re.compile(
    r"[年月歳歲岁]|[日周週][間间後后前]|[春夏秋冬]|当時|のち|その?後|まもなく|やがて|之后|[년월해살]|[가-힣] [뒤후전]"
    r"|당시|[‘“「『\"]|\b(?:years?|months?|weeks?|days?|age|aged|later|soon|then|after|before|when|while)\b"
    r"|\b(?:spring|summer|autumn|winter)\b",
    re.IGNORECASE,
)
STOP = re.compile(r"[。！？!?]|\.[”\"’]?\s")


def is_since(text: str, mention: DateMention) -> bool:
    """Say whether a date only says since when something has been so."""
    known = SINCE.match(text, mention.end) or _STATE.match(text, mention.end)
    return bool(known or _SINCE_EN.search(text, max(mention.start - 8, 0), mention.start))


def is_lasting(text: str, mention: DateMention) -> bool:
    """Say whether a date says since when a state lasts, which its own sentence may still take up."""
    return bool(_STATE.match(text, mention.end)) and not SINCE.match(text, mention.end)


def is_closed_by(text: str, mention: DateMention) -> bool:
    """Say whether a date says until when something was so (2024年まで首位だった)."""
    return bool(_UNTIL.match(text, mention.end)) and not mention.until


def is_compared(text: str, mention: DateMention) -> bool:
    """Say whether a date is only what something else is compared with."""
    before = _COMPARED_BEFORE.search(text, max(mention.start - 50, 0), mention.start)
    measured = before or _COMPARED.match(text, mention.end) or _YEAR_BEFORE.match(text, mention.start)
    measured = measured or _AGAINST.search(text, max(mention.start - 6, 0), mention.start)  # the day of 전년 같은 날
    return bool(measured) or mention.text.endswith("earlier")


def is_description(text: str, mention: DateMention) -> bool:
    """Say whether a date only tells by what someone or something did once which one it is."""
    return bool(_WHO.match(text, mention.end))


def is_of_thing(text: str, mention: DateMention) -> bool:
    """Say whether a date only tells what something is, or from when to when it reaches."""
    left = max(mention.start - _DESCRIBED, 0)
    topic = text[mention.start - 2 : mention.start] in ("은 ", "는 ")
    if (topic and _WHAT_KO.match(text, mention.end)) or _WHAT_EN.search(text, left, mention.start):
        return True
    if is_aside(text, mention):
        return True
    if _IS_ZH.search(text, left, mention.start) and _WHAT_ZH.match(text, mention.end):
        return True
    begins = _BEGINS_ZH.search(text, left, mention.start) and _TO_ITS_END.match(text, mention.end)
    return bool(begins or _ENDS_ZH.search(text, left, mention.start))


_DESCRIBED = 120  # characters


def is_aside(text: str, mention: DateMention) -> bool:
    """Say whether a date stands in an English clause that only says more of what it names (…, which … in 2017, …)."""
    left = max(mention.start - _DESCRIBED, 0)
    return bool(_ASIDE_EN.search(text, left, mention.start)) and text.startswith(",", mention.end)


def is_target(text: str, mention: DateMention) -> bool:
    """Say whether a date is the time until which something is planned (2030年までに…と決めた, by 2030)."""
    until = None if mention.until else _UNTIL.match(text, mention.end)  # 3日から6日まで is when it lasts
    before = _UNTIL_BEFORE.search(text, max(mention.start - 20, 0), mention.start)
    return bool(until or before) and tense_at(text, mention.start, mention.end) in ("planned", "later", "then")


def tells_time(text: str, start: int, end: int) -> bool:
    """Say whether a stretch of text has a word of time, from which a count behind it may be as well."""
    return _TIME.search(text, start, end) is not None

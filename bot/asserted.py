"""A yes-or-no question that asserts a date, a number or a means, asked openly: what is told there corrects it.

李強は9月に訪朝した？ asks whether, and who asks it is helped by 10月 more than by nothing. Invariant: nothing but what
is asserted is exchanged for what asks; the rest of the question stays as it was put.
"""

from __future__ import annotations

import re

from bot.cues import Lang
from corpus.structure.dates import find_dates
from corpus.structure.quantities import find_quantities

_OPEN: dict[Lang, tuple[str, str]] = {  # what asks for a date, and for a number before its unit
    "ja": ("いつ", "何"),
    "en": ("when", "how many"),
    "zh": ("什么时候", "多少"),
    "ko": ("언제", "몇 "),
}
# What stands behind a date and goes with it, and the end of a question that wants its assertion confirmed.
_BEHIND_DATE = {
    "ja": re.compile(r"(?:の?こと)?(?:に(?!は)|で(?=[すはし]))?"),
    "en": re.compile(r"(?:, \d{4})?"),
    "zh": re.compile(""),
    "ko": re.compile(r"(?:에|이었|였)?"),
}
_CONFIRM = {
    "ja": re.compile(
        r"(?:(?<=いつ|何で)(?:だった|でした|です|だ))?(?:(?:[んの](?:だ|です)?)?(?:よね|っけ|よな|ね|でしょう?|よ))?[?？。]*$"
    ),
    "en": re.compile(r"(?:, (?:right|correct|isn't it|didn't \w+|wasn't \w+))?[?.]*$"),
    "zh": re.compile(r"(?:的?(?:吗|吧|对吗|对吧|是吗|是吧))?[?？。]*$"),
    "ko": re.compile(r"(?:이?(?:지|죠|맞지|맞죠))?[?？.]*$"),
}
_BEFORE_EN = re.compile(r"\b(?:on|in|at|during) $", re.IGNORECASE)
_ALSO_JA = re.compile(r"(?<=[一-鿿ァ-ヶー々])も(?=$|[、\s]|いつ|何)")
_OR = re.compile(r"\s?(?:か(?=[、\d])|それとも|or\b|还是|아니면)")
_LIMITED = re.compile(r"\s?(?:以[上下内]|超|未満|より|を|余り|以降|以前|까지|이상|이하|以上|多)")
# By what somebody goes: a closed class of means of transport, each said with what marks a means.
_MEANS = re.compile(
    r"(?:専用)?(?:飛行機|航空機|専用機|旅客機|ヘリ(?:コプター)?|列車|電車|新幹線|鉄道|バス|自動車|公用車|車|タクシー|船|フェリー|徒歩|"
    r"自転車|陸路|空路|海路)で(?!は|も|の|し|す|き|あ)"
)


def open_questions(question: str, lang: Lang) -> tuple[str, ...]:
    """Return a question with each thing that it asserts exchanged for what asks for it; none where it asserts none."""
    when, how_many = _OPEN[lang]
    found: list[str] = []
    dates = find_dates(question)
    if len(dates) == 1 and (date := dates[0]).value and not _OR.match(question, date.end):
        behind = _BEHIND_DATE[lang].match(question, date.end)
        rest = question[behind.end() if behind else date.end :]
        head = question[: date.start]
        if lang == "en":
            found.append(f"{when.capitalize()} {_BEFORE_EN.sub('', head).rstrip()}{rest}")
        else:
            found.append(f"{head}{when}{rest}")
    if lang == "ja" and (means := _MEANS.search(question)):
        found.append(f"{question[: means.start()]}何で{question[means.end() :]}")
    counted = [
        one
        for one in find_quantities(question)
        if one.unit and not any(d.start < one.end and one.start < d.end for d in dates)
    ]
    if len(counted) == 1 and not dates and not _LIMITED.match(question, counted[0].end):
        one = counted[0]
        unit = re.sub(r"^[\d,.，．０-９一二三四五六七八九十百千万億兆\s]+", "", one.text)
        asks = f"{how_many} {unit}" if lang == "en" else f"{how_many}{unit}"
        found.append(f"{question[: one.start]}{asks}{question[one.end :]}")
    return tuple(_asking(text, lang) for text in found)


def _asking(text: str, lang: Lang) -> str:
    """Return an open question without what wants it confirmed (だったよね)."""
    bare = _CONFIRM[lang].sub("", text.strip())
    return f"{_ALSO_JA.sub('は', bare) if lang == 'ja' else bare}{'?' if lang in ('en', 'ko') else '？'}"

"""Lines at the head of a record that say something under a label, wide space between: 日時　　令和12年5月14日.

Invariant: the labels are a closed class of what is told of a meeting (when, where, who was there, on what); a line
whose words go on in further columns that such labels head belongs to a table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.structure.lines import Line

_GAP = r"(?:\u3000+|[ \xa0]{2,}|\t+)[ \u3000\xa0\t]*"
_S = r"[ \u3000]{0,2}"  # between letters that are set apart: 日　時
_WHEN = (
    rf"(?:(?:開催|会議|開会|実施|調査|会合)?(?:日{_S}時|期{_S}日|年{_S}月{_S}日|月{_S}日)|開催日|会議日|開会日|会{_S}期|と{_S}き"
    r"|일\s?시|회의\s?일시|개최일(?:시)?|(?:会议|会議|开会|召开)?(?:时间|時間|日期)|Date(?: and [Tt]ime)?|Held on|When)"
)
_WHAT = (
    rf"(?:場{_S}所|会{_S}場|開催場所|と{_S}こ{_S}ろ|出{_S}席(?:者|委員|議員|説明員)?|欠{_S}席(?:者|委員|議員)?|列席者?|説明(?:員|者)"
    rf"|参考人|参加者|議{_S}題|議{_S}事(?:日程)?|案{_S}件|傍{_S}聴(?:者|人)?|事{_S}務{_S}局|書{_S}記|司{_S}会|進{_S}行|主{_S}催|議{_S}長|座{_S}長"
    rf"|委員長|記{_S}録(?:者)?|署名(?:議員|委員)|招集者|配[付布]資料|開{_S}会|閉{_S}会|開{_S}議|散{_S}会"
    r"|장\s?소|참석(?:자|위원)?|배석(?:자)?|불참(?:자)?|안\s?건|의\s?제|회의\s?명|서기|사회"
    r"|(?:会议)?(?:地点|议题|议程|名称)|主持人?|出席(?:人员|人員)?|列席(?:人员)?|缺席|记录(?:人|员)?|参会人员"
    r"|Time|Place|Venue|Present|In attendance|Attendees|Apologies|Absent|Chair(?:man|person)?|Secretary|Clerk|Agenda"
    r"|Subject)"
)
_NUMBER = r"(?:[（(]?[\d０-９]{1,2}[）)]?[\s\u3000]+)?"  # 1　日　時; with a stop (1．日時) it is a heading
_LABEL = re.compile(rf"[\s　○◯●・■◆◇□]*{_NUMBER}(?:{_WHEN}|{_WHAT})(?:\s?[:：]\s*|{_GAP})(?=\S)")
_LABEL_OF_DAY = re.compile(
    rf"[\s　○◯●・■◆◇□【〔\[（(]*{_NUMBER}{_WHEN}[\s　】〕\]）)]*(?:[:：]|{_GAP})\s*(?P<value>\S.*)$"
)
_ALONE = re.compile(rf"(?:{_WHEN}|{_WHAT}|内{_S}容|備{_S}考|対{_S}象|定員|氏名|担当)")
_HEAD = 20  # lines of a text among which its head stands
_FEWEST = 2  # lines under such labels


def is_spaced_label(text: str) -> bool:
    """Say whether a line says something under a label of a record's head, wide space between."""
    match = _LABEL.match(text)
    return match is not None and not any(map(_ALONE.fullmatch, re.split(_GAP, text[match.end() :].strip())))


def opens_head(lines: Sequence[Line], start: int) -> bool:
    """Say whether the head of a record goes on at a line: such lines stand together there, one telling when."""
    if lines[start].number > _HEAD or not is_spaced_label(lines[start].text):
        return False
    first = start
    while first and is_spaced_label(lines[first - 1].text):
        first -= 1
    stop = start
    while stop < len(lines) and is_spaced_label(lines[stop].text):
        stop += 1
    return stop - first >= _FEWEST and any(under_label_of_day(line.text) for line in lines[first:stop])


def under_label_of_day(text: str) -> str:
    """Return what stands under a label that tells when something was held (日　時　　…, 期日：…), or nothing."""
    match = _LABEL_OF_DAY.match(text)
    return match["value"].strip() if match and re.search(r"[\d０-９〇一二三四五六七八九十元]", match["value"]) else ""

"""Rows that are called by a number alone (三番, 第3条, No. 3), and how a question says the same.

Invariant: a row is named only by its own number; a counter that counts something else names none.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.compose.tables.spans import Span

_COUNTED = re.compile(
    r"第?([\d一二三四五六七八九十]{1,3})\s?(番|号機?|号[館棟車店]|班|組|条|章|期|区|回|番[線館]|호|번|号线|号楼)|"
    r"(?:no\.?\s?|#)(\d{1,3})"
)
_ONES = {kanji: n for n, kanji in enumerate("一二三四五六七八九", 1)}
_ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SPELT = {word: n for n, word in enumerate(_ENGLISH, 1)}
_NOT_COUNTED = "more|less|times|of|years?|days?|months?|hours?|people|percent"
_SAYS_NUMBER = re.compile(
    r"第?(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})\s?(?P<of>番|号|號|条|條|章|期|区|班|組|组|回|호|번|조|장|기)(?!目|째)|"
    r"\b(?:no\.?|number|#)\s?(?P<no>\d{1,3})\b|"
    rf"(?<=[a-z] )(?P<en>\d{{1,2}}|{'|'.join(_ENGLISH)})\b(?! (?:{_NOT_COUNTED}))"
)
_SAME_COUNTER = {"號": "号", "條": "条", "组": "組", "호": "号", "번": "番", "조": "条", "장": "章", "기": "期"}
_SEVERAL = 2  # rows so called, from which a number is a name


def numbered(plain: str, names: Collection[str]) -> list[tuple[Span, str]]:
    """Return where a question names rows that are counted, in other figures or another language (3番, gate three)."""
    rows = {name: match for name in names if (match := _COUNTED.fullmatch(name))}
    if len(rows) < _SEVERAL:
        return []
    found = []
    for said in _SAYS_NUMBER.finditer(plain):
        counter = said["of"] and _SAME_COUNTER.get(said["of"], said["of"])
        number = _value(said["n"] or said["no"] or said["en"])
        for name, match in rows.items():
            own = (match[2] or "")[:1]
            # 番 and 号 say the same of what is counted; a clause is no chapter
            alike = not counter or not own or counter == own or {counter, own} == {"番", "号"}
            if number == _value(match[1] or match[3]) and alike:
                found.append((said.span(), name))
    return found


def _value(numeral: str) -> int:
    """Return what a numeral of one to three signs counts; 0 where it is none."""
    if numeral.isdigit():
        return int(numeral)
    if numeral in _SPELT:
        return _SPELT[numeral]
    tens, ten, ones = numeral.rpartition("十")
    return (_ONES.get(tens, 1) * 10 if ten else 0) + _ONES.get(ones, 0)

"""Quoted names in a note that are those of papers: by the number or day behind them, or by an article quoted behind.

Invariant: what is told of two quoted names rests on the signs around them, which tell whole works from their parts
(『…』「…」, 《…》“…”), never on what they say alone.
"""

from __future__ import annotations

import re

_ISSUE = re.compile(
    r"\s?第\s?\d+[号期]|\s?(?!同[紙誌])[\d一-鿿]{1,12}[年月日]\s?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:付|号|[（(]?[朝夕]刊)|\s?\d{4}年\d{1,2}月\d{1,2}日[，、（(]?第"
)
_PAPER = re.compile(
    r"(?:新聞|日日|[日時週月官公]報|[日时時晚早周商]报|신문|일보|\b(?:Times|Post|Herald|Courier|Gazette|Tribune))$"
)
_DAY = re.compile(
    r"\s?(?:\d{4}|(?:令和|平成|昭和)\s?(?:\d{1,2}|元))\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日(?!付)|,?\s?\d{4}\.\s?\d{1,2}\.\s?\d"
)
_PARTS_OF = {"『": "「", "《": "“〈"}  # how what stands in a whole work is quoted
_BETWEEN = re.compile(  # nothing, or the number or day of the paper
    r"[\s　、，,]*(?:(?:第|通巻|总第|제)?\s?[\d一二三四五六七八九十百]{1,5}\s?[号號期巻卷集輯호권]"
    r"(?:\s?第?\d+[号期])?[\s　、，,]*)?"
    r"(?:[（(]?\d{4}\s?[年년.][\d\s年月日号년월일호.]{0,14}[)）]?(?:付|[朝夕]刊)?[\s　、，,]*)?"
    r"(?:[小大]?特集|連載)?[\s　、，,：:]*"
)
_PART_OF_BOOK = re.compile(  # 「第2章 …」, “附录”: of the work quoted before, which is the title
    r"(?:第\s?[\d一二三四五六七八九十]+\s?[章節节部編编篇巻卷条回話表図]|(?:付|別|附)?[表図录録](?:\s?\d|[A-Z]|$)|巻[頭末一二三四五六七八九十]|序|はじめに|おわりに|付録|附录|Chapter|Table|제\s?\d+\s?[장절부])"
)
_SECTION = re.compile(r"\s?(?:[欄面版]|コーナー|カテゴリー?|特集|栏目?|专栏|频道|版块|코너|난|면)")
_CHINESE_PAPER = re.compile(r"(?:[日时時晚早晨周商][报報]|[周月季]刊|新[闻聞聞]|杂志|通讯)$")


def is_periodical(text: str, start: int, end: int, name: str) -> bool:
    """Say whether a quoted name at ``[start, end)`` is a paper's: its number or day follows (『官報』第7964号)."""
    if text[start] not in "「『《":
        return False
    return bool(_ISSUE.match(text, end) or (_PAPER.search(name) and _DAY.match(text, end)))


def holds(text: str, work: tuple[int, int], part: tuple[int, int]) -> bool:
    """Say whether the first of two quoted names is a whole work and the second a part of it: 『灯台年報』「第3章」."""
    return text[part[0]] in _PARTS_OF.get(text[work[0]], "\0") and bool(_BETWEEN.fullmatch(text, work[1], part[0]))


def prints(text: str, paper: tuple[int, int], article: tuple[int, int]) -> bool:
    """Say whether a work that `holds` what is quoted behind it is the paper that printed it (『浜新報』「港の春」)."""
    if _PART_OF_BOOK.match(text, article[0] + 1) or _SECTION.match(text, article[1]):
        return False
    return text[paper[0]] != "《" or bool(_CHINESE_PAPER.search(text[paper[0] + 1 : paper[1] - 1]))

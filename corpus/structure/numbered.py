"""Which number of a periodical a line prints: its title in signs of quotation and the number right behind it.

Invariant: what is told is a slice of the line, from its start on; a title without a number is a work, not an issue.
"""

from __future__ import annotations

import re

_FIGURE = "[0-9０-９〇一二三四五六七八九十百]"
_KIND = r"(?:(?:季刊|月刊|隔月刊|旬刊|年刊|週刊|会報|会誌|会刊|双月刊|機関[誌紙]|계간|월간|격월간|주간)[\s\u3000]*)?"
_OF_YEAR = rf"(?:(?:(?:19|20)\d\d|{_FIGURE}{{4}})[年년][\s\u3000]*)"
_NUMBER = (
    rf"{_OF_YEAR}?(?:(?:通巻|総|总)?第?\s?{_FIGURE}{{1,5}}\s?[号號期輯辑]|第?\s?{_FIGURE}{{1,3}}\s?[巻卷]\s?第?\s?{_FIGURE}{{1,4}}\s?[号號期]"
    rf"|제?\s?[0-9]+\s?호)|{_OF_YEAR}(?:{_FIGURE}{{1,3}}\s?[月월]|[春夏秋冬新]季?|[봄여름가을겨울]{{1,2}})\s?(?:[号號]|호)"
)
ISSUE = re.compile(
    rf"(?P<issue>{_KIND}[『《「](?P<name>[^』》」]{{1,24}})[』》」][\s\u3000]*(?:{_NUMBER})"
    rf"(?:[（(](?:通巻|総|总)第?{_FIGURE}+[号期][)）])?)"
)
_RUBRIC = r"(?:[\s\u3000]*[·・|｜／/][\s\u3000]*|\u3000+|\s{2,})[^\W\d_]{2,10}"


def is_issue(part: str) -> bool:
    """Say whether a part of a line is nothing but an issue (季刊『渚』第三十二号)."""
    return bool(ISSUE.fullmatch(part.strip()))


def of_masthead(line: str) -> str:
    """Return the issue that a line names alone, or with a rubric behind it (《河岸》2022年10月号 · 特稿)."""
    match = re.match(rf"(?:{ISSUE.pattern})(?:{_RUBRIC})?$", line.strip())
    return match["issue"] if match else ""

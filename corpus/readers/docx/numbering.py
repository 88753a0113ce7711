"""What Word prints before a numbered paragraph, which its text does not have.

Invariant: a level's number counts its paragraphs since the last one of a higher level.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from corpus.readers.docx.package import Node, W, value

_KANJI = "〇一二三四五六七八九"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_ROWS = {
    "aiueo": "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ",
    "aiueoFullWidth": "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
    "irohaFullWidth": "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス",
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "ganada": "가나다라마바사아자차카타파하",
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
}


@dataclass(frozen=True, slots=True)
class Level:
    """How a level counts: its format, what is printed around the numbers (``%1`` …), and where it starts."""

    form: str
    text: str
    start: int


class Numbering:
    """The lists of a document, counting as its paragraphs come."""

    def __init__(self, tree: Node | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._list_of: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if tree is None:
            return
        for abstract in tree.findall(W + "abstractNum"):
            self._levels[abstract.get(W + "abstractNumId", "")] = {
                int(level.get(W + "ilvl", "0")): _level(level) for level in abstract.findall(W + "lvl")
            }
        for listed in tree.findall(W + "num"):
            self._list_of[listed.get(W + "numId", "")] = value(listed, "abstractNumId") or ""

    def sign(self, list_id: str, depth: int) -> str:
        """Return what the next paragraph of a list opens with: a dash, a number as printed, or nothing."""
        key = self._list_of.get(list_id, "")
        level = self._levels.get(key, {}).get(depth)
        if level is None or level.form == "none":
            return ""
        if level.form == "bullet":
            return "-"
        counts = self._counts[key]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        return re.sub(r"%(\d)", lambda match: self._printed(key, int(match[1]) - 1), level.text)

    def _printed(self, key: str, depth: int) -> str:
        level = self._levels[key].get(depth, Level("decimal", "", 1))
        return printed(self._counts[key].get(depth, level.start), level.form)


def printed(number: int, form: str) -> str:
    """Return a number in one of Word's formats; in decimal figures for a format that is not known."""
    row = _ROWS.get(form)
    if row and 0 < number <= len(row):
        return row[number - 1]
    if form in ("lowerRoman", "upperRoman") and number > 0:
        roman = _roman(number)
        return roman if form == "lowerRoman" else roman.upper()
    if form == "decimalFullWidth":
        return str(number).translate({ord("0") + figure: ord("０") + figure for figure in range(10)})
    if (
        form in ("japaneseCounting", "chineseCounting", "chineseCountingThousand", "ideographDigital")
        and 0 < number < 100
    ):
        tens, ones = divmod(number, 10)
        return ("" if not tens else "十" if tens == 1 else f"{_KANJI[tens]}十") + (_KANJI[ones] if ones else "")
    return f"{number:02}" if form == "decimalZero" else str(number)


def _level(node: Node) -> Level:
    return Level(value(node, "numFmt") or "decimal", value(node, "lvlText") or "", _number(value(node, "start"), 1))


def _roman(number: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        text += sign * (number // worth)
        number %= worth
    return text


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() else default

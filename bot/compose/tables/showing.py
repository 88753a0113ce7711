"""Cells in the short answer: values with their units, in the question's language where the unit is a common one.

Invariant: a value is what the cell prints; an empty cell is said to be empty.
"""

from __future__ import annotations

import re
from decimal import Decimal

from bot.compose.tables.calculation import shown
from bot.compose.tables.grid import Column, Line
from bot.compose.tables.statement import EMPTY, PROBABLY, Figure, repeated
from bot.compose.tables.values import scaled
from bot.sic import SIC
from corpus.structure.figures import is_empty
from corpus.structure.units import MONEY

_LONGEST_NAME = 60  # characters of a name in the short answer

# Units in Japanese, English, Chinese and Korean.
_NAMES: dict[str, tuple[str, str, str, str]] = {
    "usd": ("米ドル", "US dollars", "美元", "달러"),
    "jpy": ("円", "yen", "日元", "엔"),
    "cny": ("元", "yuan", "元", "위안"),
    "krw": ("ウォン", "won", "韩元", "원"),
    "eur": ("ユーロ", "euros", "欧元", "유로"),
    "tonne": ("トン", "tonnes", "吨", "톤"),
    "kg": ("キログラム", "kg", "公斤", "킬로그램"),
    "percent": ("%", "%", "%", "%"),
    "person": ("人", "people", "人", "명"),
}
_SCALES: dict[str, tuple[str, str, str, str]] = {
    "千": ("千", "thousand ", "千", "천 "),
    "百万": ("百万", "million ", "百万", "백만 "),
    "万": ("万", "ten thousand ", "万", "만 "),
    "億": ("億", "hundred million ", "亿", "억 "),
    "亿": ("億", "hundred million ", "亿", "억 "),
}
_LANGS = ("ja", "en", "zh", "ko")
_TIMES = {"ja": "倍", "zh": "倍", "ko": "배"}


def times(lang: str) -> str:
    """Return the sign behind a ratio: ``3 times``, ``3倍``."""
    return _TIMES.get(lang, " times")


def unit_in(column: Column, document_lang: str, lang: str) -> str:
    """Return a column's unit in the question's language where it is a common one, else as printed."""
    if lang == document_lang or lang not in _LANGS or column.measure not in _NAMES:
        return column.unit
    at = _LANGS.index(lang)
    scale = next((s for s in ("百万", "千", "万", "億", "亿") if column.unit.startswith(s)), "")
    if scaled(column.unit) and not scale:
        return column.unit
    return (_SCALES[scale][at] if scale else "") + _NAMES[column.measure][at]


def amount(text: str, column: Column, document_lang: str, lang: str) -> str:
    """Return a number with its unit: ``37,448,619 米ドル``, ``£2.1 million``, ``42 %``."""
    unit = unit_in(column, document_lang, lang)
    sign = re.match(r"(?:US|HK|A|NT)?[$€¥£₩]", unit)
    if sign and column.measure in MONEY | {""}:
        mark = re.match(r"[+−]", text)
        head, rest = (mark.group(), text[1:]) if mark else ("", text)
        tail = unit[sign.end() :].strip()
        return f"{head}{sign.group()}{rest} {tail}".strip()
    return f"{text} {unit}".strip()


def value_text(item: Figure, lang: str) -> str:
    """Return a cell's value as the short answer shows it: the figure with its unit, or that the cell is empty."""
    printed = " ".join(item.cell.text.split())
    if is_empty(printed):
        note = EMPTY.get(lang, EMPTY["en"])
        return f"{printed}〔{note}〕" if printed else f"〔{note}〕"
    if item.damaged:
        probably = f"〔{PROBABLY.get(lang, PROBABLY['en'])}{item.likely}〕" if item.likely else ""
        return amount(printed + SIC, item.column, item.grid.document.lang, lang) + probably
    if item.column.kind != "measure" or item.cell.means:
        return printed + repeated(item.cell)
    if item.column.unit and not re.search(r"\d$", printed):
        return printed  # the cell prints its unit itself
    return amount(printed, item.column, item.grid.document.lang, lang)


def name_text(line: Line) -> str:
    """Return a row's name, cut where it is very long."""
    name = " ".join(line.name.text.split())
    if len(name) > _LONGEST_NAME:
        return name[: _LONGEST_NAME - 1].rstrip() + "…"
    return name + repeated(line.name)


def bracketed(text: str, aside: str, lang: str) -> str:
    """Put an aside in brackets behind a text."""
    if not aside:
        return text
    return f"{text}（{aside}）" if lang in ("ja", "zh") else f"{text} ({aside})"


def number(value: Decimal, like: Figure, lang: str, *, signed: bool = False) -> str:
    """Return a computed number in the unit of a cell."""
    return amount(shown(value, signed=signed), like.column, like.grid.document.lang, lang)

"""How a question names what it asks about: place and period, rows, limits, adjectives, in four languages.

Invariant: a wording names exactly one table of the shelf; that it differs from the caption is meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from bot.evaluation.generated.phrases import PHRASES
from bot.evaluation.generated.sheets import Entry, Period, Series
from bot.evaluation.generated.subjects import Words
from bot.messages import Lang

_MORE = {
    "many": Words("多い", "more", "多", "많은"),
    "large": Words("大きい", "larger", "大", "큰"),
    "high": Words("高い", "higher", "高", "높은"),
}
_LESS = {
    "many": Words("少ない", "fewer", "少", "적은"),
    "large": Words("小さい", "smaller", "小", "작은"),
    "high": Words("低い", "lower", "低", "낮은"),
}
_GREW = (Words("減りました", "fall", "减少了", "줄었나요"), Words("増えました", "grow", "增加了", "늘었나요"))
LIMITS = {
    "above": Words("を超える", "above", "超过", "초과인"),
    "at least": Words("以上の", "of at least", "不少于", "이상인"),
    "below": Words("に満たない", "below", "低于", "미만인"),
}
"""Limits by their name, as in `bot.compose.tables.limits`."""
_SCALES = {"千円": ("円", 10**3), "百万円": ("円", 10**6), "億円": ("円", 10**8), "米ドル": ("ドル", 1)}
_UNITS = {
    "円": Words("円", " yen", "日元", "엔"),
    "ドル": Words("ドル", " US dollars", "美元", "달러"),
    "トン": Words("トン", " tonnes", "吨", "톤"),
    "人": Words("人", " people", "人", "명"),
    "世帯": Words("世帯", " households", "户", "세대"),
    "冊": Words("冊", "", "册", "권"),
    "ヘクタール": Words("ヘクタール", " hectares", "公顷", "헥타르"),
    "GWh": Words("GWh", " GWh", "GWh", "GWh"),
    "%": Words("%", " %", "%", "%"),
}
_PARTICLES = {"은": ("은", "는"), "이": ("이", "가"), "을": ("을", "를"), "와": ("과", "와"), "으로": ("으로", "로")}
_MYRIADS = {"ja": ("億", "万"), "zh": ("亿", "万"), "ko": ("억", "만")}


@dataclass(frozen=True, slots=True)
class Asking:
    """One question in the making: the column it asks about, a second one where it compares, language and chance.

    ``turn`` chooses the template, ``calendar`` (0 to 3) how periods are put.
    """

    series: Series
    other: Series | None
    lang: Lang
    pick: Random
    turn: int
    calendar: int

    def ask(self, kind: str, *, period: Period | None = None, **slots: str) -> str:
        """Return the question of a kind; templates take turns. ``period`` asks of another period than the column's."""
        sheet, column = self.series.sheet, self.series.column
        phrases = PHRASES[self.lang][kind]
        degree = column.measure.degree
        slots |= {
            "scope": self._scope(period or column.period),
            "route": self.pick.choice(sheet.place.names(self.lang)),
            "what": column.measure.name.to(self.lang),
            "rows": sheet.subject.rows.to(self.lang),
            "counter": sheet.subject.counter,
            "q": _how_much(column.unit),
            "more": _MORE[degree].to(self.lang),
            "less": _LESS[degree].to(self.lang),
            "most": _MORE[degree].zh,
            "least": _LESS[degree].zh,
        }
        if self.other is not None:
            slots |= {"early": self.period(self.series.column.period), "late": self.period(self.other.column.period)}
        question = phrases[self.turn % len(phrases)].format(**slots)
        return _with_particles(question) if self.lang == "ko" else question

    def _scope(self, period: Period) -> str:
        place, when = self.pick.choice(self.series.sheet.place.names(self.lang)), self.period(period)
        if self.lang == "ja":
            return f"{when}の{place}" if self.pick.random() < 0.7 else f"{place}（{when}）"
        return {"en": f"{place} in {when}", "zh": f"{when}{place}", "ko": f"{when} {place}"}[self.lang]

    def period(self, period: Period) -> str:
        """Return a period as this question puts all of its periods: in some calendar, with its months or without."""
        year, half = period.year, period.style == "half"
        if self.lang == "ja":
            if period.style == "year":
                return period.printed()
            short = f"{year}年" if half else f"令和{year - 2018}年度"
            plain = f"{year}年上半期" if half else f"{year}年度"
            spelt = f"{year}年の1月から6月" if half else period.printed()
            return (period.printed(), plain, spelt, short if half or year > 2019 else plain)[self.calendar]
        if half and self.calendar % 2:
            return {"en": f"January–June {year}", "zh": f"{year}年1至6月", "ko": f"{year}년 1–6월"}[self.lang]
        if period.style in ("fiscal", "era"):
            return {"en": f"fiscal {year}", "zh": f"{year}年度", "ko": f"{year}년도"}[self.lang]
        return {"en": f"{year}", "zh": f"{year}年", "ko": f"{year}년"}[self.lang]

    def row(self, entry: Entry, *, coded: bool = False) -> str:
        """Return what a row is called: its printed name, or its code, which other languages prefer."""
        if not entry.code or (self.lang == "ja" and not coded):
            return entry.name
        subject = self.series.sheet.subject
        assert subject.code is not None, "only tables with codes print one"
        return f"{subject.code.to(self.lang)} {entry.code}"

    def limit(self, value: Decimal) -> str:
        """Return a limit in the plain unit, with 億 and 万 or separators as the language has it."""
        base, scale = _SCALES.get(self.series.column.unit, (self.series.column.unit, 1))
        plain = value * scale
        unit = _UNITS[base].to(self.lang)
        if self.lang == "en" or plain < 10_000:
            return f"{plain.normalize():,f}{unit}"
        for sign, size in zip(_MYRIADS[self.lang], (10**8, 10**4), strict=True):
            if plain >= size:
                return f"{(plain / size).normalize():,f}{sign}{unit}"
        raise AssertionError(plain)

    def grew(self, *, up: bool) -> str:
        """Return the verb for a rise or a fall."""
        return _GREW[up].to(self.lang)


def _with_particles(text: str) -> str:
    """Give Korean particles the form for a closed or an open syllable; what is no Hangul counts as open."""

    def form(match: re.Match[str]) -> str:
        before, (closed, opened) = match[1], _PARTICLES[match[2]]
        is_closed = "가" <= before <= "힣" and (ord(before) - ord("가")) % 28 > 0
        return before + (closed if is_closed else opened)

    return re.sub(r"(.)\((은|이|을|와|으로)\)", form, text)


def _how_much(unit: str) -> str:
    return "いくら" if unit in _SCALES else f"何{unit}"


def ordinal(number: int) -> str:
    """Return an English ordinal: 2nd, 3rd, 4th."""
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number, 'th') }"

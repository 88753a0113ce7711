"""Read and write numbers: figures, kanji, Hangul scales, English words, and mixes of these.

Invariant: a value is the exact decimal that is printed (3400万 is 34000000, 1.2 billion is 1200000000), or there is
none. What is read in place is a text with its signs folded (`fold_signs`).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from corpus.structure.hangul_numbers import worded_at
from corpus.structure.powers import power_at
from corpus.structure.signs import fold_signs

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "両": 2, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000, "백": 100, "천": 1000, "십": 10}
_MYRIADS = {"万": 10**4, "萬": 10**4, "만": 10**4, "億": 10**8, "亿": 10**8, "억": 10**8, "兆": 10**12, "조": 10**12}
_SCALES = {"thousand": 10**3, "k": 10**3, "million": 10**6, "m": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9}
_SCALES |= {"b": 10**9, "trillion": 10**12, "tn": 10**12}


def _numbered(words: str, start: int, step: int) -> dict[str, int]:
    """Return the words with their values, ``step`` apart."""
    return {word: start + step * n for n, word in enumerate(words.split())}


_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_ONES = _numbered("one two three four five six seven eight nine", 1, 1)
WORDS = _ONES | _numbered(_TEENS, 10, 1) | _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
_FIGURE = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_SCALE = r"(?:[十百千십백천](?![克瓦]|米(?!ドル))[万萬億亿兆만억조]*|[万萬億亿兆만억조]+)"
# Korean parts what is below ten thousand by a space (7만 9,600명). Before a counter of dates it is another number.
_BELOW_MYRIAD = r"(?:(?<=[만억조])\s(?:\d,\d{3}|\d{1,4})|(?<=천)\s\d{1,3})(?!\d|[,.]\d|\s?[년월일호번])"
_EASTERN = re.compile(rf"{_FIGURE}\s?{_SCALE}(?:\s?{_FIGURE}\s?{_SCALE})*(?:{_BELOW_MYRIAD}|{_FIGURE})?")
_KANJI = re.compile(r"[〇零一二三四五六七八九十百千万億亿兆两]+")
_WESTERN = re.compile(
    rf"{_FIGURE}(?:\s?(?:thousand|million|billion|trillion)\b|(?:[MBK]|bn|mn|tn|m|k)(?![A-Za-z]))?", re.IGNORECASE
)
_WORD = re.compile(rf"\b(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})(?:[ -](?:{'|'.join(_ONES)}))?\b", re.I)
_NUMBER_RUN = re.compile(rf"\d+(?:[.,]\d+)*(?:{_SCALE}\d+(?:[.,]\d+)*)*|{_KANJI.pattern}")


class Number(NamedTuple):
    """A number read at some place: whether it is printed in figures, and its value over that of its first figure."""

    value: Decimal
    end: int
    figures: bool
    scale: Decimal = Decimal(1)

    @property
    def bare(self) -> bool:
        """Say whether nothing but figures is printed."""
        return self.figures and self.scale == 1


def parse_number(text: str) -> Decimal | None:
    """Return the number that ``text`` writes, or None when it is not one number.

    Reads figures with or without separators, full width, kanji (二十六, 二〇二五), mixed (1億2,000万), English
    (1.2 billion, 34M, twenty-six), and powers of ten (2×10⁶).
    """
    folded = fold_signs(text).strip()
    if power := power_at(folded, 0):
        return power.value if power.end == len(folded) else None
    low = folded.lower()
    match = re.fullmatch(rf"({_FIGURE})\s?([a-z]+)?", low)
    if match and (match[2] is None or match[2] in _SCALES):
        return _whole(_decimal(match[1]) * _SCALES.get(match[2] or "", 1))
    if low and all(part in WORDS for part in re.split(r"[ -]", low)):
        return Decimal(sum(WORDS[part] for part in re.split(r"[ -]", low)))
    return _eastern(re.sub(r"(?<=[^\d.,]) (?=\d)|(?<=\d) (?=\D)", "", folded))


def number_at(folded: str, at: int, money: bool = False) -> Number | None:
    """Read the longest number at ``at``, or return None; a small m is a million only of ``money``, else a metre."""
    if worded := worded_at(folded, at):
        return Number(worded.value, worded.end, figures=False)
    if power := power_at(folded, at):
        return Number(power.value, power.end, figures=True, scale=power.value)
    best: Number | None = None
    for pattern in (_EASTERN, _WESTERN, _KANJI, _WORD):
        match = pattern.match(folded, at)
        if match is None:
            continue
        printed = match.group()
        if pattern is _WESTERN and not money and re.search(r"\dm\Z", printed):
            printed = printed[:-1]
        value = parse_number(printed)
        if value is not None and (best is None or at + len(printed) > best.end):
            figure = re.match(_FIGURE, printed)
            first = _decimal(figure.group()) if figure else value
            best = Number(value, at + len(printed), figure is not None, value / first if first else Decimal(1))
    return best


def end_of_number(folded: str, at: int) -> int:
    """Return where to look on after a number that is no quantity, so that its tail is not read as one."""
    number = _NUMBER_RUN.match(folded, at)
    return number.end() if number else at + 1


def _whole(value: Decimal) -> Decimal:
    """Return a value without the zeros after its point when it is whole (1.2 × 10⁹ is 1200000000)."""
    return value.to_integral_value() if value == value.to_integral_value() else value


def _decimal(figure: str) -> Decimal:
    """Return a figure without its separators."""
    return Decimal(figure.replace(",", ""))


def _eastern(text: str) -> Decimal | None:
    """Return the value of a number in kanji, Hangul scales or a mix of these with figures."""
    if text and all(char in _DIGITS for char in text) and len(text) > 1:
        return Decimal("".join(str(_DIGITS[char]) for char in text))
    total = section = Decimal(0)
    pending: Decimal | None = None
    tokens = re.findall(rf"{_FIGURE}|.", text)
    for token in tokens:
        if token[0].isdigit() and token[0].isascii():
            if pending is not None:
                return None
            pending = _decimal(token)
        elif token in _DIGITS:
            pending = (pending or Decimal(0)) * 10 + _DIGITS[token]
        elif token in _TENS:
            section += (Decimal(1) if pending is None else pending) * _TENS[token]
            pending = None
        elif token in _MYRIADS:
            amount = section + (pending or 0)
            if pending is None and not section:
                amount = Decimal(0 if total else 1)  # 万 alone is ten thousand
            # 万亿 multiplies what stands before it as a whole.
            total = (
                total * _MYRIADS[token]
                if pending is None and not section and total
                else total + amount * _MYRIADS[token]
            )
            section, pending = Decimal(0), None
        else:
            return None
    return _whole(total + section + (pending or 0)) if tokens else None

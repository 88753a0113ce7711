"""Page numbers that are no plain figures: in kanji (五), in roman numerals (xii), of a part (A-5, 3-12).

Lines of such signs alone are what chapters and sections are called too (一, II), and a chapter never begins in
mid-sentence.

Invariant: such a line goes only with others that count on page by page in the same form, of which one in four at least
tears a sentence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.document import FurnitureKind
from corpus.structure.lines import Line
from corpus.structure.numbers import parse_number
from corpus.structure.page_chain import chain
from corpus.structure.page_cuts import alone, torn
from corpus.structure.signs import fold_signs

_NUMERAL = re.compile(
    r"(?P<before>\W{0,3}?)\s*第?(?:(?P<kanji>[〇零一二三四五六七八九十百]{1,5})|(?P<roman>[ivxlc]{1,8}|[IVXLC]{1,8})"
    r"|(?P<part>[A-Z]|\d{1,2})\s?[-‐–]\s?(?P<figure>\d{1,3}))\s*(?:ページ|頁|页)?\s*(?P<after>\W{0,3})"
)
_MIRRORED = str.maketrans("([{<［｛〔【《〈「『≪", ")]}>］｝〕】》〉」』≫")
_ROMAN = (
    ("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1),
)  # fmt: skip
_PAGE = 300  # columns of text at least between the numbers of two pages
_UNCOUNTED = 0  # the page of a number that counts apart from the figures of the text (xii, A-5)


@dataclass(frozen=True, slots=True)
class _Numeral:
    value: int
    page: int  # that passages are said to stand on
    form: tuple[str, str, str]


def _numeral(text: str) -> _Numeral | None:
    """Return the numeral that a line consists of, signs that pair up around it allowed."""
    match = _NUMERAL.fullmatch(fold_signs(text))
    if match is None or match["before"].strip().translate(_MIRRORED)[::-1] != match["after"].strip():
        return None
    before = match["before"].strip()
    if match["kanji"]:
        read = parse_number(match["kanji"])
        return _Numeral(int(read), int(read), (before, "kanji", "")) if read else None
    if match["figure"]:
        return _Numeral(int(match["figure"]), _UNCOUNTED, (before, "part", match["part"]))
    value = _roman(match["roman"].upper())
    return _Numeral(value, _UNCOUNTED, (before, "roman", "i" if match["roman"].islower() else "I")) if value else None


def _roman(numeral: str) -> int:
    """Return what a roman numeral counts, 0 where it is written as nobody writes it."""
    value, rest = 0, numeral
    for sign, worth in _ROMAN:
        most = 1 if len(sign) == 2 or sign in "VL" else 3
        for _ in range(most):
            if rest.startswith(sign):
                value, rest = value + worth, rest[len(sign) :]
    return 0 if rest else value


def numerals(
    lines: Sequence[Line], body: Sequence[int], kinds: Mapping[int, FurnitureKind], feeds: frozenset[int]
) -> dict[int, int]:
    """Return the pages by the lines that print their numbers; 0 for a number that is none of the text's figures."""
    forms: dict[tuple[str, str, str], dict[int, _Numeral]] = defaultdict(dict)
    for i in body:
        text = lines[i].text.strip()
        if i not in kinds and 0 < len(text) <= 16 and (found := _numeral(text)) and alone(lines, i, kinds, feeds):
            forms[found.form][i] = found
    pages: dict[int, int] = {}
    for same in forms.values():
        run = chain(lines, {i: one.value for i, one in same.items()}, _PAGE)
        if len(run) > 1 and torn(lines, run, {**kinds, **dict.fromkeys(same, "page number")}):
            pages.update((i, same[i].page) for i in run | _last(lines, same, run))
    return pages


def _last(lines: Sequence[Line], same: Mapping[int, _Numeral], run: set[int]) -> set[int]:
    """Return the next number where nothing stands behind it: that of a short last page."""
    end = max(run)
    return {
        i
        for i, one in same.items()
        if i > end and one.value == same[end].value + 1 and not any(line.text.strip() for line in lines[i + 1 :])
    }

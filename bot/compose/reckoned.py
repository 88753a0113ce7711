"""A difference or a sum of numbers that stand in several sentences or cells, where a question asks for one.

Invariant: the arithmetic is exact, over numbers of one unit that the small reader takes for what is asked, each with
the words it stands in; where fewer than two such numbers are found nothing is reckoned.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from bot.compose.asked import Asked
from bot.compose.draft import DraftCalculation, DraftOperand, Quote
from bot.compose.rows import figure_at
from bot.compose.tables.calculation import difference, total
from corpus.document import Span
from corpus.structure.quantities import find_quantities
from corpus.structure.units import same_unit

if TYPE_CHECKING:
    from bot.compose.extractive import Scored

_LOOKED_AT = 10  # of the best sentences and rows
_ANSWERS = 0.3  # relevance from which a number is one of those asked for
_NEAR_BEST = 0.5  # and not so much less likely than the likeliest
# By how much: not that things differ, which asks for both.
_SUBTRACTS = re.compile(
    r"差額|差し引[きい]|の差(?!し)|差は(?!何)|(?:いくら|どれ(?:だけ|くらい|ぐらい|ほど)|どの(?:くらい|程度)|何\S{1,3})(?:ほど|くらい|も|の)?"
    r"(?:多[いくか]|少な|高[いくか]|低[いくか]|安[いくか]|長[いくか]|短[いくか]|増[えや加]|減[っりら少]|伸び|膨ら|上回|下回|違[いうっ]|変わ)|"
    r"\bhow (?:much|many)\b.{0,40}\b(?:more|less|fewer|higher|lower|longer|shorter|cheaper)\b|\bby how (?:much|many)\b|"
    r"\bdifference between\b|\b(?:rise|grow|fall|drop|increase|decrease) by\b|"
    r"[多少高低]了?出?多少|相差|差多少|差额|[增减]加?了?多少|"
    r"차이|차액|얼마나 ?(?:늘|줄|더|덜|많|적)|몇 ?\S{1,3} ?(?:더|덜|늘|줄)",
    re.IGNORECASE,
)
_MOST_ADDED = 6
# What is to be added up by whoever answers; a total (合計, 総額) a document mostly prints itself.
_ADDS = re.compile(
    r"足[しす]|合わせ[てるた]|あわせ[てるた]|合算|加え[てるた]と|\btogether\b|\bcombined\b|\badd(?:ed)?\b|\bplus\b|加起来|相加|합치|합친|더하|더한",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a sentence or a cell prints, its unit as printed, and whose it is."""

    value: Decimal
    unit: str
    text: str
    place: Span
    of: Scored


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A result in words, how it came about, and the sentences and rows its numbers stand in."""

    text: str
    calculation: DraftCalculation
    numbers: tuple[Number, ...]


def reckoned(asked: Asked, ranked: Sequence[Scored]) -> Reckoned | None:
    """Return the difference or the sum that a question asks for; None where it asks for none or numbers are lacking."""
    subtracts = bool(_SUBTRACTS.search(asked.question.text))
    adds = not subtracts and bool(_ADDS.search(asked.question.text))
    if not adds and not subtracts:
        return None
    likely = [s for s in ranked[:_LOOKED_AT] if (s.relevance or 0.0) >= _ANSWERS]
    best = max((s.relevance or 0.0 for s in likely), default=0.0)
    found = [n for s in likely if (s.relevance or 0.0) >= _NEAR_BEST * best for n in _numbers(s)]
    numbers = _of_one_unit(found)
    if len(numbers) < 2:
        return None
    if adds:
        numbers = numbers[:_MOST_ADDED]
        outcome = total([number.value for number in numbers])
    else:
        numbers = sorted(numbers[:2], key=lambda number: -number.value)
        outcome = difference(numbers[0].value, numbers[1].value, growth=False, signed=False)
    unit = numbers[0].unit
    operands = tuple(_operand(number) for number in numbers)
    calculation = DraftCalculation(outcome.formula, operands, outcome.text, unit)
    return Reckoned(f"{outcome.text}{unit}", calculation, tuple(numbers))


def _numbers(scored: Scored) -> list[Number]:
    """Return the numbers in what the reader marked: cells of a row, quantities in a sentence's words."""
    candidate = scored.candidate
    if candidate.passage.kind == "row":
        cells = [(place, figure_at(candidate, place)) for place in scored.parts]
        return [
            Number(cell.value, cell.column.unit, cell.cell.text, place, scored)
            for place, cell in cells
            if cell is not None and cell.value is not None and cell.column.kind == "measure"
        ]
    return [
        Number(q.value, _unit_as_printed(q.text), q.text, Span(part.start + q.start, part.start + q.end), scored)
        for part in scored.parts
        for q in find_quantities(candidate.document.text[part.start : part.end])
        if q.upper is None
    ]


def _unit_as_printed(text: str) -> str:
    return text.lstrip("0123456789０１２３４５６７８９,，.．〇一二三四五六七八九十百千万億兆 ")


def _of_one_unit(found: Sequence[Number]) -> list[Number]:
    """Return the numbers of the unit of the likeliest, each value once."""
    if not found:
        return []
    unit = found[0].unit
    kept: dict[Decimal, Number] = {}
    for number in found:
        if number.unit == unit or same_unit(number.unit, unit):
            kept.setdefault(number.value, number)
    return list(kept.values())


def _operand(number: Number) -> DraftOperand:
    candidate = number.of.candidate
    quote = Quote(candidate.document, candidate.passage, (Span(candidate.start, candidate.end),), (number.place,))
    cell = figure_at(candidate, number.place) if candidate.passage.kind == "row" else None
    if cell is None:
        return DraftOperand(number.text, number.unit, quote, "", 0, "")
    return DraftOperand(number.text, number.unit, quote, cell.grid.title, cell.line.row.number, cell.column.header)

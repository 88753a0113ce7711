"""A difference, a ratio or a sum of numbers that stand in several sentences or cells, where a question asks for one.

Invariant: the arithmetic is exact, over numbers that count one thing and that the small reader takes for what is asked,
each with the words it stands in; where fewer than two such numbers are found nothing is reckoned.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.compose.asked import Asked
from bot.compose.draft import DraftCalculation, DraftOperand, Quote
from bot.compose.rows import figure_at
from bot.compose.scoring import Scored
from bot.compose.tables.calculation import Outcome, difference, ratio, total
from bot.compose.tables.showing import amount, times
from bot.compose.tables.statement import Figure
from bot.compose.tables.values import scaled
from bot.compose.tables.words import INTENTS
from corpus.document import Span
from corpus.structure.quantities import around_number, find_quantities

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
_HERE = "\0"
# What is to be added up by whoever answers; a total (合計, 総額) a document mostly prints itself.
_ADDS = re.compile(
    r"足[しす]|合わせ[てるた]|あわせ[てるた]|合算|加え[てるた]と|\btogether\b|\bcombined\b|\badd(?:ed)?\b|\bplus\b|加起来|相加|합치|합친|더하|더한",
    re.IGNORECASE,
)
_Way = Literal["ratio", "difference", "sum"]
_WAYS: tuple[tuple[_Way, re.Pattern[str]], ...] = (
    ("ratio", INTENTS["ratio"]),
    ("difference", _SUBTRACTS),
    ("sum", _ADDS),
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a sentence or a cell prints, what it counts, and whose it is.

    Numbers of one ``measure`` can be reckoned with one another; ``before`` and ``after`` are the signs and words that
    stand around the number where it is shown ($, 人).
    """

    value: Decimal
    measure: str
    before: str
    after: str
    text: str
    place: Span
    of: Scored

    @property
    def unit(self) -> str:
        """Return the unit as it is shown."""
        return (self.before or self.after).strip()


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A result in words, how it came about, and the sentences and rows its numbers stand in."""

    text: str
    calculation: DraftCalculation
    numbers: tuple[Number, ...]


def reckoned(asked: Asked, ranked: Sequence[Scored]) -> Reckoned | None:
    """Return what a question asks to reckon; None where it asks for nothing of the kind or numbers are lacking."""
    way = next((way for way, words in _WAYS if words.search(asked.question.text)), None)
    if way is None:
        return None
    likely = [s for s in ranked[:_LOOKED_AT] if (s.relevance or 0.0) >= _ANSWERS]
    best = max((s.relevance or 0.0 for s in likely), default=0.0)
    near = [s for s in likely if (s.relevance or 0.0) >= _NEAR_BEST * best]
    numbers = _of_one_measure([number for s in near for number in _numbers(s, asked.question.lang)])
    if len(numbers) < 2:
        return None
    if way == "sum":
        return _sum(numbers[:_MOST_ADDED])
    more, less = sorted(numbers[:2], key=lambda number: -number.value)
    return _gap(more, less) if way == "difference" else _ratio(more, less, asked.question.lang)


def _sum(numbers: Sequence[Number]) -> Reckoned:
    return _with_unit(total([number.value for number in numbers]), numbers)


def _gap(more: Number, less: Number) -> Reckoned:
    return _with_unit(difference(more.value, less.value, growth=False, signed=False), (more, less))


def _ratio(more: Number, less: Number, lang: str) -> Reckoned | None:
    outcome = ratio(more.value, less.value) if less.value > 0 else None
    if outcome is None:
        return None
    operands, sign = (_operand(more), _operand(less)), times(lang)
    calculation = DraftCalculation(outcome.formula, operands, outcome.text, sign.strip())
    return Reckoned(f"{outcome.text}{sign}", calculation, (more, less))


def _with_unit(outcome: Outcome, numbers: Sequence[Number]) -> Reckoned:
    first = numbers[0]
    operands = tuple(_operand(number) for number in numbers)
    calculation = DraftCalculation(outcome.formula, operands, outcome.text, first.unit)
    return Reckoned(f"{first.before}{outcome.text}{first.after}", calculation, tuple(numbers))


def _numbers(scored: Scored, lang: str) -> list[Number]:
    """Return the numbers in what the reader marked: cells of a row, quantities in a sentence's words."""
    candidate = scored.candidate
    if candidate.passage.kind == "row":
        found = ((place, figure_at(candidate, place)) for place in scored.parts)
        return [number for place, cell in found if cell and (number := _of_cell(cell, place, scored, lang))]
    return [
        Number(q.value, q.unit, *around_number(q.text), q.text, Span(part.start + q.start, part.start + q.end), scored)
        for part in scored.parts
        for q in find_quantities(candidate.document.text[part.start : part.end])
        if q.upper is None
    ]


def _of_cell(cell: Figure, place: Span, scored: Scored, lang: str) -> Number | None:
    column = cell.column
    if cell.value is None or column.kind != "measure":
        return None
    # a cell of a column in millions prints no yen
    measure = column.measure if column.measure and not scaled(column.unit) else column.unit
    before, _, after = amount(_HERE, column, scored.candidate.document.lang, lang).partition(_HERE)
    return Number(cell.value, measure, before, after, cell.cell.text, place, scored)


def _of_one_measure(found: Sequence[Number]) -> list[Number]:
    """Return the numbers that count what the likeliest does, each value once."""
    kept: dict[Decimal, Number] = {}
    for number in found:
        if number.measure == found[0].measure:
            kept.setdefault(number.value, number)
    return list(kept.values())


def _operand(number: Number) -> DraftOperand:
    candidate = number.of.candidate
    quote = Quote(candidate.document, candidate.passage, (Span(candidate.start, candidate.end),), (number.place,))
    cell = figure_at(candidate, number.place) if candidate.passage.kind == "row" else None
    if cell is None:
        return DraftOperand(number.text, number.unit, quote, "", 0, "")
    return DraftOperand(number.text, number.unit, quote, cell.grid.title, cell.line.row.number, cell.column.header)

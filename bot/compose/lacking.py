"""What an answer from cells lacks: the kind of thing asked for, the other side of a difference, the whole of a part.

Invariant: a draft is looked at and never changed.
"""

from __future__ import annotations

import re

from bot.compose.draft import Draft, Quote
from bot.compose.tables.cues import intents_of
from bot.compose.tables.words import concepts_of
from bot.messages import text
from bot.question import Question
from corpus.document import Document, Passage
from corpus.structure.dates import find_dates
from corpus.structure.quantities import find_quantities
from corpus.structure.units import MONEY, counts_things

_TOTAL = frozenset(("whole", "sum"))
_FIRST_OF_MANY = re.compile(
    r"(?:最も|もっとも|いちばん|一番)(?:大き|多)|(?<!\d)[1１]位|首位|筆頭|トップ|\b(?:largest|biggest|most)\b|"
    r"第一位|最大的|最多的|가장 (?:큰|많은)"
)
_ONE_SIDE = 0.4  # confidence


def is_no_answer(question: Question, tabular: Draft) -> bool:
    """Say whether cells answer that are not of the kind asked for: without a time, or of things where who is asked."""
    return _tells_no_time(question, tabular) or _names_nobody(question, tabular) or _counts_another(question, tabular)


def _counts_another(question: Question, tabular: Draft) -> bool:
    """Say whether a number of certain things is asked for (何発, 何基), and the cells that answer are money.

    How much things cost is no number of them; what a table counts without a unit may be any.
    """
    units = {ask.unit for ask in question.asks if ask.kind == "count"}
    if tabular.short is None or not units or not all(unit and counts_things(unit) for unit in units):
        return False
    stated = {quantity.unit for quantity in find_quantities(tabular.short.text)}
    return bool(stated & MONEY) and stated <= MONEY | {"percent"}


def _names_nobody(question: Question, tabular: Draft) -> bool:
    """Say whether only who is asked for and the rows that answer are called things (品目, 項目), and name nobody."""
    if question.kinds() != {"who"} or tabular.short is None:
        return False
    return all(_lists_things(quote) for quote in tabular.short.quotes)


def _lists_things(quote: Quote) -> bool:
    table = quote.document.table(quote.passage.table)
    called = concepts_of(table.header[0]) if table is not None and table.header else frozenset()
    named = any(quote.passage.start <= one.start < quote.passage.end for one in quote.document.told.people)
    return "item" in called and not named


def _tells_no_time(question: Question, tabular: Draft) -> bool:
    """Say whether only a time is asked for and cells answer that hold none."""
    if question.kinds() != {"when"} or tabular.short is None:
        return False
    return not find_dates(tabular.short.text) and re.search(r"\d", tabular.short.text) is None


def is_a_part(draft: Draft) -> bool:
    """Say whether a draft begins with one row, or with what comes first of many, and not with a total."""
    quote = next((quote for statement in draft.statements for quote in statement.quotes), None)
    if quote is None or draft.calculation is not None or intents_of(quote.text)[0] & _TOTAL:
        return False
    return quote.passage.kind == "row" or _FIRST_OF_MANY.search(quote.text) is not None


def row_alone(draft: Draft) -> Passage | None:
    """Return the row that a draft begins with, where nothing was reckoned from it; None for any other draft."""
    quote = next((quote for statement in draft.statements for quote in statement.quotes), None)
    alone = quote is not None and quote.passage.kind == "row" and draft.calculation is None
    return quote.passage if quote is not None and alone else None


def of_cells(draft: Draft) -> bool:
    """Say whether a draft begins with a row."""
    return any(quote.passage.kind == "row" for statement in draft.statements[:1] for quote in statement.quotes)


def prints_differences(document: Document, row: Passage) -> bool:
    """Say whether a row, or a column of its table, is of differences (増減, 前年比)."""
    table = document.table(row.table)
    printed = " ".join((row.text, *(table.header if table is not None else ())))
    return bool(intents_of(printed)[0] & {"difference", "growth", "percent"})


def without_difference(lang: str) -> Draft:
    """Return that a difference is not told, where only one of its sides was found: one of two numbers is none."""
    return Draft(unstated=(text("difference", lang),), confidence=_ONE_SIDE)

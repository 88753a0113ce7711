"""An Answer for a terminal: the point first, statements below it, footnotes last.

Invariant: every footnote of the answer is shown with its whole quote; lines keep to the width (`bot.render.wrapping`);
without colour the output is plain text that can be piped.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len

from bot.answer import Answer, Citation, Statement
from bot.messages import text
from bot.render import plain
from bot.render.wrapping import wrap

_MARGIN = " "
_BOLD, _DIM, _OFF = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_NARROWEST = 20  # cells; below this nothing can be laid out and lines run over


def render(answer: Answer, width: int = 80, color: bool = False) -> str:
    """Lay out the whole answer for a terminal ``width`` cells wide, without a final line break."""
    width = max(width, _NARROWEST)
    blocks = [
        _point(answer, width, color),
        _wrapped((plain.marked(s) for s in plain.to_show(answer.short, answer.statements)), width),
        _calculation(answer, width),
        _conflicts(answer, width),
        _missing(answer, width),
        _nearest(answer, width),
        _footnote_lines(answer, width, color),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def footnotes(answer: Answer, width: int = 80, color: bool = False) -> str:
    """Lay out the footnotes alone; empty for an answer that has none."""
    return "\n".join(_footnote_lines(answer, max(width, _NARROWEST), color))


def _point(answer: Answer, width: int, color: bool) -> list[str]:
    """Return the short answer or, where nothing is cited, what the answer says instead."""
    if answer.short is not None:
        paragraphs = [plain.marked(answer.short)]
    elif answer.statements:
        return []
    else:
        words = answer.answer or (text("abstained", answer.lang) if answer.abstained else "")
        paragraphs = [plain.clean(line) for line in words.splitlines()]
    return [_styled(line, _BOLD, color) for line in _wrapped(paragraphs, width)]


def _calculation(answer: Answer, width: int) -> list[str]:
    if answer.calculation is None:
        return []
    calculation, lang = answer.calculation, answer.lang
    formula = plain.clean(calculation.formula)
    result = plain.clean(f"{calculation.result} {calculation.unit}")
    if calculation.result and "=" not in formula and calculation.result not in formula:
        formula = f"{formula} = {result}"
    lines = _wrapped([text("calculation", lang) + text("colon", lang) + formula], width)
    for cell in calculation.operands:
        lines += wrap(plain.operand(cell, lang), width, _MARGIN * 3, _MARGIN * 5)
    return lines


def _conflicts(answer: Answer, width: int) -> list[str]:
    """Return each point of disagreement with its sides below one another, their dates in a column."""
    lines: list[str] = []
    for conflict in answer.conflicts:
        about = plain.clean(conflict.about)
        lines += _wrapped([text("conflict", answer.lang) + text("colon", answer.lang) + about], width)
        dates = [plain.clean(side.date) or text("undated", answer.lang) for side in conflict.sides]
        column = max(map(cell_len, dates), default=0)
        for date, side in zip(dates, conflict.sides, strict=True):
            first = _MARGIN * 3 + date + " " * (column - cell_len(date) + 2)
            rest = " " * cell_len(first) if 2 * cell_len(first) < width else _MARGIN * 5
            lines += wrap(plain.marked(Statement(plain.said(side, answer.lang), (side.citation,))), width, first, rest)
    return lines


def _missing(answer: Answer, width: int) -> list[str]:
    lines = [plain.without_source(answer)] if answer.unsourced else []
    lines += [text("partial", answer.lang)] if answer.status == "partial" else []
    missing = plain.not_answered(answer)
    lines = _wrapped(lines, width)
    if missing:
        lines += wrap(text("missing", answer.lang) + text("colon", answer.lang).rstrip(), width, _MARGIN, _MARGIN)
        lines += [line for item in missing for line in _item(item, width)]
    return lines


def _nearest(answer: Answer, width: int) -> list[str]:
    leads = plain.leads(answer)
    if not leads:
        return []
    heading = wrap(text("nearest", answer.lang) + text("colon", answer.lang).rstrip(), width, _MARGIN, _MARGIN)
    return heading + [line for lead in leads for line in _item(lead, width)]


def _footnote_lines(answer: Answer, width: int, color: bool) -> list[str]:
    if not answer.citations:
        return []
    title = f"{_MARGIN}─ {text('footnotes', answer.lang)} "
    lines = [_styled(title + "─" * (width - cell_len(title)), _DIM, color)]
    for citation, hops in zip(answer.citations, plain.second_hops(answer.citations), strict=True):
        lines += _footnote(citation, hops, answer.lang, width)
    return lines


def _footnote(citation: Citation, hops: Iterable[plain.Hop], lang: str, width: int) -> list[str]:
    """Return one footnote: its head, the table of a row, the quote, what the table and the document cite."""
    number = f"{_MARGIN}[{citation.n}] "
    indent = " " * len(number)
    table, table_source = plain.table_place(citation, lang)
    lines = wrap(plain.head(citation, lang), width, number, indent)
    for below in (table, plain.highlighted(citation), table_source):
        lines += wrap(below, width, indent, indent)
    for hop in hops:
        lines += wrap(plain.second_hop(hop, lang), width, indent + "↳ ", indent + "  ")
    return lines


def _item(words: str, width: int) -> list[str]:
    return wrap(words, width, _MARGIN * 2 + "- ", _MARGIN * 4)


def _wrapped(paragraphs: Iterable[str], width: int) -> list[str]:
    return [line for paragraph in paragraphs for line in wrap(paragraph, width, _MARGIN, _MARGIN)]


def _styled(line: str, style: str, color: bool) -> str:
    return f"{style}{line}{_OFF}" if color and line else line

"""The sentences chosen, as the statements that a reader sees, each with its quote.

Invariant: the words of a statement are those of its quote; the best sentence comes first, but for one that it is set
against.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.compose.asked import Asked
from bot.compose.candidates import Candidate
from bot.compose.context import explains, in_context, set_against
from bot.compose.draft import DraftStatement, Quote
from bot.compose.rows import figure_at
from bot.compose.scoring import Scored
from bot.compose.tables.statement import row_statement
from bot.compose.trim import shown, trimmed
from corpus.document import Span

MOST_CHARACTERS = 600  # of statements, before the footnotes


def statements_of(asked: Asked, picks: Sequence[Scored], *, all_cells: bool) -> list[tuple[DraftStatement, Scored]]:
    """Turn picks into statements of at most `MOST_CHARACTERS` in all: the best first, then the others as they stand.

    Of a row with ``all_cells`` all those are shown that were reckoned with.
    """
    first = picks[0].candidate
    rest = sorted(
        picks[1:],
        key=lambda p: (p.candidate.document.id != first.document.id, p.candidate.document.id, p.candidate.start),
    )
    made: list[tuple[DraftStatement, Scored]] = []
    room = MOST_CHARACTERS
    titled: set[tuple[str, str]] = set()  # tables whose caption stands behind a row already
    for pick in (picks[0], *rest):
        table = (pick.candidate.document.id, pick.candidate.passage.table)
        row = _row(asked, pick, all_cells=all_cells, titled=table not in titled)
        titled.add(table)
        for told, of in [(row, pick)] if row else _prose(asked, pick, picks, alone=all_cells):
            if made and len(told.text) > room and not pick.named:  # of rows that belong together all are shown
                continue
            room -= len(told.text)
            made.append((told, of))
    return made


def _row(asked: Asked, pick: Scored, *, all_cells: bool, titled: bool) -> DraftStatement | None:
    """Return the cell of a row that has the point, under its names; None where that is no cell."""
    candidate, decisive = pick.candidate, pick.decisive
    if decisive is None or candidate.passage.kind != "row" or (cell := figure_at(candidate, decisive)) is None:
        return None
    cells = [found for place in pick.parts if (found := figure_at(candidate, place))] if all_cells else []
    return row_statement(cells or [cell], asked.question.lang, titled=titled)


def _prose(
    asked: Asked, pick: Scored, picks: Sequence[Scored], *, alone: bool
) -> Iterator[tuple[DraftStatement, Scored]]:
    """Yield a sentence, with what stands around it where the question wants that and it is not ``alone``."""
    candidate, decisive = pick.candidate, pick.decisive
    spans = trimmed(candidate, decisive, asked.terms)
    if alone or spans != (Span(candidate.start, candidate.end),) or not explains(asked, pick):
        yield _statement(asked, candidate, spans, decisive), pick
        return
    others = [one.candidate for one in picks if one is not pick]
    whole = in_context(asked, candidate, others)
    against = set_against(asked, candidate, whole, others)
    for one in sorted((whole, *against), key=lambda one: one.start):
        shown_whole = (Span(one.start, one.end),)
        if one is whole:
            yield _statement(asked, whole, shown_whole, decisive), pick
        else:
            yield _statement(asked, one, shown_whole, None), replace(pick, candidate=one, point=None)


def _statement(asked: Asked, candidate: Candidate, spans: tuple[Span, ...], decisive: Span | None) -> DraftStatement:
    words = shown(candidate, spans, candidate.document.told.dates, asked.question.lang)
    quote = Quote(candidate.document, candidate.passage, spans, (decisive,) if decisive else ())
    return DraftStatement(words, (quote,))
